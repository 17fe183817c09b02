"""How a text uses the figure of a time: as a length, a day, a month, an hour of the day, a year, an age."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from workbench.lang.moments import Part, moments
from workbench.lang.quantities import quantities
from workbench.lang.quantity import Kind, Quantity

_TEXTS = 8192
_BEFORE, _AFTER = 20, 14  # code points beside a figure that may tell what it is
_HOUR, _HALF_DAY, _CENTURY = 60, 12, 100
_LENGTHS = {"day": ("day",), "month": ("month",), "hour": ("hour",), "year": ("year", "age")}
_PARTS = {Part.DAY: "day", Part.MONTH: "month", Part.YEAR: "year", Part.CLOCK: "hour", Part.HOUR: "hour"}
_ALONE = re.compile(r"\s*(?:[.,;:!?)”]|\Z|\s(?:and|but|after|before|because|when|while|in|at|over|by|as)\b)")


class Use(NamedTuple):
    """A figure in [start, end): of what `kind` it is, and whether it is a length of such."""

    start: int
    end: int
    kind: str
    value: int
    length: bool


class _Signs(NamedTuple):
    aged: re.Pattern[str]
    old: re.Pattern[str]
    young: re.Pattern[str]
    lasting: re.Pattern[str]


@cache
def _signs(language: str) -> _Signs | None:
    text = files("workbench.lang").joinpath("time_uses.toml").read_text(encoding="utf-8")
    known = tomllib.loads(text).get(language)
    if known is None:
        return None
    old, young = (known[name].replace(" ", "[ -]") for name in ("old", "young"))
    person = rf"\w+(?:{known['persons'].replace(' ', '|')})s?|(?:{known['people'].replace(' ', '|')})s?"
    return _Signs(
        re.compile(rf"\b(?:{known['aged']})\s\Z", re.IGNORECASE),
        re.compile(rf"[ -]?(?:{old})\b", re.IGNORECASE),
        re.compile(rf"[ -]?(?:{young})(?: (?:{person})\b|(?=\W*\Z|[.,;]))", re.IGNORECASE),
        re.compile(rf"\b(?:{known['lasting'].replace(' ', '|')})(?: the (?:last|past))?\s\Z", re.IGNORECASE),
    )


@lru_cache(maxsize=_TEXTS)
def time_uses(text: str, language: str) -> tuple[Use, ...]:
    """Read the times that a text in a language (its first subtag) tells by a figure; none without data."""
    signs = _signs(language)
    return (*_counted(text, language, signs), *_dated(text, language)) if signs else ()


def _counted(text: str, language: str, signs: _Signs) -> Iterator[Use]:
    for one in quantities(text, language):
        if one.value != int(one.value) or one.value < 1 or one.scale or one.start < one.outer[0]:
            continue
        before, after = text[max(0, one.start - _BEFORE) : one.start], text[one.end :]
        if one.kind is Kind.ORDINAL and before.endswith("the ") and _ALONE.match(after):
            yield Use(*one.outer, "day", int(one.value), length=False)
        elif one.kind is Kind.CARDINAL:
            yield from _cardinal(one, before, after, signs)


def _cardinal(one: Quantity, before: str, after: str, signs: _Signs) -> Iterator[Use]:
    value = int(one.value)
    aged = signs.old.match(after) or signs.young.match(after)
    if signs.aged.search(before) or aged:
        yield Use(one.start, one.end + (aged.end() if aged else 0), "age", value, length=False)
    elif not after.startswith("-"):
        for kind in _LENGTHS.get(one.unit, ()):
            if kind != "age" or signs.lasting.search(before):
                yield Use(*one.outer, kind, value, length=True)


def _dated(text: str, language: str) -> Iterator[Use]:
    for moment in moments(text, language):
        kind = _PARTS.get(moment.part)
        if kind is None:
            continue
        value = int(moment.value)
        if kind == "hour":
            if value % _HOUR:
                continue
            value = value // _HOUR % _HALF_DAY or _HALF_DAY
        start, end = moment.outer[0], len(text[: moment.outer[1]].rstrip("." if kind != "hour" else ""))
        yield Use(start, end, kind, value % _CENTURY if kind == "year" else value, length=False)
