"""A stretch of both texts as the programme sees it: compact bags, running sums, and what a bead costs."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from workbench.align.kernel import inlined, kernel
from workbench.align.tokens import Offsets
from workbench.align.weights import Floats

Ids = NDArray[np.int32]
Sums = NDArray[np.float64]
Classes = NDArray[np.int8]
Area = tuple[int, int, int, int]  # sentences [0]:[1] of a and [2]:[3] of b

VARIANCE = 6.8  # of a length, for each character (Gale and Church 1993)
FARTHEST = 36.0  # of z²: six deviations; beyond, no length is odder than another


class Bag(NamedTuple):
    """Feature ids of sentences in a row with their counts."""

    first: Offsets
    ids: Ids
    counts: Floats


class Costs(NamedTuple):
    """What beads cost, in units of the weights; see `fine`.

    `ratio` is the length of b for one of a, `variance` that of a length, for each character.
    """

    alpha: float
    null: float
    merge: float
    length: float
    swap: float
    ratio: float
    variance: float


class Grid(NamedTuple):
    """The nodes a way may pass: first and last column of each row, and where its nodes begin among all."""

    low: Offsets
    high: Offsets
    base: Offsets


class Block(NamedTuple):
    """A stretch of both texts: bags over the features that both have, running sums from zero, boundaries.

    `ends_a` is the class of the boundary after each sentence, `joint` what it is worth that a bead ends at
    two classes, `inner_a` the running sum of what it is worth that a boundary is inside a bead, `alone_a`
    what it costs to leave each sentence alone, `chance` what two sentences share by chance, for each nat of
    the one and of the other.
    """

    a: Bag
    b: Bag
    weights: Floats
    weight_a: Sums
    weight_b: Sums
    length_a: Sums
    length_b: Sums
    ends_a: Classes
    ends_b: Classes
    joint: Sums
    inner_a: Sums
    inner_b: Sums
    alone_a: Sums
    alone_b: Sums
    chance: float


@kernel
def compact(a_ids: Ids, b_ids: Ids) -> tuple[Ids, Ids, Ids]:
    """Give the ids that both sides have new numbers from 0, the rest -1; the third array maps back."""
    size = 16
    while size < 2 * (len(a_ids) + 1):
        size *= 2
    keys, values = np.full(size, -1, np.int32), np.full(size, -1, np.int32)
    for name in a_ids:
        place = (name * 40503) & (size - 1)
        while keys[place] != -1 and keys[place] != name:
            place = (place + 1) & (size - 1)
        keys[place] = name
    back = np.empty(min(len(a_ids), len(b_ids)), np.int32)
    b_local, n = np.full(len(b_ids), -1, np.int32), 0
    for k in range(len(b_ids)):
        place = find(keys, b_ids[k])
        if place >= 0:
            if values[place] < 0:
                values[place], back[n] = n, b_ids[k]
                n += 1
            b_local[k] = values[place]
    a_local = np.empty(len(a_ids), np.int32)
    for k in range(len(a_ids)):
        a_local[k] = values[find(keys, a_ids[k])]
    return a_local, b_local, back[:n].copy()


@inlined
def find(keys: Ids, name: int) -> int:
    """Find the place of an id in an open hash table; -1 when it is not there."""
    place = (name * 40503) & (len(keys) - 1)
    while keys[place] != name:
        if keys[place] == -1:
            return -1
        place = (place + 1) & (len(keys) - 1)
    return place


@kernel
def squeezed(first: Offsets, local: Ids, counts: Floats) -> tuple[Offsets, Ids, Floats]:
    """Drop what the other side lacks, and write each id of a sentence once, with its count."""
    begin = np.zeros(len(first), np.int64)
    ids, sums = np.empty(len(local), np.int32), np.empty(len(local), np.float32)
    highest = 0
    for name in local:
        highest = max(highest, name)
    place = np.full(highest + 1, -1, np.int64)
    n = 0
    for sentence in range(len(first) - 1):
        for k in range(first[sentence], first[sentence + 1]):
            name = local[k]
            if name < 0:
                continue
            if place[name] < begin[sentence]:
                place[name] = n
                ids[n], sums[n] = name, 0.0
                n += 1
            sums[place[name]] += counts[k]
        begin[sentence + 1] = n
    return begin, ids[:n].copy(), sums[:n].copy()


def paired_bags(a: Bag, b: Bag) -> tuple[Bag, Bag, Ids]:
    """Give both bags over the features that both have, renumbered, and the old id of each new one."""
    a_local, b_local, back = compact(a.ids, b.ids)
    return Bag(*squeezed(a.first, a_local, a.counts)), Bag(*squeezed(b.first, b_local, b.counts)), back


@inlined
def toll(costs: Costs, sentences: int, weight: float, length_a: float, length_b: float) -> float:
    """Give what a bead costs, whatever its words: its number of sentences, their weight and their lengths."""
    expected = length_a * costs.ratio
    odd = min(FARTHEST, (expected - length_b) ** 2 / (costs.variance * 0.5 * (expected + length_b)))
    return costs.alpha * weight + costs.merge * (sentences - 2) + costs.length * odd
