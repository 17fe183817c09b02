"""IBM model 1: which words of two texts explain one another, by where they meet (Brown and others 1993)."""

import numpy as np
from numpy.typing import NDArray

from workbench.align.block import Ids
from workbench.align.coarse import Path
from workbench.align.kernel import inlined, kernel
from workbench.align.tokens import Offsets
from workbench.align.weights import Floats

ROUNDS = 5
NULL_SHARE = 1.0  # words that nothing in the other sentence explains


@kernel
def meetings(
    a_first: Offsets, a_ids: Ids, b_first: Offsets, b_ids: Ids, width: int, path: Path
) -> tuple[NDArray[np.int64], Ids, NDArray[np.int64]]:
    """Give the names of the word pairs that meet in beads, and for each bead its grid of their numbers.

    The grid of bead k begins at `first[k, 0]` in the numbers, with a row for each word of a, and has
    `first[k, 1]` columns.
    """
    total = 0
    for k in range(len(path)):
        i, p, j, q = path[k]
        total += (a_first[p] - a_first[i]) * (b_first[q] - b_first[j])
    size = 16
    while size < 2 * total:
        size *= 2
    keys, places = np.full(size, -1, np.int64), np.empty(size, np.int32)
    names, pairs = np.empty(total, np.int64), np.empty(total, np.int32)
    first = np.zeros((len(path) + 1, 2), np.int64)
    n, at = 0, 0
    for k in range(len(path)):
        i, p, j, q = path[k]
        first[k, 0], first[k, 1] = at, b_first[q] - b_first[j]
        for s in range(a_first[i], a_first[p]):
            for t in range(b_first[j], b_first[q]):
                name = np.int64(a_ids[s]) * width + b_ids[t]
                place = slot(keys, name)
                if keys[place] < 0:
                    keys[place], places[place], names[n] = name, n, name
                    n += 1
                pairs[at] = places[place]
                at += 1
    first[len(path), 0] = at
    return names[:n].copy(), pairs, first


@inlined
def slot(keys: NDArray[np.int64], name: int) -> int:
    """Find the place of a name in an open hash table, or the free place where it belongs."""
    place = ((name * 0x9E3779B97F4A7C1) >> 20) & (len(keys) - 1)
    while keys[place] >= 0 and keys[place] != name:
        place = (place + 1) & (len(keys) - 1)
    return place


def expect(
    pairs: Ids, first: NDArray[np.int64], one: Ids, two: Ids, sizes: tuple[int, int]
) -> tuple[Floats, Floats, Floats]:
    """Run IBM model 1 both ways; give the expected counts of each pair, and in how many places it met."""
    ahead, back = (np.full(len(one), 1.0 / max(1, size), np.float32) for size in sizes[::-1])
    ahead_count, back_count, met = ahead, back, ahead
    for _ in range(ROUNDS):
        ahead_count, back_count, met = count(pairs, first, ahead, back, sizes)
        ahead, back = shares(ahead_count, one, sizes[0]), shares(back_count, two, sizes[1])
    return ahead_count, back_count, met


@kernel
def count(
    pairs: Ids, first: NDArray[np.int64], ahead: Floats, back: Floats, sizes: tuple[int, int]
) -> tuple[Floats, Floats, Floats]:
    """Share each word out among those it meets, by how likely each is to explain it."""
    ahead_count, back_count, met = np.zeros_like(ahead), np.zeros_like(back), np.zeros_like(ahead)
    for k in range(len(first) - 1):
        start, columns = first[k, 0], first[k, 1]
        rows = (first[k + 1, 0] - start) // max(1, columns)
        for t in range(columns):
            share_out(pairs, start + t, rows, columns, ahead, ahead_count, NULL_SHARE / sizes[1])
        for s in range(rows):
            share_out(pairs, start + s * columns, columns, 1, back, back_count, NULL_SHARE / sizes[0])
        for place in range(start, start + rows * columns):
            met[pairs[place]] += 1.0
    return ahead_count, back_count, met


@inlined
def share_out(  # noqa: PLR0913, PLR0917 -- a kernel takes what it works on one by one
    pairs: Ids, start: int, steps: int, stride: int, share: Floats, counts: Floats, nothing: float
) -> None:
    """Share one word out among the pairs at `start`, one every `stride`."""
    total = nothing
    for k in range(steps):
        total += share[pairs[start + k * stride]]
    for k in range(steps):
        pair = pairs[start + k * stride]
        counts[pair] += share[pair] / total


@kernel
def shares(counts: Floats, owner: Ids, size: int) -> Floats:
    """Turn counts into shares of each owner's total."""
    totals = np.zeros(size)
    for k in range(len(owner)):
        totals[owner[k]] += counts[k]
    result = np.zeros_like(counts)
    for k in range(len(owner)):
        if totals[owner[k]] > 0.0:
            result[k] = counts[k] / totals[owner[k]]
    return result
