"""95 % intervals of a run's corpus scores, in memory that does not grow with it."""

from collections.abc import Sequence

import numpy as np

from workbench.project.batch_chunks import CHUNK
from workbench.project.batch_counting import KEPT, ROWS, Recipe, metrics_of, resample
from workbench.project.batch_part import Part
from workbench.project.batch_state import State, added
from workbench.score import Interval, Statistics, bootstrap
from workbench.score.resampling import interval


def intervals(recipe: Recipe, state: State, part: Part) -> dict[str, Interval]:
    """Give the intervals: sacreBLEU's bootstrap of all rows where they were kept, else of sums by chunk."""
    metrics = metrics_of(recipe.metrics, recipe.language)
    kept = kept_rows(state, part)
    if state.sequence <= KEPT:
        pairs = zip(metrics, kept, strict=True)
        return {metric.name: bootstrap(metric, rows, recipe.resamples) for metric, rows in pairs}
    sums = state.resampled
    for number, start in enumerate(range(0, len(kept[0]), CHUNK)):
        sums = added(sums, [resample(rows[start : start + CHUNK], recipe.resamples, number) for rows in kept])
    return {metric.name: interval(metric.corpora(one)) for metric, one in zip(metrics, sums, strict=True)}


def kept_rows(state: State, part: Part) -> Sequence[Statistics]:
    """Read the rows that were kept, metric by metric."""
    widths = [len(one) for one in state.sums]
    with part.reading(ROWS, state) as file:
        rows = np.frombuffer(file.read(), np.float64).reshape(-1, sum(widths))
    return np.split(rows, np.cumsum(widths)[:-1], axis=1)
