"""Figures, owners and the two sides of a comparison that changed places: 360 of its 140."""

from collections.abc import Iterator
from itertools import pairwise, product

from workbench.checks.article import Row
from workbench.checks.crossing import Link, crossed
from workbench.checks.hit import Hit
from workbench.checks.links import NONE
from workbench.checks.side import Side
from workbench.checks.words import Kind
from workbench.i18n import _
from workbench.lang.denial import opposed
from workbench.lang.grammar import grammar_words
from workbench.lang.name_words import name_words
from workbench.lang.vocabulary import DIGIT
from workbench.model.finding import Severity

_OWNERS = 0.7
_REACH = 5  # words between what is exchanged, or from it to "than"
_BEFORE = 8  # words from what is compared to "than": the coast guard, which arrived earlier than
_AHEAD = ["ahead", "of"]
_LESS = frozenset(["less", "fewer", "worse", "later", "slower"])  # turn a comparison round


def changed_figures(row: Row) -> Iterator[Hit]:
    """Yield two numbers that changed places around the same words: 360 of its 140."""
    if not row.is_crossed or DIGIT not in row.translation.vocabulary:
        return
    words, others, links = row.translation.words, row.reference.words, row.links.forward
    numbers = [at for at, word in enumerate(words) if word.kind is Kind.NUMBER and links[at] != NONE]
    same = [(at, links[at]) for at in numbers if words[at].folded == others[links[at]].folded]
    for a, b in pairwise(same):
        if a[1] > b[1] and b[0] - a[0] == a[1] - b[1] <= _REACH and say_the_same(row, a, b):
            yield crossed(row, a, b)


def say_the_same(row: Row, a: Link, b: Link) -> bool:
    """Tell whether the same words stand between two words and their counterparts."""
    here, there = row.translation.small[a[0] + 1 : b[0]], row.reference.small[b[1] + 1 : a[1]]
    return here == there and "and" not in here


def compared(row: Row) -> Iterator[Hit]:
    """Yield what is compared the wrong way round: silence than training for training than silence."""
    ours = than(row.translation) if row.is_crossed else None
    theirs = None if ours is None else than(row.reference)
    if ours is None or theirs is None or opposed_words(row, ours, theirs):
        return
    forward, content = row.links.forward, row.translation.content
    before = [at for at in range(max(0, ours - _BEFORE), ours) if content[at] and forward[at] > theirs]
    after = [at for at in range(ours + 1, min(len(forward), ours + 1 + _REACH)) if content[at]]
    after = [at for at in after if NONE != forward[at] < theirs]
    before, after = told_by_name(row, before), told_by_name(row, after)
    if (
        len(before) == 1 == len(after)
        and theirs - forward[after[0]] <= _BEFORE
        and forward[before[0]] - theirs <= _REACH
    ):
        yield crossed(row, (before[0], forward[before[0]]), (after[0], forward[after[0]]))


def told_by_name(row: Row, places: list[int]) -> list[int]:
    """Leave out what goes with a name: the Turkish of the Turkish coast guard vessels."""
    named = [at for at in places if row.translation.words[at].is_capital]
    return named if len(places) > 1 else places


def than(side: Side) -> int | None:
    """Give the one word that compares on a side: than, or the "of" of "ahead of"."""
    known = side.vocabulary
    if "than" not in known and "ahead" not in known:
        return None
    words = side.small
    found = [
        at for at, word in enumerate(words) if word == "than" or words[max(0, at - 1) : at + 1] == _AHEAD
    ]
    return found[0] if len(found) == 1 else None


def opposed_words(row: Row, ours: int, theirs: int) -> bool:
    """Tell whether the sides compare by opposites: more than, less than; rather than, worse than."""
    here = row.translation.small[max(0, ours - _REACH) : ours]
    there = row.reference.small[max(0, theirs - _REACH) : theirs]
    turned = _LESS.isdisjoint(here) is not _LESS.isdisjoint(there)
    return turned or any(opposed(one, other) for one in here for other in there)


def changed_owners(row: Row) -> Iterator[Hit]:
    """Yield a people before one noun where the reference has it before another: Russian drones, tankers.

    That other noun has an owner of its own in the translation: its tankers.
    """
    possessives = grammar_words("en")["possessives"]
    if possessives.isdisjoint(row.translation.folded):
        return
    words, others = row.translation.words, row.reference.words
    ours = owned(row.translation)
    for at, there in product(ours, owned(row.reference) if ours else ()):
        mine, yours = row.links.forward[at + 1], row.links.backward[there + 1]
        if words[at].folded != others[there].folded or mine == there + 1 or min(mine, yours) < 1:
            continue  # NONE is less than any index, and nothing stands before the first word
        if words[yours - 1].folded in possessives and others[mine - 1].folded != others[there].folded:
            evidence = row.reference.text[others[there].start : others[there + 1].end]
            message = _("The reference has “%(text)s” in its place.") % {"text": evidence}
            span = (words[at].start, words[at + 1].end)
            yield Hit(span, "accuracy/mistranslation", Severity.MAJOR, message, _OWNERS, evidence)


def owned(side: Side) -> list[int]:
    """Give the adjectives of peoples right before a noun in small letters."""
    peoples = name_words("en").peoples
    if peoples.isdisjoint(side.folded):
        return []
    found = [at for at, word in enumerate(side.small[:-1]) if word in peoples]
    return [at for at in found if side.content[at + 1] and stands_before_noun(side, at)]


def stands_before_noun(side: Side, at: int) -> bool:
    """Tell whether the next word is in small letters and one character away."""
    after = side.words[at + 1]
    return after.text.islower() and after.start - side.words[at].end == 1
