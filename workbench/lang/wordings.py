"""Words that good translations exchange, from `data/wordings-<language>.tsv`.

Each line has a word, a tab, and the single words that may stand in its place, or carry its meaning, in
another translation of the same sentence: pier, quay; resign, leave. Base forms; written by hand, wide on
purpose: what is missing there makes a false finding. What one line says of another word stands in that
word's line, too (`tests/bench/make_wordings.py` sees to it).
"""

from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

from workbench.lang.remembered import remembered
from workbench.lang.wordnet import base_forms

_KNOWN_WORDS = 1 << 16  # how many words' lookups are kept


@cache
def wordings(language: str) -> Mapping[str, str]:
    """Give what may stand for each word of a language (its first subtag), parted by spaces; {} if unknown."""
    path = files("workbench.lang").joinpath(f"data/wordings-{language}.tsv")
    if not language.isalpha() or not path.is_file():
        return {}
    lines = path.read_text(encoding="utf-8").split("\n")
    return {word: said for word, tab, said in (line.partition("\t") for line in lines) if tab}


@remembered
def said_as(word: str) -> frozenset[str]:
    """Give the base forms that may stand for an English word in any form; none where no line has it."""
    known = wordings("en")
    return frozenset(other for base in bases(word) for other in known.get(base, "").split())


@remembered
def bases(word: str) -> frozenset[str]:
    """Give an English word and what it may be a form of."""
    return frozenset((word, *base_forms(word)))


@lru_cache(maxsize=_KNOWN_WORDS)
def nearness(one: str, other: str) -> float:
    """Tell how much of what may stand for two English words they share, from 0 to 1: stance, line."""
    mine, yours = said_as(one) | bases(one), said_as(other) | bases(other)
    return float(len(mine & yours) / (len(mine) * len(yours)) ** 0.5)
