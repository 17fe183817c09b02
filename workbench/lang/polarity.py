"""Words that deny what a sentence says, by language."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def negations(language: str) -> frozenset[str]:
    """Give the words of denial of a language (its first subtag), in small letters; none if unknown."""
    text = files("workbench.lang").joinpath("polarity.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text).get(language, "").split())
