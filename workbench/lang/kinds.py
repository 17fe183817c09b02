"""Words for things of one kind of which each excludes the others: a leg is no neck, a year no month."""

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from workbench.lang.remembered import remembered
from workbench.lang.wordnet import base_forms, spellings


@cache
def _table() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(files("workbench.lang").joinpath("kinds.toml").read_text(encoding="utf-8"))


@cache
def _lists() -> Mapping[str, frozenset[int]]:
    """Give the numbers of the lists that an English base form is in."""
    found: dict[str, set[int]] = defaultdict(set)
    for number, words in enumerate(_table()["en"]["things"].split("|")):
        for word in words.split():
            found[word].add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


@cache
def _measures() -> frozenset[str]:
    return frozenset(_table()["en"]["measured"].split())


@cache
def thing_forms() -> frozenset[str]:
    """Give the words of which some name things of a kind or units of time; no other English word does."""
    return spellings(_measures().union(_lists()))


@remembered
def kinds_of(word: str) -> frozenset[int]:
    """Give the kinds of things that an English noun, as it stands in a text, may name; by number."""
    return frozenset().union(*(_lists().get(base, frozenset()) for base in base_forms(word, "n")))


@remembered
def measure(word: str) -> str | None:
    """Give the unit of time that an English word names, in its base form."""
    return next((base for base in base_forms(word, "n") if base in _measures()), None)


def exclude(one: str, other: str) -> bool:
    """Tell whether two English nouns, as they stand in a text, name different things of one kind."""
    if kinds_of(one).isdisjoint(kinds_of(other)):
        return False
    return set(base_forms(one, "n")).isdisjoint(base_forms(other, "n"))
