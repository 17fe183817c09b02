"""chrF and chrF++."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.score.counting import counters
from workbench.score.formulas import f_scores
from workbench.score.metric import Statistics, Values, corpus_score
from workbench.score.signature import signature


@dataclass(frozen=True, slots=True)
class CharacterF:
    """chrF: n-grams of up to six characters, recall twice as heavy as precision; `words` n-grams of words."""

    name: str
    label: str
    words: int
    higher_is_better: bool = True
    uses_sources: bool = False

    def signature(self, references: int = 1) -> str:
        """Give sacreBLEU's signature."""
        return signature(references, f"case:mixed|eff:yes|nc:6|nw:{self.words}|space:no")

    def statistics(
        self,
        hypotheses: Sequence[str],
        references: Sequence[Sequence[str]],
        sources: Sequence[str] | None = None,
    ) -> Statistics:
        """Count three numbers an order: n-grams of the hypothesis, of the best reference, in common."""
        del sources
        return counters(hypotheses).chrf_rows(hypotheses, references, self.words)

    def segments(self, rows: Statistics) -> Values:
        """Score each row as one segment."""
        return f_scores(rows)

    def corpora(self, sums: Statistics) -> Values:
        """Score each row as the sum over a corpus."""
        return f_scores(sums)

    def corpus(self, rows: Statistics) -> float:
        """Score the corpus that the rows make."""
        return corpus_score(self, rows)


def chrf(_language: str) -> CharacterF:
    """Make chrF."""
    return CharacterF("chrf", "chrF", 0)


def chrf_plus_plus(_language: str) -> CharacterF:
    """Make chrF++: chrF with words and word pairs."""
    return CharacterF("chrf++", "chrF++", 2)
