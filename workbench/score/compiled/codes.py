"""Texts as code points in one buffer: what the kernels read."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from workbench.score.compiled.kernel import kernel
from workbench.score.metric import Prepare, unchanged

AT_ONCE = 1024  # texts: about half a megabyte
Codes = NDArray[np.uint32]
Places = NDArray[np.int64]


class Texts(NamedTuple):
    """Texts in a row: text k is `codes[first[k]:first[k + 1]]`."""

    codes: Codes
    first: Places


class Pairs(NamedTuple):
    """Hypotheses and their references: those of hypothesis k are from `turn[k]` up to `turn[k + 1]`."""

    hypotheses: Texts
    references: Texts
    turn: Places


def parts(size: int) -> Iterator[slice]:
    """Take so many texts in parts, whose buffers stay in the processor's cache."""
    return (slice(start, start + AT_ONCE) for start in range(0, size, AT_ONCE))


def paired(
    hypotheses: Sequence[str], references: Sequence[Sequence[str]], prepare: Prepare = unchanged
) -> Pairs:
    """Put hypotheses and references into buffers, prepared all at once."""
    turn = ends([len(some) for some in references])
    flat = list(chain.from_iterable(references))
    return Pairs(buffered(prepare(hypotheses)), buffered(prepare(flat)), turn)


def buffered(texts: Sequence[str]) -> Texts:
    """Put texts into a buffer; a lone surrogate is a code point like any other."""
    codes = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), np.uint32)
    return Texts(codes, ends([len(text) for text in texts]))


def ends(lengths: Sequence[int]) -> Places:
    """Give where things of these lengths start in a row, and where the last ends."""
    places = np.zeros(len(lengths) + 1, np.int64)
    np.cumsum(np.array(lengths, np.int64), out=places[1:])
    return places


@kernel
def longest(pairs: Pairs) -> int:
    """Give the length of the longest hypothesis or of all references of one, whichever is longer."""
    most, a, b = 0, pairs.hypotheses.first, pairs.references.first
    for k in range(len(a) - 1):
        most = max(most, a[k + 1] - a[k], b[pairs.turn[k + 1]] - b[pairs.turn[k]])
    return most
