"""Days, months, years, weekdays, clock times and "last year" of a text, with their places.

Names of months and weekdays come from CLDR by way of Babel.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from babel import Locale, UnknownLocaleError

from workbench.lang.patterns import any_of
from workbench.lang.phases import PHASES_SAID, phases
from workbench.lang.recurrences import recurrences, shifts
from workbench.lang.relative_times import may_be_relative, relative_times
from workbench.lang.small_letters import small_letters
from workbench.lang.spoken_clock import spoken_clocks
from workbench.lang.vocabulary import DIGIT, vocabulary

_TEXTS = 8192
_EAST = frozenset({"ko", "zh", "ja"})
_CAPITAL_MONTHS = frozenset({"en", "de"})
_NOON = 12
_SHORT = 3  # letters of "Dec" and "lun"
_VERBS = frozenset(
    {"may", "march", "mar", "sun", "sat", "wed", "so", "do", "mi", "di", "jan", "mon", "fri", "thu"}
)
_CHINESE_DAYS = {sign: number % 7 for number, sign in enumerate("一二三四五六日")} | {"天": 6}
_KOREAN_DAYS = {sign: number for number, sign in enumerate("월화수목금토일")}
_JAPANESE_DAYS = {sign: number for number, sign in enumerate("月火水木金土日")}


class Part(StrEnum):
    """What of a time is told."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    WEEKDAY = "weekday"
    CLOCK = "clock"
    HOUR = "hour"  # 3:30, without saying of which half of the day
    RELATIVE = "relative"
    PHASE = "phase"  # early, mid, late in a month or year
    OFTEN = "often"  # twice a day: `value` is times a year
    SHIFT = "shift"  # ago or later, after a span of time: "back" or "on"
    NUMERIC = "numeric"  # 5/6: which is the month is not said


@dataclass(frozen=True, slots=True)
class Moment:
    """One part of a time in [start, end); what `value` is depends on the part.

    A year, a month from 1, a day of the month from 1, a weekday from 0 (Monday), minutes after midnight,
    "year -1", "late", or "5/6". `outer` is the whole date it belongs to.
    """

    start: int
    end: int
    part: Part
    value: int | str
    outer: tuple[int, int]


@cache
def calendar(language: str, kind: str) -> Mapping[str, int]:
    """Give the numbers of the names of "months" (from 1) or weekdays ("days", from 0), in small letters."""
    try:
        widths = getattr(Locale.parse(language), kind)
    except (UnknownLocaleError, ValueError):
        return {}
    names = {
        name.lower().rstrip("."): int(number)
        for use in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for number, name in widths.get(use, {}).get(width, {}).items()
    }
    if language == "en":
        names |= {"sept": 9} if kind == "months" else {"tues": 1, "thurs": 3}
    return {name: number for name, number in names.items() if not name[0].isdecimal()}


@dataclass(frozen=True, slots=True)
class _Patterns:
    """What finds the times of a language, each with the words without one of which there are none."""

    dates: re.Pattern[str]
    weekdays: re.Pattern[str]
    month: re.Pattern[str]
    months: frozenset[str]
    days: frozenset[str]


def _month_pattern(language: str) -> re.Pattern[str]:
    """Give what every date with the name of a month has, its capital if need be: it is sooner found."""
    names = calendar(language, "months") if language in _CAPITAL_MONTHS else {}
    firsts, others = "".join({name[0].upper() for name in names}), any_of({name[1:] for name in names})
    return re.compile(rf"[{firsts}](?i:{others})\b" if names else "")


@cache
def _patterns(language: str) -> _Patterns:
    months, days = any_of(calendar(language, "months")), any_of(calendar(language, "days"))
    day, year = (
        r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?",
        r"(?:,?\s(?:de\s|of\s)?(?P<{0}>\d{{4}})(?!\d|,\d))?",
    )
    dates = (
        rf"\b(?P<month1>{months})\b\.?\s(?:the\s)?{day.format('day1')}(?![\d,.:]*\d|\w){year.format('year1')}"
        rf"|(?<![\d:.,])\b{day.format('day2')}\s(?:of\s|de\s)?(?P<month2>{months})\b\.?{year.format('year2')}"
        rf"|\b(?P<month3>{months})\b\.?{year.format('year3')}"
    )
    return _Patterns(
        dates=re.compile(dates, re.IGNORECASE),
        weekdays=re.compile(rf"\b({days})\b\.?", re.IGNORECASE),
        month=_month_pattern(language),
        months=frozenset(calendar(language, "months")),
        days=frozenset(calendar(language, "days")),
    )


