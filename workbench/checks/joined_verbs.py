"""Verbs that share a subject with one before them, where the reference has one of their own; and back."""

from collections.abc import Iterator, Sequence

from workbench.checks.article import Row
from workbench.checks.bearers import JOINTS, Bearer, bearer, before, is_told_of, person
from workbench.checks.doers import verb_after
from workbench.checks.hit import Hit
from workbench.checks.links import NONE
from workbench.checks.noun_phrases import Party
from workbench.checks.side import Side
from workbench.checks.told import is_same
from workbench.checks.verbs import Form, form
from workbench.i18n import _
from workbench.model.finding import Severity

_SURE = 0.75
_NO_VERBS = frozenset([Form.NONE, Form.PRESENT_PARTICIPLE])
_PERSONS = frozenset(["i", "we", "you", "he", "she"])  # as `person_of` gives them; "it" is none of them


def joined_verbs(row: Row) -> Iterator[Hit]:
    """Yield the verbs behind "and" that lost their subject, and those that got one which is another's."""
    if JOINTS.isdisjoint(row.translation.vocabulary) and JOINTS.isdisjoint(row.reference.vocabulary):
        return
    links = row.links
    ours = list(joined(row.translation, row.reference, links.forward))
    for verb in ours:
        yield from compared(row, verb, links.forward[verb])
    for there in joined(row.reference, row.translation, links.backward):
        if links.backward[there] not in ours:
            yield from compared(row, links.backward[there], there)


def joined(side: Side, other: Side, linked: Sequence[int]) -> Iterator[int]:
    """Yield the linked verbs right behind a conjunction, their auxiliaries and adverbs between.

    Those with nothing between on either side have no subject of their own on either.
    """
    if JOINTS.isdisjoint(side.folded):
        return
    for at in [place for place, word in enumerate(side.small) if word in JOINTS]:
        verb = verb_after(side, at)
        if verb is None or linked[verb] == NONE or (is_beside(side, verb) and is_beside(other, linked[verb])):
            continue
        if form(side.words[verb].straight) not in _NO_VERBS:
            yield verb


def compared(row: Row, verb: int, there: int) -> Iterator[Hit]:
    """Yield a verb with a subject of its own on one side, which on the other it shares with none before."""
    mine = bearer(row.translation, verb)
    other = bearer(row.reference, there) if mine else None
    if mine is None or other is None or mine.passive is not other.passive:
        return
    if other.own and not mine.own and is_lost(row, tuple(before(row.translation, mine.start)), other.own):
        yield hit(row, mine, other.own)
    elif mine.own and not other.own:
        shared = tuple(before(row.reference, other.start))
        if is_filled(row, mine.own, shared):
            yield hit(row, mine, shared[0])


def is_beside(side: Side, verb: int) -> bool:
    """Tell whether a verb has nothing between it and a conjunction."""
    return side.words[verb - 1].folded in JOINTS


def is_lost(row: Row, shared: tuple[Party, ...], own: Party) -> bool:
    """Tell whether the reference's subject is none that the verb may share."""
    if person(row.reference, own) or any(is_same(row, one, own) for one in shared):
        return False
    here = row.links.backward[own.words[-1]]
    if here == NONE:
        return bool(shared) and row.reference.words[own.words[-1]].is_capital
    return not is_within(here, shared) if shared else is_told_of(row.translation, here)


def is_filled(row: Row, own: Party, shared: tuple[Party, ...]) -> bool:
    """Tell whether the translation's subject is none that the reference's verb may share."""
    if not shared or any(is_same(row, own, one) for one in shared):
        return False
    if person(row.translation, own):
        return own.person == "it" and all(person(row.reference, one) in _PERSONS for one in shared)
    head, there = row.translation.words[own.words[-1]].folded, row.links.forward[own.words[-1]]
    if there == NONE:  # it may be said again: met the nurses, but the nurses refused
        there = next((at for at, word in enumerate(row.reference.words) if word.folded == head), NONE)
    return there != NONE and not is_within(there, shared)


def is_within(at: int, parties: tuple[Party, ...]) -> bool:
    """Tell whether a word stands in one of some parties."""
    return any(party.start <= at < party.end for party in parties)


def hit(row: Row, mine: Bearer, party: Party) -> Hit:
    """Mark a verb, with its subject if it has one, and give the reference's."""
    side, other = row.translation, row.reference
    name = other.text[other.words[party.start].start : other.words[party.end - 1].end]
    start = mine.own.start if mine.own else mine.start
    message = _("The subject differs from the reference, which has “%(subject)s”.") % {"subject": name}
    span = side.words[start].start, side.words[mine.verb].end
    return Hit(span, "accuracy/mistranslation", Severity.MAJOR, message, _SURE, name)
