"""What print does in a language: marks with a space before them or in numbers, words that may stand twice."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Print:
    """`spaced` are the marks that a space precedes, `doubled` the words that may follow themselves.

    `free` says that the marks in numbers differ by country.
    """

    spaced: frozenset[str]
    doubled: frozenset[str]
    free: bool


@cache
def printed(language: str) -> Print:
    """Give the customs of a language (its first subtag)."""
    table = tomllib.loads(files("workbench.lang").joinpath("typography.toml").read_text(encoding="utf-8"))
    row = table.get(language, table["all"])
    return Print(frozenset(row["spaced"]), frozenset(row["doubled"].split()), row.get("free", False))
