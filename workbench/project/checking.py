"""Findings of a review's pairs or of files that were aligned: the engines' data brought together."""

from collections.abc import Mapping, Sequence

from workbench.checks import CHECKS, SURE, Check, Context, Passage, find, read
from workbench.i18n import N_
from workbench.model.bead import ReviewBead
from workbench.model.document import Role
from workbench.model.finding import Finding
from workbench.model.pair import Pair, Sentence
from workbench.progress import Report, silent
from workbench.project.check_parts import MANY, findings_by_parts
from workbench.project.intake import TextRead

APPLY_FIX = N_("Apply fixes")


def findings_of(
    passages: Sequence[Passage],
    languages: Mapping[Role, str],
    context: Context,
    report: Report = silent,
    *,
    checks: Sequence[Check] = CHECKS,
    sure: float = SURE,
) -> list[Finding]:
    """Run checks over pairs of texts, as sure as asked; `context` has the names found in them."""
    if len(passages) > MANY:
        found = findings_by_parts(passages, languages, context, report, checks)
        return [finding for finding in found if finding.confidence >= sure]
    return find(read(passages, languages, context), checks, report, sure=sure)


def passages_of_pairs(pairs: Sequence[Pair]) -> list[Passage]:
    """Give a review's pairs as checks read them."""
    return [
        Passage(
            row,
            written(pair.translation),
            written(pair.reference),
            written(pair.source),
            pair.original,
            pair.status,
            pair.translation[0].paragraph if pair.translation else 0,
        )
        for row, pair in enumerate(pairs)
    ]


def written(sentences: Sequence[Sentence]) -> tuple[str, ...]:
    """Give the sentences' texts."""
    return tuple(sentence.text for sentence in sentences)


def passages_of_texts(texts: Mapping[Role, TextRead], rows: Sequence[ReviewBead]) -> list[Passage]:
    """Give texts that were aligned as checks read them."""
    sentences = {role: text.sentences() for role, text in texts.items()}
    paragraphs = texts[Role.TRANSLATION].paragraphs()

    def side(row: ReviewBead, role: Role) -> tuple[str, ...]:
        return tuple(sentences[role][index] for index in row.sentences.get(role, ())) if role in texts else ()

    return [
        Passage(
            number,
            side(row, Role.TRANSLATION),
            side(row, Role.REFERENCE),
            side(row, Role.SOURCE),
            paragraph=next((paragraphs[index] for index in row.sentences.get(Role.TRANSLATION, ())), 0),
        )
        for number, row in enumerate(rows)
    ]
