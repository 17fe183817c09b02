"""The heaviest chain of pairs that rises on both sides, and which of its links others bear out."""

import numpy as np
from numpy.typing import NDArray

from workbench.align.kernel import kernel

Marks = NDArray[np.int64]  # rows i, j and the weight of what they share (millinats)
# Sentences around a landmark in which others must lie, how far off its diagonal, and how many.
NEAR, DRIFT, WITNESSES = 15, 8, 2


@kernel
def chain(rows: NDArray[np.int64], columns: NDArray[np.int64], weight: NDArray[np.int64]) -> Marks:
    """Give the heaviest sequence of pairs that rises on both sides (Fenwick tree of maxima over columns)."""
    n = len(rows)
    size = columns.max() + 2 if n else 1
    tree = np.full(size + 1, -1, np.int64)  # the pair that ends the heaviest chain up to a column
    total, before = np.zeros(n, np.int64), np.full(n, -1, np.int64)
    best = -1
    for k in range(n):
        at = columns[k]
        while at > 0:
            if tree[at] >= 0 and (before[k] < 0 or total[tree[at]] > total[before[k]]):
                before[k] = tree[at]
            at -= at & -at
        total[k] = weight[k] + (total[before[k]] if before[k] >= 0 else 0)
        at = columns[k] + 1
        while at <= size:
            if tree[at] < 0 or total[k] > total[tree[at]]:
                tree[at] = k
            at += at & -at
        if best < 0 or total[k] > total[best]:
            best = k
    marks, m = np.empty((n, 3), np.int64), n
    while best >= 0:
        m -= 1
        marks[m, 0], marks[m, 1], marks[m, 2] = rows[best], columns[best], weight[best]
        best = before[best]
    return marks[m:].copy()


@kernel
def supported(marks: Marks) -> Marks:
    """Keep the landmarks that enough others near them agree with."""
    kept, n = np.empty_like(marks), 0
    for k in range(len(marks)):
        witnesses = 0
        for step in (-1, 1):
            other = k + step
            while 0 <= other < len(marks) and abs(marks[other, 0] - marks[k, 0]) <= NEAR:
                drift = (marks[other, 1] - marks[k, 1]) - (marks[other, 0] - marks[k, 0])
                witnesses += abs(drift) <= DRIFT
                other += step
        if witnesses >= WITNESSES:
            kept[n] = marks[k]
            n += 1
    return kept[:n].copy()
