"""Words that say that nothing else is meant, or something else as well, from `focus.toml`."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Focus(NamedTuple):
    """The kind of each of the words, and for each kind all that may say so."""

    kinds: Mapping[str, str]
    sayings: Mapping[str, frozenset[str]]
    words: frozenset[str]


@cache
def focus(language: str) -> Focus:
    """Give the words of a language (its first subtag); none without data."""
    text = files("workbench.lang").joinpath("focus.toml").read_text(encoding="utf-8")
    known = tomllib.loads(text).get(language, {})
    kinds = {word: kind for kind, words in known.get("words", {}).items() for word in words.split()}
    sayings = {kind: frozenset(words.split()) for kind, words in known.get("others", {}).items()}
    return Focus(kinds, sayings, frozenset(kinds))
