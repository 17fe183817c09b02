"""The examples of each check: what it finds and what looks like it and is right.

Tests run on the same tables.
"""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

_LISTS = ("translation", "reference", "source", "found")
_PLAIN = ("fix", "severity", "language", "source_language")


@dataclass(frozen=True, slots=True)
class Example:
    """One example: texts of one pair, or lists of them for several pairs; `found` is what is marked.

    `found` is empty in what is right. `extra` holds what the check is told beside the texts.
    """

    translation: Sequence[str]
    reference: Sequence[str] = ()
    source: Sequence[str] = ()
    found: Sequence[str] = ()
    fix: str | None = None
    severity: str | None = None
    language: str = "en"
    source_language: str = "ko"
    extra: dict[str, Any] = field(default_factory=dict)


@cache
def examples(check: str) -> tuple[Example, ...]:
    """Give the examples of a check; `wrong` ones first."""
    text = files("workbench.checks").joinpath(f"examples/{check}.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    return tuple(example(row) for kind in ("wrong", "right") for row in table.get(kind, ()))


def example(row: dict[str, Any]) -> Example:
    """Read one example; a single text is a list of one."""
    known: dict[str, Any] = {key: row[key] for key in _PLAIN if key in row}
    known |= {key: [row[key]] if isinstance(row[key], str) else row[key] for key in _LISTS if key in row}
    return Example(**known, extra={key: value for key, value in row.items() if key not in known})
