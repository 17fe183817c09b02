"""Verbs with a pronoun told more than once there: the state does not need it for you do not need a state."""

from collections.abc import Iterator
from itertools import pairwise

from workbench.checks.article import Row
from workbench.checks.deeds import Deed
from workbench.checks.hit import Hit
from workbench.checks.roles import is_reflexive, is_whole
from workbench.checks.side import Side
from workbench.checks.telling_verbs import may_tell
from workbench.checks.told import is_same, read
from workbench.checks.turned_hits import hit
from workbench.lang.roles import role_words
from workbench.lang.wordnet import base_forms

_SURE = 0.75


def turned_repeats(row: Row) -> Iterator[Hit]:
    """Yield verbs told more than once in the reference, where it is done to the one who does it here."""
    if role_words("objects").isdisjoint(row.translation.vocabulary):
        return
    for one in with_pronoun(row.translation):
        theirs = told_again(row.reference, row.translation.words[one].folded)
        mine = read(row.translation, one) if len(theirs) > 1 else None
        yours = meant(row, mine, theirs) if mine and not mine.passive else None
        if mine and yours:
            yield hit(row, mine if mine.doer else mine._replace(start=one), yours, _SURE)


def with_pronoun(side: Side) -> Iterator[int]:
    """Yield the verbs right behind which something is done to a pronoun."""
    known = role_words("objects")
    for at, (word, after) in enumerate(pairwise(side.small)):
        if after in known and may_tell(word):
            yield at


def told_again(side: Side, verb: str) -> list[Deed | None]:
    """Read all that a side tells by a verb."""
    bases = set(base_forms(verb, "v"))
    return [
        read(side, at)
        for at, word in enumerate(side.words)
        if word.folded[:1] == verb[:1] and not bases.isdisjoint(base_forms(word.folded, "v"))
    ]


def meant(row: Row, mine: Deed, theirs: list[Deed | None]) -> Deed | None:
    """Give the telling that is turned round; None where one is like it, or its parties are unclear."""
    told = [each for each in theirs if each and each.doer and each.done_to and not each.passive]
    if len(told) < len(theirs):
        return None
    if is_reflexive(row.translation, mine):
        is_self = any(is_reflexive(row.reference, each) for each in told)
        return None if is_self else next((each for each in told if each.denied is mine.denied), None)
    if any(is_same(row, mine.doer, each.doer) for each in told) or not is_whole(row.translation, mine):
        return None
    alike = (each for each in told if each.denied is mine.denied)
    return next((each for each in alike if is_same(row, mine.doer, each.done_to)), None)
