"""TER's edit distance around the diagonal, as sacreBLEU's `lib_ter.BeamEditDistance`, and its alignment.

Row i of the matrix holds the costs of turning the first i words of the hypothesis into the first j of the
reference, for j in a beam around the pseudo-diagonal; what lies outside costs infinity.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from workbench.score.compiled.codes import Places
from workbench.score.compiled.kernel import inlined, kernel
from workbench.score.tercom import BEAM

INFINITY = 1 << 30
Words = NDArray[np.int64]
Costs = NDArray[np.int64]


class Beam(NamedTuple):
    """The matrix: cell (i, j) at `costs[i, j - low[i]]`, for j below `high[i]`; row 0 is whole: `start`."""

    costs: NDArray[np.int64]
    low: Places
    high: Places
    start: Costs


@kernel
def new_beam(size_a: int, size_b: int) -> Beam:
    """Lay the beam for a hypothesis and a reference of these sizes."""
    ratio = size_b / size_a if size_a else 1.0
    # Where lengths differ so much that the rows would not overlap, the beam is wider.
    width = int(np.ceil(ratio / 2 + BEAM)) if ratio / 2 > BEAM else BEAM
    low, high = np.zeros(size_a + 1, np.int64), np.empty(size_a + 1, np.int64)
    high[0] = size_b + 1
    for i in range(1, size_a + 1):
        diagonal = int(np.floor(i * ratio))
        low[i] = max(0, diagonal - width)
        high[i] = size_b + 1 if i == size_a else min(size_b + 1, diagonal + width)
    costs = np.empty((size_a + 1, min(size_b, 2 * width + 1) + 1), np.int64)
    return Beam(costs, low, high, np.arange(size_b + 1))


@inlined
def fill_row(
    before: Costs, low: int, high: int, row: Costs, first: int, last: int, word: int, b: Words
) -> None:
    """Fill the cells from `first` up to `last` of a row, from the row before with `low` up to `high`."""
    corner = before[first - 1 - low] if first > low else INFINITY
    left = INFINITY
    for j in range(first, min(last, high)):
        above = before[j - low]
        left = min(left, above) + 1
        if j:
            left = min(left, corner + (word != b[j - 1]))
        row[j - first] = left
        corner = above
    for j in range(high, last):
        left += 1
        if j == high:
            left = min(left, corner + (word != b[j - 1]))
        row[j - first] = left


@kernel
def fill(beam: Beam, a: Words, b: Words, row: int) -> int:
    """Fill the rows after `row`; give the distance."""
    costs, low, high, before = beam.costs, beam.low, beam.high, beam.start
    for i in range(row + 1, len(a) + 1):
        if i > 1:
            before = costs[i - 1]
        fill_row(before, low[i - 1], high[i - 1], costs[i], low[i], high[i], a[i - 1], b)
    return int(costs[len(a), len(b) - low[len(a)]]) if len(a) else len(b)


@kernel
def align(beam: Beam, a: Words, b: Words, places: Places, wrong_a: Places, wrong_b: Places) -> None:
    """Go back along the cheapest edits: where each word of the reference stands in the hypothesis.

    Of equal ones tercom prefers no change or a substitution, then a deletion, then an insertion.
    `places[j]` is the last word of the hypothesis up to there, −1 before the first; `wrong_a[i]` counts the
    words that are edited among the first i, so that those of a stretch are a difference.
    """
    costs, low = beam.costs, beam.low
    i, j = len(a), len(b)
    wrong_a[:], wrong_b[:] = 0, 0
    while i:
        cost = costs[i, j - low[i]]
        corner, above = at(beam, i - 1, j - 1), at(beam, i - 1, j)
        wrong = j == 0 or a[i - 1] != b[j - 1]
        if j and cost == corner + wrong:
            places[j - 1], wrong_a[i], wrong_b[j] = i - 1, wrong, wrong
            i, j = i - 1, j - 1
        elif cost == above + 1:
            wrong_a[i] = 1
            i -= 1
        else:
            places[j - 1], wrong_b[j] = i - 1, 1
            j -= 1
    places[:j], wrong_b[1 : j + 1] = -1, 1
    add_up(wrong_a)
    add_up(wrong_b)


@inlined
def at(beam: Beam, i: int, j: int) -> int:
    """Give the cost of a cell, infinite outside the beam."""
    cost = INFINITY
    if i == 0:
        cost = j
    elif beam.low[i] <= j < beam.high[i]:
        cost = beam.costs[i, j - beam.low[i]]
    return cost


@inlined
def add_up(numbers: Places) -> None:
    """Turn numbers into their sums from the start."""
    for k in range(1, len(numbers)):
        numbers[k] += numbers[k - 1]


@kernel
def changed_distance(a: Words, b: Words, beam: Beam, low: int, middle: int, high: int) -> int:
    """Give the distance in the beam with `a[low:middle]` and `a[middle:high]` changed over.

    Counts from the last row that stays to the first that is the same again but for a sum.
    """
    costs, lows, highs, before = beam.costs, beam.low, beam.high, beam.start
    rows = np.empty((2, costs.shape[1]), np.int64)
    if low:
        before = costs[low]
    split = low + high - middle
    for i in range(low, len(a)):
        at = i if i >= high else (i + middle - low if i < split else i - high + middle)
        row, size = rows[i % 2], highs[i + 1] - lows[i + 1]
        fill_row(before, lows[i], highs[i], row, lows[i + 1], highs[i + 1], a[at], b)
        before = row
        if i + 1 >= high and parallel(row, costs[i + 1], size):
            return int(costs[len(a), len(b) - lows[len(a)]] + row[0] - costs[i + 1, 0])
    return int(before[len(b) - lows[len(a)]])


@inlined
def parallel(row: Costs, other: Costs, size: int) -> bool:
    """Tell whether two rows differ by the same everywhere: then all rows after them do."""
    more, k = row[0] - other[0], 1
    while k < size and row[k] - other[k] == more:
        k += 1
    return k == size
