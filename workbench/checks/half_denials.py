"""Half denials (few, hardly) that are counted twice, "few do not believe" for "few believe", or lost."""

from collections.abc import Iterator
from functools import lru_cache

from workbench.checks.article import Row
from workbench.checks.denials import Denied, differs, other_side
from workbench.checks.hit import Hit
from workbench.checks.links import NONE
from workbench.checks.side import Side
from workbench.checks.words import Kind
from workbench.i18n import _
from workbench.lang.denial import denial, has_prefix, scope
from workbench.lang.spelled_numbers import spelled_numbers
from workbench.model.finding import Severity

_TWICE, _LOST = 0.8, 0.65
_NEXT = 3  # words to what is denied by half: few of the villagers
_REACH = 8  # words from a half denial to a whole one of the same thing: few of the analysts there do not
_PAIR = 2
_SOME = ["a", "few"]
Marks = dict[int, int]  # what may deny: the index of its first word, and of its last


def half_denials(row: Row, ours: list[Denied], theirs: list[Denied]) -> Iterator[Hit]:
    """Yield half denials that are counted twice, and those that are lost."""
    signs = scope(row.translation.known.language, "half")
    there = not signs.isdisjoint(row.reference.vocabulary)
    if there or not signs.isdisjoint(row.translation.vocabulary):
        yield from doubled(row, ours, theirs)
    if there:
        yield from lost_halves(row, ours, theirs)


def doubled(row: Row, ours: list[Denied], theirs: list[Denied]) -> Iterator[Hit]:
    """Yield a denial behind a half one where the other side denies once."""
    here, there = marks(row, ours, of_reference=False), marks(row, theirs, of_reference=True)
    if len(there) == 1 and (twice := again(row.translation, here)):
        yield hit(row, twice, there, denies=False)
    elif len(here) == 1 and again(row.reference, there):
        yield hit(row, next(iter(here.items())), there, denies=True)


def hit(row: Row, place: tuple[int, int], there: Marks, *, denies: bool) -> Hit:
    """Mark a denial that is one too many, or the one that is left of two."""
    words, others = row.translation.words, row.reference.words
    message = (
        _("The reference denies this; the translation does not.")
        if denies
        else _("The translation denies this; the reference does not.")
    )
    span = words[place[0]].start, words[place[1]].end
    evidence = row.reference.text[others[min(there)].start : others[max(there.values())].end]
    return Hit(span, "accuracy/negation", Severity.CRITICAL, message, _TWICE, evidence)


def marks(row: Row, denials: list[Denied], *, of_reference: bool) -> Marks:
    """Give all that may deny on a side and is not in just these words on the other."""
    side, other = (row.reference, row.translation) if of_reference else (row.translation, row.reference)
    linked, _back = other_side(row.links, of_reference=of_reference)
    found = {at: at for at in halves(side)}
    for each in denials:
        found.setdefault(each.at, max(each.at, min(each.head, len(side.words) - 1)))
    inside = {at for each in denials for at in range(each.at, each.end)} | found.keys()
    for at, word in enumerate(side.words):
        same = linked[at] != NONE and not differs(side, at, other, linked[at])
        if at not in inside and not same and may_deny(word.folded, side.known.language):
            found[at] = at
    return found


@lru_cache(maxsize=1 << 16)
def may_deny(word: str, language: str) -> bool:
    """Tell whether a word may stand for a denial of its own, and does not deny by half."""
    if word in scope(language, "half") or word in scope(language, "weak"):
        return False
    known = denial(language)
    return word in known.excuses or word in scope(language, "scant") or has_prefix(word, known.prefixes)


def is_half(word: str, side: Side) -> bool:
    """Tell whether a word denies by half, where it does not count."""
    return word in scope(side.known.language, "half")


def halves(side: Side) -> Iterator[int]:
    """Yield the words that deny by half: few, not a few."""
    counted = scope(side.known.language, "counted")
    for at, word in enumerate(side.words):
        if is_half(word.folded, side) and not (at and side.words[at - 1].folded in counted):
            yield at


def again(side: Side, found: Marks) -> tuple[int, int] | None:
    """Give the second of just two marks where the first denies by half."""
    if len(found) != _PAIR:
        return None
    first, second = sorted(found)
    between = {word.folded for word in side.words[first + 1 : second]}
    if second - first > _REACH:
        return None
    text = side.text[side.words[first].end : side.words[second].start]
    if any(mark in text for mark in ",;:.!?—") or not denial(side.known.language).apart.isdisjoint(between):
        return None
    return (second, found[second]) if is_half(side.words[first].folded, side) else None


def lost_halves(row: Row, ours: list[Denied], theirs: list[Denied]) -> Iterator[Hit]:
    """Yield what the reference says of few, or as rare, and the translation without any such word."""
    found = list(halves(row.reference))
    if len(found) != 1 or len(marks(row, theirs, of_reference=True)) != 1:
        return
    head = denied_by_half(row.reference, found[0])
    if head is not None and is_number(row, head) and row.links.backward[head] != NONE:
        return  # barely 200 bounds a number
    place = counterpart(row, head) if head is not None else NONE
    if head is None or place == NONE or marks(row, ours, of_reference=False) or is_named(row, place):
        return
    words, others = row.translation.words, row.reference.words
    evidence = row.reference.text[others[found[0]].start : others[head].end]
    message = _("The reference denies this; the translation does not.")
    span = words[place].start, words[place].end
    yield Hit(span, "accuracy/negation", Severity.MAJOR, message, _LOST, evidence)


def is_number(row: Row, head: int) -> bool:
    """Tell whether a word is a number, in digits, or in letters if the translation bounds it: just three."""
    if row.reference.words[head].kind is Kind.NUMBER:
        return True
    language = row.translation.known.language
    bounded = not scope(language, "sole").isdisjoint(row.translation.vocabulary)
    return bounded and row.reference.small[head] in spelled_numbers(language)


def is_named(row: Row, place: int) -> bool:
    """Tell whether a half denial stands before a word all the same, though counted: the rare earths.

    A few is none where the reference has few.
    """
    before = row.translation.small[max(0, place - 2) : place]
    return is_half("".join(before[-1:]), row.translation) and before != _SOME


def denied_by_half(side: Side, at: int) -> int | None:
    """Give the word of content next behind a half denial: few of the villagers."""
    near = range(at + 1, min(at + 1 + _NEXT, len(side.words)))
    return next((place for place in near if side.content[place]), None)


def counterpart(row: Row, head: int) -> int:
    """Give the counterpart of what is denied by half, else the "few" of "quite a few"; NONE if neither is."""
    linked = row.links.backward[head]
    return some(row.translation) if linked == NONE else linked


def some(side: Side) -> int:
    """Give a word that would deny by half, and counts instead: quite a few; NONE if there is none."""
    said = set(halves(side))
    words = range(len(side.words))
    return next((at for at in words if at not in said and is_half(side.words[at].folded, side)), NONE)
