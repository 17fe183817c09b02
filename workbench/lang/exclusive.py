"""Wordings of which only one can be true, by language: no longer and still, twice and three times."""

import tomllib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from workbench.lang.grammar import grammar_words
from workbench.lang.wordnet import forms_of


class Wording(NamedTuple):
    """What says one member of a group, word by word in base forms; groups and members by number.

    `key` is the index of the word that it is looked up by: the longest, which is the rarest.
    """

    words: tuple[str, ...]
    group: int
    member: int
    key: int


class Sign(NamedTuple):
    """What a wording's rarest word tells: its group and member, and the forms of each of its other words."""

    group: int
    member: int
    others: tuple[frozenset[str], ...]


@cache
def exclusive_signs(language: str) -> Mapping[str, Sequence[Sign]]:
    """Give for all forms of the wordings' rarest words what they are a sign of; none without data."""
    grammar = frozenset[str]().union(*grammar_words(language).values())
    found: dict[str, list[Sign]] = defaultdict(list)
    for wording in (each for listed in exclusive_wordings(language).values() for each in listed):
        rarest = max(wording.words, key=lambda word: (word not in grammar, len(word)))
        others = tuple(frozenset(forms_of(word)) for word in wording.words if word != rarest)
        for form in frozenset(forms_of(rarest)):
            found[form].append(Sign(wording.group, wording.member, others))
    return found


@cache
def exclusive_wordings(language: str) -> Mapping[str, Sequence[Wording]]:
    """Give the wordings by the word they are looked up by, the longest first; none without data."""
    text = files("workbench.lang").joinpath("exclusive.toml").read_text(encoding="utf-8")
    groups = tomllib.loads(text).get(language, {}).get("groups", "").strip().split("\n")
    found: dict[str, list[Wording]] = defaultdict(list)
    for number, group in enumerate(groups):
        for member, wordings in enumerate(group.split(":")):
            for words in (tuple(wording.split()) for wording in wordings.split(",")):
                key = max(range(len(words)), key=lambda at: len(words[at]))
                found[words[key]].append(Wording(words, number, member, key))
    return {key: sorted(each, key=lambda one: -len(one.words)) for key, each in found.items()}
