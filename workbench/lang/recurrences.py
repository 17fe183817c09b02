"""How often something happens (twice a day, every two days, weekly, 이틀에 한 번), and "ago" or "later".

The patterns and their words come from `recurrences.toml`.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from workbench.lang.patterns import any_of
from workbench.lang.small_letters import small_letters
from workbench.lang.spelled_numbers import tables
from workbench.lang.units import in_base
from workbench.lang.vocabulary import vocabulary

_EAST = frozenset({"ko", "zh", "ja"})
_WINDOW = 48  # code points before a span of time that may turn its meaning round
_MANY = 100  # number words up to here tell how often
Found = tuple[tuple[int, int], str]


@dataclass(frozen=True, slots=True)
class Often:
    """What tells how often in one language; spans in days, adverbs in times a year."""

    patterns: tuple[re.Pattern[str], ...]
    hint: frozenset[str]
    numbers: Mapping[str, float]
    units: Mapping[str, str]
    spans: Mapping[str, float]
    adverbs: Mapping[str, float]


@cache
def _table(language: str) -> Mapping[str, Any]:
    text = files("workbench.lang").joinpath("recurrences.toml").read_text(encoding="utf-8")
    known: Mapping[str, Any] = tomllib.loads(text).get(language, {})
    return known


def _values(rows: Mapping[str, str]) -> dict[str, float]:
    return {word: float(value) for value, row in rows.items() for word in row.split("|")}


@cache
def often(language: str) -> Often | None:
    """Give what tells how often in a language (its first subtag); None where the data have nothing."""
    known = _table(language).get("often")
    if known is None:
        return None
    spelled = {word: value for word, value in tables().get(language, {}).items() if value < _MANY}
    times, counts = _values(known["times"]), _values(known.get("counts", {}))
    spans, adverbs = _values(known.get("spans", {})), _values(known.get("adverbs", {}))
    units = {word: unit for unit, row in known["units"].items() for word in row.split("|")}
    ways = {
        "number": rf"\d+|{any_of({**spelled, **times})}", "times": any_of(times), "units": any_of(units),
        "counts": rf"\d+|{any_of({**spelled, **counts})}", "spans": any_of(spans), "adverbs": any_of(adverbs),
    }  # fmt: skip
    edge = "" if language in _EAST else r"\b"
    patterns = [
        edge + re.sub(r"(?<!\(\?P)<(\w+)>", lambda found: f"(?:{ways[found[1]]})", pattern) + edge
        for pattern in known["patterns"]
    ]
    return Often(
        tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns),
        frozenset(known["hint"].split()) | frozenset(word for word in adverbs if word.isalpha()),
        spelled | counts | times, units, spans, adverbs,
    )  # fmt: skip


def _is_hinted(text: str, hint: frozenset[str], language: str) -> bool:
    if language in _EAST:
        return any(letters in text for letters in hint)
    return not hint.isdisjoint(vocabulary(text))


def recurrences(text: str, language: str) -> Iterator[Found]:
    """Yield how often, as times a year, and where it is said; of what overlaps, the first is meant."""
    known = often(language)
    if known is None or not _is_hinted(text, known.hint, language):
        return
    for pattern in known.patterns:
        for match in pattern.finditer(text):
            found = match.groupdict()
            adverb = found.get("adverb")
            if not (adverb and adverb[0].isupper() and match.start()):  # the Daily News
                yield match.span(), f"{_times_a_year(found, known):.6g}"


def _times_a_year(found: Mapping[str, str | None], known: Often) -> float:
    """Work out what the groups of a pattern say."""
    times = _number(found.get("times") or found.get("number"), known)
    adverb, span, unit = found.get("adverb"), found.get("span"), found.get("unit")
    if adverb:
        return times * known.adverbs[small_letters(adverb)]
    days = known.spans[small_letters(span)] if span else _number(found.get("count"), known)
    length = days * in_base(1.0, "day" if span else known.units[small_letters(str(unit))])
    return times * in_base(1.0, "year") / max(length, 1.0)


def _number(written: str | None, known: Often) -> float:
    if written is None:
        return 1.0
    return float(written) if written.isdecimal() else known.numbers[small_letters(written)]


@dataclass(frozen=True, slots=True)
class Shifted:
    """What tells on which side of another time one is."""

    pattern: re.Pattern[str]
    unless: re.Pattern[str]
    hint: frozenset[str]
    units: frozenset[str]
    sides: Mapping[str, str]


@cache
def _shifted(language: str) -> Shifted | None:
    known = _table(language).get("shifted")
    if known is None:
        return None
    sides = {word: side for side in ("back", "on") for word in known[side].split("|")}
    return Shifted(
        re.compile(known["pattern"], re.IGNORECASE),
        re.compile(known.get("unless", "(?!)"), re.IGNORECASE),
        frozenset(known["hint"].split()),
        frozenset(known.get("units", known["hint"]).split()),
        sides,
    )


def shifts(text: str, language: str) -> Iterator[Found]:
    """Yield the words that say whether a span of time goes "back" or "on": ago, later, 전, 뒤."""
    known = _shifted(language)
    if known is None or not all(_is_hinted(text, words, language) for words in (known.units, known.hint)):
        return
    for match in known.pattern.finditer(text):
        if not known.unless.search(text, max(0, match.start() - _WINDOW), match.start()):
            yield match.span("shift"), known.sides[small_letters(match["shift"])]
