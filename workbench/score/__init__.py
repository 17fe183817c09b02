"""Scores: metrics as statistics, a formula and a signature, written out in METRICS."""

from collections.abc import Callable, Mapping

from workbench.score.metric import Metric, Statistics
from workbench.score.published import bleu, chrf, chrf_plus_plus, ter
from workbench.score.resampling import (
    Interval,
    Paired,
    approximate_randomisation,
    bootstrap,
    paired_bootstrap,
)

# Each makes the metric for a language of the texts it will compare.
METRICS: Mapping[str, Callable[[str], Metric]] = {
    "chrf": chrf,
    "chrf++": chrf_plus_plus,
    "bleu": bleu,
    "ter": ter,
}

__all__ = [
    "METRICS",
    "Interval",
    "Metric",
    "Paired",
    "Statistics",
    "approximate_randomisation",
    "bootstrap",
    "paired_bootstrap",
]
