"""What a check says about a pair: where, how bad, on what evidence, and what it should say."""

from dataclasses import dataclass
from enum import StrEnum

UNEDITED = "other/unedited"  # the category of what rests on a pair's other findings


class Severity(StrEnum):
    """How bad an error is, in the terms of MQM (https://themqm.org)."""

    NEUTRAL = "neutral"
    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"

    @property
    def rank(self) -> int:
        """Give a number that grows with the severity."""
        return _RANKS[self]


_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding of a check.

    `pair` is the pair's row, `span` [start, end) in code points of its translation side (empty where
    something is missing there), `text` what stands in it. `category` is an MQM type
    ("accuracy/mistranslation"), `evidence` what it differs from, `fix` what to write instead ("" removes
    the span; None: not known), `confidence` 0 to 1. `fingerprint` stays the same as long as what the
    finding rests on does.
    """

    pair: int
    span: tuple[int, int]
    text: str
    check: str
    category: str
    severity: Severity
    message: str
    evidence: str
    fix: str | None
    confidence: float
    fingerprint: str

    def shape(self) -> dict[str, object]:
        """Give the finding as the JSON that users script against has it."""
        return {
            "pair": self.pair,
            "span": list(self.span),
            "text": self.text,
            "check": self.check,
            "category": self.category,
            "severity": self.severity.value,
            "message": self.message,
            "evidence": self.evidence,
            "fix": self.fix,
            "confidence": round(self.confidence, 2),
            "fingerprint": self.fingerprint,
        }

    @property
    def weight(self) -> float:
        """Give what findings are sorted by: severity times confidence."""
        return (1 + self.severity.rank) * self.confidence
