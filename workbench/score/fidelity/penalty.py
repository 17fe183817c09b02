"""The penalty to expect as a metric of its own: how much there is to fix, where fidelity says how densely."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.score.fidelity.metric import Fidelity, fidelity
from workbench.score.fidelity.model import Row


@dataclass(frozen=True)
class Penalty:
    """MQM points to expect, of a pair and added up of a document; counted as fidelity counts."""

    fidelity: Fidelity
    name: str = "penalty"
    label: str = "Penalty"
    higher_is_better: bool = False
    reads_sources: bool = True

    def signature(self, references: int = 1) -> str:
        """Name everything a value depends on."""
        return self.fidelity.signature(references)

    def statistics(
        self,
        hypotheses: Sequence[str],
        references: Sequence[Sequence[str]],
        sources: Sequence[str] | None = None,
    ) -> Row:
        """Count the differences of each pair."""
        return self.fidelity.statistics(hypotheses, references, sources)

    def segments(self, rows: Row) -> Row:
        """Give each row's points."""
        return self.fidelity.penalties(rows)

    def corpora(self, sums: Row) -> Row:
        """Give the points of each sum of rows."""
        return self.fidelity.penalties(sums)

    def corpus(self, rows: Row) -> float:
        """Give a document's points."""
        return float(self.fidelity.penalties(rows.sum(axis=0))) if len(rows) else 0.0


def penalty(language: str) -> Penalty:
    """Make the metric for a language."""
    return Penalty(fidelity(language))
