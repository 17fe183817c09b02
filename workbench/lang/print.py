"""What print does in a language: marks with a space before them, words that rightly stand twice."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Print:
    """`spaced` are the marks that a space precedes, `doubled` the words that may follow themselves."""

    spaced: frozenset[str]
    doubled: frozenset[str]


@cache
def printed(language: str) -> Print:
    """Give the customs of a language (its first subtag)."""
    table = tomllib.loads(files("workbench.lang").joinpath("typography.toml").read_text(encoding="utf-8"))
    row = table.get(language, table["all"])
    return Print(frozenset(row["spaced"]), frozenset(row["doubled"].split()))
