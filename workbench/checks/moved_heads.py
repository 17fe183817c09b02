"""Whose somebody is, and what modifies whom: the driver for the driver's son, a former president's guard."""

from collections.abc import Iterator

from workbench.checks.article import Row
from workbench.checks.hit import Hit
from workbench.checks.links import NONE
from workbench.checks.noun_phrases import determiners, may_belong, may_head, owns, phrase_after
from workbench.checks.persons import follows_on
from workbench.checks.side import Side
from workbench.i18n import _
from workbench.lang.roles import role_forms, role_words
from workbench.lang.wordnet import base_forms
from workbench.model.finding import Severity

_SURE = 0.75
_APART = 6  # words between a modifier and what it no longer modifies
_JOINTS = frozenset(["of", "to", "for"])


def lost_heads(row: Row) -> Iterator[Hit]:
    """Yield persons of whom the reference tells whose somebody is: the son of a bus driver."""
    known = role_words("whose")
    if known.isdisjoint(row.reference.vocabulary) or says_whose(row.translation):
        return
    for at, word in enumerate(row.reference.small[:-2]):
        if word in known and row.links.backward[at] == NONE:
            here = owner(row, at)
            if here is not None:
                yield lost(row, at, here)


def says_whose(side: Side) -> bool:
    """Tell whether a side has any noun of those that say whose somebody is."""
    known = role_words("whose")
    return any(not known.isdisjoint(base_forms(word, "n")) for word in role_forms("whose") & side.folded)


def owner(row: Row, head: int) -> int | None:
    """Give the word of the translation for the one that somebody is of in the reference; no name."""
    side = row.reference
    if side.words[head + 1].folded not in _JOINTS or not follows_on(side, head + 1):
        return None
    party = phrase_after(side, head + 2)
    if party is None or party.person or side.words[party.end - 1].is_capital:
        return None
    here = row.links.backward[party.end - 1]
    return None if here == NONE else here


def lost(row: Row, head: int, here: int) -> Hit:
    """Mark the one that stands for the other, and write whose he is before."""
    side, other = row.translation, row.reference
    start = here
    while start and follows_on(side, start) and side.content[start - 1]:
        start -= 1
    start -= start > 0 and side.words[start - 1].folded in determiners()
    first = head - (head > 0 and other.words[head - 1].folded in determiners())
    span = side.words[start].start, side.words[here].end
    evidence, said = other.text[other.words[first].start : other.words[head + 1].end], side.text[slice(*span)]
    if not side.content[start]:
        said = said[0].lower() + said[1:]
    return hit(span, evidence, f"{evidence} {said}")


def hit(span: tuple[int, int], evidence: str, fix: str | None) -> Hit:
    """Make a hit."""
    message = _("The reference has “%(text)s” in its place.") % {"text": evidence}
    return Hit(span, "accuracy/mistranslation", Severity.MAJOR, message, _SURE, evidence, fix)


def moved_modifiers(row: Row) -> Iterator[Hit]:
    """Yield what is former, new or acting on one side, while another noun is on the other."""
    known = role_words("modifiers")
    if known.isdisjoint(row.translation.vocabulary):
        return
    words, others = row.translation.words, row.reference.words
    for one in [at for at, word in enumerate(row.translation.small) if word in known]:
        other = row.links.forward[one]
        if other == NONE or others[other].folded != words[one].folded:
            continue
        mine, yours = modified(row.translation, one), modified(row.reference, other)
        if mine and yours and modify_others(row, (one, mine), (other, yours)):
            evidence = row.reference.text[others[other].start : others[yours].end]
            yield hit((words[one].start, words[mine].end), evidence, None)


def modify_others(row: Row, ours: tuple[int, int], theirs: tuple[int, int]) -> bool:
    """Tell whether two stretches from a modifier to its noun have nothing but the modifier in common."""
    there, here = row.links.forward[ours[1]], row.links.backward[theirs[1]]
    if there == NONE or abs(there - theirs[0]) > _APART:
        return False
    return not theirs[0] <= there <= theirs[1] and not ours[0] <= here <= ours[1]


def modified(side: Side, modifier: int) -> int | None:
    """Give the noun that a modifier belongs to: the last of its phrase, or the first that owns another."""
    last = None
    for at in range(modifier + 1, len(side.words)):
        if not follows_on(side, at) or not (may_head(side, at) or may_belong(side, at)):
            break
        last = at
        if owns(side, at):
            break
    return last
