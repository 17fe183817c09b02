"""Many spellings as one tree of letters in flat arrays.

Nodes are numbered level by level, so that the children of a node lie side by side and follow those of the
node before it: `first[node]` to `first[node + 1]`, by their letters. `label` is the letter that leads to a
node, `word` the number of the spelling that ends there, or -1.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from workbench.names.sounds.lattice import Keys, Letters
from workbench.names.sounds.machine import kernel

Nodes = NDArray[np.int32]


class Trie(NamedTuple):
    """A tree of letters."""

    label: Letters
    first: Nodes
    word: Nodes


@kernel
def planted(letters: Letters, start: Keys) -> Trie:
    """Build the tree of sorted, different spellings; the k-th is `letters[start[k]:start[k + 1]]`."""
    most = letters.size + 2
    tree = Trie(np.zeros(most, np.uint8), np.zeros(most, np.int32), np.full(most, -1, np.int32))
    low, high = np.zeros(most, np.int32), np.zeros(most, np.int32)
    high[0] = start.size - 1
    nodes, depth, level_end, node = 1, 0, 1, 0
    while node < nodes:
        if node == level_end:
            depth += 1
            level_end = nodes
        tree.first[node] = nodes
        at = low[node]
        if at < high[node] and start[at + 1] - start[at] == depth:
            tree.word[node] = at
            at += 1
        while at < high[node]:
            letter = letters[start[at] + depth]
            low[nodes] = at
            while at < high[node] and letters[start[at] + depth] == letter:
                at += 1
            tree.label[nodes], high[nodes] = letter, at
            nodes += 1
        node += 1
    tree.first[nodes] = nodes
    return Trie(tree.label[:nodes].copy(), tree.first[: nodes + 1].copy(), tree.word[:nodes].copy())
