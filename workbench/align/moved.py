"""Text that moved: sentences without a counterpart in their place, matched with any of the other text.

A match is the best of both, by a margin; then what stands around it is aligned as a text of its own.
"""

import numpy as np
from numpy.typing import NDArray

from workbench.align.block import Bag, Block, Sums
from workbench.align.coarse import Path
from workbench.align.kernel import kernel
from workbench.align.weights import Floats

COMMON = 200  # unmatched sentences with a feature, beyond which it tells none apart
MARGIN = 1.25  # by which the best match must beat the next


@kernel
def masses(block: Block, path: Path) -> Sums:
    """Give the overlap of each bead of a path."""
    a, b, weights = block.a, block.b, block.weights
    one, two = np.zeros(len(weights), np.float32), np.zeros(len(weights), np.float32)
    result = np.zeros(len(path))
    for n in range(len(path)):
        i, p, j, q = path[n]
        for k in range(a.first[i], a.first[p]):
            one[a.ids[k]] += a.counts[k]
        for k in range(b.first[j], b.first[q]):
            two[b.ids[k]] += b.counts[k]
        for k in range(b.first[j], b.first[q]):
            name = b.ids[k]
            result[n] += weights[name] * min(one[name], two[name])
            two[name] = 0.0
        for k in range(a.first[i], a.first[p]):
            one[a.ids[k]] = 0.0
    return result


@kernel
def matches(block: Block, weight_a: Sums, weight_b: Sums, least: tuple[float, float]) -> NDArray[np.int64]:
    """Give pairs of sentences that are each other's best match by a margin, and share at least `least[0]`.

    `least[1]` is the least share of their mean weight that they have in common.
    """
    postings = turned(block.b, len(block.weights))
    best_a, best_b = best_of(block.a, postings, block.weights, len(weight_b))
    pairs, n = np.empty((len(weight_a), 2), np.int64), 0
    for i in range(len(weight_a)):
        j, share = np.int64(best_a[i, 0]), best_a[i, 1]
        if j < 0 or np.int64(best_b[j, 0]) != i:
            continue
        clear = share >= MARGIN * max(best_a[i, 2], best_b[j, 2])
        if clear and share >= least[0] and 2.0 * share >= least[1] * (weight_a[i] + weight_b[j]):
            pairs[n, 0], pairs[n, 1] = i, j
            n += 1
    return pairs[:n].copy()


@kernel
def turned(b: Bag, size: int) -> Bag:
    """Turn a bag around: for each feature the sentences that have it, and their counts."""
    first = np.zeros(size + 1, np.int64)
    for name in b.ids:
        first[name + 1] += 1
    first = np.cumsum(first)
    at = first.copy()
    sentences, counts = np.empty(len(b.ids), np.int32), np.empty(len(b.ids), np.float32)
    for sentence in range(len(b.first) - 1):
        for k in range(b.first[sentence], b.first[sentence + 1]):
            sentences[at[b.ids[k]]], counts[at[b.ids[k]]] = sentence, b.counts[k]
            at[b.ids[k]] += 1
    return Bag(first, sentences, counts)


@kernel
def best_of(a: Bag, postings: Bag, weights: Floats, columns: int) -> tuple[Sums, Sums]:
    """Give for each sentence of either side its best match, what they share, what the next best shares."""
    first, sentences, counts = postings.first, postings.ids, postings.counts
    rows = len(a.first) - 1
    best_a, best_b = np.zeros((rows, 3)), np.zeros((columns, 3))
    best_a[:, 0], best_b[:, 0] = -1.0, -1.0
    share, touched = np.zeros(columns), np.empty(columns, np.int64)
    for i in range(rows):
        n = 0
        for k in range(a.first[i], a.first[i + 1]):
            name = a.ids[k]
            if first[name + 1] - first[name] > COMMON:
                continue
            for entry in range(first[name], first[name + 1]):
                j = sentences[entry]
                if share[j] == 0.0:
                    touched[n] = j
                    n += 1
                share[j] += weights[name] * min(a.counts[k], counts[entry]) + 1e-12
        for k in range(n):
            j = touched[k]
            rank(best_a, i, j, share[j])
            rank(best_b, j, i, share[j])
            share[j] = 0.0
    return best_a, best_b


@kernel
def rank(best: Sums, here: int, there: int, share: float) -> None:
    """Keep the best and what the next best shares."""
    if share > best[here, 1]:
        best[here, 2] = best[here, 1]
        best[here, 0], best[here, 1] = there, share
    elif share > best[here, 2]:
        best[here, 2] = share
