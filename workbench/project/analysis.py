"""What is computed about a review and shown beside it: scores and names, by pair."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from workbench.checks import CHECKS, Article, Check, Context, find, read
from workbench.model.dismissal import Dismissals
from workbench.model.document import Role
from workbench.model.finding import Finding, Severity
from workbench.model.name import Name
from workbench.model.pair import Pair
from workbench.progress import Report, silent
from workbench.project.check_parts import MANY, Before, findings_by_parts
from workbench.project.checking import passages_of_pairs
from workbench.project.filtering import Subject
from workbench.project.naming import known_for, names_of
from workbench.project.own_rules import rules_for
from workbench.project.scoring import DEFAULT_METRICS, PENALTY, Scores, document_scores


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
        for finding in sorted(dismissals.still_open(self.findings), key=lambda finding: -finding.weight):
            found.setdefault(self.ids[finding.pair], []).append(finding)
        return found

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


def found_in(
    article: Article, choices: Choices, report: Report, before: Analysis | None
) -> Sequence[Finding]:
    """Check an article, a large one by its parts."""
    if len(article.rows) <= MANY:
        return find(article, choices.checks(), report)
    passages = [row.passage for row in article.rows]
    earlier = None
    if before and before.checked:
        earlier = Before([row.passage for row in before.checked.rows], before.names, before.findings)
    return findings_by_parts(passages, article.languages, article.context, report, choices.checks(), earlier)


def analyse(
    pairs: Sequence[Pair],
    languages: Mapping[Role, str],
    report: Report = silent,
    review: Path | None = None,
    before: Analysis | None = None,
    choices: Choices | None = None,
) -> Analysis:
    """Score a review's pairs, find its names and check it; what was scored before comes from the cache.

    `review` is the review's file: a glossary may lie beside it. `before` is the analysis of the review as it
    was: pairs that did not change are not read again.
    """
    choices = choices or Choices()
    knowing = known_for(languages, choices.glossary, review)
    names = names_of(pairs, languages, report, knowing)
    context = Context(names, knowing.glossary, rules_for(review=review))
    article = read(passages_of_pairs(pairs), languages, context, before.checked if before else None)
    findings = choices.weighed(found_in(article, choices, report, before))
    scores = document_scores(pairs, languages, report, choices.metrics)
    segments = scores.segments if scores else ()
    mentioned: dict[int, list[Name]] = {}
    for name in names:
        for row in dict.fromkeys(mention.pair for mention in name.mentions):
            mentioned.setdefault(pairs[row].id, []).append(name)
    by_pair = {
        pair.id: {**row, PENALTY: penalty}
        for pair, row, penalty in zip(pairs, segments, scores.penalties if scores else (), strict=False)
    }
    reasons = {pair.id: why for pair, why in zip(pairs, scores.reasons if scores else (), strict=False)}
    return Analysis(
        scores, names, by_pair, mentioned, [pair.id for pair in pairs], reasons, findings, article
    )
