"""The ways to write an English time of day: 2 p.m., 2 PM, 2:00 p.m., 14:00."""

import re
from collections.abc import Iterator

from workbench.checks.house_use import Use
from workbench.checks.side import Side

CLOCK, HOURS, DAY = "clock", "hours", "day"
_NOON = 12
_TIME = re.compile(
    r"(?<![\d:.,$€£-])(?P<hour>1[0-2]|0?[1-9])(?P<minutes>[:.][0-5]\d)?(?P<space>\s?)"
    r"(?P<half>[ap]\.m\.|[AP]\.M\.|[ap]m|[AP]M|[ap]\.m)(?!\w)"
)
_LONG = re.compile(
    r"\b(?P<led>(?:at|by|from|until|till|around|about|after|before|since|between|and|to) )"
    r"(?P<hour>[01]?\d|2[0-3]):(?P<minutes>[0-5]\d)(?![\d:]| ?[AaPp]\.?[Mm])"
)
_WHOLE = ":00"
_HALVES = frozenset(["am", "pm", "m"])  # a text with "a.m." has the words a and m


def clocks(side: Side) -> Iterator[Use]:
    """Yield times of day by the form of "a.m.", by their zeros, and by hours to twelve or twenty-four."""
    if not _HALVES.isdisjoint(side.vocabulary):
        for match in _TIME.finditer(side.text):
            yield from of_half_day(match)
    if ":" in side.text:
        for match in _LONG.finditer(side.text):
            yield of_day(match)


def of_half_day(match: "re.Match[str]") -> Iterator[Use]:
    """Yield the choices made in a time of twelve hours."""
    half, minutes = match["half"], match["minutes"] or ""
    form = ("m." if "." in half else "m") if half[0].islower() else ("M." if "." in half else "M")
    start = match["hour"] + minutes
    letter = half[0].lower()
    ways = {
        "m.": f"{start} {letter}.m.", "m": f"{start} {letter}m",
        "M.": f"{start} {letter.upper()}.M.", "M": f"{start} {letter.upper()}M",
    }  # fmt: skip
    yield Use(match.span(), CLOCK, form, ways | {form: match[0]})
    yield Use(
        match.span(), DAY, "half", {"half": match[0], "whole": in_day(int(match["hour"]), letter, minutes)}
    )
    if minutes in {"", _WHOLE}:
        ways = {way: hours_as(match[0], way) for way in ("zeros", "bare")}
        yield Use(match.span(), HOURS, "zeros" if minutes else "bare", ways)


def hours_as(time: str, way: str) -> str:
    """Write a whole hour with its zeros or without."""
    if way == "bare":
        return time.replace(_WHOLE, "")
    return time if ":" in time else re.sub(r"^\d+", lambda hour: hour[0] + _WHOLE, time)


def of_day(match: "re.Match[str]") -> Use:
    """Give the choice made in a time of twenty-four hours."""
    hour, minutes = int(match["hour"]), match["minutes"]
    span = match.start("hour"), match.end()
    written = match[0][len(match["led"]) :]
    start = f"{hour % _NOON or _NOON}" + (f":{minutes}" if int(minutes) else "")
    return Use(span, DAY, "whole", {"whole": written, "half": f"{start} {'ap'[hour >= _NOON]}.m."})


def in_day(hour: int, letter: str, minutes: str) -> str:
    """Write a time of twelve hours in twenty-four."""
    return f"{hour % _NOON + (_NOON if letter == 'p' else 0):02}{minutes or _WHOLE}"
