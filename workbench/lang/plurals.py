"""Nouns whose plural says something else than several, by language."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def apart(language: str) -> frozenset[str]:
    """Give the base forms of such nouns of a language (its first subtag); none if unknown."""
    text = files("workbench.lang").joinpath("plurals.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text).get(language, {}).get("apart", "").split())
