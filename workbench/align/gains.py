"""What each possible bead is worth: shared weight, less what a bead of its size would share anyway.

gain = 2·M(S, T) - α(W_S + W_T) - b(a + b - 2) - λz², and -ν for a sentence left alone; M the overlap, W the
weights, z how far the lengths are from their ratio. Constants are the study's, in mean sentence weights;
across languages they scale with u, the overlap that sentences with a counterpart show.
"""

from dataclasses import dataclass

import numpy as np

from workbench.align.overlap import Matrix, Side, Sides, clipped

Shape = tuple[int, int]
Gains = dict[Shape, Matrix]

LARGEST, LARGEST_SUM = 6, 7
SHAPES: tuple[Shape, ...] = tuple(
    (a, b) for a in range(1, LARGEST + 1) for b in range(1, LARGEST + 1) if a + b <= LARGEST_SUM
)
CORRIDOR = 1
# Variance of a length per character, after Gale and Church (1993).
LENGTH_VARIANCE = 6.8


@dataclass(frozen=True, slots=True)
class Costs:
    """Strictness, and what merging, leaving alone, odd lengths and crossing a paragraph break cost."""

    alpha: float
    null: float
    merge: float
    length: float
    paragraph: float


def costs(sides: Sides, strictness: float | None) -> Costs:
    """Choose the costs: firm within one language, lengths leading where words cannot."""
    if sides.same:
        return Costs(0.02 if strictness is None else strictness, 0.186, 0.19, 0.02, 0.1)
    unit = 0.5
    alpha = 0.02 if strictness is None else strictness
    return Costs(alpha, 0.37 * unit * 2, 0.24 * unit, 0.13 * unit, 0.15)


def all_gains(sides: Sides, overlap: Matrix, corner: Shape, cost: Costs) -> Gains:
    """Value beads by additive overlap; cell (i, j) of a shape is the bead that ends before i and j."""
    rows, columns = overlap.shape
    integral = np.zeros((rows + 1, columns + 1))
    integral[1:, 1:] = overlap.cumsum(0).cumsum(1)
    gains = lonely(sides, corner, (rows, columns), cost)
    for a, b in SHAPES:
        if a > rows or b > columns:
            continue
        mass = integral[a:, b:] - integral[:-a, b:] - integral[a:, :-b] + integral[:-a, :-b]
        weight, deviation = pairwise(sides, corner, (a, b), mass.shape)
        bounded = np.minimum(2 * mass, weight)
        values = np.full((rows + 1, columns + 1), -np.inf)
        values[a:, b:] = bounded - cost.alpha * weight - cost.merge * (a + b - 2) - cost.length * deviation
        values[a:, b:] += cost.paragraph * paragraphs(sides, corner, (a, b), mass.shape)
        gains[a, b] = values
    return gains


def lonely(sides: Sides, corner: Shape, size: Shape, cost: Costs) -> Gains:
    """Value sentences left alone; one that shares its paragraph with others is likelier to belong to them."""
    left = -cost.null - 2 * cost.paragraph * company(sides.a, corner[0], size[0])
    right = -cost.null - 2 * cost.paragraph * company(sides.b, corner[1], size[1])
    whole = (size[0] + 1, size[1] + 1)
    first, second = np.concatenate([[-np.inf], left]), np.concatenate([[-np.inf], right])
    return {(1, 0): np.broadcast_to(first[:, None], whole), (0, 1): np.broadcast_to(second, whole)}


def company(side: Side, start: int, count: int) -> Matrix:
    """Tell which sentences are not a paragraph of their own."""
    if side.starts is None:
        return np.zeros(count)
    first = side.starts.astype(float)
    following = np.append(first[1:], 1.0)
    shared: Matrix = 1.0 - (first * following)[start : start + count]
    return shared


def pairwise(sides: Sides, corner: Shape, shape: Shape, size: tuple[int, ...]) -> tuple[Matrix, Matrix]:
    """Give W_S + W_T and z² for every place a bead of this shape may stand."""
    windows = []
    for side, start, width, count in zip((sides.a, sides.b), corner, shape, size, strict=True):
        for values in (side.weights, side.lengths):
            total = np.concatenate([[0.0], np.cumsum(values[start : start + count + width - 1])])
            windows.append(total[width:] - total[:-width])
    weight_a, length_a, weight_b, length_b = windows
    ratio = float(sides.b.lengths.sum() / sides.a.lengths.sum())
    expected = length_a[:, None] * ratio
    mean = (expected + length_b) / 2
    deviation = (expected - length_b) ** 2 / (LENGTH_VARIANCE * mean)
    return weight_a[:, None] + weight_b, np.minimum(deviation, 36.0)


def paragraphs(sides: Sides, corner: Shape, shape: Shape, size: tuple[int, ...]) -> Matrix:
    """Reward beads that start a paragraph on both sides; count against them breaks within, or on one side."""
    if sides.a.starts is None or sides.b.starts is None:
        return np.zeros(size)
    first_a, inner_a = breaks(sides.a, corner[0], shape[0], size[0])
    first_b, inner_b = breaks(sides.b, corner[1], shape[1], size[1])
    agree = np.where(first_a[:, None] == first_b, first_a[:, None] * 1.0, -1.0)
    return agree - 2.0 * (inner_a[:, None] + inner_b)


def breaks(side: Side, start: int, width: int, count: int) -> tuple[Matrix, Matrix]:
    """Tell of each window whether it starts a paragraph and how many breaks are inside it."""
    starts = np.zeros(len(side.lengths)) if side.starts is None else side.starts.astype(float)
    total = np.concatenate([[0.0], np.cumsum(starts)])
    first = starts[start : start + count]
    at = np.arange(start, start + count)
    return first, total[at + width] - total[at + 1]


def refine(
    sides: Sides, overlap: Matrix, gains: Gains, corner: Shape, near: list[tuple[int, int]], cost: Costs
) -> Gains:
    """Value the beads near a path exactly: merged sentences share a word as often as both have it."""
    corridor = {(i + d, j + e) for i, j in near for d, e in STEPS}
    fine: Gains = {}
    integral = np.zeros((overlap.shape[0] + 1, overlap.shape[1] + 1))
    integral[1:, 1:] = overlap.cumsum(0).cumsum(1)
    for (a, b), values in gains.items():
        if not (a and b):
            fine[a, b] = values
            continue
        kept = np.full_like(values, -np.inf)
        for i, j in corridor:
            if i - a < 0 or j - b < 0 or i >= values.shape[0] or j >= values.shape[1]:
                continue
            rough = integral[i, j] - integral[i - a, j] - integral[i, j - b] + integral[i - a, j - b]
            kept[i, j] = values[i, j]
            hopeless = values[i, j] < -cost.null * (a + b)  # leaving all its sentences alone is better
            if (a, b) != (1, 1) and rough > 0 and not hopeless:
                weight = sides.a.weights[corner[0] + i - a : corner[0] + i].sum()
                weight += sides.b.weights[corner[1] + j - b : corner[1] + j].sum()
                mass = clipped(
                    sides,
                    range(corner[0] + i - a, corner[0] + i),
                    range(corner[1] + j - b, corner[1] + j),
                )
                kept[i, j] += 2 * mass - min(2 * rough, weight)
        fine[a, b] = kept
    return fine


STEPS = [(d, e) for d in range(-CORRIDOR, CORRIDOR + 1) for e in range(-CORRIDOR, CORRIDOR + 1)]
