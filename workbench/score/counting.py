"""Who counts: machine code where there is much to do, plain Python where loading it would take longer."""

import sys
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from typing import Protocol, cast

import numpy as np
from numpy.typing import NDArray

from workbench.score import plain
from workbench.score.metric import Prepare, Statistics

Words = NDArray[np.uint32]
Bytes = NDArray[np.uint8]
COMPILED = "workbench.score.compiled"
# Half a second's work for the plain code, as long as numba takes to load: a thousand sentences, or letters.
SEGMENTS, LETTERS = 1000, 150_000
LONG = 5_000  # letters of one segment: the edits of a thousand words may take Python many seconds


class Counters(Protocol):
    """What both can count: a row a hypothesis."""

    def chrf_rows(
        self, hypotheses: Sequence[str], references: Sequence[Sequence[str]], words: int
    ) -> Statistics:
        """Count n-grams of characters, and of up to so many words."""
        ...

    def bleu_rows(
        self, hypotheses: Sequence[str], references: Sequence[Sequence[str]], way: str, prepare: Prepare
    ) -> Statistics:
        """Count n-grams of words, cut in this way once prepared."""
        ...

    def ter_rows(self, hypotheses: Sequence[str], references: Sequence[Sequence[str]]) -> Statistics:
        """Count edits."""
        ...


class Compiled(Counters, Protocol):
    """What machine code can do besides, for resampling."""

    def tally(self, words: Words, at: int, counts: Statistics, drawn: int) -> tuple[int, int]:
        """Count draws."""
        ...

    def shuffle(self, bits: Bytes, gaps: Statistics, sums: Statistics) -> None:
        """Sum shuffled differences."""
        ...


def counters(hypotheses: Sequence[str]) -> Counters:
    """Choose by how much there is to do, and by what is loaded."""
    lengths = [len(text) for text in hypotheses]
    much = len(lengths) >= SEGMENTS or sum(lengths) >= LETTERS or max(lengths, default=0) >= LONG
    return compiled_if(much) or cast("Counters", plain)


def compiled_if(much: bool) -> Compiled | None:
    """Give the machine code where there is much to do or where it is loaded already."""
    return compiled() if much or COMPILED in sys.modules else None


@cache
def compiled() -> Compiled | None:
    """Load the machine code; None without numba."""
    try:
        return cast("Compiled", import_module(COMPILED))
    except ImportError:
        return None
