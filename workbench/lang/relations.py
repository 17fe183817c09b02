"""Words that relate what stands behind them to the rest of the sentence: rather than, because of, until."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import product
from typing import Any, NamedTuple

_SPLIT = re.compile(r"\n|(?<=\w),\s")
_WORDS = ("ordered", "denying", "choices", "wishes", "getting", "ends", "adverbs")
Pairs = frozenset[frozenset[str]]


class Marker(NamedTuple):
    """What relates: its words, those after a stretch of any words, what is behind it.

    `key` is the index of the word that it is looked up by. `after_mark` says whether a comma or dash is
    before it, `acts` whether it is a verb that must be active. `needs` are all its words.
    """

    words: tuple[str, ...]
    second: tuple[str, ...]
    behind: str
    after_mark: bool = False
    acts: bool = False
    key: int = 0
    needs: frozenset[str] = frozenset()


class Relations(NamedTuple):
    """What the file says: markers by their keys, the longest first, the keys, words that compare, relations.

    `facing` has for each relation those that make a fault of it on the other side: itself, where its sides
    may not be exchanged, and what excludes it.
    """

    markers: Mapping[str, Sequence[Marker]]
    keys: frozenset[str]
    comparing: Mapping[str, str]
    facing: Mapping[str, frozenset[str]]
    exclusive: Pairs
    same: Pairs
    ordered: frozenset[str]
    denying: frozenset[str]
    choices: frozenset[str]
    wishes: frozenset[str]
    getting: frozenset[str]
    ends: frozenset[str]
    adverbs: frozenset[str]


@cache
def relations(language: str) -> Relations:
    """Give what is known of a language; nothing without data."""
    text = files("workbench.lang").joinpath("relations.toml").read_text(encoding="utf-8")
    known = tomllib.loads(text).get(language, {})
    words = {key: frozenset(known.get(key, "").split()) for key in _WORDS}
    comparing = {
        word: behind for behind, listed in known.get("comparing", {}).items() for word in listed.split()
    }
    exclusive = pairs(known, "exclusive")
    labels = {*known.get("behind", {}), *known.get("acting", {}), *comparing.values()}
    facing = {label: each_other(label, exclusive) | ({label} & words["ordered"]) for label in labels}
    found = keyed(known)
    return Relations(found, frozenset(found), comparing, facing, exclusive, pairs(known, "same"), **words)


def keyed(known: Mapping[str, Any]) -> Mapping[str, Sequence[Marker]]:
    """Give the markers of a language by their keys: the longest word that is not common."""
    common = known.get("common", "").split()
    found: dict[str, list[Marker]] = defaultdict(list)
    for each in (*markers(known.get("behind", {})), *verbs(known.get("acting", {}))):
        key = max(range(len(each.words)), key=lambda at: (each.words[at] not in common, len(each.words[at])))
        found[each.words[key]].append(each._replace(key=key, needs=frozenset(each.words + each.second)))
    for listed in found.values():
        listed.sort(key=lambda one: -len(one.words + one.second))
    return found


def each_other(label: str, exclusive: Pairs) -> frozenset[str]:
    """Give what a relation cannot stand together with."""
    return frozenset().union(*(pair - {label} for pair in exclusive if label in pair))


def pairs(known: Mapping[str, str], key: str) -> Pairs:
    """Read pairs of labels."""
    return frozenset(frozenset(pair.split()) for pair in split(known.get(key, "")))


def markers(listed: Mapping[str, str]) -> Iterator[Marker]:
    """Yield the markers of a table, each of the words that may stand in one place by itself."""
    for behind, wordings in listed.items():
        for wording in split(wordings):
            first, _, second = wording.removeprefix(",").partition(" … ")
            ways = product(*(place.split("/") for place in f"{first} … {second}".split()))
            for words in ways:
                cut = words.index("…")
                yield Marker(words[:cut], words[cut + 1 :], behind, wording.startswith(","))


def split(listed: str) -> Sequence[str]:
    """Give what commas and ends of lines part."""
    return [each.strip() for each in _SPLIT.split(listed) if each.strip()]


def verbs(listed: Mapping[str, str]) -> Iterator[Marker]:
    """Yield the markers that are verbs."""
    for behind, forms in listed.items():
        for each in forms.split():
            yield Marker((each,), (), behind, acts=True)
