"""Denials that stand alone in a pair: what they deny has no counterpart, or another thing is denied there."""

from collections.abc import Iterator

from workbench.checks.article import Row
from workbench.checks.comparing import is_outdone, outdoes
from workbench.checks.denials import Denied, other_side
from workbench.checks.hit import Hit, Span
from workbench.checks.links import NONE
from workbench.checks.side import Side
from workbench.i18n import _
from workbench.lang.denial import denial, has_prefix
from workbench.model.finding import Severity

_EXCHANGED = 0.6
# Where what is denied is not linked: linked words, within reach, that show that the place is the same.
_UNLINKED, _SHARED, _AROUND = 0.55, 2, 8
_NEAR = 3  # words: a denial of the neighbour may deny the same


def only_denial(row: Row, none: list[Denied], one: list[Denied], *, of_reference: bool) -> Iterator[Hit]:
    """Yield the one denial of a pair whose other side has no word at all that may deny."""
    side, other = (row.reference, row.translation) if of_reference else (row.translation, row.reference)
    if one and is_outdone(side, one[0]) and outdoes(other):
        return
    linked, _back = other_side(row.links, of_reference=of_reference)
    if none or len(one) != 1 or linked[one[0].head] != NONE or may_deny(other):
        return
    around = range(max(0, one[0].at - _AROUND), min(len(linked), one[0].head + _AROUND + 1))
    near = [linked[at] for at in around if linked[at] != NONE and side.content[at]]
    if len(near) < _SHARED:
        return
    first, last = sorted((one[0].at, one[0].head))
    words = side.words[first : last + 1]
    said = side.text[words[0].start : words[-1].end]
    message = (
        _("The reference denies this; the translation does not.")
        if of_reference
        else _("The translation denies this; the reference does not.")
    )
    span = in_its_place(row, near) if of_reference else (words[0].start, words[-1].end)
    yield Hit(span, "accuracy/negation", Severity.MAJOR, message, _UNLINKED, said)


def may_deny(side: Side) -> bool:
    """Tell whether a side has a word that may stand for a denial."""
    known = denial(side.known.language)
    return any(word.folded in known.excuses or has_prefix(word.folded, known) for word in side.words)


def in_its_place(row: Row, near: list[int]) -> Span:
    """Give the words of the translation without counterparts, where they are few, or the one beside."""
    words, forward = row.translation.words, row.links.forward
    free = [at for at, there in enumerate(forward) if there == NONE and row.translation.content[at]]
    first, last = (free[0], free[-1]) if free and free[-1] - free[0] < _NEAR else (near[0], near[0])
    return words[first].start, words[last].end


def exchanged(row: Row, ours: list[Denied], theirs: list[Denied]) -> Iterator[Hit]:
    """Yield the one denial of both sides where what it denies here is said plainly there, and the reverse."""
    if len(ours) != 1 or len(theirs) != 1:
        return
    mine, yours = ours[0], theirs[0]
    here, there = row.links.forward[mine.head], row.links.backward[yours.head]
    if (
        NONE in {here, there}
        or here == yours.head
        or abs(here - yours.head) <= _NEAR
        or abs(there - mine.head) <= _NEAR
    ):
        return
    if (there < mine.at) == (here < yours.at):
        words, others = row.translation.words, row.reference.words
        evidence = row.reference.text[others[yours.at].start : others[yours.head].end]
        yield Hit(
            (words[mine.at].start, words[mine.head].end),
            "accuracy/negation",
            Severity.MAJOR,
            _("The reference denies something else: “%(text)s”.") % {"text": evidence},
            _EXCHANGED,
            evidence,
        )
