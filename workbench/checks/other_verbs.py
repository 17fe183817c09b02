"""Who did what to whom, told by verbs that have little in common: both parties changed places around them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from workbench.checks.article import Row
from workbench.checks.facing_verbs import signs
from workbench.checks.hit import Hit
from workbench.checks.links import NONE
from workbench.checks.side import Side
from workbench.checks.telling_verbs import may_tell
from workbench.checks.told import common, is_same, read
from workbench.checks.turned_hits import clause, hit
from workbench.lang.kinship import Kin, kinship
from workbench.lang.roles import is_one_of

_SURE = 0.75
_NEAR = 8  # words from a verb to its subject or object


def exchanged_parties(row: Row) -> Iterator[Hit]:
    """Yield verbs whose subject and object are, in the reference, the other way round about another verb."""
    if not may_turn(row):
        return
    ours = apart(row.translation, row.reference, row.links.forward)
    theirs = apart(row.reference, row.translation, row.links.backward) if ours else []
    words, others = row.translation.small, row.reference.small
    for one, other in product(ours, theirs):
        if may_face(row, one, other) and not common(words[one], others[other]):
            yield from exchanged(row, one, other)


def may_turn(row: Row) -> bool:
    """Tell whether linked words cross one another, or one side may say who did it behind its verb."""
    return row.is_crossed or "by" in row.translation.vocabulary or "by" in row.reference.vocabulary


def exchanged(row: Row, one: int, other: int) -> Iterator[Hit]:
    """Yield a verb if both its parties have the other one's part there."""
    mine = read(row.translation, one)
    yours = read(row.reference, other) if mine and mine.doer and mine.done_to else None
    if mine is None or yours is None or mine.denied is not yours.denied:
        return
    if clause(row.translation, mine) != clause(row.reference, yours):
        return
    if is_same(row, mine.doer, yours.doer):
        return
    if is_same(row, mine.doer, yours.done_to) and is_same(row, mine.done_to, yours.doer):
        found = hit(row, mine, yours, _SURE)
        gives = is_one_of("double", row.reference.words[other].folded)
        yield replace(found, fix=None) if gives else found  # gave them three days


def apart(side: Side, other: Side, links: Sequence[int]) -> list[int]:
    """Give the verbs of a side that have no counterpart, or one of another sense."""
    others = other.small
    return [
        at
        for at, (word, there) in enumerate(zip(side.small, links, strict=True))
        if may_tell(word)
        and (there == NONE or word != others[there])
        and (there == NONE or are_apart(word, others[there]))
    ]


def are_apart(word: str, another: str) -> bool:
    """Tell whether two verbs say other things."""
    return kinship(word, another) < Kin.SYNONYMS


def may_face(row: Row, one: int, other: int) -> bool:
    """Tell whether two verbs may tell of one deed, and what is around one of them is turned round."""
    before, after = around(row, one, other)
    if not before and not after:
        return False
    if signs(row.translation, one) != signs(row.reference, other):
        return True
    return max(before, default=NONE) > other and min(after, default=other) < other


def around(row: Row, one: int, other: int) -> tuple[list[int], list[int]]:
    """Give the places near a verb that what stands near another before and after it is linked with."""
    links, first, last = row.links.forward, max(0, other - _NEAR), other + _NEAR
    before = [at for at in links[max(0, one - _NEAR) : one] if first <= at <= last]
    return before, [at for at in links[one + 1 : one + _NEAR] if first <= at <= last]
