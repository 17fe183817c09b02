"""The counting of n-grams and edits in Python: at once at hand, and enough for some hundred sentences."""

from workbench.score.plain.ngrams import bleu_rows, chrf_rows
from workbench.score.plain.ter import ter_rows

__all__ = ["bleu_rows", "chrf_rows", "ter_rows"]
