"""What was computed about a review and is shown beside it, by pair; see `analysing` for how."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from workbench.checks import CHECKS, Article, Check
from workbench.model.dismissal import Dismissals
from workbench.model.finding import Finding, Severity
from workbench.model.name import Name
from workbench.model.pair import Pair
from workbench.project.filtering import Subject
from workbench.project.scoring import DEFAULT_METRICS, Scores


def heaviest_first(findings: Iterable[Finding]) -> list[Finding]:
    """Put findings in the order they are shown in."""
    return sorted(findings, key=lambda finding: -finding.weight)


@dataclass(frozen=True, slots=True)
class Analysis:
    """Scores and names of a review as it was.

    `by_pair` are the segment scores, `reasons` what each pair's fidelity lost, `mentioned` the names, by the
    pair's id: rows move, ids stay.
    `ids` are the pairs' ids by the row they were in. `findings` are of rows too, dismissed ones among them;
    `checked` is what they were found in, for the next analysis to go on from.
    """

    scores: Scores | None = None
    names: Sequence[Name] = ()
    by_pair: Mapping[int, Mapping[str, float]] = field(default_factory=dict)
    mentioned: Mapping[int, Sequence[Name]] = field(default_factory=dict)
    ids: Sequence[int] = ()
    reasons: Mapping[int, Sequence[str]] = field(default_factory=dict)
    findings: Sequence[Finding] = ()
    checked: Article | None = None

    def findings_by_pair(self, dismissals: Dismissals) -> dict[int, list[Finding]]:
        """Give the findings that are open, by the pair's id, the heaviest of each pair first."""
        found: dict[int, list[Finding]] = {}
        for finding in heaviest_first(dismissals.still_open(self.findings)):
            found.setdefault(self.ids[finding.pair], []).append(finding)
        return found

    def findings_of(self, pair_id: int, dismissals: Dismissals) -> list[Finding]:
        """Give the findings of one pair that are open, the heaviest first."""
        row = self.ids.index(pair_id) if pair_id in self.ids else None
        found = [finding for finding in self.findings if finding.pair == row]
        return heaviest_first(dismissals.still_open(found))

    def places(self, name: Name) -> dict[int, list[tuple[int, int]]]:
        """Give where a name is mentioned: spans in the translation side, by the pair's id."""
        found: dict[int, list[tuple[int, int]]] = {}
        for mention in name.mentions:
            found.setdefault(self.ids[mention.pair], []).append(mention.span)
        return found


@dataclass(frozen=True, slots=True)
class Choices:
    """What the user wants computed: these metrics (HEADLINE always), and all checks but some.

    `severities` are by check, where its findings are to weigh otherwise than it says. `glossary` was given
    with the texts.
    """

    metrics: Sequence[str] = DEFAULT_METRICS
    without: frozenset[str] = frozenset()
    severities: Mapping[str, Severity] = field(default_factory=dict)
    glossary: Path | None = None

    def checks(self) -> list[Check]:
        """Give the checks to run."""
        return [check for check in CHECKS if check.name not in self.without]

    def weighed(self, findings: Sequence[Finding]) -> list[Finding]:
        """Give findings with the severities the user wants."""
        return [
            replace(finding, severity=self.severities.get(finding.check, finding.severity))
            for finding in findings
        ]


def subjects(
    pairs: Sequence[Pair], analysis: Analysis, findings: Mapping[int, Sequence[Finding]]
) -> list[Subject]:
    """Give pairs with what was computed about them, and their open findings, as filters look at them."""
    return [
        Subject(
            pair,
            analysis.by_pair.get(pair.id, {}),
            analysis.mentioned.get(pair.id, ()),
            findings.get(pair.id, ()),
        )
        for pair in pairs
    ]
