"""Verbs of speech by what they make of what is said, by language, from `speech.toml`."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files


@cache
def _kinds(language: str) -> Mapping[str, str]:
    text = files("workbench.lang").joinpath("speech.toml").read_text(encoding="utf-8")
    own: Mapping[str, str] = tomllib.loads(text).get(language, {})
    return own


@cache
def speech_words(language: str, kind: str) -> frozenset[str]:
    """Give the words of a kind ("asking") of a language, base forms in small letters; none without data."""
    return frozenset(_kinds(language).get(kind, "").split())


@cache
def exclusive_speech(language: str) -> Mapping[str, Sequence[tuple[int, int]]]:
    """Give for a word the (group, member) of each group of which only one member can be true."""
    found: dict[str, list[tuple[int, int]]] = {}
    for number, group in enumerate(_kinds(language).get("apart", "").split("|")):
        for member, words in enumerate(group.split(":")):
            for word in words.split():
                found.setdefault(word, []).append((number, member))
    return found
