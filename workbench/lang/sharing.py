"""Whether a figure is what each of some has, or what they have together."""

import re
import tomllib
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import NamedTuple

_BEFORE, _AFTER = 60, 60  # code points of the clause beside the figure
_CLOSE = re.compile(r"[,.;:!?—](?:\s|\Z)|”")


class Sharing(StrEnum):
    """Of whom a figure is told."""

    EACH = "each"
    TOTAL = "total"


OTHER = {Sharing.EACH: Sharing.TOTAL, Sharing.TOTAL: Sharing.EACH}


class _Known(NamedTuple):
    words: frozenset[str]
    before: re.Pattern[str]
    after: re.Pattern[str]


@cache
def _known(language: str, kind: Sharing) -> _Known:
    text = files("workbench.lang").joinpath("sharing.toml").read_text(encoding="utf-8")
    rows = tomllib.loads(text).get(language, {})
    far, near, after = (rows.get(f"{kind.value}_{place}", "(?!)") for place in ("far", "near", "after"))
    return _Known(
        frozenset(rows.get(f"{kind.value}_words", "").split()),
        re.compile(rf"\b(?:({far})\b[^\d]*|({near})\s(?:about |some |nearly |\W)?)\Z", re.IGNORECASE),
        re.compile(rf"[^\d]*?\b({after})\b", re.IGNORECASE),
    )


def shared_words(language: str, kind: Sharing) -> frozenset[str]:
    """Give the words one of which a text that says so has; none without data."""
    return _known(language, kind).words


def sharing_at(text: str, start: int, end: int, language: str) -> tuple[Sharing, int, int] | None:
    """Give what says of whom the figure in [start, end) is told, and where; None where nothing does."""
    first, last = max(0, start - _BEFORE), min(len(text), end + _AFTER)
    first = max([first, *(mark.end() for mark in _CLOSE.finditer(text, first, start))])
    last = min([last, *(mark.start() for mark in _CLOSE.finditer(text, end, last))])
    for kind in Sharing:
        known = _known(language, kind)
        if found := known.before.search(text, first, start) or known.after.match(text[:last], end):
            return kind, *found.span(found.lastindex or 0)
    return None
