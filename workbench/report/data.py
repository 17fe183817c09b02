"""What a report says, as plain values: nothing is computed after this, the page and the JSON only show it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from workbench.model.annotation import Annotation, Assessment
from workbench.model.document import Role
from workbench.model.finding import Finding
from workbench.model.name import Name
from workbench.model.pair import Pair

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class TextLine:
    """One text that was compared: its file, and how much it is."""

    role: Role
    name: str
    language: str
    charset: str
    sentences: int
    words: int


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """One metric's score of the whole text; `interval` is the 95 % one, None where none was asked for."""

    label: str
    value: float
    interval: tuple[float, float] | None
    signature: str
    higher_is_better: bool = True


@dataclass(frozen=True, slots=True)
class PairLine:
    """One pair: `score` is the headline metric's, `ours` and `theirs` the spans of words that differ."""

    pair: Pair
    score: float | None = None
    reasons: Sequence[str] = ()
    ours: Sequence[Span] = ()
    theirs: Sequence[Span] = ()
    marks: Sequence[Annotation] = ()
    assessments: Sequence[Assessment] = ()


class Decision(StrEnum):
    """What became of a name."""

    PUT_RIGHT = "put-right"
    OPEN = "open"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class NameLine:
    """A name with its decision; the name's own `why` says on what grounds."""

    name: Name
    decision: Decision


class State(StrEnum):
    """What became of a finding."""

    OPEN = "open"
    DISMISSED = "dismissed"
    FIXED = "fixed"


@dataclass(frozen=True, slots=True)
class FindingLine:
    """A finding with what became of it; `reason` is why it was dismissed."""

    finding: Finding
    state: State
    reason: str = ""


@dataclass(frozen=True, slots=True)
class MqmSummary:
    """The MQM score of what reviewers marked, with the numbers it is made of.

    `faultless` counts the segments somebody judged and marked nothing in, `assessed` the scores from 0 to 100
    that were given, `mean_score` is their mean; None where there are none.
    """

    typology: str
    raters: Sequence[str]
    segments: int
    words: int
    errors: int
    penalty: float
    per_thousand: float
    raw: float
    quality: float
    threshold: float
    fatal: int
    passed: bool
    counts: Mapping[tuple[str, str], int]
    faultless: int = 0
    assessed: int = 0
    mean_score: float | None = None


@dataclass(frozen=True, slots=True)
class StepLine:
    """One kind of step of the history, and how often it was made."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class ReportData:
    """A whole report. `language` is the reader's; `revised` is in seconds (UTC).

    `headline` names the metric of `PairLine.score`; `worst` are rows of `pairs`, the worst first.
    `labels` say categories and severities in the reader's language, by their ids and by the typology's names.
    """

    title: str
    language: str
    revised: float
    texts: Sequence[TextLine]
    headline: str
    scores: Sequence[ScoreLine]
    pairs: Sequence[PairLine]
    worst: Sequence[int]
    names: Sequence[NameLine]
    findings: Sequence[FindingLine]
    mqm: MqmSummary | None = None
    steps: Sequence[StepLine] = ()
    labels: Mapping[str, str] = field(default_factory=dict)

    def language_of(self, role: Role) -> str:
        """Give the language of a text; "und" where there is none."""
        return next((one.language for one in self.texts if one.role is role), "und")

    @property
    def roles(self) -> list[Role]:
        """Give the texts there are, as they stand side by side: source, translation, reference."""
        there = {one.role for one in self.texts}
        return [role for role in (Role.SOURCE, Role.TRANSLATION, Role.REFERENCE) if role in there]

    @property
    def changed(self) -> list[int]:
        """Give the rows of the pairs whose translation is no longer the machine's."""
        return [
            row for row, one in enumerate(self.pairs) if one.pair.text(Role.TRANSLATION) != one.pair.original
        ]
