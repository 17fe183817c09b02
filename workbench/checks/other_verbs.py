"""Who did what to whom, told by verbs that have little in common: both parties changed places around them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from workbench.checks.article import Row
from workbench.checks.facing_verbs import may_tell, signs
from workbench.checks.hit import Hit
from workbench.checks.links import NONE
from workbench.checks.side import Side
from workbench.checks.told import common, is_same, read
from workbench.checks.turned_hits import clause, hit
from workbench.lang.roles import is_one_of
from workbench.lang.vocabulary import vocabulary
from workbench.lang.wordnet import Kin, kinship

_SURE = 0.75
_NEAR = 8  # words from a verb to its subject or object


def exchanged_parties(row: Row) -> Iterator[Hit]:
    """Yield verbs whose subject and object are, in the reference, the other way round about another verb."""
    if not may_turn(row):
        return
    ours = list(apart(row.translation, row.reference, row.links.forward))
    theirs = list(apart(row.reference, row.translation, row.links.backward)) if ours else []
    for one in ours:
        for other in theirs:
            if may_face(row, one, other) and not common(row, one, other):
                yield from exchanged(row, one, other)


def may_turn(row: Row) -> bool:
    """Tell whether linked words cross one another, or one side may say who did it behind its verb."""
    if any("by" in vocabulary(side.text) for side in (row.translation, row.reference)):
        return True
    linked = [there for there in row.links.forward if there != NONE]
    return linked != sorted(linked)


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


def apart(side: Side, other: Side, links: Sequence[int]) -> Iterator[int]:
    """Yield the verbs of a side that have no counterpart, or one of another sense."""
    for at, (word, there) in enumerate(zip(side.words, links, strict=True)):
        if may_tell(word.folded) and (there == NONE or are_apart(word.folded, other.words[there].folded)):
            yield at


@lru_cache(maxsize=1 << 16)
def are_apart(word: str, another: str) -> bool:
    """Tell whether two verbs say other things."""
    return kinship(word, another) < Kin.SYNONYMS


def may_face(row: Row, one: int, other: int) -> bool:
    """Tell whether two verbs may tell of one deed, and what is around one of them is turned round."""
    before, after = around(row, one, other)
    if signs(row.translation, one) != signs(row.reference, other):
        return bool(before or after)
    return any(at > other for at in before) and any(at < other for at in after)


def around(row: Row, one: int, other: int) -> tuple[list[int], list[int]]:
    """Give the places near a verb that what stands near another before and after it is linked with."""
    links = row.links.forward
    near = range(other - _NEAR, other + _NEAR + 1)
    before = [at for at in links[max(0, one - _NEAR) : one] if at != NONE and at in near]
    return before, [at for at in links[one + 1 : one + _NEAR] if at != NONE and at in near]
