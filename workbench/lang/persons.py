"""Pronouns by the person they stand for, by language."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def persons(language: str) -> Mapping[str, str]:
    """Give the person of each pronoun ("him": "he") of a language (its first subtag); none if unknown."""
    text = files("workbench.lang").joinpath("persons.toml").read_text(encoding="utf-8")
    groups = tomllib.loads(text).get(language, {})
    return {word: person for person, words in groups.items() for word in words.split()}
