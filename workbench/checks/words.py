"""A side of a pair cut into words, numbers and marks, with their places."""

import re
from collections.abc import Sequence
from enum import IntEnum
from functools import lru_cache, partial
from typing import NamedTuple

# Han and kana are words one by one; a hyphen parts words; "U.S." and "a.m." are one word with their stops.
_IDEOGRAPH = r"\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff"
# Together they hold every character that is no space.
_NUMBER = r"\d+(?:[.,:]\d+)*"
_WORD = rf"(?:[^\W\d_]\.){{2,}}|[{_IDEOGRAPH}]|[^\W\d_{_IDEOGRAPH}]+(?:['’][^\W\d_{_IDEOGRAPH}]+)*"
_MARK = r"[^\w\s]|_"
_TOKEN = re.compile(rf"{_NUMBER}|{_WORD}|{_MARK}")
_POSSESSIVE = re.compile(r"['’](?:s)?\Z")


class Kind(IntEnum):
    """What a token is."""

    WORD = 0
    NUMBER = 1
    MARK = 2


class Word(NamedTuple):
    """One token: as written, its [start, end), in small letters with no possessive ending, what it is.

    `is_capital` tells whether it begins with a capital; `straight` is `folded` with its ending kept: it's.
    """

    text: str
    start: int
    end: int
    folded: str
    kind: Kind
    is_capital: bool
    straight: str


_word = partial(tuple.__new__, Word)  # half of what Word() costs; every text is cut up


def tokens(text: str) -> list[Word]:
    """Cut a text into its tokens."""
    found, end = [], 0
    for written in _TOKEN.findall(text):
        start = text.index(written, end)  # only spaces lie between
        end = start + len(written)
        found.append(_word((written, start, end, *read(written))))
    return found


@lru_cache(maxsize=1 << 16)
def read(written: str) -> tuple[str, Kind, bool, str]:
    """Give what a token is by itself: folded, its kind, whether it begins with a capital, straight."""
    kind = Kind.NUMBER if re.match(_NUMBER, written) else Kind.WORD if re.match(_WORD, written) else Kind.MARK
    return folded(written), kind, written[0].isupper(), written.lower().replace("’", "'")


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
