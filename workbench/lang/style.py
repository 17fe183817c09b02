"""What a house style decides: forms that say the same, titles, spellings; from `style.toml`."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

_LETTERS = re.compile(r"[^\W\d_]+")


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
def choice_of(language: str) -> Mapping[str, Forms]:
    """Give what each form is one of."""
    return {form: choice for choice in choices(language) for form in choice.forms}


@cache
def forms_by_word(language: str) -> Mapping[str, tuple[tuple[str, frozenset[str]], ...]]:
    """Give the forms, each with its words in small letters, by the longest of these."""
    found: dict[str, tuple[tuple[str, frozenset[str]], ...]] = {}
    for form in choice_of(language):
        words = _LETTERS.findall(form.lower())
        longest = max(words, key=len)
        found[longest] = (*found.get(longest, ()), (form, frozenset(words)))
    return found


def forms_among(language: str, words: frozenset[str]) -> frozenset[str]:
    """Give the forms of which a text, given by its words in small letters, has every word."""
    known = forms_by_word(language)
    longest = known.keys() & words
    return frozenset(form for word in longest for form, needed in known[word] if needed <= words)


@lru_cache(maxsize=1 << 12)
def form_pattern(named: frozenset[str]) -> re.Pattern[str]:
    """Give what finds some forms; the longest first."""
    forms = sorted(named, key=lambda form: (-len(form), form))
    ways = "|".join(re.escape(form) + (r"(?![\w])" if form[-1].isalpha() else "") for form in forms)
    return re.compile(rf"(?<![\w.-])(?:{ways})")


@cache
def longer_titles(language: str) -> frozenset[str]:
    """Give the words before which a title is part of a longer one: Secretary General."""
    return frozenset(_table().get(language, {}).get("longer_titles", "").split())


@cache
def offices(language: str) -> frozenset[str]:
    """Give the offices that are written with a capital in one house and without in another."""
    return frozenset(_table().get(language, {}).get("offices", ()))


@dataclass(frozen=True, slots=True)
class Currency:
    """A sign before sums and a word behind them; `pattern` finds `amount` behind, or `before` it."""

    sign: str
    word: str
    pattern: re.Pattern[str]


@cache
def currencies(language: str) -> Sequence[Currency]:
    """Give the currencies of a language that have a sign and a word."""
    rows = [row.split("|") for row in _table().get(language, {}).get("currencies", ())]
    return tuple(Currency(sign, word, currency_pattern(sign, word)) for sign, word in rows)


def currency_pattern(sign: str, word: str) -> re.Pattern[str]:
    """Make what finds sums of one currency."""
    amount = r"\d+(?:[.,]\d+)*(?: (?:thousand|million|billion|trillion))?"
    return re.compile(
        rf"(?<!\w){re.escape(sign)}(?P<amount>{amount})(?![\w-])"
        rf"|(?<![\w.,$€£-])(?P<before>{amount}) (?:U\.S\. |US )?{word}\b"
    )


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit's short form and names; a text without any of `words` has none of them."""

    short: str
    one: str
    many: str
    words: frozenset[str]
    pattern: re.Pattern[str]


@cache
def measures(language: str) -> Sequence[Measure]:
    """Give the units of a language that have a short form."""
    return tuple(measure(*row.split("|")) for row in _table().get(language, {}).get("measures", ()))


@cache
def words_of_measures(language: str) -> frozenset[str]:
    """Give the words of which a text must have one to have any of the units."""
    return frozenset().union(*(unit.words for unit in measures(language)))


def measure(short: str, one: str, many: str, *others: str) -> Measure:
    """Make a unit; one letter needs a space before it: 40m is forty million."""
    space = " ?" if len(short) > 1 else " "
    pattern = (
        rf"(?<![\w.,$€£-])(?P<amount>\d+(?:[.,]\d+)*)"
        rf"(?:{space}(?P<short>{short})(?![\w/²³’'-])| (?:{'|'.join((one, many, *others))})\b)"
    )
    words = {_LETTERS.findall(form.lower())[-1] for form in (short, one, many, *others)}
    return Measure(short, one, many, frozenset(words), re.compile(pattern))


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
