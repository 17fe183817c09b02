"""Conjunctions that say one thing twice when both stand, by language."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Doubled:
    """A second conjunction that is one too many after a clause with any of the first ones."""

    first: Sequence[str]
    second: str
    not_after: frozenset[str]


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files("workbench.lang").joinpath("conjunctions.toml").read_text(encoding="utf-8"))


@cache
def adjacent_conjunctions(language: str) -> Sequence[tuple[str, str]]:
    """Give the pairs of conjunctions of a language that never stand side by side; none if unknown."""
    pairs = re.split(r"[;\n]", _table()["adjacent"].get(language, ""))
    found = (pair.partition(",") for pair in pairs if pair.strip())
    return tuple((first.strip(), second.strip()) for first, _comma, second in found)


@cache
def doubled_conjunctions(language: str) -> Sequence[Doubled]:
    """Give the conjunctions of a language (its first subtag) of which one is enough; none if unknown."""
    rows = _table().get(language, ())
    return tuple(Doubled(tuple(row["first"]), row["second"], frozenset(row["not_after"])) for row in rows)
