"""What tells names in Korean, Chinese and Japanese, without capitals: from `source_names.toml` and CLDR."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from workbench.lang.name_words import calendar_words, locale_of

_WORLD = "001"  # the world is a territory to CLDR
_SHORTEST = 2  # signs of a country's name that may be sought in running text


@dataclass(frozen=True, slots=True)
class NameSigns:
    """What one language knows.

    `known` maps a name to what English calls it (by CLDR, or by the file; empty where neither says), `short`
    the one-syllable forms of countries. `signs` says for each syllable how much it speaks for a foreign name.
    The rest is explained in the file; `calendar` are the days and months.
    """

    language: str
    endings: tuple[str, ...]
    attached: tuple[str, ...]
    titles: frozenset[str]
    surnames: frozenset[str]
    common: frozenset[str]
    known: Mapping[str, tuple[str, ...]]
    short: Mapping[str, tuple[str, ...]]
    signs: Mapping[str, float]
    sounds: frozenset[str]
    calendar: frozenset[str]


@cache
def name_signs(language: str) -> NameSigns | None:
    """Give the signs of a language (a BCP 47 tag); None where its script has capitals or nothing is known."""
    tag = language.replace("_", "-").split("-")[0].casefold()
    table = tables().get(tag)
    if table is None:
        return None
    return NameSigns(
        language=tag,
        endings=longest_first(table["endings"]),
        attached=longest_first(table["attached"]),
        titles=frozenset(table["titles"].split()),
        surnames=frozenset(table["surnames"] if tag == "zh" else table["surnames"].split()),
        common=frozenset(table["common"].split()) | frozenset(table["loanwords"].split()),
        known=territories(tag) | {form: split(names) for form, names in table["known"].items()},
        short={form: split(names) for form, names in table["short"].items()},
        signs={sign: float(value) for value, group in table.get("signs", {}).items() for sign in group},
        sounds=frozenset("".join(table.get("sounds", "").split())),
        calendar=frozenset(calendar_words(tag, "days")) | frozenset(calendar_words(tag, "months")),
    )


@cache
def tables() -> dict[str, Any]:
    """Read the file."""
    return tomllib.loads(files("workbench.lang").joinpath("source_names.toml").read_text(encoding="utf-8"))


def longest_first(words: str) -> tuple[str, ...]:
    """Give words in the order they are tried in."""
    return tuple(sorted(set(words.split()), key=lambda word: (-len(word), word)))


def split(names: str) -> tuple[str, ...]:
    """Give the English names of a form."""
    return tuple(name.strip() for name in names.split("|") if name.strip())


def territories(tag: str) -> dict[str, tuple[str, ...]]:
    """Give what CLDR calls countries in a language, each with its name in English."""
    here, english = locale_of(tag), locale_of("en")
    if here is None or english is None:
        return {}
    return {
        str(name): (str(english.territories[code]),) if code in english.territories else ()
        for code, name in here.territories.items()
        if len(str(name)) >= _SHORTEST and code != _WORLD
    }
