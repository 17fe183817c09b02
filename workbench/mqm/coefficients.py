"""Coefficients of agreement: Krippendorff's alpha and Kendall's tau-b.

Our own, since the wheels there are do not fit: `krippendorff` is GPL-3, and SciPy weighs more than this
program. Both were compared with those two on random data (`tests/bench/bench_mqm.py --judges`).
"""

from collections.abc import Callable, Sequence
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]


class Level(StrEnum):
    """What the values of a scale mean: names, an order, or amounts."""

    NOMINAL = "nominal"
    ORDINAL = "ordinal"
    INTERVAL = "interval"


def krippendorff_alpha(units: Sequence[Sequence[float]], level: Level = Level.NOMINAL) -> float | None:
    """Give alpha = 1 − D_o / D_e: 1 for full agreement, 0 for what chance gives.

    `units` hold the values that each unit was given, by any number of reviewers; units with less than two say
    nothing. None where all values are one: there is nothing to agree about. Source: Krippendorff, "Computing
    Krippendorff's Alpha-Reliability" (2011), section C and D. Its data of 12 units and 4 observers give .743
    nominal, .815 ordinal and .849 interval.
    """
    told = [unit for unit in units if len(unit) > 1]
    values = sorted({value for unit in told for value in unit})
    if len(values) < len(("one", "another")):
        return None
    coincidences = coincidence_matrix(told, values)
    totals = coincidences.sum(axis=1)
    distances = DISTANCES[level](np.array(values), totals)
    expected = np.outer(totals, totals) - np.diag(totals)
    observed = float((coincidences * distances).sum())
    return 1 - (float(totals.sum()) - 1) * observed / float((expected * distances).sum())


def coincidence_matrix(units: Sequence[Sequence[float]], values: Sequence[float]) -> Matrix:
    """Count the pairs of values within each unit; a unit of m values counts each by 1 / (m − 1)."""
    number = {value: index for index, value in enumerate(values)}
    counts = np.zeros((len(units), len(values)))
    for row, unit in enumerate(units):
        for value in unit:
            counts[row, number[value]] += 1
    weights = 1 / (counts.sum(axis=1) - 1)
    weighed = counts * weights[:, None]
    made: Matrix = weighed.T @ counts - np.diag(weighed.sum(axis=0))
    return made


def nominal(values: Matrix, totals: Matrix) -> Matrix:
    """Give the distance of names: 0 or 1."""
    del totals
    made: Matrix = (values[:, None] != values[None, :]).astype(float)
    return made


def ordinal(values: Matrix, totals: Matrix) -> Matrix:
    """Give the distance of ranks: how many values lie from the middle of one to the middle of the other."""
    del values
    middles = np.cumsum(totals) - totals / 2
    made: Matrix = (middles[:, None] - middles[None, :]) ** 2
    return made


def interval(values: Matrix, totals: Matrix) -> Matrix:
    """Give the distance of amounts: the square of the difference."""
    del totals
    made: Matrix = (values[:, None] - values[None, :]) ** 2
    return made


DISTANCES: dict[Level, Callable[[Matrix, Matrix], Matrix]] = {
    Level.NOMINAL: nominal,
    Level.ORDINAL: ordinal,
    Level.INTERVAL: interval,
}


def kendall_tau(a: Sequence[float], b: Sequence[float]) -> float | None:
    """Give tau-b = (P − Q) / √((P + Q + T_a)(P + Q + T_b)); None where either side is all ties.

    P and Q are the pairs ordered alike and the other way round, T the pairs tied on one side only. Source:
    Kendall 1945, "The treatment of ties in ranking problems". a = 1 2 2 3 and b = 1 2 3 3: P = 4, Q = 0,
    T_a = 1, T_b = 1, tau = 4 / √(5 · 5) = 0.8.
    """
    first, second = np.array(a, dtype=float), np.array(b, dtype=float)
    together = apart = 0.0
    for row in range(len(first)):
        signs = np.sign(first[row + 1 :] - first[row]) * np.sign(second[row + 1 :] - second[row])
        together += float((signs > 0).sum())
        apart += float((signs < 0).sum())
    norm = untied(first) * untied(second)
    return (together - apart) / float(np.sqrt(norm)) if norm else None


def untied(values: Matrix) -> float:
    """Count the pairs of values that differ."""
    _values, counts = np.unique(values, return_counts=True)
    everything = len(values) * (len(values) - 1) / 2
    return float(everything - (counts * (counts - 1) / 2).sum())
