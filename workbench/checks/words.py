"""A side of a pair cut into words, numbers and marks, with their places."""

import re
from collections.abc import Sequence
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

# Han and kana are words one by one; a hyphen parts words; "U.S." and "a.m." are one word with their stops.
_IDEOGRAPH = "ぁ-ヿ㐀-鿿豈-﫿"
_TOKEN = re.compile(
    rf"(\d+(?:[.,:]\d+)*)|((?:[^\W\d_]\.){{2,}})"
    rf"|([{_IDEOGRAPH}]|[^\W\d_{_IDEOGRAPH}]+(?:['’][^\W\d_{_IDEOGRAPH}]+)*)|([^\w\s]|_)"
)
_POSSESSIVE = re.compile(r"['’](?:s)?\Z")


class Kind(IntEnum):
    """What a token is."""

    WORD = 0
    NUMBER = 1
    MARK = 2


_KINDS = (Kind.MARK, Kind.NUMBER, Kind.WORD, Kind.WORD, Kind.MARK)  # by the group of the pattern


class Word(NamedTuple):
    """One token: as written, its [start, end), and in small letters with no possessive ending."""

    text: str
    start: int
    end: int
    folded: str
    kind: Kind

    @property
    def is_capital(self) -> bool:
        """Tell whether it begins with a capital."""
        return self.text[0].isupper()


def tokens(text: str) -> list[Word]:
    """Cut a text into its tokens."""
    found = []
    for match in _TOKEN.finditer(text):
        written, (start, end) = match[0], match.span()
        found.append(Word(written, start, end, folded(written), _KINDS[match.lastindex or 0]))
    return found


@lru_cache(maxsize=1 << 16)
def folded(word: str) -> str:
    """Give a word as it is compared: small letters, straight apostrophe, no possessive ending."""
    return _POSSESSIVE.sub("", word.lower()).replace("’", "'") if word[0].isalpha() else word


def sentence_spans(sentences: Sequence[str]) -> list[tuple[int, int]]:
    """Give where each sentence stands in the side that they make, joined by one space; none of empty ones."""
    spans, at = [], 0
    for sentence in filter(None, sentences):
        spans.append((at, at + len(sentence)))
        at += len(sentence) + 1
    return spans
