"""What verbs make of the deed that a noun names, by language, from `courses.toml`."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from workbench.lang.standings import forms_of
from workbench.lang.wordnet import spellings


class Courses(NamedTuple):
    """The kind of each verb, word by word in base forms, and the pairs of kinds that cannot both be true.

    `first` has the first words of the verbs, `forms` all of their forms, `spelled` whatever may be read as
    one, `passed` what may stand between a noun and its verb.
    """

    verbs: Mapping[tuple[str, ...], str]
    apart: frozenset[frozenset[str]]
    first: frozenset[str]
    forms: frozenset[str]
    spelled: frozenset[str]
    passed: frozenset[str]


@cache
def courses(language: str) -> Courses:
    """Give the verbs of a language (its first subtag); none without data."""
    text = files("workbench.lang").joinpath("courses.toml").read_text(encoding="utf-8")
    known = tomllib.loads(text).get(language, {})
    listed = known.get("verbs", {})
    verbs = {tuple(verb.split("_")): kind for kind, row in listed.items() for verb in row.split()}
    apart = frozenset(frozenset(pair.split()) for pair in known.get("apart", "").split(","))
    first = frozenset(verb[0] for verb in verbs)
    irregular, passed = (frozenset(known.get(name, "").split()) for name in ("irregular", "passed"))
    return Courses(verbs, apart, first, forms_of(first) | irregular, spellings(first), passed)
