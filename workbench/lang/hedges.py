"""How a text says that something is not sure, by language."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Hedges(NamedTuple):
    """Modals that doubt, all words that may stand for one of them, words that leave open what follows.

    All in small letters.
    """

    modals: frozenset[str]
    others: frozenset[str]
    open: frozenset[str]


@cache
def hedges(language: str) -> Hedges:
    """Give the hedges of a language (its first subtag); none without data."""
    text = files("workbench.lang").joinpath("hedges.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text).get(language, {})
    return Hedges(*(frozenset(table.get(kind, "").split()) for kind in Hedges._fields))
