"""Units and currencies: what they measure, how they are written in a language, what converts into what."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

_PER_CELSIUS, _FREEZING = 1.8, 32.0
_ROUNDED = 0.07  # 5,000 miles is 8,047 km, and a newspaper writes 8,000; 30 miles are "50 km"
_CALENDAR = 0.02  # a month of thirty days, a year of 365


@cache
def table() -> dict[str, Any]:
    """Read the data file."""
    return tomllib.loads(files("workbench.lang").joinpath("quantities.toml").read_text(encoding="utf-8"))


def dimension(unit: str) -> str:
    """Give what a unit measures; a unit that is not known measures itself."""
    row = table()["units"].get(unit)
    return str(row[0]) if row else unit


@cache
def meanings(unit: str) -> frozenset[str]:
    """Give the units that one may stand for: "pounds" are weighed or paid; mostly just itself."""
    return frozenset(table()["meanings"].get(unit, [unit]))


@cache
def dimensions(unit: str) -> frozenset[str]:
    """Give what a unit may measure."""
    return frozenset(map(dimension, meanings(unit)))


def in_base(value: float, unit: str) -> float:
    """Give a value in the dimension's own unit: kilometres in metres, Fahrenheit in Celsius."""
    if unit == "fahrenheit":
        return (value - _FREEZING) / _PER_CELSIUS
    return value * float(table()["units"][unit][1])


def is_part(small: str, large: str) -> bool:
    """Tell whether a unit measures what another does, and is the smaller one: minutes of hours."""
    return (
        small in table()["units"]
        and dimension(small) == dimension(large)
        and in_base(1, small) < in_base(1, large)
        and dimension(small) != "temperature"
    )


def converts(one: float, unit: str, other: float, another: str) -> bool:
    """Tell whether two values in different units of one dimension are the same quantity, rounded."""
    if unit == another or not unit or not another:
        return False
    return any(
        first != second and dimension(first) == dimension(second) and nearly(one, first, other, second)
        for first in meanings(unit)
        for second in meanings(another)
    )


def nearly(one: float, unit: str, other: float, another: str) -> bool:
    """Tell whether two values in units of one dimension are the same but for rounding."""
    first, second = in_base(one, unit), in_base(other, another)
    slack = _CALENDAR if dimension(unit) == "time" else _ROUNDED
    if dimension(unit) == "temperature":
        return abs(first - second) <= 1.0
    return abs(first - second) <= slack * max(abs(first), abs(second))


@cache
def signs() -> Mapping[str, str]:
    """Give the unit of each sign: % and $."""
    return {sign: unit for unit, row in table()["signs"].items() for sign in row.split()}


@cache
def unit_words(language: str) -> Mapping[str, str]:
    """Give the unit of each word or phrase of a language (its first subtag), in small letters."""
    rows = table().get(language, {}).get("units", {})
    return {word: unit for unit, row in rows.items() for word in row.split("|")}


@cache
def after(language: str) -> re.Pattern[str]:
    """Give what finds a unit right after a numeral, the longest first."""
    forms = sorted({**unit_words(language), **signs()}, key=len, reverse=True)
    ways = "|".join(ended(form, language) for form in forms)
    return re.compile(rf"[ \u00a0\u202f-]?({ways})", re.IGNORECASE)


def ended(form: str, language: str) -> str:
    """Give the pattern of a unit: it ends a word, of Latin letters where words are not spaced ("km로")."""
    if language in {"ko", "zh", "ja"}:
        return re.escape(form) + (r"(?![A-Za-z])" if form[-1].isascii() and form[-1].isalpha() else "")
    return re.escape(form) + (r"(?!\w)" if form[-1].isalpha() else "")


@cache
def before() -> re.Pattern[str]:
    """Give what finds a currency's sign at the end of what stands before a numeral."""
    forms = sorted((sign for sign in signs() if sign not in {"%", "m"}), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, forms))})[ \u00a0]?\Z")


def unit_word(unit: str, language: str) -> str:
    """Give the word for several of a unit; "" where the data have none."""
    return next((word for word, named in unit_words(language).items() if named == unit), "")


def unit_of(written: str, language: str) -> str:
    """Give the unit that a matched sign or word stands for."""
    return (
        signs().get(written) or unit_words(language).get(written.lower()) or signs().get(written.lower(), "")
    )
