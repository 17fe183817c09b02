"""Half denials (few, hardly, rarely) that are counted twice, "few do not believe" for "few believe", or lost."""

from collections.abc import Iterator

from workbench.checks.article import Row
from workbench.checks.denials import Denied, differs, other_side
from workbench.checks.hit import Hit, Span
from workbench.checks.links import NONE
from workbench.checks.side import Side
from workbench.i18n import _
from workbench.lang.denial import denial, has_prefix, scope
from workbench.lang.vocabulary import vocabulary
from workbench.lang.wordnet import base_forms
from workbench.model.finding import Severity

_TWICE, _LOST = 0.8, 0.65
_REACH = 8  # words from a half denial to a whole one of the same thing: few of the analysts there do not
Marks = dict[int, int]  # what may deny: the index of its first word, and of its last


def doubled(row: Row, ours: list[Denied], theirs: list[Denied]) -> Iterator[Hit]:
    """Yield a denial behind a half one, or behind a verb that denies, where the other side denies once."""
    signs = scope(row.translation.known.language, "half") | scope(row.translation.known.language, "denying")
    if signs.isdisjoint(vocabulary(row.translation.text) | vocabulary(row.reference.text)):
        return
    here, there = marks(row, ours, of_reference=False), marks(row, theirs, of_reference=True)
    if len(here) == 2 and len(there) == 1 and (twice := again(row.translation, here)):
        yield from hit(row, twice, there, denies=False)
    elif len(there) == 2 and len(here) == 1 and again(row.reference, there):
        yield from hit(row, next(iter(here.items())), there, denies=True)


def hit(row: Row, place: tuple[int, int], there: Marks, *, denies: bool) -> Iterator[Hit]:
    """Mark a denial that is one too many, or the one that is left of two."""
    words, others = row.translation.words, row.reference.words
    message = (
        _("The reference denies this; the translation does not.")
        if denies
        else _("The translation denies this; the reference does not.")
    )
    span = words[place[0]].start, words[place[1]].end
    evidence = row.reference.text[others[min(there)].start : others[max(there.values())].end]
    yield Hit(span, "accuracy/negation", Severity.CRITICAL, message, _TWICE, evidence)


def marks(row: Row, denials: list[Denied], *, of_reference: bool) -> Marks:
    """Give all that may deny on a side and is not in just these words on the other."""
    side, other = (row.reference, row.translation) if of_reference else (row.translation, row.reference)
    linked, _back = other_side(row.links, of_reference=of_reference)
    found = {at: at for at in halves(side)}
    for each in denials:
        if each.at not in found:
            found[each.at] = max(each.at, min(each.head, len(side.words) - 1))
    inside = {at for each in denials for at in range(each.at, each.end)}
    known, weak = denial(side.known.language), scope(side.known.language, "weak")
    may = known.excuses - weak | scope(side.known.language, "scant")
    for at, word in enumerate(side.words):
        if at not in found and at not in inside and may_deny(word.folded, may, known.prefixes):
            if is_half(word.folded, side) or (linked[at] != NONE and not differs(side, at, other, linked[at])):
                continue
            found[at] = at
    return found


def may_deny(word: str, excuses: frozenset[str], prefixes: tuple[str, ...]) -> bool:
    """Tell whether a word may stand for a denial."""
    return word in excuses or has_prefix(word, prefixes)


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
    """Give the second of two marks where the first denies by half, or is a verb that denies."""
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
    if scope(row.reference.known.language, "half").isdisjoint(vocabulary(row.reference.text)):
        return
    there = marks(row, theirs, of_reference=True)
    found = list(halves(row.reference))
    if len(found) != 1 or len(there) != 1 or marks(row, ours, of_reference=False):
        return
    at = found[0]
    head = next((place for place in range(at + 1, min(at + 4, len(row.reference.words))) if row.reference.content[place]), None)
    place = row.links.backward[head] if head is not None else NONE
    place = some(row.translation) if place == NONE else place
    if place == NONE:
        return
    word = row.translation.words[place]
    evidence = row.reference.text[row.reference.words[at].start : row.reference.words[head].end]
    yield Hit((word.start, word.end), "accuracy/negation", Severity.MAJOR, _("The reference denies this; the translation does not."), _LOST, evidence)


def some(side: Side) -> int:
    """Give a word that would deny by half, and counts instead: quite a few; NONE if there is none."""
    said = set(halves(side))
    words = range(len(side.words))
    return next((at for at in words if at not in said and is_half(side.words[at].folded, side)), NONE)
