"""The words of a text as a set: it tells a reader at little cost that there is nothing for it."""

import re
from functools import lru_cache

_TEXTS = 8192  # the readers of one pair ask one after another
_WORD = re.compile(r"[^\W\d_]+")
DIGIT = "0"  # stands in the set for any digit
_DIGITS = re.compile(r"[\d½¼¾⅓⅔]")


@lru_cache(maxsize=_TEXTS)
def vocabulary(text: str) -> frozenset[str]:
    """Give the words of a text in small letters, without hyphens and apostrophes; DIGIT where it has any."""
    words = frozenset(_WORD.findall(text.lower()))
    return words | {DIGIT} if _DIGITS.search(text) else words
