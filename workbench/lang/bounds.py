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


_ALL = tuple(Bound)
OPPOSITE: Mapping[Bound, Bound] = {
    Bound.LEAST: Bound.MOST,
    Bound.MOST: Bound.LEAST,
    Bound.BEFORE: Bound.AFTER,
    Bound.AFTER: Bound.BEFORE,
}


@cache
def _patterns(language: str) -> Mapping[Bound, tuple[re.Pattern[str], re.Pattern[str]]]:
    return {bound: _found_by(language, bound) for bound in Bound}


@cache
def _found_by(language: str, *bounds: Bound) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Give what finds some bounds before and behind a number."""
    known = table().get(language, {})
    before, after = (
        "|".join(_ways(known.get(rows, {}), bound, language) for bound in bounds)
        for rows in ("bounds", "bounds_after")
    )
    return (
        re.compile(rf"({before})\W{{0,2}}\Z", re.IGNORECASE),
        re.compile(rf"[^\s]{{0,{_CLOSE}}}\s?({after})"),
    )


def _ways(rows: Mapping[str, str], bound: Bound, language: str) -> str:
    forms = sorted(filter(None, rows.get(bound.value, "").split("|")), key=len, reverse=True)
    edge = r"\b" if language not in {"ko", "zh", "ja"} else ""
    return edge + "(?:" + "|".join(map(re.escape, forms)) + ")" if forms else "(?!)"


def bound_at(text: str, start: int, end: int, language: str) -> tuple[Bound, int, int] | None:
    """Give the bound of what stands in [start, end) and where it is written; None where it has none.

    Of two, the one that begins first counts: "no more than", not "more than".
    """
    begin, (before, after) = max(0, start - _WINDOW), _found_by(language, *_ALL)
    if not (before.search(text, begin, start) or after.match(text, end)):
        return None  # as with most numbers
    found = [
        (*match.span(1), bound)
        for bound, (before, after) in _patterns(language).items()
        if (match := before.search(text, begin, start) or after.match(text, end))
    ]
    first, last, bound = min(found)
    return bound, first, last


@cache
def _rounding(language: str) -> re.Pattern[str]:
    known = table().get(language, {})
    words = (
        known.get("nearly", {}).get("words", "").split() + known.get("nearly", {}).get("others", "").split()
    )
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b|\+" if words else "(?!)", re.IGNORECASE)


def is_rounded(text: str, language: str) -> bool:
    """Tell whether some words around a number say that it is not exact, in whatever way; True if unknown."""
    return not table().get(language, {}).get("nearly") or _rounding(language).search(text) is not None


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


@cache
def _levels(language: str) -> re.Pattern[str]:
    known = table().get(language, {})
    ways, nearly = known.get("levels", {}), known.get("nearly", {}).get("words", "").split()
    if not ways:
        return re.compile("(?!)")
    between = rf"(?:(?:{'|'.join(map(re.escape, nearly))})\s)?" if nearly else ""
    return re.compile(rf"\b({'|'.join(ways.values())})\s{between}\W?\Z", re.IGNORECASE)


def level_at(text: str, start: int, language: str) -> tuple[str, int] | None:
    """Give what says, before a number, that something changes by it or to it, and where; None if nothing."""
    found = _levels(language).search(text, max(0, start - _WINDOW), start)
    return (found[1].lower(), found.start(1)) if found else None
