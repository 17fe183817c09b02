"""How far a corpus score could be chance: intervals by the bootstrap, and tests between two systems.

The methods and their random numbers are sacreBLEU's (`significance.py`; Koehn 2004, Riezler & Maxwell 2005),
so that its p-values come out; but counts of drawn segments times statistics replace copies of all
statistics, and sums are exact where sacreBLEU's are of single precision.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from workbench.score.draws import draws, shuffles, weighed
from workbench.score.metric import Metric, Statistics, Values

SEED = 12345  # sacreBLEU's


@dataclass(frozen=True, slots=True)
class Interval:
    """What 95 % of the resamples score: their mean, and from where to where."""

    mean: float
    low: float
    high: float

    @property
    def half(self) -> float:
        """Give half the width: the number that sacreBLEU writes after ±."""
        return 0.5 * (self.high - self.low)


@dataclass(frozen=True, slots=True)
class Paired:
    """A system beside a baseline: the difference of their scores, and how likely chance makes one as large.

    `baseline` and `interval` are those of the baseline and the system, `differences` that of the difference;
    None for tests that do not resample.
    """

    p_value: float
    difference: float
    baseline: Interval | None = None
    interval: Interval | None = None
    differences: Interval | None = None


def bootstrap(metric: Metric, rows: Statistics, resamples: int = 1000, seed: int = SEED) -> Interval:
    """Give the 95 % interval of a corpus score from resamples of its segments."""
    sums = [weighed(counts, rows) for counts in draws(len(rows), resamples, seed)]
    return interval(metric.corpora(np.concatenate(sums)))


def paired_bootstrap(
    metric: Metric, baseline: Statistics, rows: Statistics, resamples: int = 1000, seed: int = SEED
) -> Paired:
    """Compare two systems on the same resamples of the segments."""
    sums = [(weighed(c, baseline), weighed(c, rows)) for c in draws(len(rows), resamples, seed)]
    a, b = (metric.corpora(np.concatenate(some)) for some in zip(*sums, strict=True))
    real, gaps = difference(metric, baseline, rows), np.abs(b - a)
    return Paired(p_value(gaps - gaps.mean(), abs(real)), real, interval(a), interval(b), interval(b - a))


def approximate_randomisation(
    metric: Metric, baseline: Statistics, rows: Statistics, trials: int = 10_000, seed: int = SEED
) -> Paired:
    """Compare two systems with systems shuffled from the segments of both."""
    a, b = baseline.sum(axis=0), rows.sum(axis=0)
    changes = np.concatenate(list(shuffles(baseline - rows, trials, seed)))
    gaps = np.abs(metric.corpora(b + changes) - metric.corpora(a - changes))
    real = difference(metric, baseline, rows)
    return Paired(p_value(gaps, abs(real)), real)


def difference(metric: Metric, baseline: Statistics, rows: Statistics) -> float:
    """Give by how much a system scores more than the baseline."""
    a, b = metric.corpora(np.stack([baseline.sum(axis=0), rows.sum(axis=0)])).tolist()
    return float(b - a)


def interval(scores: Values) -> Interval:
    """Leave out the fortieth part at either end."""
    ordered: NDArray[np.float64] = np.sort(scores)
    out = len(ordered) // 40
    return Interval(float(ordered.mean()), float(ordered[out]), float(ordered[len(ordered) - out - 1]))


def p_value(gaps: Values, real: float) -> float:
    """Give the share of trials that beat what was seen, which itself counts as one."""
    return (int(np.count_nonzero(gaps > real)) + 1) / (len(gaps) + 1)
