"""The words of a text as a set: it tells a reader at little cost that there is nothing for it."""

import re
from functools import lru_cache

from workbench.lang.small_letters import small_letters

_TEXTS = 8192  # the readers of one pair ask one after another
# Most texts are of ASCII letters alone; to look for any others takes half as long again.
_WORD, _ASCII_WORD = re.compile(r"[^\W\d_]+"), re.compile(r"[a-z]+")
DIGIT = "0"  # stands in the set for any digit
_DIGITS, _ASCII_DIGITS = re.compile(r"[\d½¼¾⅓⅔]"), re.compile(r"[0-9]")


@lru_cache(maxsize=_TEXTS)
def vocabulary(text: str) -> frozenset[str]:
    """Give the words of a text in small letters, without hyphens and apostrophes; DIGIT where it has any."""
    word, digits = (_ASCII_WORD, _ASCII_DIGITS) if text.isascii() else (_WORD, _DIGITS)
    found = word.findall(small_letters(text))
    if digits.search(text):
        found.append(DIGIT)
    return frozenset(found)
