"""Who does what to whom in verbs, and in nouns of deeds, by language, from `roles.toml`."""

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from workbench.lang.remembered import remembered
from workbench.lang.wordnet import base_forms, spellings

_KNOWN_WORDS = 1 << 16  # how many words' lookups are kept


@dataclass(frozen=True, slots=True)
class Place:
    """A verb's place in a family of verbs that tell of one deed.

    `suffers`: its subject is the one it is done to. `behind`: what the other party stands behind ("from").
    """

    family: int
    suffers: bool
    behind: str


@cache
def _table() -> Mapping[str, Any]:
    text = files("workbench.lang").joinpath("roles.toml").read_text(encoding="utf-8")
    words: Mapping[str, Any] = tomllib.loads(text)["en"]
    return words


@cache
def role_words(kind: str) -> frozenset[str]:
    """Give the words of a kind ("means")."""
    return frozenset(_table()[kind].split())


@cache
def role_forms(kind: str) -> frozenset[str]:
    """Give the words of which some are of a kind, as they stand in a text; no other word is."""
    return spellings(role_words(kind))


@cache
def _places() -> Mapping[str, tuple[Place, ...]]:
    found: dict[str, list[Place]] = defaultdict(list)
    for number, family in enumerate(_table()["families"]):
        for suffers, verbs in enumerate(family.split("|")):
            for verb in verbs.split():
                base, _colon, behind = verb.partition(":")
                found[base].append(Place(number, bool(suffers), behind))
    return {base: tuple(places) for base, places in found.items()}


@cache
def family_words() -> frozenset[str]:
    """Give the verbs that are of families, in base forms."""
    return frozenset(_places())


@cache
def nouns_of_deeds() -> frozenset[str]:
    """Give the nouns of deeds, in base forms."""
    return frozenset(_deeds())


@cache
def _deeds() -> Mapping[str, str]:
    return dict(pair.split("/") for pair in _table()["nouns"].split())


@remembered
def places_of(verb: str) -> tuple[Place, ...]:
    """Give the places of an English verb, as it stands in a text."""
    return tuple(place for base in base_forms(verb, "v") for place in _places().get(base, ()))


@remembered
def deed_of(noun: str) -> str | None:
    """Give the verb of a noun of a deed, as it stands in a text: notify for notice."""
    return next((_deeds()[base] for base in base_forms(noun, "n") if base in _deeds()), None)


@lru_cache(maxsize=_KNOWN_WORDS)
def is_one_of(kind: str, verb: str) -> bool:
    """Tell whether an English verb, as it stands in a text, is of a kind."""
    return not role_words(kind).isdisjoint(base_forms(verb, "v"))
