"""Words that tell names from other capitalised words, by language: titles, peoples, calendar, institutions.

From `name_words.toml` and `peoples.toml`, written by hand, and from CLDR by way of Babel (territories,
languages, months, days). A language that the files lack gets what holds for all and what CLDR knows.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.localedata import locale_identifiers

from workbench.lang.guess import function_words


@dataclass(frozen=True, slots=True)
class NameWords:
    """What one language knows; words case-folded. `titles` maps a word to its class ("gen": "general").

    `phrases` are whole names of territories, languages, months, days and peoples, of one word or several;
    `territories`, `peoples`, `days` and `months` are those alone.
    `grammar` has the words that begin sentences, `institutions` the nouns that bodies are named by.
    `capital_nouns`: every noun is written with a capital. `speech`, `derived`, `compound_starts`
    and `compound_ends` are explained in the file.
    """

    titles: Mapping[str, str]
    before_titles: frozenset[str]
    grammar: frozenset[str]
    institutions: frozenset[str]
    phrases: frozenset[str]
    territories: frozenset[str]
    peoples: frozenset[str]
    days: frozenset[str]
    months: frozenset[str]
    directions: frozenset[str]
    particles: frozenset[str]
    family_first: frozenset[str]
    numerals: frozenset[str]
    compound_starts: frozenset[str]
    compound_ends: frozenset[str]
    speech: frozenset[str]
    derived: frozenset[str]
    capital_nouns: bool


@cache
def name_words(language: str) -> NameWords:
    """Give the words of a language (a BCP 47 tag; only its first part counts)."""
    tag = language.replace("_", "-").split("-")[0].casefold()
    words, peoples = table("name_words.toml"), table("peoples.toml")
    everywhere, here = words["all"], words.get(tag, {})
    titles = dict(here.get("titles", {}))
    return NameWords(
        titles={word: title for title, group in titles.items() if title != "before" for word in split(group)},
        before_titles=split(titles.get("before", "")),
        grammar=split(here.get("function", "")) | function_words().get(tag, frozenset()),
        institutions=split(here.get("common", "")),
        phrases=frozenset(cldr_phrases(tag))
        | (split(" ".join(peoples["en"].values())) if tag == "en" else frozenset()),
        territories=frozenset(territory_names(tag)),
        peoples=split(peoples["en"]["of"]) if tag == "en" else frozenset(),
        days=frozenset(calendar_words(tag, "days")),
        months=frozenset(calendar_words(tag, "months")),
        directions=split(peoples["directions"]) if tag == "en" else frozenset(),
        particles=split(everywhere["particles"]),
        family_first=split(everywhere["family_first"]),
        numerals=split(everywhere["numerals"]),
        compound_starts=split(here.get("compound_starts", "")),
        compound_ends=split(here.get("compound_ends", "")),
        speech=split(here.get("speech", "")),
        derived=split(here.get("derived", "")),
        capital_nouns=here.get("capital_nouns", False),
    )


@cache
def table(name: str) -> dict[str, Any]:
    """Read one of this package's data files."""
    return tomllib.loads(files("workbench.lang").joinpath(name).read_text(encoding="utf-8"))


def split(words: str) -> frozenset[str]:
    """Give the words of a list, case-folded."""
    return frozenset(words.casefold().split())


def cldr_phrases(tag: str) -> Iterator[str]:
    """Yield what CLDR calls territories, living languages, months and days in a language."""
    locale = locale_of(tag)
    if locale is None:
        return
    # CLDR names 650 languages, many of them like surnames (Ho, Bana): those with data of their own suffice.
    living = {identifier.split("_")[0] for identifier in locale_identifiers()}
    yield from folded(name for code, name in locale.languages.items() if code in living)
    yield from territory_names(tag)
    yield from calendar_words(tag, "months")
    yield from calendar_words(tag, "days")


def territory_names(tag: str) -> Iterator[str]:
    """Yield what CLDR calls countries, their parts and continents in a language."""
    locale = locale_of(tag)
    if locale is not None:
        yield from folded(locale.territories.values())


def calendar_words(tag: str, kind: str) -> Iterator[str]:
    """Yield CLDR's `months` or `days` of a language, in full and abbreviated."""
    locale = locale_of(tag)
    if locale is not None:
        calendar = getattr(locale, kind)["format"]
        yield from folded([*calendar["wide"].values(), *calendar["abbreviated"].values()])


def locale_of(tag: str) -> Locale | None:
    """Give what Babel knows of a language; None when it does not know it."""
    try:
        return Locale.parse(tag)
    except (UnknownLocaleError, ValueError):
        return None


def folded(names: Iterable[object]) -> Iterator[str]:
    """Case-fold names and drop the full stop of abbreviations."""
    return (str(name).casefold().rstrip(".") for name in names)
