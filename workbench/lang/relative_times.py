"""Phrases that tell a time by another one: "last year", "two weeks later"; from `moments.toml`."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from workbench.lang.patterns import any_of
from workbench.lang.small_letters import small_letters
from workbench.lang.vocabulary import vocabulary

_EAST = frozenset({"ko", "zh", "ja"})
_SEASON = 20  # characters: the longest name of a season with what stands before and behind it
Found = tuple[tuple[int, int], str]


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files("workbench.lang").joinpath("moments.toml").read_text(encoding="utf-8"))


@cache
def relative_phrases(language: str) -> Mapping[str, str]:
    """Give "unit shift" of each phrase that tells a time by another one."""
    known = _table().get(language, {})
    rows = known.get("relative", {})
    found = {phrase: value for value, phrases in rows.items() for phrase in phrases.split("|")}
    units = known.get("units", "").split()
    for shift, words in known.get("shifts", {}).items():
        for word in words.split("|"):
            found |= {f"{word} {unit}": f"{unit} {shift}" for unit in units if f"{word} {unit}" not in found}
    told = ((phrase, *value.split(" ")) for phrase, value in found.items())
    return {phrase: f"{_unit(language, unit)} {shift}" for phrase, unit, shift in told}


def _unit(language: str, name: str) -> str:
    """Give the one name of a unit that has two: autumn for fall."""
    unit: str = _table().get(language, {}).get("names", {}).get(name, name)
    return unit


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """Give the pattern of all phrases: those of shift and unit not one by one, which costs time."""
    known = _table().get(language, {})
    shifts = {word for words in known.get("shifts", {}).values() for word in words.split("|")}
    others = {word for words in known.get("relative", {}).values() for word in words.split("|")}
    phrases = rf"{any_of(others)}|(?:{any_of(shifts)}) (?:{any_of(known.get('units', '').split())})"
    edge = r"\b" if language not in _EAST else ""
    return re.compile(rf"{edge}({phrases}){edge}", re.IGNORECASE)


@cache
def _season(language: str) -> re.Pattern[str]:
    """Give what finds a season right before a year: in the spring of last year."""
    seasons = any_of(_table().get(language, {}).get("seasons", "").split())
    return re.compile(
        rf"\b(?:in|of|since|until|by|the|late|early) ({seasons})(?: of|,)? \Z",
        re.IGNORECASE,
    )


@cache
def _words_by_last(language: str) -> Mapping[str, Sequence[frozenset[str]]]:
    """Give the words of each phrase by its last one, the rarer: "year" of "later that year"."""
    found: dict[str, list[frozenset[str]]] = {}
    for phrase in relative_phrases(language):
        found.setdefault(re.split(r"[ ’'-]", phrase)[-1], []).append(vocabulary(phrase))
    return found


def may_be_relative(words: frozenset[str], language: str) -> bool:
    """Tell whether a text, given by its words (`lang.vocabulary`), has all those of some phrase."""
    known = _words_by_last(language)
    return any(needed <= words for last in known.keys() & words for needed in known[last])


def relative_times(text: str, language: str) -> Iterator[Found]:
    """Yield where a time is told by another one, and "unit shift": "year -1"."""
    for match in _pattern(language).finditer(text):
        value, span = relative_phrases(language)[small_letters(match[1])], match.span(1)
        season = _season(language).search(text, max(0, span[0] - _SEASON), span[0])
        if season and value.startswith("year "):
            value = f"{_unit(language, small_letters(season[1]))} {value.removeprefix('year ')}"
            span = season.start(1), span[1]
        yield span, value
