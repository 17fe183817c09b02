"""Who told or gave it to whom, whatever the verbs: was notified by the envoy for gave the envoy a day."""

from collections.abc import Iterator
from dataclasses import replace

from workbench.checks.article import Row
from workbench.checks.deeds import Deed, deed
from workbench.checks.hit import Hit
from workbench.checks.side import Side
from workbench.checks.told import common, is_same
from workbench.checks.turned_hits import hit
from workbench.lang.roles import is_one_of, role_forms

_SURE = 0.75


def turned_addresses(row: Row) -> Iterator[Hit]:
    """Yield verbs of telling and giving by somebody to whom, in the reference, it is told or given."""
    if "by" not in row.translation.vocabulary and "by" not in row.reference.vocabulary:
        return
    ours = list(addresses(row.translation))
    theirs = list(addresses(row.reference)) if ours else []
    for mine in ours:
        if any(is_same(row, mine.doer, yours.doer) for yours in theirs):
            continue
        yours = next((each for each in theirs if are_turned(row, mine, each)), None)
        if yours:
            yield replace(hit(row, mine, yours, _SURE), fix=None)  # the verbs are others


def are_turned(row: Row, mine: Deed, yours: Deed) -> bool:
    """Tell whether the one by whom it is told on one side is whom it is told on the other."""
    if mine.passive is yours.passive or is_same(row, mine.done_to, yours.done_to):
        return False
    if common(row.translation.small[mine.at], row.reference.small[yours.at]):
        return False  # read as one deed
    if mine.passive:
        return is_same(row, mine.doer, yours.done_to)
    return is_same(row, mine.done_to, yours.doer)


def addresses(side: Side) -> Iterator[Deed]:
    """Yield the verbs of telling and giving, with "by" and who does it or right before whom it is done to."""
    known = role_forms("addressing")
    for at in [at for at, word in enumerate(side.small) if word in known]:
        told = deed(side, at) if is_one_of("addressing", side.small[at]) else None
        if told and not told.denied and (told.doer if told.passive else is_followed(told)):
            yield told


def is_followed(told: Deed) -> bool:
    """Tell whether whom it is done to stands right behind a verb."""
    return told.done_to is not None and told.done_to.start == told.at + 1
