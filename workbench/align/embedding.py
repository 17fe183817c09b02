"""Vectors from outside: how close the meanings of two sentences are, added to what they share."""

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from workbench.align.block import Grid
from workbench.align.coarse import NOWHERE
from workbench.align.fine import SHAPES, Gains
from workbench.align.kernel import inlined, kernel
from workbench.align.weights import Floats
from workbench.errors import WorkbenchError
from workbench.i18n import _

Embed = Callable[[Sequence[str]], NDArray[np.floating]]
Vectors = NDArray[np.float32]  # of each sentence, of length one
TINY = 1e-9


class Meaning(NamedTuple):
    """Vectors of the sentences of a stretch, how close strangers are, what the closest are worth in nats."""

    a: Vectors
    b: Vectors
    strangers: float
    worth: float


def vectors(embed: Embed, sentences: Sequence[str]) -> Vectors:
    """Ask for the vectors of sentences; scale them to length one."""
    matrix = np.asarray(embed(list(sentences)), np.float32)
    if matrix.ndim != len(("sentence", "dimension")) or len(matrix) != len(sentences):
        raise WorkbenchError(
            _("The embedding gave %(rows)s vectors for %(sentences)s sentences; it must give one each.")
            % {"rows": len(matrix), "sentences": len(sentences)}
        )
    return np.asarray(matrix / np.maximum(np.linalg.norm(matrix, axis=1, keepdims=True), TINY), np.float32)


def strangers(a: Vectors, b: Vectors) -> float:
    """Give the mean cosine of sentences that have nothing to do with each other."""
    return float(a.mean(0) @ b.mean(0))


@inlined
def closeness(product: float, one: float, two: float, chance: float) -> float:
    """Give how much closer two sums of vectors are than strangers, up to one."""
    cosine = product / max(TINY, math.sqrt(one * two))
    return max(0.0, cosine - chance) / max(TINY, 1.0 - chance)


@kernel
def add_to_cells(cells: Floats, meaning: Meaning, grid: Grid) -> None:
    """Add the closeness of single sentences to their overlaps."""
    low, high, base = grid.low, grid.high, grid.base
    a, b, chance, worth = meaning.a, meaning.b, meaning.strangers, meaning.worth
    for r in range(1, len(low)):
        for j in range(max(1, low[r]), high[r] + 1):
            product = 0.0
            for k in range(a.shape[1]):
                product += a[r - 1, k] * b[j - 1, k]
            cells[base[r] + j - low[r]] += worth * closeness(product, 1.0, 1.0, chance)


@kernel
def add_to_gains(table: Gains, meaning: Meaning, grid: Grid) -> None:
    """Add the closeness of merged sentences to the gains: as much for each sentence of the smaller side."""
    low, high, base = grid.low, grid.high, grid.base
    a, b, chance, worth = meaning.a, meaning.b, meaning.strangers, meaning.worth
    for r in range(len(low)):
        for j in range(low[r], high[r] + 1):
            for shape in range(len(SHAPES)):
                if table[base[r] + j - low[r], shape] <= NOWHERE:
                    continue
                s, i = r - SHAPES[shape, 0], j - SHAPES[shape, 1]
                product, one, two = 0.0, 0.0, 0.0
                for k in range(a.shape[1]):
                    x, y = float(np.sum(a[s:r, k])), float(np.sum(b[i:j, k]))
                    product, one, two = product + x * y, one + x * x, two + y * y
                size = min(r - s, j - i)
                table[base[r] + j - low[r], shape] += (
                    2.0 * worth * size * closeness(product, one, two, chance)
                )
