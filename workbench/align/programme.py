"""The dynamic programme: the best monotone way through two texts, and how sure each step of it is."""

import numpy as np
from numpy.typing import NDArray

from workbench.align.gains import Gains, Shape
from workbench.align.overlap import Matrix

Step = tuple[int, int, int, int]  # the bead covers rows i-a..i and columns j-b..j: (i, j, a, b)


def forward(
    gains: Gains, size: Shape, temperature: float = 0.0
) -> tuple[Matrix, NDArray[np.int8], list[Shape]]:
    """Value the best way (or, with a temperature, all ways) to each cell; the cells of a diagonal at once."""
    rows, columns = size
    shapes = list(gains)
    value = np.full((rows + 1, columns + 1), -np.inf)
    value[0, 0] = 0.0
    choice = np.zeros((rows + 1, columns + 1), np.int8)
    for diagonal in range(1, rows + columns + 1):
        i = np.arange(max(0, diagonal - columns), min(rows, diagonal) + 1)
        j = diagonal - i
        options = np.full((len(shapes), len(i)), -np.inf)
        for number, (a, b) in enumerate(shapes):
            fits = (i >= a) & (j >= b)
            options[number, fits] = value[i[fits] - a, j[fits] - b] + gains[a, b][i[fits], j[fits]]
        choice[i, j] = options.argmax(0)
        value[i, j] = soft_maximum(options, temperature)
    return value, choice, shapes


def soft_maximum(options: Matrix, temperature: float) -> Matrix:
    """Give the maximum of each column, or its smooth version."""
    top: Matrix = options.max(0)
    if not temperature:
        return top
    with np.errstate(invalid="ignore"):
        spread = np.exp((options - top) / temperature).sum(0)
    return np.where(np.isfinite(top), top + temperature * np.log(np.maximum(np.nan_to_num(spread), 1.0)), top)


def best_path(gains: Gains, size: Shape) -> list[Step]:
    """Find the best sequence of beads through a block."""
    _, choice, shapes = forward(gains, size)
    i, j = size
    path = []
    while i or j:
        a, b = shapes[choice[i, j]]
        path.append((i, j, a, b))
        i, j = i - a, j - b
    return path[::-1]


def posterior(gains: Gains, size: Shape, temperature: float, path: list[Step]) -> list[float]:
    """Give the probability of each bead of a path among all ways through the block (forward-backward)."""
    ahead, _, _ = forward(gains, size, temperature)
    turned = {shape: turn(values, shape) for shape, values in gains.items()}
    behind = forward(turned, size, temperature)[0][::-1, ::-1]
    total = ahead[size]
    scores = []
    for i, j, a, b in path:
        worth = gains[a, b][i, j]
        scores.append(
            float(np.exp(min(0.0, (ahead[i - a, j - b] + worth + behind[i, j] - total) / temperature)))
        )
    return scores


def turn(values: Matrix, shape: Shape) -> Matrix:
    """See the gains from the far corner: cell (i, j) becomes the bead that starts there."""
    a, b = shape
    result = np.full_like(values, -np.inf)
    result[a:, b:] = values[a:, b:][::-1, ::-1]
    return result
