"""Stock phrases of machine translation, and verbs that rightly have an object of their own stem."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Stock:
    """One phrase: what finds it, what it comes from, what to write.

    `write` is a template with groups; None where that depends on the sentence.
    """

    pattern: "re.Pattern[str]"
    origin: str
    write: str | None


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files("workbench.lang").joinpath("translationese.toml").read_text(encoding="utf-8"))


@cache
def stock_phrases(language: str) -> Sequence[Stock]:
    """Give the phrases of a language (its first subtag); none if unknown."""
    rows = _table().get(language, ())
    return tuple(Stock(bounded(row["find"]), row["from"], row.get("write")) for row in rows)


@cache
def any_stock(language: str) -> "re.Pattern[str] | None":
    """Give what finds any of the phrases at once; None if there are none."""
    rows = _table().get(language, ())
    groups = "|".join(re.sub(r"(?<!\\)\((?!\?)", "(?:", row["find"]) for row in rows)
    return re.compile(rf"(?:\b|(?<=\W))(?:{groups})", re.IGNORECASE) if rows else None


def bounded(find: str) -> "re.Pattern[str]":
    """Make a pattern of whole words."""
    return re.compile(rf"(?<!\w){find}(?!\w)" if find[-1].isalpha() else rf"(?<!\w){find}", re.IGNORECASE)


@cache
def cognates(language: str) -> frozenset[str]:
    """Give the words that may stand as verb and object side by side: sing a song."""
    return frozenset(_table()["cognates"].get(language, "").split())
