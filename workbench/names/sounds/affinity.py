"""How near names are in sound: Latin spellings with one another, and forms of a script with Latin names."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from workbench.names.sounds.lattice import Floats, Keys, Letters, joints
from workbench.names.sounds.letters import codes, folded
from workbench.names.sounds.model import STRANGE, SoundModel

Matrix = NDArray[np.float64]

NOTHING = -20.0  # per letter, of forms that cannot be compared, and the least there is
# Letters for a unit: outside of this no two forms are one name (Hangul 이 Yi to 으 in Featherstonehaugh).
_FEWEST, _MOST = 0.4, 3.5


@dataclass(frozen=True, slots=True)
class Spellings:
    """Latin names one behind the other as a model compares them: where each lies, and log p of each."""

    letters: Letters
    spans: Keys
    alone: Floats

    @property
    def sizes(self) -> Keys:
        """How many letters each has."""
        sizes: Keys = self.spans[:, 1] - self.spans[:, 0]
        return sizes


def spellings(model: SoundModel, names: Sequence[str]) -> Spellings:
    """Lay names out to be compared."""
    spelt = [codes(folded(name)) for name in names]
    ends = np.cumsum([0, *map(len, spelt)])
    return Spellings(
        np.concatenate([*spelt, np.empty(0, np.uint8)]),
        np.stack([ends[:-1], ends[1:]], axis=1),
        np.array([model.alone_letters(letters) for letters in spelt]),
    )


def affinities(model: SoundModel, forms: Sequence[str], names: Sequence[str]) -> Matrix:
    """Give the mutual information per letter of each form (row) with each Latin name (column)."""
    laid = spellings(model, names)
    rows = [row_of(model, form, laid) for form in forms]
    return np.array(rows).reshape(len(forms), len(names))


def row_of(model: SoundModel, form: str, laid: Spellings) -> Floats:
    """Compare one form with each name, in the best order of the form's words."""
    row = np.full(laid.alone.size, NOTHING)
    for way in model.spellings(form):
        near = np.flatnonzero((laid.sizes >= _FEWEST * way.size) & (laid.sizes <= _MOST * way.size))
        both = joints(way, laid.letters, laid.spans[near], model.chances, STRANGE)
        shared = (both - model.alone_units(way) - laid.alone[near]) / laid.sizes[near]
        row[near] = np.maximum(row[near], shared)
    return row


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
