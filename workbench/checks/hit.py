"""What a check yields; `workbench.checks.findings` makes findings of hits."""

from dataclasses import dataclass

from workbench.model.finding import Severity

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in the translation side of a pair, [start, end) in code points, and what is said about it.

    `message` is one sentence in the language of the program; `evidence`, `fix` and `confidence` as in
    `model.finding.Finding`.
    """

    span: Span
    category: str
    severity: Severity
    message: str
    confidence: float
    evidence: str = ""
    fix: str | None = None
