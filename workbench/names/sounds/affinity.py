"""How near names are in sound: Latin spellings with one another, and forms of a script with Latin names."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from workbench.names.sounds.lattice import Side, Units, compared
from workbench.names.sounds.letters import codes, folded
from workbench.names.sounds.model import STRANGE, SoundModel

Matrix = NDArray[np.float64]

NOTHING = -20.0  # per letter, of forms that cannot be compared, and the least there is
# Letters for a unit: outside of this no two forms are one name (Hangul 이 Yi to 으 in Featherstonehaugh).
_FEWEST, _MOST = 0.4, 3.5
_LENGTHS = np.array([_FEWEST, _MOST, NOTHING])


def affinities(model: SoundModel, forms: Sequence[str], names: Sequence[str]) -> Matrix:
    """Give the mutual information per letter of each form (row) with each Latin name (column).

    A form's words stand in the order that suits the name best.
    """
    ways = [spellings(model, form) for form in forms]
    found = compared(
        laid_out([way for each in ways for way in each]),
        laid_out([latin_spelling(model, name) for name in names]),
        model.chances, STRANGE, _LENGTHS,
    )  # fmt: skip
    best = np.full((len(forms), len(names)), NOTHING)
    rows = np.repeat(np.arange(len(forms)), [len(each) for each in ways])
    np.maximum.at(best, rows, found)
    return best


@lru_cache(maxsize=1 << 14)
def spellings(model: SoundModel, form: str) -> tuple[tuple[Units, float], ...]:
    """Spell a form out in each order of its words, with log p of each."""
    return tuple((way, model.alone_units(way)) for way in model.spellings(form))


@lru_cache(maxsize=1 << 14)
def latin_spelling(model: SoundModel, name: str) -> tuple[Units, float]:
    """Spell a Latin name out, with log p of it."""
    letters = codes(folded(name))
    return letters.astype(np.int32), model.alone_letters(letters)


def laid_out(spelt: Sequence[tuple[Units, float]]) -> Side:
    """Lay spellings one behind the other."""
    ends = np.cumsum([0, *(way.size for way, _ in spelt)])
    return Side(
        np.concatenate([*(way for way, _ in spelt), np.empty(0, np.int32)]),
        np.stack([ends[:-1], ends[1:]], axis=1),
        np.array([alone for _, alone in spelt], np.float64),
    )


def latin_affinities(names: Sequence[str]) -> Matrix:
    """Say how near Latin spellings are to one another: mutual information per letter, both ways, averaged.

    Two spellings above `SAME` are one name in 99 of 100 cases; about 0 is chance.
    """
    model = SoundModel.load("la")
    one_way = affinities(model, names, names)
    return (one_way + one_way.T) / 2


def latin_affinity(one: str, other: str) -> float:
    """Say how near two Latin spellings are in sound (see `latin_affinities`)."""
    return float(latin_affinities([one, other])[0, 1])
