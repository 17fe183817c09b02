"""The engine behind our own rules: sentencex, asked about one stop at a time.

Asked about a whole paragraph it takes an unclosed quotation mark for a quotation up to the end, keeps the
sentences of a quotation together and slows down with the square of the brackets. A word, its stop and the
word after it are all its lists of abbreviations need, and one question costs a microsecond.
"""

import re
from functools import lru_cache

import sentencex  # type: ignore[import-untyped]  # it ships no types

LANGUAGE = re.compile(r"[a-z]{2,3}\Z")
OTHER = "en"  # what sentencex itself takes for a language it does not know


@lru_cache(maxsize=8192)
def ends_sentence(language: str, word: str, mark: str, following: str) -> bool:
    """Tell whether sentencex ends a sentence at `mark` between two words; `language` is a primary subtag."""
    known = language if LANGUAGE.match(language) else OTHER
    parts: list[str] = sentencex.segment(known, f"{word}{mark} {following} x")
    return bool(parts) and parts[0].rstrip() == word + mark
