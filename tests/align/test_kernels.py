"""The kernels against slow, obvious versions of themselves."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.align import Text
from workbench.align.block import FARTHEST
from workbench.align.boundaries import learn_worth
from workbench.align.chain import chain
from workbench.align.coarse import LARGEST, LARGEST_SUM
from workbench.align.fine import CHANCE, COLUMN, gains
from workbench.align.passing import Guide, block_of, whole_grid
from workbench.align.posterior import posterior, sums
from workbench.align.pricing import costs, first_guess
from workbench.align.programme import SWAPS, best_path
from workbench.align.sides import Hints, prepare

sentence = st.lists(
    st.sampled_from(["one", "two", "three", "four", "five,", "six?"]), min_size=1, max_size=5
).map(" ".join)
texts = st.lists(sentence, min_size=1, max_size=6)


def setting(a, b):
    with ThreadPoolExecutor(1) as pool:
        sides = prepare(Text(a, "en"), Text(b, "en"), Hints(), pool, lambda _: None)
    guide = Guide(costs(sides, first_guess(sides), None), learn_worth(sides.a.ends, sides.b.ends, None), 1.0)
    block = block_of(sides, np.arange(len(a)), np.arange(len(b)), guide)
    grid = whole_grid(len(a), len(b))
    return block, guide.costs, grid, gains(block, guide.costs, grid)


def bag(features, start, stop):
    found = Counter()
    for k in range(start, stop):
        for place in range(features.first[k], features.first[k + 1]):
            found[features.ids[place]] += features.counts[place]
    return found


def slow_gain(block, cost, i, p, j, q):
    one, two = bag(block.a, i, p), bag(block.b, j, q)
    mass = sum(float(block.weights[name]) * min(times, two[name]) for name, times in one.items())
    weight = block.weight_a[p] - block.weight_a[i] + block.weight_b[q] - block.weight_b[j]
    expected, length = (
        (block.length_a[p] - block.length_a[i]) * cost.ratio,
        block.length_b[q] - block.length_b[j],
    )
    odd = min(FARTHEST, (expected - length) ** 2 / (cost.variance * (expected + length) / 2))
    worth = block.joint[block.ends_a[p - 1], block.ends_b[q - 1]]
    worth += block.inner_a[p - 1] - block.inner_a[i] + block.inner_b[q - 1] - block.inner_b[j]
    sides = (block.weight_a[p] - block.weight_a[i]) * (block.weight_b[q] - block.weight_b[j])
    mass -= CHANCE * block.chance * sides
    return 2 * mass - cost.alpha * weight - cost.merge * (p - i + q - j - 2) - cost.length * odd + worth


def ways(block, cost, rows, columns):  # noqa: C901 -- slow and obvious
    """Enumerate all ways from the first node: the value of each with its beads."""

    @cache
    def from_node(i, j):
        if (i, j) == (rows, columns):
            return [(0.0, ())]
        found = []
        for p in range(i, min(rows, i + LARGEST) + 1):
            for q in range(j, min(columns, j + LARGEST) + 1):
                if (p == i) != (q == j) and p + q - i - j == 1:
                    worth = -(block.alone_a[i] if p > i else block.alone_b[j])
                elif p > i and q > j and p + q - i - j <= LARGEST_SUM:
                    worth = slow_gain(block, cost, i, p, j, q)
                else:
                    continue
                found += [(worth + rest, ((i, p, j, q), *beads)) for rest, beads in from_node(p, q)]
        for a1, a2, b1, b2 in SWAPS.tolist():
            p, r, k, q = i + a1, i + a1 + a2, j + b1, j + b1 + b2
            if r <= rows and q <= columns:
                worth = slow_gain(block, cost, i, p, k, q) + slow_gain(block, cost, p, r, j, k) - cost.swap
                found += [
                    (worth + rest, ((i, p, k, q), (p, r, j, k), *beads)) for rest, beads in from_node(r, q)
                ]
        return found

    return from_node(0, 0)


@settings(max_examples=40, deadline=None)
@given(texts, texts)
def test_gains(a, b):
    block, cost, grid, table = setting(a, b)
    for p in range(1, len(a) + 1):
        for q in range(1, len(b) + 1):
            for i in range(max(0, p - LARGEST), p):
                for j in range(max(0, q - min(LARGEST, LARGEST_SUM - (p - i))), q):
                    found = table[grid.base[p] + q, COLUMN[p - i, q - j]]
                    assert found == pytest.approx(slow_gain(block, cost, i, p, j, q), rel=1e-3, abs=1e-2)


@settings(max_examples=15, deadline=None)
@given(st.lists(sentence, min_size=1, max_size=4), st.lists(sentence, min_size=1, max_size=3))
def test_the_best_way_and_how_sure_it_is(a, b):
    block, cost, grid, table = setting(a, b)
    every = ways(block, cost, len(a), len(b))
    best = max(value for value, _ in every)
    path = best_path(block, cost, table, grid)
    beads = tuple(map(tuple, path.tolist()))
    assert {way: value for value, way in every}[beads] == pytest.approx(best, abs=0.05)
    warmth = cost.merge
    total = sums(block, cost, table, grid, warmth)[-1]
    shares = {way: np.exp((value - total) / warmth) for value, way in every}
    assert sum(shares.values()) == pytest.approx(1.0, abs=0.01)
    sure = posterior(block, cost, table, grid, path, warmth)
    for bead, found in zip(beads, sure, strict=True):
        if monotone_at(beads, bead):  # not one of two that swapped
            assert found == pytest.approx(sum(shares[way] for way in shares if holds(way, bead)), abs=0.02)


def holds(way, bead):
    """Tell whether a way has a bead in line; a sentence alone counts wherever the other text stands."""
    i, p, j, q = bead
    if i == p:
        return any(other[0] == other[1] and other[2:] == (j, q) for other in way)
    if j == q:
        return any(other[2] == other[3] and other[:2] == (i, p) for other in way)
    return bead in way and monotone_at(way, bead)


def monotone_at(way, bead):
    """Tell whether a bead stands in a way between what is before it on both sides and what is after."""
    return all(
        (one[1] <= bead[0] and one[3] <= bead[2]) or (one[0] >= bead[1] and one[2] >= bead[3])
        for one in way
        if one != bead
    )


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20), st.integers(1, 9)), max_size=25))
def test_the_heaviest_chain(pairs):
    unique = sorted({(i, j): (i, j, w) for i, j, w in pairs}.values(), key=lambda mark: (mark[0], -mark[1]))
    best = [0] * len(unique)
    for k, (i, j, weight) in enumerate(unique):
        before = [best[m] for m in range(k) if unique[m][0] < i and unique[m][1] < j]
        best[k] = weight + max(before, default=0)
    columns = [np.array([mark[k] for mark in unique], np.int64) for k in range(3)]
    found = chain(*columns).tolist()
    assert sum(mark[2] for mark in found) == max(best, default=0)
    assert all(one[0] < two[0] and one[1] < two[1] for one, two in pairwise(found))
