"""Scores, names and findings of a review computed; apart from `analysis`, as it loads numba for names."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from workbench.checks import Article, Context, find, read
from workbench.model.document import Role
from workbench.model.finding import Finding
from workbench.model.name import Name
from workbench.model.pair import Pair
from workbench.progress import Report, silent
from workbench.project.analysis import Analysis, Choices
from workbench.project.check_parts import MANY, Before, findings_by_parts
from workbench.project.checking import passages_of_pairs
from workbench.project.naming import known_for, names_of
from workbench.project.own_rules import rules_for
from workbench.project.scoring import PENALTY, document_scores


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
