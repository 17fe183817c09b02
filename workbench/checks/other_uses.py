"""The figure of a time used otherwise: a date for a length of time, an age for years of service."""

from collections.abc import Iterator

from workbench.checks.article import Row
from workbench.checks.hit import Hit, Span
from workbench.checks.number_fix import cased
from workbench.checks.side import Side
from workbench.i18n import _
from workbench.lang.grammar import grammar_words
from workbench.lang.time_uses import Use, time_uses
from workbench.model.finding import Severity

_CATEGORY = "accuracy/mistranslation"
_SURE = 0.75  # the source is not asked: in Korean, 19일 is the day and the length


def other_uses(row: Row) -> Iterator[Hit]:
    """Yield figures of time that are a length here and a date, an hour or an age there, or the reverse."""
    if not (row.translation.moments or row.translation.quantities):
        return
    language = row.translation.known.language
    ours = time_uses(row.translation.text, language)
    theirs = time_uses(row.reference.text, language) if ours else ()
    if not theirs:
        return
    said, there = {one[2:] for one in ours}, {one[2:] for one in theirs}
    for one in ours:
        key = (one.kind, one.value, not one.length)
        right = [other for other in theirs if other[2:] == key]
        if len(right) == 1 and key not in said and one[2:] not in there:
            yield hit(row, one, right[0])


def hit(row: Row, one: Use, right: Use) -> Hit:
    """Mark the time with the preposition before it, and give the reference's."""
    span, led = with_preposition(row.translation, (one.start, one.end))
    other, leads = with_preposition(row.reference, (right.start, right.end))
    evidence = row.reference.text[slice(*other)]
    message = _("The reference has “%(text)s” in its place.") % {"text": evidence}
    fix = cased(evidence, row.translation.text, span[0]) if led and leads and one.kind != "age" else None
    return Hit(span, _CATEGORY, Severity.MAJOR, message, _SURE, evidence, fix)


def with_preposition(side: Side, span: Span) -> tuple[Span, bool]:
    """Take in the preposition right before a time, if there is one, and "the"; tell whether there is."""
    kinds, at = grammar_words("en"), side.words_in((0, span[0])).stop - 1
    article = at >= 0 and side.words[at].folded == "the"
    at -= article
    if at >= 0 and side.words[at].folded in kinds["prepositions"]:
        return (side.words[at].start, span[1]), True
    return (side.words[at + 1].start if article else span[0], span[1]), False
