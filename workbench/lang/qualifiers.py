"""Words that say how far something holds, and what else says so, from `qualifiers.toml`."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def qualifiers(language: str) -> Mapping[str, frozenset[str]]:
    """Give for each such word all that says as much, the word itself among them; none without data."""
    text = files("workbench.lang").joinpath("qualifiers.toml").read_text(encoding="utf-8")
    rows = tomllib.loads(text).get(language, {}).get("rows", "").split("|")
    found: dict[str, frozenset[str]] = {}
    for words, _, others in (row.partition(":") for row in rows):
        said = frozenset((*words.split(), *others.split()))
        found.update(dict.fromkeys(words.split(), said))
    return found


@cache
def qualifying(language: str) -> frozenset[str]:
    """Give all such words, without which no text has any."""
    return frozenset(qualifiers(language))
