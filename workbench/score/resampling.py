"""How far a corpus score could be chance: intervals by the bootstrap, and tests between two systems.

The methods and their random numbers are sacreBLEU's (`significance.py`; Koehn 2004, Riezler & Maxwell 2005),
so that its p-values come out; but counts of drawn segments times statistics replace copies of all
statistics, and sums are exact where sacreBLEU's are of single precision.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from workbench.score.metric import Metric, Statistics, Values

SEED = 12345  # sacreBLEU's
_AT_ONCE = 1 << 22  # segments drawn in one go, over all resamples: tens of megabytes
_WORD = 64  # bits of the generator's words: trials in multiples of them leave no bits over


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

    `interval` is the system's, `differences` that of the difference; None for tests that do not resample.
    """

    p_value: float
    difference: float
    interval: Interval | None = None
    differences: Interval | None = None


def bootstrap(metric: Metric, rows: Statistics, resamples: int = 1000, seed: int = SEED) -> Interval:
    """Give the 95 % interval of a corpus score from resamples of its segments."""
    return interval(np.concatenate([metric.corpora(c @ rows) for c in draws(len(rows), resamples, seed)]))


def paired_bootstrap(
    metric: Metric, baseline: Statistics, rows: Statistics, resamples: int = 1000, seed: int = SEED
) -> Paired:
    """Compare two systems on the same resamples of the segments."""
    both = np.concatenate([baseline, rows], axis=1)
    sums = np.concatenate([counts @ both for counts in draws(len(rows), resamples, seed)])
    a, b = (metric.corpora(half) for half in np.split(sums, 2, axis=1))
    real, gaps = difference(metric, baseline, rows), np.abs(b - a)
    return Paired(p_value(gaps - gaps.mean(), abs(real)), real, interval(b), interval(b - a))


def approximate_randomisation(
    metric: Metric, baseline: Statistics, rows: Statistics, trials: int = 10_000, seed: int = SEED
) -> Paired:
    """Compare two systems with systems shuffled from the segments of both."""
    total = (baseline + rows).sum(axis=0)
    gaps = []
    for chosen in flips(len(rows), trials, seed):
        shuffled = chosen @ (baseline - rows) + rows.sum(axis=0)
        gaps.append(np.abs(metric.corpora(shuffled) - metric.corpora(total - shuffled)))
    real = difference(metric, baseline, rows)
    return Paired(p_value(np.concatenate(gaps), abs(real)), real)


def difference(metric: Metric, baseline: Statistics, rows: Statistics) -> float:
    """Give by how much a system scores more than the baseline."""
    a, b = metric.corpora(np.stack([baseline.sum(axis=0), rows.sum(axis=0)])).tolist()
    return float(b - a)


def draws(segments: int, resamples: int, seed: int) -> Iterator[Statistics]:
    """Draw resamples: how often each segment is in each, some resamples at a time."""
    rng = np.random.default_rng(seed)
    step = max(1, _AT_ONCE // segments)
    for start in range(0, resamples, step):
        size = min(step, resamples - start)
        drawn = rng.integers(segments, size=(size, segments))
        drawn += np.arange(size)[:, None] * segments
        counts = np.bincount(drawn.ravel(), minlength=size * segments)
        yield counts.reshape(size, segments).astype(np.float64)


def flips(segments: int, trials: int, seed: int) -> Iterator[Statistics]:
    """Toss a coin for every segment of every trial, some trials at a time."""
    rng = np.random.default_rng(seed)
    step = max(_WORD, _AT_ONCE // segments // _WORD * _WORD)
    for start in range(0, trials, step):
        size = min(step, trials - start)
        yield rng.integers(2, size=(size, segments), dtype=np.bool_).astype(np.float64)


def interval(scores: Values) -> Interval:
    """Leave out the fortieth part at either end."""
    ordered: NDArray[np.float64] = np.sort(scores)
    out = len(ordered) // 40
    return Interval(float(ordered.mean()), float(ordered[out]), float(ordered[len(ordered) - out - 1]))


def p_value(gaps: Values, real: float) -> float:
    """Give the share of trials that beat what was seen, which itself counts as one."""
    return (int(np.count_nonzero(gaps > real)) + 1) / (len(gaps) + 1)
