"""How languages deny and what is the opposite of what, from `denial.toml` and, for English, from WordNet."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import groupby
from typing import Any

from workbench.lang.kinship import are_opposites
from workbench.lang.remembered import remembered
from workbench.lang.wordnet import base_forms, meaning, parts_of_speech

_EDGE = r"\b"
_TELLING = 3  # letters: "do" of "do little to" is in every text
_SHORTEST = 4  # letters behind a prefix that make a word: un-able, not un-it


@dataclass(frozen=True, slots=True)
class Denial:
    """What is known of a language; a pattern is None where nothing is. Explained in the file."""

    negators: frozenset[str]
    phrases: re.Pattern[str] | None
    affirmed: re.Pattern[str] | None
    double: re.Pattern[str] | None
    keeping: re.Pattern[str] | None
    more: re.Pattern[str] | None
    turned: frozenset[str]
    apart: frozenset[str]
    everyone: re.Pattern[str] | None
    nobody: re.Pattern[str] | None
    quantifiers: frozenset[str]
    excuses: frozenset[str]
    light: frozenset[str]
    comparing: frozenset[str]
    utmost: frozenset[str]
    prefixes: tuple[str, ...]
    partial: re.Pattern[str] | None
    total: re.Pattern[str] | None
    signs: re.Pattern[str] | None
    slight: frozenset[str]
    small: re.Pattern[str] | None
    great: re.Pattern[str] | None


@cache
def denial(language: str) -> Denial:
    """Give what is known of a language (its first subtag)."""
    own = table().get(language, {})
    opposites = own.get("opposites", {})
    return Denial(
        negators=frozenset(own.get("negators", "").split()),
        phrases=either(own.get("phrases", ()), literal=True),
        partial=either(own.get("partial", ())),
        total=either(own.get("total", ())),
        affirmed=either(own.get("affirmed", ())),
        keeping=either(own.get("keeping", ())),
        double=either(own.get("double", ()), literal=True),
        more=either(own.get("more", ())),
        turned=frozenset(own.get("turned", "").split()),
        apart=frozenset(own.get("apart", "").split()),
        everyone=either(own.get("everyone", ())),
        nobody=either(own.get("nobody", ())),
        quantifiers=frozenset(own.get("quantifiers", "").split()),
        excuses=frozenset(own.get("excuses", "").split()),
        light=frozenset(own.get("light", "").split()),
        comparing=frozenset(own.get("comparing", "").split()),
        utmost=frozenset(own.get("utmost", "").split()),
        prefixes=tuple(own.get("prefixes", "").split()),
        signs=re.compile(own["signs"], re.IGNORECASE) if "signs" in own else None,
        slight=frozenset(opposites.get("slight", "").split()),
        small=either(opposites.get("small", ())),
        great=either(opposites.get("great", ())),
    )


@cache
def table() -> dict[str, Any]:
    """Read the file."""
    return tomllib.loads(files("workbench.lang").joinpath("denial.toml").read_text(encoding="utf-8"))


def either(listed: Sequence[str], *, literal: bool = False) -> re.Pattern[str] | None:
    """Make one pattern of several; a literal one has words, and * for any ending.

    Where several in a row begin at the edge of a word, it is looked for once.
    """
    if not listed:
        return None
    parts = listed
    if literal:
        parts = [rf"\b{re.escape(part)}\b".replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for part in listed]
    runs = groupby(parts, key=lambda part: _EDGE if part.startswith(_EDGE) else "")
    grouped = (edge + _any_of(part.removeprefix(edge) for part in run) for edge, run in runs)
    return re.compile("|".join(grouped), re.IGNORECASE)


def _any_of(parts: Iterable[str]) -> str:
    return "(?:" + "|".join(f"(?:{part})" for part in parts) + ")"


@cache
def listed_opposites(
    language: str, kinds: Sequence[str] = ("verbs", "others")
) -> Mapping[str, frozenset[str]]:
    """Give for each word of the file's lists, or of some, those it is the opposite of; base forms."""
    found: dict[str, set[str]] = defaultdict(set)
    groups = table().get(language, {}).get("opposites", {})
    for row in (row for kind in kinds for row in groups.get(kind, "").split("|")):
        left, _, right = (side.split() for side in row.partition(":"))
        for one, other in ((one, other) for one in left for other in right):
            found[one].add(other)
            found[other].add(one)
    return {word: frozenset(others) for word, others in found.items()}


