"""Doers exchanged between two verbs: the bureau found what his team used, his team what the bureau used."""

from collections.abc import Iterator
from functools import lru_cache

from workbench.checks.article import Row
from workbench.checks.deeds import Deed, deed
from workbench.checks.facing_verbs import may_tell
from workbench.checks.hit import Hit
from workbench.checks.links import NONE
from workbench.checks.noun_phrases import Party
from workbench.checks.side import Side
from workbench.checks.told import is_same
from workbench.checks.turned_hits import hit
from workbench.checks.verb_groups import PASTS
from workbench.checks.verbs import Form, form, straight
from workbench.lang.wordnet import Kin, kinship

_SURE = 0.75
_TOLD = PASTS | {Form.PLAIN, Form.PARTICIPLE, Form.PRESENT_PARTICIPLE}
_NEAR = 8  # words from a verb to its subject
_FAR = 16  # words from one of the two verbs to the other


def exchanged_doers(row: Row) -> Iterator[Hit]:
    """Yield verbs done to the same by another who, in the reference, does something else, and the reverse."""
    links = row.links.forward
    if sorted(links) == links:
        return
    words, others = row.translation.words, row.reference.words
    for one, other in enumerate(links):
        if other == NONE or not are_led_by_others(row, one, other):
            continue
        if not are_one(words[one].folded, others[other].folded):
            continue
        mine = whole(row.translation, one)
        yours = whole(row.reference, other) if mine else None
        if mine and yours and are_exchanged(row, mine, yours):
            yield hit(row, mine, yours, _SURE)
            return


def are_led_by_others(row: Row, one: int, other: int) -> bool:
    """Tell whether something before each of two words stands behind the other one."""
    forward, backward = row.links.forward, row.links.backward
    return (
        max(forward[max(0, one - _NEAR) : one], default=NONE) > other
        and max(backward[max(0, other - _NEAR) : other], default=NONE) > one
    )


@lru_cache(maxsize=1 << 16)
def are_one(word: str, another: str) -> bool:
    """Tell whether two verbs say the same."""
    return may_tell(word) and may_tell(another) and kinship(word, another) >= Kin.SYNONYMS


def whole(side: Side, verb: int) -> Deed | None:
    """Read an active verb of which both parties are told."""
    told = deed(side, verb)
    return told if told and not told.passive and told.doer and told.done_to else None


def are_exchanged(row: Row, mine: Deed, yours: Deed) -> bool:
    """Tell whether it is done to the same by others, each of whom does something else on the other side."""
    if mine.denied is not yours.denied or not is_same(row, mine.done_to, yours.done_to):
        return False
    if mine.doer is None or yours.doer is None or mine.doer.person or yours.doer.person:
        return False
    there = linked(row.links.forward, mine.doer)
    here = linked(row.links.backward, yours.doer)
    if not (there and here) or is_same(row, mine.doer, yours.doer):
        return False
    return does(row.reference, yours.at, there) and does(row.translation, mine.at, here)


def linked(links: list[int], party: Party) -> set[int]:
    """Give the counterparts of the words that name a party."""
    return {links[at] for at in party.words} - {NONE}


def does(side: Side, verb: int, who: set[int]) -> bool:
    """Tell whether somebody does something else than a verb says, close to it."""
    for at in range(max(0, verb - _FAR), min(len(side.words), verb + _FAR)):
        told = deed(side, at) if at != verb and form(straight(side.words[at])) in _TOLD else None
        if told and not told.passive and told.doer and not who.isdisjoint(told.doer.words):
            return True
    return False
