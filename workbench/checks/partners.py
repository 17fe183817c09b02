"""Which words of two relations belong together, and whether they stand on the same side of both markers."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from workbench.checks.article import Row
from workbench.checks.links import NONE
from workbench.checks.related import Related
from workbench.checks.side import Side
from workbench.checks.wording import are_akin
from workbench.lang.vague import is_vague
from workbench.lang.wordings import bases, said_as

_SHARE = 0.5  # of the words of weight behind a marker
Link = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Partners:
    """Words that belong together: those behind both markers, those on other sides, and those of the rests.

    `here` and `there` tell of translation and reference whether the first word behind the marker that has a
    partner has it behind the other marker; None where no word has one.
    """

    behind: Sequence[Link]
    rest: Sequence[Link]
    here: bool | None
    there: bool | None


def partners(row: Row, one: Related, other: Related) -> Partners:
    """Sort the words of two relations that belong together by where they stand."""
    links = list(linked(row, one, other))
    mine, yours = frozenset(one.behind), frozenset(other.behind)
    ours: dict[int, bool] = {}
    theirs: dict[int, bool] = {}
    for at, there in links:
        ours[at] = ours.get(at, False) or there in yours
        theirs[there] = theirs.get(there, False) or at in mine
    return Partners(
        [(at, there) for at, there in links if at in mine and there in yours],
        [(at, there) for at, there in links if at not in mine and there not in yours],
        next((ours[at] for at in one.first if at in ours), None),
        next((theirs[there] for there in other.first if there in theirs), None),
    )


def linked(row: Row, one: Related, other: Related) -> Iterator[Link]:
    """Yield the words of weight of two sentences that are linked, or akin and not linked to any."""
    here, there = (*one.behind, *one.rest), frozenset((*other.behind, *other.rest))
    free = [at for at in there if row.links.backward[at] == NONE and is_weighty(row.reference, at)]
    for at in (at for at in here if is_weighty(row.translation, at)):
        place = row.links.forward[at]
        if place in there:
            yield at, place
        elif place == NONE:
            yield from ((at, each) for each in free if may_stand_for(row, at, each))


def may_stand_for(row: Row, at: int, there: int) -> bool:
    """Tell whether another translation may have one word in the other's place."""
    word, another = row.translation.words[at].folded, row.reference.words[there].folded
    return are_akin(word, another) or not said_as(word).isdisjoint(bases(another))


def is_weighty(side: Side, at: int) -> bool:
    """Tell whether a word says what a clause is about."""
    word = side.words[at]
    return word.is_capital or not is_vague(word.folded, side.known.language)


def covers(row: Row, one: Related, other: Related, found: Partners) -> bool:
    """Tell whether most of what stands behind two markers belongs together."""
    ours, theirs = (frozenset(places) for places in zip(*found.behind, strict=True))
    return is_mostly(row.translation, one.core, ours) and is_mostly(row.reference, other.core, theirs)


def is_mostly(side: Side, words: Collection[int], among: Collection[int]) -> bool:
    """Tell whether most of the words of weight are among some."""
    weighty = [at for at in words if is_weighty(side, at)]
    return sum(at in among for at in weighty) >= _SHARE * len(weighty)
