"""Many spellings as one tree of letters, in flat arrays, and the walk through it that a sound guides.

Nodes are numbered level by level, so that the children of a node lie side by side and follow those of the node
before it: `first[node]` to `first[node + 1]`. `label` is the letter that leads to a node, `word` the number of
the spelling that ends there, or -1.
"""

import numpy as np
from numpy.typing import NDArray

from workbench.names.sounds.lattice import MOST_LETTERS, Floats, Letters
from workbench.names.sounds.machine import inlined, kernel

Nodes = NDArray[np.int32]
Offsets = NDArray[np.int64]


@kernel
def planted(letters: Letters, start: Offsets) -> tuple[Letters, Nodes, Nodes]:
    """Build the tree of sorted, different spellings: label, first and word of each node."""
    words = start.size - 1
    most = letters.size + 2
    label = np.zeros(most, np.uint8)
    first = np.zeros(most + 1, np.int32)
    word = np.full(most, -1, np.int32)
    low = np.zeros(most, np.int32)
    high = np.zeros(most, np.int32)
    high[0] = words
    nodes, depth, level_end, node = 1, 0, 1, 0
    while node < nodes:
        if node == level_end:
            depth += 1
            level_end = nodes
        first[node] = nodes
        at = low[node]
        if at < high[node] and start[at + 1] - start[at] == depth:
            word[node] = at
            at += 1
        while at < high[node]:
            letter = letters[start[at] + depth]
            begin = at
            while at < high[node] and letters[start[at] + depth] == letter:
                at += 1
            label[nodes] = letter
            low[nodes] = begin
            high[nodes] = at
            nodes += 1
        node += 1
    first[nodes] = nodes
    return label[:nodes].copy(), first[: nodes + 1].copy(), word[:nodes].copy()


@inlined
def child(node: int, letter: int, label: Letters, first: Nodes) -> int:
    """Give the child that a letter leads to, -1 when there is none."""
    low, high = first[node], first[node + 1]
    found = -1
    for at in range(low, high):
        if label[at] >= letter:
            if label[at] == letter:
                found = at
            break
    return found


@inlined
def offer(node: int, score: float, spots, nodes, scores, sizes, position: int, best, width: float) -> None:
    """Enter a node into the beam of a position, or better its score."""
    if score < best[position] - width:
        return
    if score > best[position]:
        best[position] = score
    mask = spots.shape[1] - 1
    at = (node * 40503) & mask
    while spots[position, at] >= 0 and nodes[position, spots[position, at]] != node:
        at = (at + 1) & mask
    slot = spots[position, at]
    if slot >= 0:
        if scores[position, slot] < score:
            scores[position, slot] = score
    elif sizes[position] < nodes.shape[1]:
        slot = sizes[position]
        spots[position, at] = slot
        nodes[position, slot] = node
        scores[position, slot] = score
        sizes[position] = slot + 1


@kernel
def walked(
    rows,  # int32[n, 3]: chunk rows: start1, end1=..., 
    label: Letters, first: Nodes, word: Nodes,
    chunk_letters, chunk_weights: Floats,
    beam: int, width: float, drop: float,
):
    n = rows.shape[0]
    cap = 1 << 14
    spots = np.full((n + 1, 2 * cap), -1, np.int32)
    nodes = np.zeros((n + 1, cap), np.int32)
    scores = np.zeros((n + 1, cap))
    sizes = np.zeros(n + 1, np.int64)
    best = np.full(n + 1, -1e9)
    offer(0, 0.0, spots, nodes, scores, sizes, 0, best, width)
    for i in range(n):
        size = sizes[i]
        cut = best[i] - width
        if size > beam:
            cut = max(cut, np.partition(scores[i, :size], size - beam)[size - beam])
        for slot in range(size):
            score = scores[i, slot]
            if score < cut:
                continue
            node = nodes[i, slot]
            offer(node, score + drop, spots, nodes, scores, sizes, i + 1, best, width)
            for a in range(2):
                if i + a + 1 > n:
                    continue
                goal = i + a + 1
                for option in range(rows[i, 2 * a], rows[i, 2 * a + 1]):
                    weight = chunk_weights[option]
                    if score + weight < best[goal] - width:
                        continue
                    code = chunk_letters[option]
                    here = node
                    while code != 0 and here >= 0:
                        here = child(here, code & 255, label, first)
                        code >>= 8
                    if here >= 0:
                        offer(here, score + weight, spots, nodes, scores, sizes, goal, best, width)
    count = 0
    for slot in range(sizes[n]):
        if word[nodes[n, slot]] >= 0:
            count += 1
    found = np.empty(count, np.int32)
    points = np.empty(count)
    count = 0
    for slot in range(sizes[n]):
        if word[nodes[n, slot]] >= 0:
            found[count] = word[nodes[n, slot]]
            points[count] = scores[n, slot]
            count += 1
    return found, points
