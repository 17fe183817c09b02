"""What a metric is: statistics that add up, a formula over them, and a signature.

Because the statistics of segments add up to those of a corpus, corpus scores, resampling and caching are
written once for all metrics (the shape of sacreBLEU's `metrics/base.py`).
"""

from collections.abc import Callable, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Statistics = NDArray[np.float64]
Values = NDArray[np.float64]
Prepare = Callable[[Sequence[str]], Sequence[str]]  # what is done to texts before they are counted


class Metric(Protocol):
    """One automatic metric on a scale of 0 to 100; TER may exceed it."""

    @property
    def name(self) -> str:
        """Give the name it is asked for by: "chrf"."""
        ...

    @property
    def label(self) -> str:
        """Give the name it is written with: "chrF"."""
        ...

    @property
    def higher_is_better(self) -> bool:
        """Tell which end of the scale is good."""
        ...

    @property
    def reads_sources(self) -> bool:
        """Tell whether statistics depend on what was translated."""
        ...

    def signature(self, references: int = 1) -> str:
        """Give the recipe of corpus scores, so that a number can be quoted; -1 for a varying number."""
        ...

    def statistics(
        self,
        hypotheses: Sequence[str],
        references: Sequence[Sequence[str]],
        sources: Sequence[str] | None = None,
    ) -> Statistics:
        """Count what the formula needs: a row a hypothesis. `references[i]` are its one or more.

        `sources[i]` is what was translated, for metrics that look at it.
        """
        ...

    def segments(self, rows: Statistics) -> Values:
        """Score each row as one segment."""
        ...

    def corpora(self, sums: Statistics) -> Values:
        """Score each row as the sum over a corpus, or over a resample of one."""
        ...

    def corpus(self, rows: Statistics) -> float:
        """Score the corpus that rows of segments make; 0 for no rows."""
        ...


def unchanged(texts: Sequence[str]) -> Sequence[str]:
    """Leave texts as they are."""
    return texts


def corpus_score(metric: Metric, rows: Statistics) -> float:
    """Score the sum of the rows; 0 for no rows."""
    return float(metric.corpora(rows.sum(axis=0)[None])[0]) if len(rows) else 0.0
