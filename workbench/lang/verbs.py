"""Forms of verbs that spelling does not tell, by language."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def verb_forms(language: str) -> Mapping[str, frozenset[str]]:
    """Give the words of each kind ("finite") of a language (its first subtag); none if unknown."""
    text = files("workbench.lang").joinpath("verbs.toml").read_text(encoding="utf-8")
    return {kind: frozenset(words.split()) for kind, words in tomllib.loads(text).get(language, {}).items()}
