"""What a metric is: statistics that add up, a formula over them, and a signature.

Because the statistics of segments add up to those of a corpus, corpus scores, resampling and caching are
written once for all metrics (the shape of sacreBLEU's `metrics/base.py`).
"""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Statistics = NDArray[np.float64]


class Metric(Protocol):
    """One automatic metric, on sacreBLEU's scale (0 to 100; TER may exceed it)."""

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

    def signature(self) -> str:
        """Give sacreBLEU's signature of corpus scores, so that a number can be quoted with its recipe."""
        ...

    def statistics(self, hypotheses: Sequence[str], references: Sequence[Sequence[str]]) -> Statistics:
        """Count what the formula needs: a row a hypothesis. `references[i]` are those of hypothesis i."""
        ...

    def corpus(self, statistics: Statistics) -> float:
        """Score a corpus from the rows of its segments."""
        ...

    def segment(self, row: Statistics) -> float:
        """Score one segment from its row."""
        ...
