"""Where two texts certainly meet: features found once on either side, in the heaviest chain that rises.

Landmarks give long texts a band to search and places to cut. A landmark counts when others near it agree: in
texts with nothing in common chance gives a long chain too, but a thin one.
"""

import numpy as np
from numpy.typing import NDArray

from workbench.align.block import Area
from workbench.align.chain import Marks, chain, supported
from workbench.align.kernel import inlined, kernel
from workbench.align.sides import Sides
from workbench.align.tokens import Offsets
from workbench.align.weights import Floats

GAP = 400  # sentences without a landmark that are worth looking at again
WINDOW = 4000  # sentences in which a feature must be unique, where it is not in the whole text


def landmarks(sides: Sides, area: Area) -> Marks:
    """Find the landmarks of an area, in order; gaps between them are searched again, by themselves."""
    found: list[Marks] = []
    todo = [area]
    while todo:
        i, p, j, q = todo.pop()
        marks = supported(chain(*votes(sides, (i, p, j, q))))
        corners = np.array([[i, j, 0], *marks.tolist(), [p, q, 0]])
        wide = np.flatnonzero(np.diff(corners[:, :2], axis=0).max(1) > GAP)
        if len(marks):
            found.append(marks)
            todo += [
                (int(corners[k, 0]), int(corners[k + 1, 0]), int(corners[k, 1]), int(corners[k + 1, 1]))
                for k in wide
            ]
        elif max(p - i, q - j) > WINDOW:
            walked = walk(sides, (i, p, j, q))
            found.append(walked)
    marks = np.concatenate(found) if found else np.empty((0, 3), np.int64)
    return marks[np.argsort(marks[:, 0], kind="stable")]


def walk(sides: Sides, area: Area) -> Marks:
    """Find landmarks in window after window, each from where the last one led."""
    i, p, j, q = area
    found = []
    slope = (q - j) / max(1, p - i)
    while i < p and j < q:
        stop_i, stop_j = min(p, i + WINDOW), min(q, j + int(WINDOW * max(0.5, min(2.0, slope))) + GAP)
        marks = supported(chain(*votes(sides, (i, stop_i, j, stop_j))))
        if len(marks):
            found.append(marks)
            i, j = int(marks[-1, 0]) + 1, int(marks[-1, 1]) + 1
        else:
            i, j = i + WINDOW // 2, j + int(WINDOW // 2 * slope)
    return np.concatenate(found) if found else np.empty((0, 3), np.int64)


def votes(sides: Sides, area: Area) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Give pairs of sentences that share unique features, in order, with the weight of what they share."""
    i, p, j, q = area
    a, b = sides.a, sides.b
    i_of, j_of, weight = unique_pairs(a.first, a.ids, b.first, b.ids, sides.weights, i, p, j, q)
    keys, places = np.unique(i_of * (q + 1) - j_of, return_inverse=True)  # the later of a row's columns first
    total = np.bincount(places, weight, minlength=len(keys)) if len(keys) else np.empty(0)
    rows = -(-keys // (q + 1))
    return rows, rows * (q + 1) - keys, (total * 1000).astype(np.int64)


@kernel
def unique_pairs(  # noqa: PLR0913, PLR0917 -- a kernel takes what it works on one by one
    a_first: Offsets,
    a_ids: NDArray[np.int32],
    b_first: Offsets,
    b_ids: NDArray[np.int32],
    weights: Floats,
    i: int,
    p: int,
    j: int,
    q: int,
) -> tuple[NDArray[np.int64], NDArray[np.int64], Floats]:
    """Give the sentences that each feature occurs in, where it does so once on either side."""
    place_a = places(a_first, a_ids, i, p, len(weights))
    place_b = places(b_first, b_ids, j, q, len(weights))
    rows, columns = np.empty(len(weights), np.int64), np.empty(len(weights), np.int64)
    weight, n = np.empty(len(weights), np.float32), 0
    for name in range(len(weights)):
        if place_a[name] > 0 and place_b[name] > 0:
            rows[n], columns[n], weight[n] = place_a[name] - 1, place_b[name] - 1, weights[name]
            n += 1
    return rows[:n].copy(), columns[:n].copy(), weight[:n].copy()


@inlined
def places(first: Offsets, ids: NDArray[np.int32], start: int, stop: int, size: int) -> NDArray[np.int32]:
    """Give for each id 1 + the sentence that it occurs in; 0 when none, -1 when several."""
    place = np.zeros(size, np.int32)
    for sentence in range(start, stop):
        for k in range(first[sentence], first[sentence + 1]):
            name = ids[k]
            if place[name] == 0:
                place[name] = sentence + 1
            elif place[name] != sentence + 1:
                place[name] = -1
    return place
