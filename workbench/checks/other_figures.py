"""Two figures that were given to each other's things: 64 without power, 130 without water."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from workbench.checks.article import Row
from workbench.checks.hit import Hit
from workbench.checks.links import NONE
from workbench.checks.side import Side
from workbench.i18n import _
from workbench.lang.quantity import Kind, Quantity
from workbench.model.finding import Severity

Pair = tuple[Quantity, Quantity]
Figures = tuple[Quantity, ...]
Beside = Callable[[Side, Quantity, Figures], Iterator[int]]
_COUNTING = frozenset([Kind.CARDINAL, Kind.PART])
_SURE = 0.75
_REACH = 6  # words behind a figure that tell what it counts
_STOPS = frozenset(",.;:!?—")


def other_figures(row: Row, pairs: Sequence[Pair]) -> Iterator[Hit]:
    """Yield two figures of which each stands by what stands by the other one in the reference."""
    counted = [pair for pair in pairs if pair[0].kind in _COUNTING and pair[0].sure and pair[1].sure]
    counted.sort(key=lambda pair: pair[0].start)
    for one, other in pairwise(counted):
        alike = one[0].unit == other[0].unit and one[0].value != other[0].value
        if alike and are_exchanged(row, one, other):
            yield hit(row, one, other)


def are_exchanged(row: Row, one: Pair, other: Pair) -> bool:
    """Tell whether what is behind, or before, the figures changed places, and nothing stayed."""
    first = exchanged(row, one, other, behind)
    second = exchanged(row, one, other, ahead) if first is not None else None
    return second is not None and bool(first or second)


def exchanged(row: Row, one: Pair, other: Pair, beside: Beside) -> bool | None:
    """Tell whether what is beside the figures changed places; None if it is where it is in the reference."""
    figures = tuple(zip(one, other, strict=True))
    here, there = list[set[int]](), list[set[int]]()
    for mine, yours in zip(*figures, strict=True):
        here.append({row.links.forward[at] for at in beside(row.translation, mine, figures[0])})
        there.append(set(beside(row.reference, yours, figures[1])))
        if not here[-1].isdisjoint(there[-1]):
            return None
    crossed = [here[0] & there[1], here[1] & there[0]]
    if all(crossed):
        return True
    # Of the other figure it may be told in words that have no counterparts: power, electricity.
    moved = 0 if crossed[0] else 1
    rest = {row.links.backward[at] for at in there[moved]}
    return bool(crossed[moved]) and here[1 - moved] == rest == {NONE}


def behind(side: Side, figure: Quantity, figures: Figures) -> Iterator[int]:
    """Yield the words of content behind a figure, up to the next of the figures or the clause's end."""
    after = min((one.start for one in figures if one.start > figure.start), default=len(side.text))
    last = figure.outer[1]
    for at in side.words_in((last, after))[:_REACH]:
        if not _STOPS.isdisjoint(side.text[last : side.words[at].start]):
            return
        last = side.words[at].end
        if side.content[at]:
            yield at


def ahead(side: Side, figure: Quantity, figures: Figures) -> Iterator[int]:
    """Yield the words of content before a figure, back to the other figure or the clause's beginning."""
    before = max((one.outer[1] for one in figures if one.start < figure.start), default=0)
    first = figure.outer[0]
    for at in side.words_in((before, first))[::-1][:_REACH]:
        if not _STOPS.isdisjoint(side.text[side.words[at].end : first]):
            return
        first = side.words[at].start
        if side.content[at]:
            yield at


def hit(row: Row, one: Pair, other: Pair) -> Hit:
    """Mark from the first figure to the second, and exchange them."""
    text, evidence = row.translation.text, row.reference.text
    first, second = (one[0].start, one[0].end), (other[0].start, other[0].end)
    start, end = min(one[1].start, other[1].start), max(one[1].end, other[1].end)
    message = _("“%(a)s” and “%(b)s” stand in each other’s place in the reference.")
    return Hit(
        (first[0], second[1]), "accuracy/number", Severity.CRITICAL,
        message % {"a": text[slice(*first)], "b": text[slice(*second)]}, _SURE, evidence[start:end],
        text[slice(*second)] + text[first[1] : second[0]] + text[slice(*first)],
    )  # fmt: skip
