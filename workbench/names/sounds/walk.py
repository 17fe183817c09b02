"""The walk through a tree of names that a sound guides: a beam over the units of what was heard.

At each unit the likeliest nodes are kept; each goes on by every run of letters that the next unit, or the next two,
may stand for. How long it takes depends on the beam, hardly on how many names the tree holds.
"""

from typing import NamedTuple

import numpy as np

from workbench.names.sounds.lattice import Floats, Keys, Units
from workbench.names.sounds.machine import inlined, kernel
from workbench.names.sounds.trie import Nodes, Trie, descendant

_ROOM = 1 << 13
_FAR = -1e9
_HASH = 40503  # Knuth's multiplier for 16 bits


class Options(NamedTuple):
    """What units may stand for: packed letters and weights, the heaviest first within the rows of one key."""

    letters: Keys
    weights: Floats


class Beam(NamedTuple):
    """The nodes kept at each unit, found by hashing; `lead` has the best score and `sizes` how many there are."""

    spots: Units
    nodes: Nodes
    scores: Floats
    sizes: Keys
    lead: Floats


class Width(NamedTuple):
    """How many nodes go on, how far they may lie behind the best, and what a unit costs that is not written."""

    nodes: int
    behind: float
    unwritten: float


@inlined
def offer(beam: Beam, position: int, node: int, score: float) -> None:
    """Enter a node at a position, or better its score."""
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
    beam.lead[position] = max(score, beam.lead[position])


@kernel
def walked(rows: Units, options: Options, tree: Trie, width: Width) -> tuple[Nodes, Floats]:
    """Find the spellings a sound may have: their numbers and their scores.

    `rows[i]` has the options of unit i (from, to) and of units i and i + 1 (from, to).
    """
    n = rows.shape[0]
    beam = Beam(
        np.full((n + 1, 2 * _ROOM), -1, np.int32),
        np.zeros((n + 1, _ROOM), np.int32),
        np.zeros((n + 1, _ROOM)),
        np.zeros(n + 1, np.int64),
        np.full(n + 1, _FAR),
    )
    offer(beam, 0, 0, 0.0)
    for i in range(n):
        size = beam.sizes[i]
        order = np.argsort(-beam.scores[i, :size])[: width.nodes]
        for slot in order:
            score = beam.scores[i, slot]
            if score < beam.lead[i] - width.behind:
                break
            offer(beam, i + 1, beam.nodes[i, slot], score + width.unwritten)
            go_on(beam, i, beam.nodes[i, slot], score, rows, options, tree, width)
    return ended(beam, tree, n)


@inlined
def go_on(beam, i, node, score, rows, options, tree, width):
    """Enter all nodes that the options of a unit lead to from a node."""
    for a in range(min(2, rows.shape[0] - i)):
        for option in range(rows[i, 2 * a], rows[i, 2 * a + 1]):
            ahead = score + options.weights[option]
            if ahead < beam.lead[i + a + 1] - width.behind:
                break
            reached = descendant(tree, node, options.letters[option])
            if reached >= 0:
                offer(beam, i + a + 1, reached, ahead)


@inlined
def ended(beam: Beam, tree: Trie, n: int) -> tuple[Nodes, Floats]:
    """Give the spellings that end where the beam ends."""
    words = tree.word[beam.nodes[n, : beam.sizes[n]]]
    kept = words >= 0
    return words[kept], beam.scores[n, : beam.sizes[n]][kept]
