"""Where in a sentence of another script a Latin name could stand, without knowing any word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

_WORDS = 3  # of a window
_CHARACTERS = range(2, 9)  # of a window in Han, which writes no spaces
_WORD = re.compile(r"[^\W\d_]+(?:[·・‧＝=][^\W\d_]+)*")
_HAN = re.compile(r"[\u4e00-\u9fff]+(?:[·・‧][\u4e00-\u9fff]+)*")
_PIECE = re.compile(r"[\u4e00-\u9fff]+")
_KANA = re.compile(r"[ァ-ヺー]+(?:[・＝=][ァ-ヺー]+)*")


@dataclass(frozen=True, slots=True)
class Window:
    """A run of a sentence, `[start, end)` in code points."""

    start: int
    end: int
    form: str


def windows(sentence: str, language: str) -> list[Window]:
    """Give the runs of a sentence that may be a name: one to three words, Han, kana."""
    if language in {"zh", "han"}:
        return list(han(sentence))
    if language == "ja":
        kana = [Window(*run.span(), run.group()) for run in _KANA.finditer(sentence)]
        return [*kana, *(run for run in han(sentence))]
    return list(spaced(sentence))


def spaced(sentence: str) -> Iterator[Window]:
    """Yield one to three words that only spaces part."""
    words = [word.span() for word in _WORD.finditer(sentence)]
    parted = [bool(sentence[a[1] : b[0]].strip()) for a, b in pairwise(words)]
    for first, (start, _) in enumerate(words):
        for last in range(first, min(first + _WORDS, len(words))):
            if any(parted[first:last]):
                break
            yield Window(start, words[last][1], sentence[start : words[last][1]])


def han(sentence: str) -> Iterator[Window]:
    """Yield the runs of two to eight Han characters, and those that the dots inside a name join."""
    for run in _HAN.finditer(sentence):
        pieces = [
            (run.start() + piece.start(), run.start() + piece.end()) for piece in _PIECE.finditer(run.group())
        ]
        for first, (begin, end) in enumerate(pieces):
            for size in _CHARACTERS:
                for start in range(begin, end - size + 1):
                    yield Window(start, start + size, sentence[start : start + size])
            for last in range(first + 1, min(first + _WORDS, len(pieces))):
                yield from dotted(sentence, (begin, end), pieces[last])


def dotted(sentence: str, first: tuple[int, int], last: tuple[int, int]) -> Iterator[Window]:
    """Yield the runs from the end of one piece to the beginning of another: what stands around is no name."""
    for start in range(max(first[0], first[1] - _CHARACTERS[-1]), first[1]):
        for end in range(last[0] + 1, min(last[1], last[0] + _CHARACTERS[-1]) + 1):
            yield Window(start, end, sentence[start:end])
