"""What bounds a number or a time: at least and at most, before and after."""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from workbench.lang.units import table

_WINDOW = 24  # code points before or after that may hold the bound
_CLOSE = 6  # of them, after a numeral: its counter and particle


class Bound(StrEnum):
    """On which side of a value the truth lies."""

    LEAST = "least"
    MOST = "most"
    BEFORE = "before"
    AFTER = "after"


OPPOSITE: Mapping[Bound, Bound] = {
    Bound.LEAST: Bound.MOST,
    Bound.MOST: Bound.LEAST,
    Bound.BEFORE: Bound.AFTER,
    Bound.AFTER: Bound.BEFORE,
}


@cache
def _patterns(language: str) -> Mapping[Bound, tuple[re.Pattern[str], re.Pattern[str]]]:
    known = table().get(language, {})
    return {
        bound: (
            re.compile(rf"({_ways(known.get('bounds', {}), bound, language)})\W?\Z", re.IGNORECASE),
            re.compile(rf"[^\s]{{0,{_CLOSE}}}\s?({_ways(known.get('bounds_after', {}), bound, language)})"),
        )
        for bound in Bound
    }


def _ways(rows: Mapping[str, str], bound: Bound, language: str) -> str:
    forms = sorted(filter(None, rows.get(bound.value, "").split("|")), key=len, reverse=True)
    edge = r"\b" if language not in {"ko", "zh", "ja"} else ""
    return edge + "(?:" + "|".join(map(re.escape, forms)) + ")" if forms else "(?!)"


def bound_at(text: str, start: int, end: int, language: str) -> tuple[Bound, int, int] | None:
    """Give the bound of what stands in [start, end) and where it is written; None where it has none."""
    for bound, (before, after) in _patterns(language).items():
        found = before.search(text, max(0, start - _WINDOW), start) or after.match(text, end)
        if found:
            return bound, *found.span(1)
    return None


class Ends(NamedTuple):
    """Words before a time that something lasts to, before one that it happens at, verbs for both."""

    last: frozenset[str]
    at: frozenset[str]
    turns: frozenset[str]


@cache
def ends(language: str) -> Ends:
    """Give a language's words for the end of what lasts; none without data."""
    known = table().get(language, {}).get("ends", {})
    return Ends(*(frozenset(known.get(name, "").split()) for name in Ends._fields))
