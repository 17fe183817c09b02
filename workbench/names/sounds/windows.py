"""Where in a sentence of another script a Latin name could stand: by sound, without knowing any word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

import numpy as np

from workbench.names.sounds.affinity import affinities
from workbench.names.sounds.model import SoundModel
from workbench.names.sounds.writing import table_of

_WORDS = 3  # of a window
_CHARACTERS = range(2, 9)  # of a window in Han, which writes no spaces
_WORD = re.compile(r"[^\W\d_]+(?:[·・‧＝=][^\W\d_]+)*")
_HAN = re.compile(r"[\u4e00-\u9fff]+(?:[·・‧][\u4e00-\u9fff]+)*")
_PIECE = re.compile(r"[\u4e00-\u9fff]+")
_KANA = re.compile(r"[ァ-ヺー]+(?:[・＝=][ァ-ヺー]+)*")


@dataclass(frozen=True, slots=True)
class Window:
    """A run of a sentence, `[start, end)` in code points, and how well a name fits it (see `affinities`)."""

    start: int
    end: int
    form: str
    affinity: float = 0.0


def windows(sentence: str, language: str) -> list[Window]:
    """Give the runs of a sentence that may be a name: one to three words without particles, Han, kana."""
    if language in {"zh", "han"}:
        return list(han(sentence))
    if language == "ja":
        kana = [Window(*run.span(), run.group()) for run in _KANA.finditer(sentence)]
        return [*kana, *(run for run in han(sentence))]
    return list(dict.fromkeys(spaced(sentence, language)))


def spaced(sentence: str, language: str) -> Iterator[Window]:
    """Yield one to three words that only spaces part, with and without what follows a name."""
    words = [word.span() for word in _WORD.finditer(sentence)]
    parted = [bool(sentence[a[1] : b[0]].strip()) for a, b in pairwise(words)]
    for first, (start, _) in enumerate(words):
        for last in range(first, min(first + _WORDS, len(words))):
            if any(parted[first:last]):
                break
            for end in ends(sentence, *words[last], language):
                yield Window(start, end, sentence[start:end])


def ends(sentence: str, start: int, end: int, language: str) -> Iterator[int]:
    """Yield where a word may end as a name: at its end, and before each ending it has."""
    yield end
    word = sentence[start:end]
    yield from (end - len(ending) for ending in endings(language) if word.endswith(ending) and word != ending)


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


def best_windows(names: Sequence[str], sentence: str, language: str = "ko") -> list[Window | None]:
    """Give for each Latin name the run of a sentence it fits best, None when the sentence has none at all.

    In Korean an affinity above about 0.6 is a name in 99 of 100 sentences.
    """
    candidates = windows(sentence, language)
    if not candidates or not names:
        return [None] * len(names)
    fits = affinities(
        SoundModel.load("zh" if language == "han" else table_of(language)),
        [window.form for window in candidates],
        names,
    )
    best = np.argmax(fits, axis=0)
    return [
        Window(candidates[at].start, candidates[at].end, candidates[at].form, float(fits[at, column]))
        for column, at in enumerate(best.tolist())
    ]


def best_window(name: str, sentence: str, language: str = "ko") -> Window | None:
    """Give the run of a sentence that a Latin name fits best (see `best_windows`)."""
    return best_windows([name], sentence, language)[0]


@cache
def endings(language: str) -> tuple[str, ...]:
    """Read what may follow a name in a language without a space."""
    file = files("workbench.names.sounds").joinpath(f"data/endings.{language}.txt")
    lines = file.read_text("utf-8").split("\n") if file.is_file() else []
    return tuple(line for line in lines if line and not line.startswith("#"))
