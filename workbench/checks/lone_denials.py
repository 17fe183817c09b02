"""Denials that stand alone in a pair: what they deny has no counterpart, or another thing is denied there."""

from collections.abc import Iterator

from workbench.checks.article import Row
from workbench.checks.comparing import is_ever, is_outdone, outdoes
from workbench.checks.denials import Denied, differs, may_be_denial, other_side
from workbench.checks.hit import Hit, Span
from workbench.checks.links import NONE
from workbench.checks.places import is_mostly_verb
from workbench.checks.side import Side
from workbench.i18n import _
from workbench.lang.denial import denial, denies, has_prefix
from workbench.model.finding import Severity

_EXCHANGED, _ASKED = 0.6, 0.85
# Where what is denied is not linked: linked words, within reach, that show that the place is the same.
_UNLINKED, _SHARED, _AROUND = 0.55, 2, 8
_NEAR = 3  # words: a denial of the neighbour may deny the same


def only_denial(row: Row, none: list[Denied], one: list[Denied], *, of_reference: bool) -> Iterator[Hit]:
    """Yield the one denial of a pair whose other side has no word at all that may deny."""
    side, other = (row.reference, row.translation) if of_reference else (row.translation, row.reference)
    if one and (is_outdone(side, one[0]) or is_ever(side, one[0])) and outdoes(other, side):
        return
    linked, back = other_side(row.links, of_reference=of_reference)
    if none or len(one) != 1 or linked[one[0].head] != NONE or may_deny(other, side, back):
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
    span = in_its_place(row, one[0], near) if of_reference else (words[0].start, words[-1].end)
    yield Hit(span, "accuracy/negation", Severity.MAJOR, message, _UNLINKED, said)


def asked_to(row: Row, theirs: list[Denied]) -> Iterator[Hit]:
    """Yield "urged to begin" for "urged not to start": after the same word, and nothing that denies."""
    side, words = row.reference, row.translation.words
    for each in theirs:
        place = infinitive(row, each)
        if place is None:
            continue
        clause = words[max(0, place - _AROUND) : place + _AROUND]
        if not any(deny(word.folded, row.translation) for word in clause):
            said = side.text[side.words[each.at].start : side.words[min(each.head, len(side.words) - 1)].end]
            yield Hit(
                (words[place].start, words[place + 1].end), "accuracy/negation", Severity.CRITICAL,
                _("The reference denies this; the translation does not."), _ASKED, said,
                "not " + row.translation.text[words[place].start : words[place + 1].end],
            )  # fmt: skip


def infinitive(row: Row, each: Denied) -> int | None:
    """Give the "to" of the translation behind the counterpart of the word before a "not to"."""
    side, words = row.reference, row.translation.words
    after = side.words[each.end : each.end + 1]
    if not each.at or not side.content[each.at - 1] or not after or after[0].folded != "to":
        return None
    here = row.links.backward[each.at - 1]
    if here == NONE:
        return None
    near = range(here + 1, min(here + _NEAR + 2, len(words) - 1))
    return next((at for at in near if words[at].folded == "to"), None)


def deny(word: str, side: Side) -> bool:
    """Tell whether a word denies or may stand for a denial."""
    known = denial(side.known.language)
    return denies(word, known.negators) or word in known.excuses or has_prefix(word, known.prefixes)


def may_deny(side: Side, other: Side, linked: list[int]) -> bool:
    """Tell whether a side has a word that may stand for a denial, and that the other side has not."""
    known = denial(side.known.language)
    return any(
        may_be_denial(side, at, known) and (linked[at] == NONE or differs(side, at, other, linked[at]))
        for at in range(len(side.words))
    )


def in_its_place(row: Row, each: Denied, near: list[int]) -> Span:
    """Give the words of the translation, without counterparts, that stand where the reference denies.

    That is between the counterparts of the nearest linked words before and behind; a verb if there is one.
    """
    words, forward = row.translation.words, row.links.forward
    first, last = between(row.links.backward, min(each.at, each.head), max(each.at, each.head))
    stop = len(words) if last == NONE else last
    free = [at for at in range(first + 1, stop) if forward[at] == NONE and row.translation.content[at]]
    if not free:
        around = range(max(0, first - _AROUND), min(first + _AROUND, len(words)))
        loose = (at for at in around if forward[at] == NONE and row.translation.content[at])
        free = sorted(loose, key=lambda at: abs(at - first))[:1]
    verbs = [at for at in free if is_mostly_verb(words[at].folded)]
    if verbs:
        return words[verbs[0]].start, words[verbs[0]].end
    if free and free[-1] - free[0] < _NEAR:
        return words[free[0]].start, words[free[-1]].end
    return words[near[0]].start, words[near[0]].end


def between(linked: list[int], first: int, last: int) -> tuple[int, int]:
    """Give the counterparts of the nearest linked words before and behind some words; NONE at the ends."""
    before = next((linked[at] for at in range(first - 1, -1, -1) if linked[at] != NONE), NONE)
    behind = next(
        (linked[at] for at in range(last + 1, len(linked)) if linked[at] != NONE and linked[at] > before),
        NONE,
    )
    return before, behind


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
