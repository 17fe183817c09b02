"""A model's chunks as options for the walk through a tree of names, and the names that are near in sound."""

from dataclasses import dataclass
from functools import cache

import numpy as np

from workbench.names.sounds.lattice import SIDE, UNIT_BITS, Floats, Units
from workbench.names.sounds.model import MARGINAL, SoundModel
from workbench.names.sounds.trie import Nodes, Trie
from workbench.names.sounds.walk import Options, Width, walked

_LETTERS = (1 << SIDE) - 1


@dataclass(frozen=True, slots=True)
class Hearing:
    """The options of a model; `rows` has where those of one or two packed units begin and end."""

    options: Options
    rows: dict[int, tuple[int, int]]

    def of(self, way: Units) -> Nodes:
        """Give the rows of options of encoded units, as `walked` takes them."""
        codes = [int(code) for code in way]
        pairs = [one | two << UNIT_BITS for one, two in zip(codes, codes[1:], strict=False)]
        single = [self.rows.get(code, (0, 0)) for code in codes]
        double = [*(self.rows.get(pair, (0, 0)) for pair in pairs), (0, 0)]
        return np.array([(*one, *two) for one, two in zip(single, double, strict=True)], np.int32)


@cache
def hearing(model: SoundModel) -> Hearing:
    """Prepare a model's options: log p(units, letters) - 0.9 log p(letters) each."""
    table = model.ordered
    letters = table.chunks & _LETTERS
    known, chances = model.letter_marginals
    share = np.log(table.counts / table.counts.sum())
    marginal = np.where(letters > 0, np.log(chances[np.searchsorted(known, letters)]), 0.0)
    weights = share - MARGINAL * marginal
    order = np.lexsort((-weights, model.rows))
    keys, first, counts = np.unique(model.rows[order], return_index=True, return_counts=True)
    ends = (first + counts).tolist()
    rows = dict(zip(keys.tolist(), zip(first.tolist(), ends, strict=True), strict=True))
    return Hearing(Options(letters[order], weights[order]), rows)


def heard(model: SoundModel, word: tuple[str, ...], tree: Trie, width: Width, most: int) -> tuple[Nodes, Floats]:
    """Give the spellings of a tree that a word of units may have, the likeliest first, with their scores."""
    options = hearing(model)
    found, scores = walked(options.of(model.encoded(word)), options.options, tree, width)
    order = np.argsort(-scores)[:most]
    return found[order], scores[order]
