"""Conjunctions that say one thing twice when both stand, by language."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Doubled:
    """A second conjunction that is one too many after a clause with any of the first ones."""

    first: Sequence[str]
    second: str
    not_after: frozenset[str]


@cache
def doubled_conjunctions(language: str) -> Sequence[Doubled]:
    """Give the conjunctions of a language (its first subtag) of which one is enough; none if unknown."""
    text = files("workbench.lang").joinpath("conjunctions.toml").read_text(encoding="utf-8")
    rows = tomllib.loads(text).get(language, ())
    return tuple(Doubled(tuple(row["first"]), row["second"], frozenset(row["not_after"])) for row in rows)
