"""One pair looked at again while it is typed in: its scores and findings, within a few milliseconds.

What needs the whole review (names, corpus scores, checks that compare pairs) follows with the next analysis;
until then their findings stand where their words stand now.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from workbench.checks import CHECKS, Article, Context, Passage, Row, find_in, read
from workbench.model.document import Role
from workbench.model.finding import Finding
from workbench.model.pair import Pair
from workbench.project.analysis import Analysis, Choices
from workbench.project.checking import passages_of_pairs
from workbench.project.scoring import PENALTY, metrics_for, score_pairs

_WIDE = frozenset(check.name for check in CHECKS if check.wide)


def refreshed(analysis: Analysis, pair: Pair, languages: Mapping[Role, str], choices: Choices) -> Analysis:
    """Give an analysis in which one pair is as it stands now."""
    return with_findings(with_scores(analysis, pair, languages, choices), pair, languages, choices)


def with_scores(analysis: Analysis, pair: Pair, languages: Mapping[Role, str], choices: Choices) -> Analysis:
    """Score the pair, where there is a reference to score it by."""
    if Role.REFERENCE not in languages:
        return analysis
    scores = score_pairs([pair], metrics_for(choices.metrics, languages[Role.REFERENCE]))
    row = {**scores.segments[0], PENALTY: scores.penalties[0]}
    return replace(
        analysis,
        by_pair={**analysis.by_pair, pair.id: row},
        reasons={**analysis.reasons, pair.id: scores.reasons[0]},
    )


def with_findings(
    analysis: Analysis, pair: Pair, languages: Mapping[Role, str], choices: Choices
) -> Analysis:
    """Check the pair by itself, and keep what was found of it by comparison."""
    ids = analysis.ids if pair.id in analysis.ids else [*analysis.ids, pair.id]
    number = list(ids).index(pair.id)
    (passage,) = passages_of_pairs([pair])
    passage = replace(passage, row=number)
    article, row = placed(analysis.checked, passage, languages)
    before = [finding for finding in analysis.findings if finding.pair == number and finding.check in _WIDE]
    kept = list(standing(before, pair.text(Role.TRANSLATION)))
    narrow = [check for check in choices.checks() if not check.wide]
    found = [
        finding
        for finding in choices.weighed(find_in([row], article, narrow))
        if not any(overlap(finding, other) for other in kept)
    ]
    others = [finding for finding in analysis.findings if finding.pair != number]
    checked = article if analysis.checked else None
    return replace(analysis, ids=ids, findings=[*others, *kept, *found], checked=checked)


def placed(article: Article | None, passage: Passage, languages: Mapping[Role, str]) -> tuple[Article, Row]:
    """Put a pair in its place of what was checked; a review that is not lends it none."""
    if article is not None and passage.row < len(article.rows):
        there = article.with_row(passage.row, passage)
        return there, there.rows[passage.row]
    alone = read([passage], languages, Context(is_part=True))
    return article or alone, alone.rows[0]


def standing(findings: Sequence[Finding], text: str) -> Iterator[Finding]:
    """Give the findings whose words stand in a text, where they stand now: nearest to where they stood."""
    for finding in findings:
        start, end = finding.span
        if text[start:end] == finding.text:
            yield finding
            continue
        places = [
            place for place in range(len(text)) if finding.text and text.startswith(finding.text, place)
        ]
        if places:
            nearest = min(places, key=lambda place: abs(place - start))
            yield replace(finding, span=(nearest, nearest + end - start))


def overlap(one: Finding, other: Finding) -> bool:
    """Tell whether two findings share letters."""
    return min(one.span[1], other.span[1]) > max(one.span[0], other.span[0])
