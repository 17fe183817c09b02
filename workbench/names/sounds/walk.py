"""The walk through a tree of names that a sound guides: a beam over the units of what was heard.

At each unit the likeliest nodes are kept; each goes on by every run of letters that the next unit, or the next two,
may stand for. How long it takes depends on the beam, hardly on how many names the tree holds.
"""

from typing import NamedTuple

import numpy as np

from workbench.names.sounds.lattice import LETTER_BITS, Floats, Keys, Units
from workbench.names.sounds.machine import inlined, kernel
from workbench.names.sounds.trie import Nodes, Trie, descendant

_ROOM = 1 << 12  # nodes at one unit; those that come later are not taken in
_FAR = -1e9
_HASH = 40503  # Knuth's multiplier for 16 bits
_OFTEN = 128  # nodes, after which it is looked anew who will not go on


class Options(NamedTuple):
    """What units may stand for: packed letters and weights, the heaviest first among those of one first letter.

    `first[row, letter]` to `first[row, letter + 1]` are those of a row that begin with a letter; 0 is none.
    """

    letters: Keys
    weights: Floats
    first: Units


class Beam(NamedTuple):
    """The nodes kept at each unit, found by hashing; `sizes` has how many there are."""

    spots: Units
    nodes: Nodes
    scores: Floats
    sizes: Keys
    cut: Floats  # a score with which a node will not go on


class Width(NamedTuple):
    """How many nodes go on, how far they may lie behind the best, and what a unit costs that is not written."""

    nodes: int
    behind: float
    unwritten: float


@inlined
def offer(beam: Beam, position: int, node: int, score: float, width: Width) -> None:
    """Enter a node at a position, or better its score; note how far behind others will not go on."""
    mask = beam.spots.shape[1] - 1
    at = (node * _HASH) & mask
    slot = beam.spots[position, at]
    while slot >= 0 and beam.nodes[position, slot] != node:
        at = (at + 1) & mask
        slot = beam.spots[position, at]
    if slot >= 0:
        beam.scores[position, slot] = max(score, beam.scores[position, slot])
    elif beam.sizes[position] < _ROOM:
        slot = beam.sizes[position]
        beam.spots[position, at] = slot
        beam.nodes[position, slot] = node
        beam.scores[position, slot] = score
        beam.sizes[position] = slot + 1
        if slot > width.nodes and slot % _OFTEN == 0:
            scores = beam.scores[position, :slot]
            worst = np.partition(scores, slot - width.nodes)[slot - width.nodes]
            beam.cut[position] = max(beam.cut[position], worst)
    beam.cut[position] = max(beam.cut[position], score - width.behind)


@inlined
def kept(beam: Beam, position: int, width: Width) -> Units:
    """Give the slots of the likeliest nodes at a position, the best first."""
    scores = beam.scores[position, : beam.sizes[position]]
    slots = np.flatnonzero(scores >= beam.cut[position])
    return slots[np.argsort(-scores[slots])][: width.nodes]


@kernel
def walked(rows: Units, options: Options, tree: Trie, width: Width) -> tuple[Nodes, Floats]:
    """Find the spellings a sound may have: their numbers and their scores.

    `rows[i]` has the row of options of unit i, and that of units i and i + 1 together; -1 for none.
    """
    n = rows.shape[0]
    beam = Beam(
        np.full((n + 1, 2 * _ROOM), -1, np.int32),
        np.zeros((n + 1, _ROOM), np.int32),
        np.zeros((n + 1, _ROOM)),
        np.zeros(n + 1, np.int64),
        np.full(n + 1, _FAR),
    )
    offer(beam, 0, 0, 0.0, width)
    for i in range(n):
        for slot in kept(beam, i, width):
            score, node = beam.scores[i, slot], beam.nodes[i, slot]
            if score + width.unwritten > beam.cut[i + 1]:
                offer(beam, i + 1, node, score + width.unwritten, width)
            for a in range(min(2, n - i)):
                if rows[i, a] >= 0:
                    go_on(beam, i + a + 1, node, score, rows[i, a], options, tree, width)
    words = tree.word[beam.nodes[n, : beam.sizes[n]]]
    return words[words >= 0], beam.scores[n, : beam.sizes[n]][words >= 0]


@kernel
def go_on(
    beam: Beam, goal: int, node: int, score: float, row: int, options: Options, tree: Trie, width: Width
) -> None:
    """Enter all nodes that a row of options leads to from a node."""
    if options.first[row, 1] > options.first[row, 0]:
        ahead = score + options.weights[options.first[row, 0]]
        if ahead > beam.cut[goal]:
            offer(beam, goal, node, ahead, width)
    for below in range(tree.first[node], tree.first[node + 1]):
        letter = tree.label[below]
        for option in range(options.first[row, letter], options.first[row, letter + 1]):
            ahead = score + options.weights[option]
            if ahead < beam.cut[goal]:
                break
            reached = descendant(tree, below, options.letters[option] >> LETTER_BITS)
            if reached >= 0:
                offer(beam, goal, reached, ahead, width)
