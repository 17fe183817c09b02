"""Clock times in the words of English: ten past midnight, a quarter to five, nine in the morning."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from workbench.lang.vocabulary import vocabulary

_NUMBERS = "one two three four five six seven eight nine ten eleven twelve"
_HOURS = {word: hour for hour, word in enumerate(_NUMBERS.split(), start=1)}
_FIXED = {"noon": 12, "midday": 12, "midnight": 24}
_MINUTES = {
    **_HOURS,
    "quarter": 15,
    "half": 30,
    "fifteen": 15,
    "twenty": 20,
    "twenty-five": 25,
    "twenty five": 25,
}
_HALF_DAY = 12
_EVENING = 6  # the hour from which "at night" is before midnight

_DAYTIME = r"(?P<part{0}>morning|afternoon|evening)\b"
_ON_DAY = _DAYTIME.replace("{0}", "{0}on")  # the name of the day is read by itself
_PART = rf"(?:,? in the {_DAYTIME}|(?= on (?:a|the) (?:\w+ )?{_ON_DAY})|,? at (?P<night{{0}}>night)\b)"
_HOUR = rf"(?P<hour{{0}}>{'|'.join((*_FIXED, *_HOURS))}|\d{{{{1,2}}}})(?![\w-]|[.,]\d| ?%)"
_NO_UNIT = (
    r"(?! (?:hours?|minutes?|seconds?|days?|weeks?|months?|years?|per ?cent|thousand|million|billion)\b)"
)
_MINUTE = rf"(?P<many{{0}}>{'|'.join(sorted(_MINUTES, key=len, reverse=True))}|\d{{{{1,2}}}})"
_AT = "".join(
    rf"(?<=\b{word} )|"
    for word in ["at", "by", "until", "till", "around", "about", "before", "after", "from", "since"]
)
# "From one to five" and "one after noon" are no times: what is not past the hour says that it counts minutes.
_SAID = re.compile(
    rf"\b(?:{_MINUTE.format(1)}(?: minutes?)? (?P<past>past) {_HOUR.format(1)}"
    rf"|(?:{_MINUTE.format(2)} minutes?|(?<=\bat ){_MINUTE.format(3)}|(?P<quarter>quarter))"
    rf" (?P<way>to|before|after) {_HOUR.format(2)}){_NO_UNIT}(?:\s?o[’']clock)?{_PART.format(1)}?",
    re.IGNORECASE | re.ASCII,
)
# "Killed two in the morning" is no time; "at two in the morning" is.
_ALONE = re.compile(
    rf"(?<![\w:.,-])(?:(?P<hour1>{'|'.join(_HOURS)}|\d{{1,2}})\s?o[’']clock{_PART.format(1)}?"
    rf"|(?P<hour2>\d{{1,2}}):(?P<minutes>[0-5]\d){_PART.format(2)}"
    rf"|(?:{_AT.rstrip('|')})(?P<hour3>{'|'.join(_HOURS)}|\d{{1,2}}){_PART.format(3)})",
    re.IGNORECASE | re.ASCII,
)
# Of the words of a text (`lang.vocabulary`) that says a time one is a sign of it; or it says "o'clock", or
# "at ten to".
_SIGNS = frozenset(["past", "morning", "afternoon", "evening", "night", "quarter", "minute", "minutes"])
_O_CLOCK, _AT_TO = frozenset(["o", "clock"]), frozenset(["at", "to"])
_OTHER_SIGN = re.compile(r"\b(?:o[’']clock|at [\w-]+ to)\b", re.IGNORECASE | re.ASCII)


class Spoken(NamedTuple):
    """A clock time in [start, end): minutes after midnight, and whether it says of which half of the day."""

    start: int
    end: int
    minutes: int
    is_sure: bool


def spoken_clocks(text: str) -> Iterator[Spoken]:
    """Yield the clock times of an English text that are said in words."""
    words = vocabulary(text)
    may_be_other = words >= _O_CLOCK or words >= _AT_TO
    if _SIGNS.isdisjoint(words) and not (may_be_other and _OTHER_SIGN.search(text)):
        return
    for match in _SAID.finditer(text):
        said = match.groupdict()
        many = (said["many1"] or said["many2"] or said["many3"] or said["quarter"]).lower()
        minutes = _MINUTES.get(many) or int(many)
        later = minutes if said["past"] or said["way"].lower() == "after" else -minutes
        yield from _timed(match, said["hour1"] or said["hour2"], later, _part(said))
    for match in _ALONE.finditer(text):
        said = match.groupdict()
        hour = said["hour1"] or said["hour2"] or said["hour3"]
        yield from _timed(match, hour, int(said["minutes"] or 0), _part(said))


def _part(said: Mapping[str, str | None]) -> str | None:
    """Give the part of the day that one of the groups names."""
    return next((part for name, part in said.items() if part and name.startswith(("part", "night"))), None)


def _timed(match: re.Match[str], said: str, later: int, half: str | None) -> Iterator[Spoken]:
    """Yield a time so many minutes after (or, below zero, before) an hour of some part of the day."""
    said = said.lower()
    hour = _FIXED.get(said) or _HOURS.get(said) or int(said)
    if said not in _FIXED and half:
        hour = _in_part(hour, half.lower())
    if hour <= 2 * _HALF_DAY:
        is_dark = half == "night" and abs(hour % _HALF_DAY - _EVENING) <= 1  # five at night, six at night
        sure = said in _FIXED or (bool(half) and not is_dark) or hour > _HALF_DAY
        yield Spoken(*match.span(), (hour * 60 + later) % (24 * 60), sure)


def _in_part(hour: int, part: str) -> int:
    """Give the hour of the day that an hour of its morning, afternoon, evening or night is."""
    if hour > _HALF_DAY:
        return hour
    late = part in {"afternoon", "evening"} or (part == "night" and _EVENING <= hour < _HALF_DAY)
    return hour % _HALF_DAY + (_HALF_DAY if late else 0)
