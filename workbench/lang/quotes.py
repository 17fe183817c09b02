"""Quotation marks by language."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Quotes:
    """The pairs a language uses, the usual one first; `inside`: a stop stands before the closing mark."""

    pairs: Sequence[str]
    inside: bool

    @property
    def closing(self) -> Mapping[str, str]:
        """Give the closing mark of each opening one."""
        return {pair[0]: pair[1] for pair in reversed(self.pairs)}


@cache
def quotes(language: str) -> Quotes:
    """Give the marks of a language (a BCP 47 tag: a region's own, else the language's, else common ones)."""
    table = tomllib.loads(files("workbench.lang").joinpath("quotes.toml").read_text(encoding="utf-8"))
    tag = language.replace("_", "-").casefold()
    row = table.get(tag) or table.get(tag.split("-")[0]) or table["all"]
    return Quotes(tuple(row["pairs"]), row.get("inside", False))
