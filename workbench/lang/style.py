"""What a house style decides: forms that say the same, titles, spellings; from `style.toml`."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Forms:
    """What one article writes in one way; `title` says that a name must follow."""

    forms: tuple[str, ...]
    title: bool = False


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files("workbench.lang").joinpath("style.toml").read_text(encoding="utf-8"))


@cache
def choices(language: str) -> Sequence[Forms]:
    """Give what a language (its first subtag) lets a house style choose from; nothing if unknown."""
    known = _table().get(language, {})
    names = [Forms(tuple(row.split("|"))) for row in known.get("names", ())]
    return (*names, *(Forms(tuple(row.split("|")), title=True) for row in known.get("titles", ())))


@cache
def form_pattern(language: str) -> re.Pattern[str] | None:
    """Give what finds any of the forms, the longest first; None for a language without data."""
    forms = sorted({form for choice in choices(language) for form in choice.forms}, key=len, reverse=True)
    if not forms:
        return None
    starts = "".join(sorted({form[0] for form in forms}))
    ways = "|".join(re.escape(form) + (r"(?![\w])" if form[-1].isalpha() else "") for form in forms)
    return re.compile(rf"(?<![\w.-])(?=[{starts}])(?:{ways})")


@cache
def longer_titles(language: str) -> frozenset[str]:
    """Give the words before which a title is part of a longer one: Secretary General."""
    return frozenset(_table().get(language, {}).get("longer_titles", "").split())


@cache
def spellings(language: str) -> Mapping[str, tuple[str, str]]:
    """Give for each word with two spellings its region ("US", "GB") and the other region's spelling."""
    known = _table().get(language, {}).get("spelling", {})
    found: dict[str, tuple[str, str]] = {}
    for american, british in _pairs(known):
        found[american], found[british] = ("US", british), ("GB", american)
    return found


def _pairs(known: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for kind, (american, british) in {"ize": ("z", "s"), "our": ("or", "our"), "re": ("er", "re")}.items():
        for stem in known.get(kind, "").split():
            for ending in ("", *known[f"{kind}_endings"].split()):
                if kind != "ize" or ending:
                    yield stem + american + ending, stem + british + ending
    for pair in known.get("pairs", "").split():
        american, _bar, british = pair.partition("|")
        yield american, british