_ISO = re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})\b")
_NUMERIC = re.compile(r"(?<![\d/.,])(\d{1,2}/\d{1,2})(?:/(\d{4}|\d{2}))?(?![\d/])")
_YEAR = re.compile(r"(?<![\d,.$€£¥₩:/–-])(?<![$€£]\s)((?:1[5-9]|20)\d\d)(?![\d,]\d|\.\d|\d|\s?[%:]|/)")
_AFTER_YEAR = re.compile(r"(?:[-–]?\s?[a-z]+|s\b)")
_BEFORE_YEAR = re.compile(
    r"(?:\b(?:in|since|of|from|until|till|by|after|before|during|between|and|to|the|early|late|mid|through|around"
    r"|year|circa|this|im|jahr|seit|en|de|desde|depuis|в|с|у|з)[ -]|[(\[‘“\"',]\s?)\Z",
    re.IGNORECASE,
)
_BEFORE_MONTH = re.compile(
    r"\b(?:in|of|since|until|by|last|next|this|early|late|mid|through|from|before|after|between)[ -]\Z",
    re.IGNORECASE,
)
_CLOCK_WORDS, _HALVES = frozenset({"noon", "midday", "midnight"}), frozenset({"am", "pm", "m"})
_CLOCK = re.compile(
    r"(?<![\d:.,$€£])(?P<hour>\d{1,2})(?:(?::\s?|\.)(?P<minute>\d{2}))?\s?(?P<half>[ap]\.?\s?m\b\.?)|(?<![\d:])(?P<hour24>\d{1,2}):(?P<minute24>\d{2})(?![\d:])"
    r"|\b(?P<word>noon|midday|midnight)\b",
    re.IGNORECASE,
)
_EAST_DATE = re.compile(
    r"(?:(?P<year>\d{4})\s?[년年]\s?)?(?:(?P<month>\d{1,2})\s?[월月](?!요일|曜)\s?)?(?:(?P<day>\d{1,2})\s?(?:일(?!간|본)|日(?!間)|号|號))?"
)
_EAST_CLOCK = re.compile(
    r"(?P<half>오전|오후|새벽|저녁|밤|上午|下午|凌晨|晚上|午前|午後)?\s?(?P<hour>\d{1,2})\s?(?:시(?!간|즌)|[時时](?!間|间)|点(?!\d)|點)\s?(?:(?P<minute>\d{1,2})\s?[분分]|(?P<mid>반|半))?"
)
_EAST_DAY = re.compile(
    r"([월화수목금토일])요일|([月火水木金土日])曜日|(?:星期|周|週|礼拜|禮拜)([一二三四五六日天])"
)
_LATE = frozenset({"오후", "저녁", "밤", "下午", "晚上", "午後"})


@lru_cache(maxsize=_TEXTS)
def moments(text: str, language: str) -> tuple[Moment, ...]:
    """Read the times of a text in a language (its first subtag), in the order of their places."""
    found: list[Moment] = []
    readers = _readers_east(text) if language in _EAST else _readers(text, language)
    for reader in readers:
        for moment in reader(text, language):
            at = bisect_left(found, moment.end, key=_start)
            if not at or found[at - 1].end <= moment.start:
                found.insert(at, moment)
    return tuple(found)


def _start(moment: Moment) -> int:
    return moment.start


Reader = Callable[[str, str], Iterator[Moment]]


def _readers(text: str, language: str) -> Iterator[Reader]:
    """Yield the readers that may find something in a text of words, what is surest first."""
    words, known = vocabulary(text), _patterns(language)
    if DIGIT in words:
        yield _iso
    if not words.isdisjoint(known.months) and known.month.search(text):
        yield _dates
    yield from _clock_readers(words, text, language)
    if not words.isdisjoint(known.days):
        yield _weekdays
    if may_be_relative(words, language):
        yield _relative
    if not words.isdisjoint(PHASES_SAID):
        yield _phases
    yield from (_often, _shifts)
    if DIGIT in words:
        yield from (_numeric, _years)


def _clock_readers(words: frozenset[str], text: str, language: str) -> Iterator[Reader]:
    if language == "en":
        yield _spoken_clocks
    is_hour = DIGIT in words and (":" in text or not words.isdisjoint(_HALVES))
    if is_hour or not words.isdisjoint(_CLOCK_WORDS):
        yield _clocks


def _readers_east(text: str) -> Iterator[Reader]:
    """Yield the readers that may find something in a text of East Asian letters."""
    if DIGIT in vocabulary(text):
        yield from (_east_dates, _east_clocks)
    yield from (_often, _east_weekdays, _relative, _phases, _shifts)
    if DIGIT in vocabulary(text):
        yield from (_numeric, _years)


def _parts(match: re.Match[str], groups: Mapping[str, Part], language: str) -> Iterator[Moment]:
    for group, part in groups.items():
        written = match.groupdict().get(group)
        if not written:
            continue
        months = calendar(language, "months")
        value = int(written) if written.isdecimal() else months[small_letters(written).rstrip(".")]
        yield Moment(match.start(group), match.end(group), part, value, match.span())


def _iso(text: str, language: str) -> Iterator[Moment]:
    for match in _ISO.finditer(text) if "-" in text else ():
        yield from _parts(match, {"year": Part.YEAR, "month": Part.MONTH, "day": Part.DAY}, language)


