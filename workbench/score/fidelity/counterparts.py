"""Which words of one text have no counterpart in the other: by form, by stem, by beginning, by consonants."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

_ENDINGS = re.compile(r"(?:ing|ied|ies|ed|es|s|ly|y|e)\Z")
_STEM = 3  # letters that must stay when an ending is taken off
_BEGINNING = 4  # letters that two forms of one word share, as in nation and national
_LONG = 5  # letters from which on a word has a beginning and consonants to speak of
_SOFT = re.compile(r"[aeiouyhw]")


def stem(word: str) -> str:
    """Take an English ending off."""
    cut = _ENDINGS.sub("", word)
    return cut if len(cut) >= _STEM else word


def beginning(word: str) -> str:
    """Give the first letters of a long word."""
    return word[:_BEGINNING] if len(word) >= _LONG else ""


def consonants(word: str) -> str:
    """Give the consonants of a long word after its first letter: one sound, two spellings."""
    return word[0] + _SOFT.sub("", word[1:]) if len(word) >= _LONG else ""


@lru_cache(maxsize=1 << 16)
def keys(word: str) -> tuple[str, str, str]:
    """Give what a counterpart may share with a word, the strictest first; an empty key matches nothing."""
    return stem(word), beginning(word), consonants(word)


def unmatched(one: Iterable[str], other: Iterable[str]) -> tuple[list[str], list[str]]:
    """Pair off words that share a key, the strictest first; give what is left on both sides, in order."""
    left, right = list(one), list(other)
    for which in range(3):
        if not left or not right:
            break
        mine, yours = [keys(word)[which] for word in left], [keys(word)[which] for word in right]
        if not set(mine).isdisjoint(yours):
            left, right = without(left, mine, yours), without(right, yours, mine)
    return left, right


def without(words: list[str], mine: list[str], others: list[str]) -> list[str]:
    """Leave out of `words`, whose keys are `mine`, as many of each key as `others` have."""
    stock = Counter(others)
    stock[""] = 0
    kept = []
    for word, key in zip(words, mine, strict=True):
        if stock[key] > 0:
            stock[key] -= 1
        else:
            kept.append(word)
    return kept
