"""The walk through a tree of names that a sound guides: a beam over the units of what was heard.

At each unit the likeliest nodes are kept; each goes on by every run of letters that the next unit, or the
next two, may stand for. How long it takes depends on the beam, hardly on how many names the tree holds.
"""

from typing import NamedTuple

import numpy as np

from workbench.names.sounds.lattice import Floats, Keys, Letters, Units
from workbench.names.sounds.machine import inlined, kernel
from workbench.names.sounds.trie import Nodes, Trie

_ROOM = 1 << 11  # nodes at one unit; those that come later are not taken in
_RING = 3  # units at once: one that goes on, and the two it goes on to
_OFTEN = 128  # nodes, after which it is looked anew who will not go on
_FAR = -1e9
_DEEP = 256  # pairs of nodes that wait at once; a tree of letters has not so many
_HASH = 40503  # Knuth's multiplier for 16 bits


class Options(NamedTuple):
    """What units may stand for, as a tree of letters of its own (see `trie`).

    `weight` is that of the letters that end at a node, `bound` the best of any that go on from it;
    `entry[row]` has the node of no letter for a row of options, `entry[row, letter]` that of a first letter;
    -1 for none.
    """

    label: Letters
    first: Nodes
    weight: Floats
    bound: Floats
    entry: Nodes


class Beam(NamedTuple):
    """The nodes kept at each unit, found by hashing; `sizes` has how many there are."""

    spots: Units
    nodes: Nodes
    scores: Floats
    sizes: Keys
    cut: Floats  # a score with which a node will not go on
    pile: Nodes  # pairs of nodes, of the names' tree and of the options', that wait to be looked at


class Width(NamedTuple):
    """How many nodes go on, how far they may lie behind the best, what a unit costs that is not written."""

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
def kept(beam: Beam, position: int, width: Width) -> Keys:
    """Give the slots of the likeliest nodes at a position, the best first."""
    scores = beam.scores[position, : beam.sizes[position]]
    slots = np.flatnonzero(scores >= beam.cut[position])
    return slots[np.argsort(-scores[slots])][: width.nodes]


@kernel
def push(  # noqa: PLR0913, PLR0917 -- a kernel takes what it works on one by one
    here: int,
    there: int,
    score: float,
    cut: float,
    options: Options,
    tree: Trie,
    ours: Nodes,
    theirs: Nodes,
    waiting: int,
) -> int:
    """Put the children that both nodes have on the pile, where they may be good enough; give its height."""
    one, one_end = tree.first[here], tree.first[here + 1]
    other, other_end = options.first[there], options.first[there + 1]
    while one < one_end and other < other_end:
        mine, its = tree.label[one], options.label[other]
        if mine == its and waiting < _DEEP and score + options.bound[other] > cut:
            ours[waiting], theirs[waiting] = one, other
            waiting += 1
        if mine <= its:
            one += 1
        if mine >= its:
            other += 1
    return waiting


@kernel
def go_on(  # noqa: PLR0913, PLR0917 -- a kernel takes what it works on one by one
    beam: Beam, goal: int, node: int, score: float, row: int, options: Options, tree: Trie, width: Width
) -> None:
    """Enter all nodes that a row of options leads to from a node: both trees are walked side by side."""
    ours, theirs = beam.pile[0], beam.pile[1]
    if score + options.weight[options.entry[row, 0]] > beam.cut[goal]:
        offer(beam, goal, node, score + options.weight[options.entry[row, 0]], width)
    for below in range(tree.first[node], tree.first[node + 1]):
        option = options.entry[row, tree.label[below]]
        if option < 0 or score + options.bound[option] <= beam.cut[goal]:
            continue
        ours[0], theirs[0], waiting = below, option, 1
        while waiting > 0:
            waiting -= 1
            here, there = ours[waiting], theirs[waiting]
            if score + options.weight[there] > beam.cut[goal]:
                offer(beam, goal, here, score + options.weight[there], width)
            waiting = push(here, there, score, beam.cut[goal], options, tree, ours, theirs, waiting)


@kernel
def walked(rows: Units, options: Options, tree: Trie, width: Width) -> tuple[Nodes, Floats]:
    """Find the spellings a sound may have: their numbers and their scores.

    `rows[i]` has the row of options of unit i, and that of units i and i + 1 together; -1 for none.
    """
    n = rows.shape[0]
    beam = Beam(
        np.full((_RING, 2 * _ROOM), -1, np.int32),
        np.empty((_RING, _ROOM), np.int32),
        np.empty((_RING, _ROOM)),
        np.zeros(_RING, np.int64),
        np.full(_RING, _FAR),
        np.empty((2, _DEEP), np.int32),
    )
    offer(beam, 0, 0, 0.0, width)
    for i in range(n):
        for slot in kept(beam, i % _RING, width):
            score, node = beam.scores[i % _RING, slot], beam.nodes[i % _RING, slot]
            if score + width.unwritten > beam.cut[(i + 1) % _RING]:
                offer(beam, (i + 1) % _RING, node, score + width.unwritten, width)
            for a in range(min(2, n - i)):
                if rows[i, a] >= 0:
                    go_on(beam, (i + a + 1) % _RING, node, score, rows[i, a], options, tree, width)
        emptied(beam, i % _RING)
    last = n % _RING
    words = tree.word[beam.nodes[last, : beam.sizes[last]]]
    return words[words >= 0], beam.scores[last, : beam.sizes[last]][words >= 0]


@inlined
def emptied(beam: Beam, position: int) -> None:
    """Make room for another unit."""
    beam.spots[position] = -1
    beam.sizes[position], beam.cut[position] = 0, _FAR
