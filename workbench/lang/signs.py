"""What makes a number a negative one: minus 10, -10 degrees, 10 degrees below zero, 영하 10도, 零下10度."""

import re
from collections.abc import Mapping
from functools import cache

from workbench.lang.units import dimensions, table

_WINDOW = 12  # code points before a numeral that may hold its sign
_EAST = frozenset({"ko", "zh", "ja"})
# A sign after a space and a word may be a dash there, but not before degrees.
_MINUS = re.compile(r"(?<!\w\s)(?<![\w–-])[−–-]\Z")
_OF_DEGREES = re.compile(r"(?<![\w–-])(?<!\d\s)[−–-]\Z")


@cache
def _words(language: str) -> Mapping[str, str]:
    known: Mapping[str, str] = table().get(language, {}).get("minus", {})
    return known


@cache
def _before(language: str) -> re.Pattern[str]:
    ways = _words(language).get("before", "(?!)")
    edge, gap = ("", r"\s?(?:약\s|约|約)?") if language in _EAST else (r"\b", r"\s")
    return re.compile(rf"{edge}(?:{ways}){gap}\Z", re.IGNORECASE)


@cache
def _after(language: str) -> re.Pattern[str]:
    return re.compile(rf"\s(?:{_words(language).get('after', '(?!)')})\b", re.IGNORECASE)


@cache
def falling(language: str) -> frozenset[str]:
    """Give the words that say of a change that it is one for the less."""
    return frozenset(_words(language).get("falling", "").split())


def minus_word(language: str) -> str:
    """Give the word before a negative number; "" where the data have none."""
    return _words(language).get("before", "").split("|")[0]


def negative(
    text: str, outer: tuple[int, int], start: int, unit: str, language: str
) -> tuple[int, int] | None:
    """Give the span of a negative number with its sign, `outer` being that with its unit; None of others."""
    first = max(0, start - _WINDOW)
    dash = _OF_DEGREES if "temperature" in dimensions(unit) else _MINUS
    before = _before(language).search(text, first, start) or dash.search(text, first, start)
    after = None if before else _after(language).match(text, outer[1])
    if before:
        return min(before.start(), outer[0]), outer[1]
    return (outer[0], after.end()) if after else None
