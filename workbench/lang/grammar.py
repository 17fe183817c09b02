"""Words of grammar by kind ("prepositions"), by language: closed classes, in small letters."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def grammar_words(language: str) -> Mapping[str, frozenset[str]]:
    """Give the words of each kind of a language (its first subtag); none if unknown."""
    text = files("workbench.lang").joinpath("grammar.toml").read_text(encoding="utf-8")
    return {kind: frozenset(words.split()) for kind, words in tomllib.loads(text).get(language, {}).items()}
