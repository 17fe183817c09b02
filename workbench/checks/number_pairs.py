"""Which numbers of two sides say the same, which another word explains, and which may stand for which."""

from collections.abc import Sequence
from itertools import pairwise
from math import isclose

from workbench.checks.article import Row
from workbench.checks.counterparts import closeness, differing, without
from workbench.checks.side import Side
from workbench.lang.moments import Part
from workbench.lang.quantities import sayings
from workbench.lang.quantity import Kind, Quantity, clashing, comparable, same
from workbench.lang.signs import falling
from workbench.lang.units import converts, dimensions, in_base, is_part, unit_words

_LARGE = 1000.0
_DOUBTFUL = 2.0  # closeness that "one", "first" and "half" need, which are often no numbers


def undated(side: Side, opposite: Side) -> list[Quantity]:
    """Leave out numbers of dates that the other side's dates have too: those are compared by `dates`."""
    found = side.quantities
    if not found:
        return []
    dates = side.moments
    if not dates or not opposite.moments:
        return list(found)
    told = {moment.value for moment in opposite.moments}
    kinds = {moment.part for moment in opposite.moments}
    return [
        one
        for one in found
        if not any(
            date.start < one.end and one.start < date.end and (date.part in kinds or date.value in told)
            for date in dates
        )
    ]


def unparted(one: Sequence[Quantity], other: Sequence[Quantity]) -> tuple[list[Quantity], list[Quantity]]:
    """Leave out what one side tells at once and the other in two parts: 130 minutes, 2 hours 10 minutes."""
    left, right = list(one), list(other)
    for told, parts in ((left, right), (right, left)):
        for large, small in list(pairwise(parts)):
            whole = next((each for each in told if is_whole(each, large, small)), None)
            if whole is not None:
                told.remove(whole)
                parts.remove(large)
                parts.remove(small)
    return left, right


def is_whole(each: Quantity, large: Quantity, small: Quantity) -> bool:
    """Tell whether a quantity is the sum of two, the second in a smaller unit."""
    if not (each.unit and large.unit and small.unit) or not is_part(small.unit, large.unit):
        return False
    value = large.value * in_base(1, large.unit) / in_base(1, small.unit) + small.value
    is_same = each.unit == small.unit and isclose(each.value, value)
    return is_same or converts(each.value, each.unit, value, small.unit)


def is_explained(one: Quantity, own: Side, side: Side) -> bool:
    """Tell whether another word of a side says the number: "both", "a decade" for ten years, a date.

    Words that the number's own side has as well say nothing of it.
    """
    if "temperature" not in dimensions(one.unit) and (one.value < 0 or is_opposite(one, side)):
        return falls(own) or falls(side)
    language = side.known.language
    said = sayings(language)
    for word in side.folded - own.folded:
        if not said.get(word, frozenset()).isdisjoint(one.values):
            return True
        unit = unit_words(language).get(word, "") if one.unit else ""
        if unit and any(converts(value, one.unit, 1.0, unit) for value in one.values):
            return True
    return one.value in told_by_dates(side) - told_by_dates(own) | named_by_codes(side) - named_by_codes(own)


def is_opposite(one: Quantity, side: Side) -> bool:
    """Tell whether a side has the number with the other sign."""
    return bool(one.value) and any(other.value == -one.value for other in side.quantities)


def falls(side: Side) -> bool:
    """Tell whether a side speaks of a fall: one of 2 percent may be told as minus 2 percent."""
    return not falling(side.known.language).isdisjoint(side.folded)


def told_by_dates(side: Side) -> set[int | str]:
    """Give the days and years of a side."""
    dates = side.moments
    return {moment.value for moment in dates if moment.part in {Part.DAY, Part.YEAR}}


def named_by_codes(side: Side) -> set[float]:
    """Give the numbers in a side's names: 16 of F-16."""
    return {other.value for other in side.quantities if other.kind is Kind.CODE}


def unsaid(left: Sequence[Quantity], side: Side) -> list[Quantity]:
    """Leave out what a side says elsewhere: a number told twice may be told once."""
    return [one for one in left if not any(same(one, said) for said in side.quantities)]


def wrong_pairs(
    row: Row, left: Sequence[Quantity], other: Sequence[Quantity]
) -> list[tuple[Quantity, Quantity]]:
    """Pair off what differs: the same digits with a zero more or less first, then what is in one unit."""
    pairs = shifted(left, other)
    left, other = without(left, [one for one, _ in pairs]), without(other, [right for _, right in pairs])
    pairs += differing(row, left, other, lambda one, right: one.unit == right.unit and may_differ(one, right))
    left = without(left, [one for one, _right in pairs])
    return pairs + differing(row, left, without(other, [right for _one, right in pairs]), may_differ)


def shifted(left: Sequence[Quantity], other: Sequence[Quantity]) -> list[tuple[Quantity, Quantity]]:
    """Pair off the only numbers of a unit that have the same digits and another number of zeros."""
    pairs = [
        (one, right)
        for one in left
        for right in other
        if one.unit == right.unit and one.kind is right.kind and is_power_of_ten(one.value, right.value)
    ]
    return pairs if len(pairs) == 1 and significant(pairs[0][0].value) else []


def significant(value: float) -> bool:
    """Tell whether a number is large enough for its digits to say which it is."""
    return abs(value) >= _LARGE


def may_differ(one: Quantity, other: Quantity) -> bool:
    """Tell whether one number may be a wrong other one."""
    if same(one, other):
        return False
    kinds = {one.kind, other.kind}
    if one.value == other.value and clashing(one, other):
        return True
    if len(kinds) > 1 and not kinds.isdisjoint({Kind.CODE, Kind.ORDINAL}):
        return False
    if Kind.PART in kinds and len(kinds) > 1:
        return "percent" in {one.unit, other.unit}
    return comparable(one, other)


def is_credible(row: Row, one: Quantity, other: Quantity) -> bool:
    """Ask more of "one", "first" and "half", which are often no numbers."""
    alike = (
        one.spelled == other.spelled
        or (one.kind is Kind.PART) != (other.kind is Kind.PART)
        or one.unit == other.unit != ""
    )
    if one.sure and other.sure and alike:
        return True
    return closeness(row, one, other) >= _DOUBTFUL


def is_power_of_ten(one: float, other: float) -> bool:
    """Tell whether two values have the same digits but for zeros."""
    return one != other and f"{one:.12e}".split("e")[0] == f"{other:.12e}".split("e")[0]


def is_transposed(one: float, other: float) -> bool:
    """Tell whether two values have the same digits in another order."""
    return one != other and sorted(f"{one:.12g}") == sorted(f"{other:.12g}")
