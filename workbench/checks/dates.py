"""Days, months, years, weekdays, clock times and "last year" that reference or source give otherwise."""

from collections.abc import Generator, Iterator, Sequence
from functools import partial
from itertools import groupby
from math import isclose

from workbench.checks.article import Article, Row
from workbench.checks.bounds import opposite_bound
from workbench.checks.check import Check
from workbench.checks.counterparts import agreed, differing
from workbench.checks.date_fix import Difference, replacement, translated
from workbench.checks.hit import Hit
from workbench.checks.lost_ends import lost_ends
from workbench.checks.other_uses import other_uses
from workbench.checks.side import Side
from workbench.checks.witness import CONFIDENCE, Witness, lessened, witness
from workbench.i18n import N_, _
from workbench.lang.moments import Moment, Part
from workbench.model.finding import Severity

CATEGORY = "accuracy/mistranslation"
_NOON = 12 * 60
_OFTEN = 0.03  # every 30 days is monthly
_SOURCE_ALONE, _SOURCE_BESIDE = 0.75, 0.65
_SEASONS = frozenset({"spring", "summer", "autumn", "winter"})
_TOLD = frozenset({"-1", "0", "1", "before", "after"})
_ALIKE_BESIDE = (frozenset({"-1", "before", "0"}), frozenset({"1", "after", "0"}))
# Shifts of time that reporters use for one another.
_ALIKE = (frozenset({"-1", "before"}), frozenset({"1", "after"}), frozenset({"0", "that"}))


def find(row: Row, article: Article) -> Iterator[Hit]:
    """Yield the times of a pair that differ."""
    del article
    mine: Sequence[Moment] = row.translation.moments
    if mine and row.reference:
        mine = yield from against_reference(row, mine)
    if row.reference:
        yield from other_uses(row)
    if mine and row.source:
        yield from against_source(row, mine)


def against_reference(row: Row, mine: Sequence[Moment]) -> Generator[Hit, None, Sequence[Moment]]:
    """Compare with the reference; give back the times that it says nothing of."""
    theirs = row.reference.moments
    pairs, left, other = agreed(row, mine, theirs, same)
    left = [one for one in left if not is_number(one, row.reference)]
    other = [one for one in other if not is_number(one, row.translation)]
    wrong = sorted(differing(row, left, other, comparable), key=lambda pair: pair[0].start)
    for _outer, group in groupby(wrong, key=lambda pair: pair[0].outer):
        yield difference(row, list(group))
    for one, right in (*pairs, *wrong):
        hit = opposite_bound(row, one, right, row.source.moments, partial(same, right))
        if hit is not None:
            yield hit
    yield from lost_ends(row, pairs)
    parts = {moment.part for moment in theirs}
    return [one for one in left if one.part not in parts]


def same(one: Moment, other: Moment) -> bool:
    """Tell whether two times are the same, however they are written."""
    parts = {one.part, other.part}
    if parts <= {Part.CLOCK, Part.HOUR} and Part.HOUR in parts:
        return (int(one.value) - int(other.value)) % _NOON == 0
    if len(parts) > 1 or one.value == other.value:
        return len(parts) == 1
    if one.part is Part.OFTEN:
        return isclose(float(one.value), float(other.value), rel_tol=_OFTEN)
    if one.part is Part.RELATIVE:
        (unit, shift), (another, shifted) = str(one.value).split(" "), str(other.value).split(" ")
        return unit == another and any({shift, shifted} <= group for group in _ALIKE)
    return False


def comparable(one: Moment, other: Moment) -> bool:
    """Tell whether one time may be a wrong other one: of one kind, and relative ones of one unit or shift."""
    if one.part is not other.part:
        return {one.part, other.part} == {Part.CLOCK, Part.HOUR}
    if one.part is Part.RELATIVE:
        (unit, shift), (another, shifted) = str(one.value).split(" "), str(other.value).split(" ")
        if {unit, another} & _SEASONS and "year" in {unit, another}:
            # Last spring is last year with more detail, or in this year.
            return {shift, shifted} <= _TOLD and not any({shift, shifted} <= group for group in _ALIKE_BESIDE)
        return unit == another or shift == shifted
    return True


def is_number(one: Moment, side: Side) -> bool:
    """Tell whether a side has the value, though not as a date."""
    if one.part not in {Part.YEAR, Part.DAY}:
        return False
    dates = side.moments
    return any(
        not quantity.spelled
        and one.value in quantity.values
        and not any(date.start < quantity.end and quantity.start < date.end for date in dates)
        for quantity in side.quantities
    )


def difference(row: Row, wrong: Difference) -> Hit:
    """Say that the reference has another date; `wrong` are the parts of one date that differ."""
    source = row.source.moments
    found = witness(
        has_source=bool(row.source),
        mine=any(same(one, said) for one, _right in wrong for said in source),
        theirs=any(same(right, said) for _one, right in wrong for said in source),
    )
    span, said, fix = replacement(row, wrong)
    names = {"theirs": said}
    if found is Witness.TRANSLATION:
        message = _("The reference has “%(theirs)s”; the source agrees with the translation.") % names
    elif is_swapped(wrong):
        message = _("Day and month stand in the other order in the reference: “%(theirs)s”.") % names
    else:
        message = _("The time differs from the reference’s “%(theirs)s”.") % names
    return Hit(span, CATEGORY, lessened(Severity.MAJOR, found), message, CONFIDENCE[found], said, fix)


def is_swapped(wrong: Difference) -> bool:
    """Tell whether a day is taken for the month and the month for the day."""
    if len(wrong) == 1 and wrong[0][0].part is Part.NUMERIC:
        return str(wrong[0][0].value).split("/") == str(wrong[0][1].value).split("/")[::-1]
    values = [sorted(str(moment.value) for moment in side) for side in zip(*wrong, strict=True)]
    return len(wrong) > 1 and values[0] == values[1]


def against_source(row: Row, mine: Sequence[Moment]) -> Iterator[Hit]:
    """Compare with the source: the one time of its kind that it gives otherwise."""
    source = row.source.moments
    ours = (*row.translation.moments, *row.reference.moments)
    left = [
        one for one in mine if not any(same(one, said) for said in source) and not is_number(one, row.source)
    ]
    other = [said for said in source if not any(same(one, said) for one in ours)]
    for part in dict.fromkeys(one.part for one in left):
        here, there = ([one for one in side if one.part is part] for side in (left, other))
        if len(here) == len(there) == 1 and comparable(here[0], there[0]):
            shown = row.source.text[there[0].start : there[0].end]
            yield Hit(
                (here[0].start, here[0].end), CATEGORY, Severity.MAJOR,
                _("The time differs from the source’s “%(source)s”.") % {"source": shown},
                _SOURCE_BESIDE if row.reference else _SOURCE_ALONE, shown, translated(row, here[0], there[0]),
            )  # fmt: skip


CHECK = Check(
    "dates",
    N_("Dates and times"),
    N_(
        "A day, month, year, weekday or clock time that differs from the reference or the source, day and"
        " month exchanged, “last year” for “later that year”, “in May” for “until May”, a date for a length"
        " of time (“until the 19th” for “for 19 days”). The same date in another style is left alone."
    ),
    find,
)
