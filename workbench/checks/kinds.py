"""Another thing of the same kind: a neck for a leg, pears for barley, a year for a month."""

from collections.abc import Iterator

from workbench.checks.article import Row
from workbench.checks.hit import Hit
from workbench.checks.links import NONE
from workbench.checks.side import Side
from workbench.checks.wording import like
from workbench.checks.words import Kind
from workbench.i18n import _
from workbench.lang.kinds import exclude, kinds_of, measure, thing_forms
from workbench.lang.kinship import Kin, kinship
from workbench.lang.remembered import remembered
from workbench.lang.wordnet import base_forms
from workbench.model.finding import Severity

_LINKED, _BESIDE = 0.85, 0.75
_EACH = frozenset(["a", "an", "per", "each", "every"])
_APART = 0.25  # of the length: how far apart the places of one thing stand in two sentences


def other_kinds(row: Row) -> Iterator[Hit]:
    """Yield the nouns in whose place the reference names another thing of the kind, each side just one."""
    ours = things(row.translation)
    theirs = set(things(row.reference)) if ours else set()
    for one, other, sure in facing(row, ours, theirs) if theirs else ():
        word, another = row.translation.words[one], row.reference.words[other]
        if is_another(row, one, other) or is_other_measure(row, one, other):
            yield Hit(
                (word.start, word.end),
                "accuracy/mistranslation",
                Severity.MAJOR,
                _("The reference has “%(text)s” in its place.") % {"text": another.text},
                sure,
                another.text,
                like(word.text, another.text),
            )


def things(side: Side) -> list[int]:
    """Give the words that name things of a kind, or units of time."""
    known = thing_forms()
    if known.isdisjoint(side.folded):
        return []
    return [at for at, word in enumerate(side.small) if word in known and is_thing(word)]


@remembered
def is_thing(word: str) -> bool:
    """Tell whether a word names a thing of a kind, or a unit of time."""
    return bool(kinds_of(word) or measure(word))


def facing(row: Row, ours: list[int], theirs: set[int]) -> Iterator[tuple[int, int, float]]:
    """Yield the things that stand in each other's place: linked, or the only unlinked ones of their kind."""
    forward, backward = row.links.forward, row.links.backward
    yield from ((one, forward[one], _LINKED) for one in ours if forward[one] in theirs)
    free = [one for one in ours if forward[one] == NONE]
    others = [other for other in theirs if backward[other] == NONE]
    for one in free if others else ():
        found = [there for there in others if is_of_kind(row, one, there)]
        alone = len(found) == 1 and sum(is_of_kind(row, each, found[0]) for each in free) == 1
        if alone and are_placed_alike(row, one, found[0]):
            yield one, found[0], _BESIDE


def are_placed_alike(row: Row, one: int, other: int) -> bool:
    """Tell whether two words stand behind the same word, or about as far into their sides."""
    before, there = before_it(row.translation, one), before_it(row.reference, other)
    if before is not None and row.links.forward[before] == there:
        return True
    return abs(one / len(row.translation.words) - other / len(row.reference.words)) <= _APART


def before_it(side: Side, at: int) -> int | None:
    """Give the word of content before a word."""
    return next((place for place in range(at - 1, -1, -1) if side.content[place]), None)


def is_of_kind(row: Row, one: int, other: int) -> bool:
    """Tell whether two words name things of one kind, or units of time both."""
    word, another = row.translation.words[one].folded, row.reference.words[other].folded
    return not kinds_of(word).isdisjoint(kinds_of(another)) or bool(measure(word) and measure(another))


def is_another(row: Row, one: int, other: int) -> bool:
    """Tell whether a thing stands for another of its kind, and neither is named on the other side, too."""
    word, another = row.translation.words[one], row.reference.words[other]
    if word.is_capital or another.is_capital or not exclude(word.folded, another.folded):
        return False
    if kinship(word.folded, another.folded) >= Kin.NEAR:
        return False
    return not (names(row.reference, word.folded) or names(row.translation, another.folded))


def names(side: Side, word: str) -> bool:
    """Tell whether a side has a word, in whatever form."""
    bases = set(base_forms(word, "n"))
    return any(not bases.isdisjoint(base_forms(each.folded, "n")) for each in side.words)


def is_other_measure(row: Row, one: int, other: int) -> bool:
    """Tell whether a unit of time stands for another behind the same word or number."""
    ours, theirs = row.translation.words, row.reference.words
    units = measure(ours[one].folded), measure(theirs[other].folded)
    if None in units or units[0] == units[1] or not one or not other:
        return False
    before, there = ours[one - 1], theirs[other - 1]
    each = before.folded in _EACH and there.folded in _EACH
    return each or (before.folded == there.folded and before.kind is Kind.NUMBER)
