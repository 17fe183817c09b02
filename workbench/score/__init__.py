"""Scores: metrics as statistics, a formula and a signature, written out in METRICS."""

from collections.abc import Callable, Mapping

from workbench.score.bleu import bleu, bleu_cut_by
from workbench.score.chrf import chrf, chrf_plus_plus
from workbench.score.fidelity import fidelity, penalty
from workbench.score.metric import Metric, Statistics
from workbench.score.resampling import (
    Interval,
    Paired,
    approximate_randomisation,
    bootstrap,
    paired_bootstrap,
)
from workbench.score.ter import ter
from workbench.score.tokenizers import TOKENIZERS

# Each makes the metric for a language of the texts it will compare.
METRICS: Mapping[str, Callable[[str], Metric]] = {
    "chrf": chrf,
    "chrf++": chrf_plus_plus,
    "bleu": bleu,
    "ter": ter,
    "fidelity": fidelity,
    "penalty": penalty,
}


def named(name: str, language: str) -> Metric | None:
    """Make a metric by its name, which for BLEU may say how words are cut: "bleu:intl"; None if unknown."""
    if name in METRICS:
        return METRICS[name](language)
    base, _colon, tokenizer = name.partition(":")
    return bleu_cut_by(tokenizer) if base == "bleu" and tokenizer in TOKENIZERS else None


__all__ = [
    "METRICS",
    "Interval",
    "Metric",
    "Paired",
    "Statistics",
    "approximate_randomisation",
    "bootstrap",
    "named",
    "paired_bootstrap",
]
