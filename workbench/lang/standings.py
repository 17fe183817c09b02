"""How far a deed is by the words before its verb, and how sure somebody is of it, from `standings.toml`."""

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from workbench.lang.remembered import remembered
from workbench.lang.wordnet import base_forms

_KNOWN_WORDS = 1 << 16  # how many words' lookups are kept
# A wording is sought by none of these, but where it has no other word.
_COMMON = frozenset(
    ["be", "have", "not", "no", "the", "is", "are", "was", "were", "at", "in", "of", "on", "from", "to"]
)
_ENDINGS = ("", "s", "es", "d", "ed", "ing")
_SEVERAL = frozenset(["will", "may"])  # with a capital they are a man's name and a month


class Standing(StrEnum):
    """How far a deed is."""

    DONE = "done"
    PLANNED = "planned"
    TRIED = "tried"
    NEARLY = "nearly"
    CONTINUED = "continued"
    BEGUN = "begun"
    ENDED = "ended"
    MUST = "must"
    MAY = "may"
    MUST_NOT = "must_not"
    NEED_NOT = "need_not"
    CONDITIONAL = "conditional"
    POSSIBLE = "possible"
    CERTAIN = "certain"


class Shape(StrEnum):
    """What form of a verb stands behind a wording, where nothing stands between them."""

    BASE = "base"
    PARTICIPLE = "participle"
    PAST = "past"
    ING = "ing"


class Wording(NamedTuple):
    """Words before a verb that say how far its deed is; `key` is the place of the one it is sought by."""

    standing: Standing
    shape: Shape
    words: tuple[str, ...]
    key: int


@cache
def _table() -> Mapping[str, Mapping[str, str]]:
    text = files("workbench.lang").joinpath("standings.toml").read_text(encoding="utf-8")
    table: Mapping[str, Mapping[str, str]] = tomllib.loads(text)["en"]
    return table


@cache
def _wordings() -> Mapping[str, tuple[Wording, ...]]:
    found: dict[str, list[Wording]] = defaultdict(list)
    for shape in Shape:
        for name, listed in _table()[shape].items():
            for words in (tuple(each.split()) for each in listed.split(",")):
                key = key_of(words)
                found[words[key]].append(Wording(Standing(name), shape, words, key))
    return {key: tuple(sorted(each, key=lambda one: -len(one.words))) for key, each in found.items()}


def key_of(words: tuple[str, ...]) -> int:
    """Give the place of the word that a wording is sought by: a rare one, but no "said" of "said to have"."""
    if words[-2:] == ("to", "have"):
        return len(words) - 1
    return next((at for at, word in enumerate(words) if word not in _COMMON), max(0, len(words) - 2))


@lru_cache(maxsize=_KNOWN_WORDS)
def wordings_of(word: str, *, is_capital: bool, behind_to: bool) -> tuple[Wording, ...]:
    """Give the wordings that an English word, as it stands in a text, may be the key of; long ones first.

    `behind_to`: the word before it is "to", without which it is not the key of "said to have".
    """
    if is_capital and word in _SEVERAL:
        return ()
    bases = dict.fromkeys((word, *base_forms(word)))
    found = (wording for base in bases for wording in _wordings().get(base, ()))
    return tuple(one for one in found if behind_to or one.words[one.key - 1 : one.key] != ("to",))


@cache
def markers() -> frozenset[str]:
    """Give the forms of the words that wordings are sought by, without which no side has any."""
    keys = frozenset(key.partition("'")[0] for key in _wordings())
    return forms_of(keys) - standing_words("beside") - _COMMON


@cache
def rare_pairs() -> tuple[str, ...]:
    """Give the two words of which a side has some where it has a wording that no marker tells of."""
    return tuple(f" {pair.replace('_', ' ')} " for pair in sorted(standing_words("pairs")))


def forms_of(words: frozenset[str]) -> frozenset[str]:
    """Give the forms of some words and, of what the rules do not make, those of the file."""
    stems = (
        words | {word.removesuffix("e") for word in words} | {w[:-1] + "i" for w in words if w.endswith("y")}
    )
    return standing_words("irregular") | {stem + ending for stem in stems for ending in _ENDINGS}


@cache
def sayings(standing: Standing) -> frozenset[str]:
    """Give the words of which any may say a standing, in base forms."""
    return frozenset(_table()["anywhere"].get(standing, "").split())


@cache
def standing_words(kind: str) -> frozenset[str]:
    """Give the words of a kind ("decrees")."""
    return frozenset(_table()["words"][kind].split())


@cache
def _attitudes() -> Mapping[str, str]:
    return {word: name for name, words in _table()["attitudes"].items() for word in words.split()}


@cache
def attitude_forms() -> frozenset[str]:
    """Give the forms of the words of attitudes, without which no side has any."""
    return forms_of(frozenset(_attitudes())) - standing_words("irregular") | {"thought"}


@remembered
def attitude(word: str) -> str:
    """Give how an English word, as it stands in a text, thinks of something ("hoped"); "" if in no way."""
    return next((found for base in (word, *base_forms(word)) if (found := _attitudes().get(base))), "")
