"""Words that say nothing without the sentence before them, by language."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def hollow_words(language: str, kind: str = "words") -> frozenset[str]:
    """Give the base forms of a language's (its first subtag's) hollow words of a kind; none if unknown."""
    text = files("workbench.lang").joinpath("hollow.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text).get(language, {}).get(kind, "").split())
