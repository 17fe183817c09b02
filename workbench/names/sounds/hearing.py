"""A model's chunks as options for the walk through a tree of names, and the words of a tree near in sound."""

from dataclasses import dataclass
from functools import cache

import numpy as np

from workbench.names.sounds.lattice import (
    LETTER_BITS,
    MOST_LETTERS,
    SIDE,
    UNIT_BITS,
    Floats,
    Keys,
    Units,
)
from workbench.names.sounds.letters import LETTERS
from workbench.names.sounds.model import MARGINAL, SoundModel
from workbench.names.sounds.trie import Nodes, Trie, planted
from workbench.names.sounds.walk import Options, Width, walked

_ALL = (1 << SIDE) - 1


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
    keys, row = np.unique(model.rows, return_inverse=True)
    options = tree_of(row, letters, share - MARGINAL * marginal)
    return Hearing(options, dict(zip(keys.tolist(), range(keys.size), strict=True)))


def tree_of(row: Keys, letters: Keys, weights: Floats) -> Options:
    """Make the tree of all rows' letters: a row is spelt by two letters before its first."""
    texts = np.zeros((row.size, 2 + MOST_LETTERS), np.uint8)
    texts[:, 0], texts[:, 1] = row // 255 + 1, row % 255 + 1
    texts[:, 2:] = (letters[:, None] >> LETTER_BITS * np.arange(MOST_LETTERS)) & 255
    order = np.lexsort(texts.T[::-1])
    texts = texts[order]
    starts = np.concatenate([[0], np.cumsum((texts > 0).sum(axis=1))])
    tree = planted(texts[texts > 0], starts)
    weight = np.where(tree.word >= 0, weights[order][tree.word], -np.inf)
    parent = np.repeat(np.arange(tree.label.size), np.diff(tree.first))
    bound = weight.copy()
    for node in range(tree.label.size - 1, 0, -1):
        bound[parent[node - 1]] = max(bound[parent[node - 1]], bound[node])
    return Options(tree.label, tree.first, weight, bound, entries(tree, int(row.max()) + 1))


def entries(tree: Trie, rows: int) -> Nodes:
    """Give the nodes of each row and of its first letters."""
    entry = np.full((rows, len(LETTERS) + 1), -1, np.int32)
    first = tree.first
    for high in range(first[0], first[1]):
        for node in range(first[high], first[high + 1]):
            row = (int(tree.label[high]) - 1) * 255 + int(tree.label[node]) - 1
            entry[row, 0] = node
            below = np.arange(first[node], first[node + 1])
            entry[row, tree.label[below]] = below
    return entry


def heard(
    tree: Trie, most: int, model: SoundModel, word: tuple[str, ...], width: Width
) -> tuple[Nodes, Floats]:
    """Give the spellings of a tree that a word of units may have, the likeliest first, with their scores."""
    options = hearing(model)
    found, scores = walked(options.of(model.encoded(word)), options.options, tree, width)
    order = np.argsort(-scores)[:most]
    return found[order], scores[order]
