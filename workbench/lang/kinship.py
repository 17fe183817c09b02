"""How near two English words are in meaning, and what is a kind of what, by Princeton's WordNet 3.0.

What WordNet has of a word is gathered once, of all it may be a form of; two words are then compared by sets
that have something in common or not. Texts bring new pairs of words for ever, but few new words.
"""

from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

from workbench.lang.remembered import remembered
from workbench.lang.wordnet import above, base_forms, meaning, number_of

_STEPS = 3  # from a kind up: typhoon, cyclone, windstorm, storm
_TO_PERSON = 6  # from a father


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


@remembered
def senses_of(word: str) -> Senses:
    """Give what is known of a word as it stands in a text."""
    return _senses(base_forms(word))


def _senses(bases: Sequence[str]) -> Senses:
    known = [found for base in bases if (found := meaning(base)) is not None]
    own = frozenset[int]().union(*(each.own for each in known))
    near = frozenset[int]().union(*(each.near for each in known))
    return Senses(frozenset(bases), own, near, own | near)


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


def are_kin(one: str, other: str) -> bool:
    """Tell whether two words are kin, or one names a kind of what the other names."""
    mine, yours = senses_of(one), senses_of(other)
    return not (
        mine.bases.isdisjoint(yours.bases)
        and mine.around.isdisjoint(yours.around)
        and _kinds(one).isdisjoint(yours.own)
        and _kinds(other).isdisjoint(mine.own)
    )


def is_kind_of(one: str, other: str) -> bool:
    """Tell whether one word names a kind of what the other names, a few steps above it: typhoon, storm."""
    return not _kinds(one).isdisjoint(senses_of(other).own)


@remembered
def is_person(word: str) -> bool:
    """Tell whether a word names a kind of person: inspector, father."""
    return not above(senses_of(word).own, _TO_PERSON).isdisjoint(senses_of("person").own)


@remembered
def _kinds(word: str) -> frozenset[int]:
    return above(senses_of(word).own, _STEPS)


def share_kind(one: str, other: str) -> bool:
    """Tell whether two nouns name things of one kind, at most a few steps above either: envoy, reporter."""
    return not _kinds_of_noun(one).isdisjoint(_kinds_of_noun(other))


@remembered
def _kinds_of_noun(noun: str) -> frozenset[int]:
    own = _senses(base_forms(noun, "n")).own
    return own | above(own, _STEPS)


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
