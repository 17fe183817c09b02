"""Patterns that are made of words."""

import re
from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    """Give a pattern of any of some words, the longest first; one that finds nothing where there are none."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))) or r"(?!)"
