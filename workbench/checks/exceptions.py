"""Denials that leave something out, "not only", "no use except as"; without that they say the opposite."""

from collections.abc import Iterator
from itertools import pairwise

from workbench.checks.article import Row
from workbench.checks.denials import Denied
from workbench.checks.hit import Hit, Span
from workbench.checks.links import NONE
from workbench.checks.moved_denials import said
from workbench.checks.side import Side
from workbench.i18n import _
from workbench.lang.denial import denial, denies, scope
from workbench.model.finding import Severity

_SURE = 0.75
_MARKS = ",;"
_BEFORE = 3  # words before "only" in which it may be denied
_TO_BUT = 2  # words: no one but
_BEHIND = 8  # words from a denial to what it leaves out: no use at all for anyone in the village except as


def exceptions(row: Row, ours: list[Denied], theirs: list[Denied]) -> Iterator[Hit]:
    """Yield denials of the translation, and "not only", that deny more or less than the reference."""
    language = row.translation.known.language
    here, there = row.translation.vocabulary, row.reference.vocabulary
    more = scope(language, "more")
    if more.isdisjoint(here) is not more.isdisjoint(there):
        yield from not_only(row, ours, theirs)
    if ours and theirs and not scope(language, "except").isdisjoint(there - here):
        yield from without_exception(row, ours, theirs)


def says_only(side: Side, each: Denied, other: Side) -> bool:
    """Tell whether a denial leaves one thing over, and the other side says so without: nothing but, only."""
    return leaves_one(side, each) and not scope(side.known.language, "sole").isdisjoint(other.small)


def leaves_one(side: Side, each: Denied) -> bool:
    """Tell whether a denial leaves one thing over: nothing but a car, nothing more than a car."""
    if not is_nobody(side, each):
        return False
    behind, than = side.small[each.at + 1 : each.at + 2 + _TO_BUT], scope(side.known.language, "bounding")
    return any(word in than and (word == "but" or after == "than") for word, after in pairwise([*behind, ""]))


def is_nobody(side: Side, each: Denied) -> bool:
    """Tell whether a denial is nobody, nothing, no one."""
    return not scope(side.known.language, "objects").isdisjoint(side.small[each.at : each.at + 2])


def not_only(row: Row, ours: list[Denied], theirs: list[Denied]) -> Iterator[Hit]:
    """Yield "not bribes but" for "not only bribes but", and the reverse."""
    known = denial(row.translation.known.language)
    if known.more is None:
        return
    here, there = known.more.search(row.translation.text), known.more.search(row.reference.text)
    if there and not here and len(ours) == len(theirs) + 1 and not adds(row.translation):
        yield hit(span_of(row.translation, ours[0]), there[0])
    elif here and not there and len(theirs) == len(ours) + 1 and not adds(row.reference):
        yield hit(here.span(), said(row.reference, theirs[0]))


def only_for_not_only(row: Row) -> Iterator[Hit]:
    """Yield "only" for "not only": its own word is there, and nothing before it denies."""
    known, words = denial(row.translation.known.language), row.translation.words
    more = scope(row.translation.known.language, "more")
    if known.more is None or any(
        more.isdisjoint(side.vocabulary) for side in (row.translation, row.reference)
    ):
        return
    for match in known.more.finditer(row.reference.text):
        at = row.links.backward[row.reference.words_in(match.span()).stop - 1]
        near = words[max(0, at - _BEFORE) : at]
        if (
            at != NONE
            and words[at].folded in more
            and not any(denies(word.folded, known.negators) for word in near)
        ):
            message = _("The reference denies this; the translation does not.")
            span = words[at].start, words[at].end
            fix = f"{'Not' if words[at].is_capital else 'not'} {words[at].text.lower()}"
            yield Hit(
                span,
                "accuracy/negation",
                Severity.CRITICAL,
                message,
                _SURE,
                match[0],
                fix,
            )


def adds(side: Side) -> bool:
    """Tell whether a side has a word that adds one thing to another: also, both."""
    return not scope(side.known.language, "adding").isdisjoint(side.vocabulary)


def without_exception(row: Row, ours: list[Denied], theirs: list[Denied]) -> Iterator[Hit]:
    """Yield the one denial for which the reference leaves something out."""
    if len(ours) != 1 or len(theirs) != 1 or leaves_out(row.translation, ours[0]):
        return
    for word in row.reference.words[theirs[0].end : theirs[0].end + _BEHIND]:
        if row.reference.text[word.start - 2] in _MARKS:
            return  # an afterthought, which another sentence may tell
        if word.folded in scope(row.reference.known.language, "except"):
            start = row.reference.words[theirs[0].at].start
            yield hit(span_of(row.translation, ours[0]), row.reference.text[start : word.end])
            return


def leaves_out(side: Side, each: Denied) -> bool:
    """Tell whether a side may leave something out; the "but" that joins a denial's clause does not."""
    outside = scope(side.known.language, "outside")
    if outside.isdisjoint(side.vocabulary):
        return False
    joining = scope(side.known.language, "joining")
    return any(
        word.folded in outside
        and not (at < each.at and word.folded in joining and side.text[word.start - 2] in _MARKS)
        for at, word in enumerate(side.words)
    )


def span_of(side: Side, each: Denied) -> Span:
    """Give the characters from a denial to what it denies."""
    first = side.words[min(each.at, each.head)].start
    return first, first + len(said(side, each))


def hit(span: Span, evidence: str) -> Hit:
    """Say what the reference has instead."""
    message = _("The reference has “%(text)s” in its place.") % {"text": evidence}
    return Hit(span, "accuracy/negation", Severity.CRITICAL, message, _SURE, evidence)
