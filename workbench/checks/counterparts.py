"""Which facts (numbers, dates, countries) two sides share, and what stands where one is not."""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from workbench.checks.article import Row
from workbench.checks.links import NONE

_REACH = 4  # words beside a fact whose counterparts tell where it belongs
_LINKED = 2.0  # the fact's own words are linked
_NEXT = 1.0  # a neighbour's counterpart is the other's neighbour on the same side; less by distance
_ORDER = 0.5  # for being as far into the sentence
_AT_PLACE = 1.4  # a neighbour in common and the same place in the sentence
_ALONE = 0.6  # a neighbour in common or nearly the same place


class Placed(Protocol):
    """Something with a place in a text."""

    @property
    def start(self) -> int:
        """Give where it begins."""

    @property
    def end(self) -> int:
        """Give where it ends."""


Fact = TypeVar("Fact", bound=Placed)


def agreed(
    row: Row, mine: Sequence[Fact], theirs: Sequence[Fact], same: Callable[[Fact, Fact], bool]
) -> tuple[list[tuple[Fact, Fact]], list[Fact], list[Fact]]:
    """Pair off facts of translation and reference that agree; give the pairs and what is left of each."""
    if len(mine) == len(theirs) and all(map(same, mine, theirs)):
        return list(zip(mine, theirs, strict=True)), [], []
    pairs = paired(row, mine, theirs, same) if mine and theirs else []
    return pairs, without(mine, [one for one, _ in pairs]), without(theirs, [other for _, other in pairs])


def differing(
    row: Row, mine: Sequence[Fact], theirs: Sequence[Fact], comparable: Callable[[Fact, Fact], bool]
) -> list[tuple[Fact, Fact]]:
    """Pair off what is left where one stands at the other's place: the translation says it otherwise.

    `comparable` tells which may stand for one another by mistake (a year for a year). When there is just one
    on either side it need not stand beside the same words.
    """
    if not mine or not theirs:
        return []
    alone = len(mine) == len(theirs) == 1
    return paired(row, mine, theirs, comparable, _ALONE if alone else _AT_PLACE)


def without(facts: Sequence[Fact], taken: Sequence[Fact]) -> list[Fact]:
    """Leave some facts out."""
    return [fact for fact in facts if not any(fact is one for one in taken)] if taken else list(facts)


def paired(
    row: Row,
    mine: Sequence[Fact],
    theirs: Sequence[Fact],
    fits: Callable[[Fact, Fact], bool],
    least: float = 0.0,
) -> list[tuple[Fact, Fact]]:
    """Pair off facts one to one, the nearest in place first."""
    fitting = [
        (index, place)
        for index, one in enumerate(mine)
        for place, other in enumerate(theirs)
        if fits(one, other)
    ]
    if len(fitting) <= 1 and not least:
        return [(mine[index], theirs[place]) for index, place in fitting]
    ways = [(-closeness(row, mine[index], theirs[place]), index, place) for index, place in fitting]
    found, taken, given = [], set(), set()
    for away, index, place in sorted(ways):
        if -away >= least and index not in taken and place not in given:
            taken.add(index)
            given.add(place)
            found.append((mine[index], theirs[place]))
    return found


def behind_the_same(row: Row, here: int, there: int) -> int:
    """Count the words in a row before two places that are the same and have no counterparts: on the."""
    count, ours, theirs = 0, row.translation.words, row.reference.words
    for one, other in zip(range(here - 1, -1, -1), range(there - 1, -1, -1), strict=False):
        unlinked = row.links.forward[one] == NONE == row.links.backward[other]
        if count == _REACH or not unlinked or ours[one].folded != theirs[other].folded:
            break
        count += 1
    return count


def closeness(row: Row, one: Placed, other: Placed) -> float:
    """Weigh how much speaks for two facts standing at the same place of what is said."""
    here = row.translation.words_in((one.start, one.end))
    there = row.reference.words_in((other.start, other.end))
    links = row.links.forward
    weight = 0.0
    if any(links[index] in there for index in here):
        weight += _LINKED
    for step in range(1, _REACH + 1):
        for index, sign in ((here.stop - 1 + step, 1), (here.start - step, -1)):
            if 0 <= index < len(links) and links[index] != NONE:
                place = links[index]
                away = place - (there.stop - 1) if sign > 0 else there.start - place
                if 0 < away <= _REACH:
                    weight += _NEXT / max(step, away)
                elif -_REACH <= away <= 0 and place not in there:
                    weight += _NEXT / (2 * max(step, 1 - away))
    weight += _NEXT * behind_the_same(row, here.start, there.start)
    lengths = max(1, len(row.translation.text)), max(1, len(row.reference.text))
    return weight + _ORDER * (1 - abs(one.start / lengths[0] - other.start / lengths[1]))
