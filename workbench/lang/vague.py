"""Words that say little by themselves, by language, from `wording.toml`."""

import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from workbench.lang.wordnet import base_forms


@cache
def vague_words(language: str) -> frozenset[str]:
    """Give the vague words of a language (its first subtag), in their base forms; none if unknown."""
    text = files("workbench.lang").joinpath("wording.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text).get(language, {}).get("vague", "").split())


@lru_cache(maxsize=1 << 16)
def is_vague(word: str, language: str) -> bool:
    """Tell whether a word, in small letters, is a form of a vague one."""
    words = vague_words(language)
    return word in words or (language == "en" and not words.isdisjoint(base_forms(word)))
