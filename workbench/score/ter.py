"""TER: edits, with shifts of phrases as one, in percent of the reference's words."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.score.counting import counters
from workbench.score.formulas import edit_rates
from workbench.score.metric import Statistics, Values, corpus_score
from workbench.score.signature import signature


@dataclass(frozen=True, slots=True)
class EditRate:
    """TER with sacreBLEU's defaults: words between spaces, case ignored, marks kept."""

    name: str = "ter"
    label: str = "TER"
    higher_is_better: bool = False
    uses_sources: bool = False

    def signature(self, references: int = 1) -> str:
        """Give sacreBLEU's signature."""
        return signature(references, "case:lc|tok:tercom|norm:no|punct:yes|asian:no")

    def statistics(
        self,
        hypotheses: Sequence[str],
        references: Sequence[Sequence[str]],
        sources: Sequence[str] | None = None,
    ) -> Statistics:
        """Count the fewest edits to a reference, and the mean length of the references in words."""
        del sources
        return counters(hypotheses).ter_rows(hypotheses, references)

    def segments(self, rows: Statistics) -> Values:
        """Score each row as one segment."""
        return edit_rates(rows)

    def corpora(self, sums: Statistics) -> Values:
        """Score each row as the sum over a corpus."""
        return edit_rates(sums)

    def corpus(self, rows: Statistics) -> float:
        """Score the corpus that the rows make."""
        return corpus_score(self, rows)


def ter(_language: str) -> EditRate:
    """Make TER."""
    return EditRate()