def are_listed(one: str, other: str) -> bool:
    """Tell whether the file's lists oppose two words, as they stand in a text: few words are in any."""
    against = listed_against(one)
    return bool(against) and not against.isdisjoint(base_forms(other))


def are_listed_verbs(one: str, other: str) -> bool:
    """Tell whether the file's list of verbs opposes two words, as they stand in a text."""
    return not _against(one, listed_opposites("en", ("verbs",))).isdisjoint(base_forms(other))


@remembered
def listed_against(word: str) -> frozenset[str]:
    """Give what the lists oppose to a word as it stands in a text; base forms."""
    return _against(word, listed_opposites("en"))


def _against(word: str, listed: Mapping[str, frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*(listed.get(base, ()) for base in base_forms(word)))


def opposed(one: str, other: str) -> bool:
    """Tell whether two English words, as they stand in a text, say the opposite of each other.

    By the file or by WordNet. What only is a synonym of an opposite was wrong each time: long, poor.
    """
    if are_listed(one, other):
        return True
    return are_opposites(one, other) and not (_is_light(one) or _is_light(other))


@remembered
def _is_light(word: str) -> bool:
    """Tell whether a word may be a verb that says little by itself: do, have, get."""
    return not denial("en").light.isdisjoint(base_forms(word, "v"))


@remembered
def has_opposite(word: str) -> bool:
    """Tell whether an English word, as it stands in a text, is the opposite of any."""
    return bool(listed_against(word)) or any(
        known and known.opposites for known in map(meaning, base_forms(word))
    )


@cache
def _firsts(language: str) -> Sequence[tuple[str, Sequence[str]]]:
    """Give the phrases that deny with their first words of weight."""
    phrases = [phrase.split() for phrase in table().get(language, {}).get("phrases", ())]
    return [(next(word for word in words if len(word) >= _TELLING), words) for words in phrases]


@cache
def first_words_of_denials(language: str) -> frozenset[str]:
    """Give the first words of weight of the phrases that deny, but those with any ending: refus*.

    Of these none is a word of grammar.
    """
    return frozenset(first for first, _words in _firsts(language) if not first.endswith("*"))


@cache
def rests_of_denials(language: str) -> Callable[[str], tuple[frozenset[str], ...]]:
    """Give what looks up the phrases that deny by their first word of weight: the other words of each.

    A text that has none of these whole has no such phrase.
    """
    known = [
        (
            first.rstrip("*"),
            first.endswith("*"),
            frozenset(word for word in words if "*" not in word) - {first},
        )
        for first, words in _firsts(language)
    ]

    def rests(word: str) -> tuple[frozenset[str], ...]:
        return tuple(
            rest for first, goes_on, rest in known if word == first or (goes_on and word.startswith(first))
        )

    return remembered(rests)


def denies(word: str, negators: frozenset[str]) -> bool:
    """Tell whether a word denies what follows."""
    return word in negators or word.endswith("n't")


@lru_cache(maxsize=1 << 16)
def has_prefix(word: str, prefixes: tuple[str, ...]) -> bool:
    """Tell whether a word carries its denial within: unlucky, careless; not understand, impact, income."""
    if word.endswith("less"):
        return len(word) >= _SHORTEST + len("less")
    return any(denied_by(prefix, word[len(prefix) :], word) for prefix in prefixes if word.startswith(prefix))


def denied_by(prefix: str, rest: str, word: str) -> bool:
    """Tell whether a prefix denies the rest of a word: that is a word, and for most prefixes its opposite."""
    _noun, verb, adjective, _adverb = parts_of_speech(rest)
    return len(rest) >= _SHORTEST and ((prefix == "un" and verb + adjective > 0) or are_opposites(word, rest))


@cache
def scope(language: str, kind: str) -> frozenset[str]:
    """Give a list of words about how far a denial reaches; none without data."""
    return frozenset(table().get(language, {}).get("scope", {}).get(kind, "").split())


@cache
def telling_words(language: str) -> frozenset[str]:
    """Give the words that deny, that deny by half, and that say something of all, of none or of more."""
    known = denial(language)
    return known.negators | known.quantifiers | scope(language, "half") | scope(language, "more")
