"""How one script sounds in Latin letters: a learnt table ready to score, compare and cut up names."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from workbench.names.sounds.lattice import (
    LETTER_BITS,
    MOST_LETTERS,
    MOST_UNITS,
    SIDE,
    UNIT_BITS,
    Chunks,
    Floats,
    Keys,
    Letters,
    Units,
    alone,
    filled,
    joint,
    prefixed,
    traced,
)
from workbench.names.sounds.letters import SPACE, codes, folded
from workbench.names.sounds.orders import orders
from workbench.names.sounds.table import Table, load
from workbench.names.sounds.units import units

# Weight of the marginal: with none, common letters win over right ones; measured best on four scripts.
MARGINAL = 0.9
# One unit with b letters that never met: e^(-10 - 2.5 b), under the rarest chunk of any table.
STRANGE = np.exp(-10 - 2.5 * np.arange(MOST_LETTERS + 1))
STRANGE_ALONE = 1e-6
_UNKNOWN = (1 << UNIT_BITS) - 1  # the code of a unit no table has
_LETTERS = (1 << SIDE) - 1
_ROOM = 1.5  # places for each chunk: small tables stay in the processor's cache
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Chunk:
    """Units that stand for letters, and in what share of the known names these units do."""

    units: tuple[str, ...]
    letters: str
    share: float


@dataclass(frozen=True, eq=False)
class SoundModel:
    """A table as probabilities. Scores are natural logarithms."""

    language: str
    table: Table

    @staticmethod
    @cache
    def load(language: str) -> "SoundModel":
        """Give the shipped model of `ko`, `ru`, `ar`, `zh`, `ja` (kana) or `la` (mangled Latin)."""
        resource = files("workbench.names.sounds").joinpath(f"data/{language}.npz")
        with resource.open("rb") as file:
            return SoundModel(language, load(file))

    @staticmethod
    def read(language: str, path: Path) -> "SoundModel":
        """Give a model that a user has learnt with `train`."""
        return SoundModel(language, load(path))

    def score(self, form: str, name: str) -> float:
        """Rank `name` among Latin names for `form`: log p(form, name) - 0.9 log p(name), best order."""
        letters = codes(folded(name))
        return self.joint(form, letters) - MARGINAL * self.alone_letters(letters)

    def affinity(self, form: str, name: str) -> float:
        """Say how much likelier than by chance two forms go together: mutual information per letter.

        Above about 1 they are likely one name; below 0 they are not. Minus infinity when one is empty.
        """
        letters = codes(folded(name))
        if not letters.size:
            return -np.inf
        ways = self.spellings(form)
        scores = [self.together(way, letters) - self.alone_units(way) for way in ways]
        return (max(scores, default=-np.inf) - self.alone_letters(letters)) / letters.size

    def joint(self, form: str, letters: Letters) -> float:
        """Give log p(form, letters) in the best order of the form's words."""
        return max((self.together(way, letters) for way in self.spellings(form)), default=-np.inf)

    def together(self, way: Units, letters: Letters) -> float:
        """Give log p of encoded units and letters."""
        return joint(way, letters.astype(np.int32), self.chances, STRANGE)

    def spellings(self, form: str) -> list[Units]:
        """Give the form as codes in each order its words may stand in."""
        return [self.encoded(order) for order in self.orders(form)]

    def encoded(self, spelt: Iterable[str]) -> Units:
        """Give the codes of units."""
        return np.array([self.alphabet.get(unit, _UNKNOWN) for unit in spelt], np.int32)

    def alone_letters(self, letters: Letters) -> float:
        """Give log p of letters, whatever they stand for."""
        return alone(letters.astype(np.int32), MOST_LETTERS, LETTER_BITS, self.letter_chances, STRANGE_ALONE)

    def alone_units(self, way: Units) -> float:
        """Give log p of units, however they are written."""
        return alone(way, MOST_UNITS, UNIT_BITS, self.unit_chances, STRANGE_ALONE)

    def chunks(self, form: str, name: str) -> list[Chunk]:
        """Cut both forms up the likeliest way, in the best order of the form's words."""
        letters = codes(folded(name))
        ways = self.orders(form)
        best = max(ways, key=lambda way: self.together(self.encoded(way), letters), default=[])
        return self.cut(best, folded(name), self.chances)

    def orders(self, form: str) -> list[list[str]]:
        """Give the form's units in each order its words may stand in."""
        spelt = units(form, self.language)[:_LONGEST]
        return orders(spelt, self.language) if spelt else []

    def cut(self, spelt: list[str], name: str, chances: Chunks) -> list[Chunk]:
        """Cut units and folded letters up the likeliest way."""
        found, i, j = [], 0, 0
        for a, b in traced(self.encoded(spelt), codes(name), chances, STRANGE).tolist():
            side, letters = tuple(spelt[i : i + a]), name[j : j + b]
            found.append(Chunk(side, letters, self.share(side, letters)))
            i, j = i + a, j + b
        return found

    def share(self, side: tuple[str, ...], letters: str) -> float:
        """Say in what share of their uses units stand for letters, 0 to 1."""
        packed = sum(int(code) << (UNIT_BITS * place) for place, code in enumerate(self.encoded(side)))
        low, high = np.searchsorted(self.rows, [packed, packed + 1])
        wanted = sum(int(code) << (LETTER_BITS * place) for place, code in enumerate(codes(letters)))
        counts = self.ordered.counts[low:high]
        hit = counts[(self.ordered.chunks[low:high] & _LETTERS) == wanted]
        return float(hit.sum() / counts.sum()) if counts.size else 0.0

    @cached_property
    def alphabet(self) -> dict[str, int]:
        """The code of each unit."""
        return {unit: code for code, unit in enumerate(dict.fromkeys((*self.table.units, SPACE)), 1)}

    @cached_property
    def ordered(self) -> Table:
        """The chunks by their units, commonest first; with a space where names were learnt word by word."""
        chunks, counts = self.table.chunks, self.table.counts
        if SPACE not in self.table.units:
            chunks, counts = with_space(self.table)
        order = np.lexsort((-counts, chunks >> SIDE))
        return Table((*self.table.units, SPACE), chunks[order], counts[order])

    @cached_property
    def rows(self) -> Keys:
        """The packed units of each chunk of `ordered`."""
        return self.ordered.chunks >> SIDE

    @cached_property
    def chances(self) -> Chunks:
        """p(units, letters)."""
        counts = self.ordered.counts
        roomy = prefixed(looked_up(self.ordered.chunks, counts / counts.sum(), 1 + MOST_LETTERS))
        used = roomy.keys != 0
        return looked_up(roomy.keys[used], roomy.values[used])

    @cached_property
    def letter_chances(self) -> Chunks:
        """p(letters), summed over units, without the empty."""
        letters, chances = self.letter_marginals
        return looked_up(letters[letters > 0], chances[letters > 0])

    @cached_property
    def letter_marginals(self) -> tuple[Keys, Floats]:
        """Each run of letters, packed, and its probability."""
        return summed(self.ordered.chunks & _LETTERS, self.ordered.counts)

    @cached_property
    def unit_chances(self) -> Chunks:
        """p(units), summed over letters."""
        return looked_up(*summed(self.rows, self.ordered.counts))


def with_space(table: Table) -> tuple[Keys, Floats]:
    """Add the chunk of a space with a space, as common as one in ten."""
    code = len(table.units) + 1
    chunk = (code << SIDE) | int(codes(SPACE)[0])
    return np.append(table.chunks, chunk), np.append(table.counts, table.counts.sum() / 10)


def summed(keys: Keys, counts: Floats) -> tuple[Keys, Floats]:
    """Sum up equal keys, as probabilities."""
    different, back = np.unique(keys, return_inverse=True)
    return different, np.bincount(back, counts) / counts.sum()


def looked_up(keys: NDArray[np.int64], chances: Floats, share: int = 1) -> Chunks:
    """Make a table to look chunks up, with room for `share` times as many."""
    return filled(keys, chances, 1 << int(np.ceil(np.log2(_ROOM * share * keys.size))))
