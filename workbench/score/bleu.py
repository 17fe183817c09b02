"""BLEU, over words cut in the way that the language needs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.score.counting import counters
from workbench.score.formulas import bleu_scores
from workbench.score.metric import Statistics, Values, corpus_score
from workbench.score.signature import signature
from workbench.score.tokenizers import Tokenizer, installed, tokenizer

# What sacreBLEU advises for a language, and what is at hand where that is not installed; th has no advice.
_BY_LANGUAGE = {"zh": ("zh",), "ja": ("ja-mecab", "char"), "ko": ("ko-mecab", "char"), "th": ("char",)}


@dataclass(frozen=True, slots=True)
class Bleu:
    """BLEU up to four words; the corpus as sacreBLEU's default, segments as its `--sentence-level`."""

    name: str
    tokenizer: Tokenizer
    label: str = "BLEU"
    higher_is_better: bool = True
    reads_sources: bool = False

    def signature(self, references: int = 1) -> str:
        """Give sacreBLEU's signature of corpus scores."""
        return signature(references, f"case:mixed|eff:no|tok:{self.tokenizer.signature}|smooth:exp")

    def statistics(
        self,
        hypotheses: Sequence[str],
        references: Sequence[Sequence[str]],
        sources: Sequence[str] | None = None,
    ) -> Statistics:
        """Count words of both sides, n-grams in common and n-grams, for one to four words."""
        del sources
        return counters(hypotheses).bleu_rows(
            hypotheses, references, self.tokenizer.way, self.tokenizer.prepare
        )

    def segments(self, rows: Statistics) -> Values:
        """Score each row as one segment, by the orders it is long enough for."""
        return bleu_scores(rows, effective=True)

    def corpora(self, sums: Statistics) -> Values:
        """Score each row as the sum over a corpus."""
        return bleu_scores(sums, effective=False)

    def corpus(self, rows: Statistics) -> float:
        """Score the corpus that the rows make."""
        return corpus_score(self, rows)


def bleu(language: str) -> Bleu:
    """Make BLEU with the tokeniser for a language."""
    wanted = _BY_LANGUAGE.get(re.split("[-_]", language)[0].lower(), ("13a",))
    return Bleu("bleu", tokenizer(next(name for name in wanted if installed(name))))


def bleu_cut_by(tokenizer_name: str) -> Bleu:
    """Make BLEU with one tokeniser, whatever the language."""
    return Bleu(f"bleu:{tokenizer_name}", tokenizer(tokenizer_name))
