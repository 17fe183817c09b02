"""A model's chunks as options for the walk through a tree of names, and the words of a tree near in sound."""

from dataclasses import dataclass
from functools import cache

import numpy as np

from workbench.names.sounds.lattice import LETTER_BITS, SIDE, UNIT_BITS, Floats, Units
from workbench.names.sounds.letters import LETTERS
from workbench.names.sounds.model import MARGINAL, SoundModel
from workbench.names.sounds.trie import Nodes, Trie
from workbench.names.sounds.walk import Options, Width, walked

_ALL = (1 << SIDE) - 1
_ONE = (1 << LETTER_BITS) - 1


@dataclass(frozen=True, slots=True)
class Hearing:
    """The options of a model; `rows` has the row of one or two packed units."""

    options: Options
    rows: dict[int, int]

    def of(self, way: Units) -> Units:
        """Give the rows of options of encoded units, as `walked` takes them."""
        codes = way.tolist()
        ahead = [*codes[1:], 0]
        rows = self.rows
        return np.array(
            [
                (rows.get(one, -1), rows.get(one | two << UNIT_BITS, -1) if two else -1)
                for one, two in zip(codes, ahead, strict=True)
            ],
            np.int32,
        )


@cache
def hearing(model: SoundModel) -> Hearing:
    """Prepare a model's options: log p(units, letters) - 0.9 log p(letters) each."""
    table = model.ordered
    letters = table.chunks & _ALL
    known, chances = model.letter_marginals
    share = np.log(table.counts / table.counts.sum())
    marginal = np.where(letters > 0, np.log(chances[np.searchsorted(known, letters)]), 0.0)
    weights = share - MARGINAL * marginal
    keys, row = np.unique(model.rows, return_inverse=True)
    order = np.lexsort((-weights, letters & _ONE, row))
    signs = len(LETTERS) + 1
    sizes = np.bincount(row * signs + (letters & _ONE), minlength=keys.size * signs)
    ends = np.cumsum(sizes)
    first = np.zeros((keys.size, signs + 1), np.int32)
    first[:, 1:] = ends.reshape(-1, signs)
    first[1:, 0] = first[:-1, -1]
    return Hearing(
        Options(letters[order], weights[order], first),
        dict(zip(keys.tolist(), range(keys.size), strict=True)),
    )


def heard(
    model: SoundModel, word: tuple[str, ...], tree: Trie, width: Width, most: int
) -> tuple[Nodes, Floats]:
    """Give the spellings of a tree that a word of units may have, the likeliest first, with their scores."""
    options = hearing(model)
    found, scores = walked(options.of(model.encoded(word)), options.options, tree, width)
    order = np.argsort(-scores)[:most]
    return found[order], scores[order]
