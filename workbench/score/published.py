"""BLEU, chrF, chrF++ and TER by sacreBLEU itself, through the statistics it keeps.

Sources of the formulas: BLEU, Papineni et al. 2002; chrF, Popović 2015; chrF++, Popović 2017; TER, Snover
et al. 2006; all as fixed by sacreBLEU (Post 2018), whose signatures are given with the numbers.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sacrebleu.metrics.base import Metric as SacreMetric
from sacrebleu.metrics.bleu import BLEU
from sacrebleu.metrics.chrf import CHRF
from sacrebleu.metrics.ter import TER

from workbench.score.metric import Statistics, Values

# sacreBLEU's own advice for these languages is a MeCab tokeniser, an extra to install; by characters is the
# advice's offline neighbour, and the signature says which was used.
_BLEU_TOKENIZERS = {"zh": "zh", "ja": "char", "ko": "char", "th": "char"}


@dataclass(frozen=True, slots=True)
class Published:
    """A metric of sacreBLEU. `by_segment` scores single segments where the recipe for them differs."""

    name: str
    label: str
    higher_is_better: bool
    recipe: SacreMetric
    by_segment: SacreMetric

    def signature(self, references: int = 1) -> str:
        """Give sacreBLEU's signature of corpus scores."""
        self.recipe.num_refs = references
        return str(self.recipe.get_signature())

    def statistics(
        self,
        hypotheses: Sequence[str],
        references: Sequence[Sequence[str]],
        sources: Sequence[str] | None = None,
    ) -> Statistics:
        """Count by sacreBLEU's own code: n-gram matches and lengths, or edits and length."""
        del sources
        if not hypotheses:
            return np.empty((0, 0))
        streams = list(zip(*references, strict=True))
        rows = self.recipe._extract_corpus_statistics(list(hypotheses), streams)  # noqa: SLF001 -- the one door sacreBLEU has to its statistics
        return np.array(rows, dtype=np.float64)

    def segments(self, rows: Statistics) -> Values:
        """Score each row as one segment."""
        return formula(self.by_segment, rows)

    def corpora(self, sums: Statistics) -> Values:
        """Score each row as the sum over a corpus."""
        return formula(self.recipe, sums)

    def corpus(self, rows: Statistics) -> float:
        """Score the sum of the rows; 0 for no rows."""
        return float(self.corpora(rows.sum(axis=0)[None])[0]) if len(rows) else 0.0


def formula(recipe: SacreMetric, rows: Statistics) -> Values:
    """Apply sacreBLEU's formula to statistics."""
    return np.array([recipe._compute_score_from_stats(row).score for row in rows.tolist()], np.float64)  # noqa: SLF001 -- see above


def published(name: str, label: str, recipe: SacreMetric, by_segment: SacreMetric | None = None) -> Published:
    """Make a metric."""
    return Published(name, label, not isinstance(recipe, TER), recipe, by_segment or recipe)


def bleu(language: str) -> Published:
    """BLEU, tokenised for the language; segments by effective order, as sacreBLEU's `--sentence-level`."""
    tokenize = _BLEU_TOKENIZERS.get(re.split("[-_]", language)[0], "13a")
    by_segment = BLEU(tokenize=tokenize, effective_order=True)
    return published("bleu", "BLEU", BLEU(tokenize=tokenize), by_segment)


def chrf(_language: str) -> Published:
    """Give chrF: character n-grams up to six, recall twice as heavy as precision."""
    return published("chrf", "chrF", CHRF())


def chrf_plus_plus(_language: str) -> Published:
    """Give chrF++: chrF with words and word pairs."""
    return published("chrf++", "chrF++", CHRF(word_order=2))


def ter(_language: str) -> Published:
    """Give TER: edits, with shifts of phrases as one, in percent of the reference's words."""
    return published("ter", "TER", TER())