def _dates(text: str, language: str) -> Iterator[Moment]:
    groups = {
        f"{part.value}{number}": part for number in (1, 2, 3) for part in (Part.MONTH, Part.DAY, Part.YEAR)
    }
    for match in _patterns(language).dates.finditer(text):
        name = match["month1"] or match["month2"] or match["month3"]
        if language in _CAPITAL_MONTHS and not name[0].isupper():
            continue
        if match["month3"] and not match["year3"] and not _is_month(text, match):
            continue
        yield from _parts(match, groups, language)


def _is_month(text: str, match: re.Match[str]) -> bool:
    """Tell whether a name alone is a month: March and May are verbs too, Jun and Dec need their stop."""
    name = match["month3"].lower()
    if name not in _VERBS and (len(name) > _SHORT or match[0].endswith(".")):
        return True
    return _BEFORE_MONTH.search(text, max(0, match.start() - 9), match.start()) is not None


def _spoken_clocks(text: str, language: str) -> Iterator[Moment]:
    del language
    for start, end, minutes, is_sure in spoken_clocks(text):
        yield Moment(start, end, Part.CLOCK if is_sure else Part.HOUR, minutes, (start, end))


def _clocks(text: str, language: str) -> Iterator[Moment]:
    del language
    for match in _CLOCK.finditer(text):
        part = Part.CLOCK
        if match["word"]:
            value = 0 if match["word"].lower() == "midnight" else _NOON * 60
        elif match["hour24"]:
            value = int(match["hour24"]) * 60 + int(match["minute24"])
            part = Part.CLOCK if value > _NOON * 60 else Part.HOUR
        else:
            late = match["half"].lower().startswith("p")
            value = (int(match["hour"]) % _NOON + _NOON * late) * 60 + int(match["minute"] or 0)
        yield Moment(*match.span(), part, value, match.span())


def _weekdays(text: str, language: str) -> Iterator[Moment]:
    found = _patterns(language).weekdays
    for match in found.finditer(text):
        name = match[1]
        if language in {"en", "de"} and (not name[0].isupper() or name.lower() in _VERBS):
            continue
        if len(name) <= _SHORT and not match[0].endswith("."):
            continue
        day = calendar(language, "days")[small_letters(name)]
        yield Moment(*match.span(1), Part.WEEKDAY, day, match.span(1))


def _relative(text: str, language: str) -> Iterator[Moment]:
    for span, value in relative_times(text, language):
        yield Moment(*span, Part.RELATIVE, value, span)


def _often(text: str, language: str) -> Iterator[Moment]:
    for span, value in recurrences(text, language):
        yield Moment(*span, Part.OFTEN, value, span)


def _shifts(text: str, language: str) -> Iterator[Moment]:
    for span, value in shifts(text, language):
        yield Moment(*span, Part.SHIFT, value, span)


def _phases(text: str, language: str) -> Iterator[Moment]:
    for span, value in phases(text, language):
        yield Moment(*span, Part.PHASE, value, span)


def _numeric(text: str, language: str) -> Iterator[Moment]:
    del language
    for match in _NUMERIC.finditer(text) if "/" in text else ():
        yield Moment(*match.span(1), Part.NUMERIC, match[1], match.span())


def _years(text: str, language: str) -> Iterator[Moment]:
    for match in _YEAR.finditer(text):
        after = _AFTER_YEAR.match(text, match.end())
        before = _BEFORE_YEAR.search(text, max(0, match.start() - 9), match.start())
        if language in _EAST or (before or after is None or (match.start() == 0 and after[0][-1] != "s")):
            yield Moment(*match.span(1), Part.YEAR, int(match[1]), match.span(1))


def _east_dates(text: str, language: str) -> Iterator[Moment]:
    for match in _EAST_DATE.finditer(text):
        if match[0]:
            yield from _parts(match, {"year": Part.YEAR, "month": Part.MONTH, "day": Part.DAY}, language)


def _east_clocks(text: str, language: str) -> Iterator[Moment]:
    del language
    for match in _EAST_CLOCK.finditer(text):
        hour = int(match["hour"])
        late = match["half"] in _LATE and hour < _NOON
        minutes = 30 if match["mid"] else int(match["minute"] or 0)
        part = Part.CLOCK if match["half"] or hour > _NOON else Part.HOUR
        yield Moment(*match.span(), part, (hour + _NOON * late) * 60 + minutes, match.span())


def _east_weekdays(text: str, language: str) -> Iterator[Moment]:
    del language
    for match in _EAST_DAY.finditer(text):
        tables = (_KOREAN_DAYS, _JAPANESE_DAYS, _CHINESE_DAYS)
        value = next(table[sign] for table, sign in zip(tables, match.groups(), strict=True) if sign)
        yield Moment(*match.span(), Part.WEEKDAY, value, match.span())
