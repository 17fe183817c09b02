"""Words that say before a noun how many of the things are meant, from `how_many.toml`."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class HowMany(NamedTuple):
    """What each word says (of "both" two kinds), and for each kind the words that cannot be true with it."""

    kinds: Mapping[str, frozenset[str]]
    apart: Mapping[str, frozenset[str]]
    words: frozenset[str]


@cache
def how_many(language: str) -> HowMany:
    """Give the words of a language (its first subtag); none without data."""
    text = files("workbench.lang").joinpath("how_many.toml").read_text(encoding="utf-8")
    known = tomllib.loads(text).get(language, {})
    rows = {kind: frozenset(words.split()) for kind, words in known.get("kinds", {}).items()}
    words = frozenset().union(*rows.values())
    kinds = {word: frozenset(kind for kind, row in rows.items() if word in row) for word in words}
    apart = {
        kind: frozenset().union(*(rows[other] for other in others.split()))
        for kind, others in known.get("apart", {}).items()
    }
    return HowMany(kinds, apart, words)
