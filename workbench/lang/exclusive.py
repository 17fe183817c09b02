"""Wordings of which only one can be true, by language: no longer and still, twice and three times."""

import tomllib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Wording(NamedTuple):
    """What says one member of a group, word by word in base forms; groups and members by number.

    `key` is the index of the word that it is looked up by: the longest, which is the rarest.
    """

    words: tuple[str, ...]
    group: int
    member: int
    key: int


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
