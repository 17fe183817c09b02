"""How near two English words are in meaning, and what is a kind of what, by Princeton's WordNet 3.0.

What WordNet has of a word is gathered once, of all it may be a form of; two words are then compared by sets
that have something in common or not. Texts bring new pairs of words for ever, but few new words.
"""

from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from workbench.lang.remembered import remembered
from workbench.lang.wordnet import above, base_forms, meaning, number_of

_KNOWN_WORDS = 1 << 16  # how many words, or pairs of words, are kept: more than the vocabulary of a novel


class Kin(IntEnum):
    """How near two words are: the larger, the nearer."""

    NONE = 0
    COUSINS = 1
    NEAR = 2
    SYNONYMS = 3
    SAME = 4


class Senses(NamedTuple):
    """What WordNet has of a word: its base forms, their sets of synonyms, those one step away, and both."""

    bases: frozenset[str]
    own: frozenset[int]
    near: frozenset[int]
    around: frozenset[int]


@lru_cache(maxsize=_KNOWN_WORDS)
def senses_of(word: str, parts: str = "nvar") -> Senses:
    """Give what is known of a word as it stands in a text, of some parts of speech."""
    bases = base_forms(word, parts)
    known = [found for base in bases if (found := meaning(base)) is not None]
    own = frozenset[int]().union(*(each.own for each in known))
    near = frozenset[int]().union(*(each.near for each in known))
    return Senses(frozenset(bases), own, near, own | near)


@lru_cache(maxsize=_KNOWN_WORDS)
def kinship(one: str, other: str) -> Kin:
    """Tell how near two words are, as they stand in a text."""
    mine, yours = senses_of(one), senses_of(other)
    if one == other or not mine.bases.isdisjoint(yours.bases):
        return Kin.SAME
    if mine.around.isdisjoint(yours.around):
        return Kin.NONE
    if not mine.own.isdisjoint(yours.own):
        return Kin.SYNONYMS
    is_near = not mine.own.isdisjoint(yours.near) or not mine.near.isdisjoint(yours.own)
    return Kin.NEAR if is_near else Kin.COUSINS


def is_kind_of(one: str, other: str, steps: int = 3) -> bool:
    """Tell whether one word names a kind of what the other names, so many steps above it: typhoon, storm."""
    return not _kinds(one, steps).isdisjoint(senses_of(other).own)


@lru_cache(maxsize=_KNOWN_WORDS)
def _kinds(word: str, steps: int) -> frozenset[int]:
    return above(senses_of(word).own, steps)


def share_kind(one: str, other: str, steps: int = 3) -> bool:
    """Tell whether two nouns name things of one kind, at most so many steps above either: envoy, reporter."""
    return not _kinds_of_noun(one, steps).isdisjoint(_kinds_of_noun(other, steps))


@lru_cache(maxsize=_KNOWN_WORDS)
def _kinds_of_noun(noun: str, steps: int) -> frozenset[int]:
    own = senses_of(noun, "n").own
    return own | above(own, steps)


def are_opposites(one: str, other: str) -> bool:
    """Tell whether two words, as they stand in a text, are opposites: rise and fall, first and last."""
    return not opposites_of(one).isdisjoint(numbers_of(other))


@remembered
def opposites_of(word: str) -> frozenset[int]:
    """Give the numbers of the base forms that are opposites of a word as it stands in a text."""
    known = [found for base in base_forms(word) if (found := meaning(base)) is not None]
    return frozenset[int]().union(*(each.opposites for each in known))


@remembered
def numbers_of(word: str) -> frozenset[int]:
    """Give the numbers of the base forms of a word as it stands in a text."""
    return frozenset(found for base in base_forms(word) if (found := number_of(base)) is not None)
