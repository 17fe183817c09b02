"""A trained reader: how much each word of a translation seems to say something else than its reference.

`data/reader.onnx` is a small Transformer that reads both English texts at once, with a mark at each word that
says what word lists and links know of it. `tests/bench/train_reader.py` trained it, starting from
all-MiniLM-L6-v2 (Apache-2.0; Wang et al. 2020), with pairs right and wrong in `tests/data/rewordings`. It
runs on the processor, in one thread's time of some ten milliseconds a pair.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import numpy as np

from workbench.lang.wordpieces import Piece, numbers, pieces

LONGEST = 190  # pieces of both texts: longer ones it was not trained with
_THREADS = 4  # more have too little to do in one pair
_KNOWN_PAIRS = 1 << 12  # whose doubts are kept: a pair is asked for again with every edit elsewhere
Span = tuple[int, int]


class Mark(IntEnum):
    """What is known of a word beside the other text."""

    LINKED_GRAMMAR = 0
    FREE_GRAMMAR = 1
    SAME = 2
    REWORDED = 3
    FREE_SAID = 4  # no counterpart, but some word there may stand for it
    FREE_UNSAID = 5
    OUTSIDE = 6  # of no word


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with its words' places, [start, end) in code points, and marks."""

    text: str
    words: tuple[tuple[int, int, Mark], ...]


@lru_cache(maxsize=_KNOWN_PAIRS)
def doubts(translation: Marked, reference: Marked) -> tuple[float, ...]:
    """Give a doubt of 0 to 1 for each word of a translation; none for a pair that is too long."""
    ours, theirs = pieces(translation.text), pieces(reference.text)
    if not ours or not theirs or len(ours) + len(theirs) > LONGEST:
        return ()
    return by_word(translation, ours, run(translation, ours, reference, theirs)[1 : len(ours) + 1])


def by_word(text: Marked, cut: Sequence[Piece], values: Sequence[float]) -> tuple[float, ...]:
    """Give each word the highest of its pieces' values."""
    found, at = [], 0
    for start, end, _mark in text.words:
        while at < len(cut) and cut[at].end <= start:
            at += 1
        first = at
        while at < len(cut) and cut[at].start < end:
            at += 1
        found.append(max(map(float, values[first:at]), default=0.0))
    return tuple(found)


def run(
    translation: Marked, ours: Sequence[Piece], reference: Marked, theirs: Sequence[Piece]
) -> Sequence[float]:
    """Let the model read a pair; give a doubt a piece, those between and around the texts included."""
    given = inputs_of(translation, ours, reference, theirs)
    inputs = {name: np.array([values], np.int64) for name, values in given.items()}
    values: Sequence[float] = _session().run(None, inputs)[0][0]
    return values


def inputs_of(
    translation: Marked, ours: Sequence[Piece], reference: Marked, theirs: Sequence[Piece]
) -> dict[str, list[int]]:
    """Give what the model is asked with, a number a piece: both texts in a row, parted as BERT wants them."""
    known, edge = numbers(), int(Mark.OUTSIDE)
    begin, between = known["[CLS]"], known["[SEP]"]
    cut = [begin, *(each.number for each in ours), between, *(each.number for each in theirs), between]
    return {
        "pieces": cut,
        "marks": [edge, *marks_of(translation, ours), edge, *marks_of(reference, theirs), edge],
        "sides": [0] * (len(ours) + 2) + [1] * (len(theirs) + 1),
        "mask": [1] * len(cut),
    }


def marks_of(text: Marked, cut: Sequence[Piece]) -> list[int]:
    """Give the mark of the word that each piece begins in."""
    at = {place: int(mark) for start, end, mark in text.words for place in range(start, end)}
    return [at.get(piece.start, int(Mark.OUTSIDE)) for piece in cut]


@cache
def _session() -> Any:  # noqa: ANN401 - onnxruntime comes without types
    import onnxruntime  # type: ignore[import-untyped]  # noqa: PLC0415 - a tenth of a second that only findings need

    # A given number of threads keeps it from tying each to a processor, which containers refuse aloud.
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = min(_THREADS, os.cpu_count() or 1)
    data = files("workbench.lang").joinpath("data", "reader.onnx").read_bytes()
    return onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])
