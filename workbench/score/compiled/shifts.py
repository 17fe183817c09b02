"""TER's edits: shifts of stretches of words, found greedily, and the edits that remain (Snover et al. 2006).

The search and all its limits are those of sacreBLEU's `lib_ter`, which follows tercom.
"""

from typing import NamedTuple

import numpy as np

from workbench.score.compiled.beam import Beam, Words, align, changed_distance, fill, new_beam
from workbench.score.compiled.bits import BLOCK, Columns, distance, fill_columns, new_columns
from workbench.score.compiled.codes import Places
from workbench.score.compiled.kernel import inlined, kernel
from workbench.score.tercom import BEAM, CANDIDATES, FARTHEST, LARGEST

# A path with d edits, of which the lengths' difference are insertions or deletions more than the others,
# strays from the diagonal by half of both at most; two places for rounding.
SURE = 2 * (BEAM - 2)
BLOCKS = 16  # a longer reference is quicker in the beam


class Search(NamedTuple):
    """A hypothesis as shifted so far, its reference, and what is known of their edits (see `beam.align`)."""

    a: Words
    b: Words
    beam: Beam
    columns: Columns
    places: Places
    wrong_a: Places
    wrong_b: Places


class Shift(NamedTuple):
    """What a shift saves, how it ranks beside those that save as much, which two stretches change over."""

    gain: int
    length: int
    start: int
    target: int
    low: int
    middle: int
    high: int


@kernel
def edits(a: Words, b: Words) -> int:
    """Count shifts and edits; words go by numbers, those of the reference by where they first stand."""
    if len(b) == 0:
        return len(a)
    short = len(b) <= BLOCKS * BLOCK
    columns = new_columns(len(a), b if short else b[:0])
    places, wrong_a = np.empty(len(b), np.int64), np.empty(len(a) + 1, np.int64)
    wrong_b = np.empty(len(b) + 1, np.int64)
    search = Search(a.copy(), b, new_beam(len(a), len(b)), columns, places, wrong_a, wrong_b)
    shifts, tried, row = 0, 0, 0
    while True:
        score = fill(search.beam, search.a, b, row)
        align(search.beam, search.a, b, places, wrong_a, wrong_b)
        if short:
            fill_columns(columns, search.a, len(b), row)
        best, tried = best_shift(search, score, tried)
        if tried >= CANDIDATES or best.gain <= 0:
            return shifts + score
        shifts += 1
        later = search.a[best.low : best.middle].copy()
        row = best.low + best.high - best.middle
        search.a[best.low : row] = search.a[best.middle : best.high].copy()
        search.a[row : best.high] = later
        row = best.low


@kernel
def best_shift(search: Search, score: int, tried: int) -> tuple[Shift, int]:
    """Find the shift that saves most; of equal ones the longest, then the earliest, then to the first place.

    Gives it, and how many were tried by then.
    """
    a, b, best = search.a, search.b, Shift(0, 0, 0, 0, 0, 0, 0)
    for i in range(len(a)):
        for j in range(max(0, i - FARTHEST), min(len(b), i + FARTHEST + 1)):
            length = 0
            while length < min(LARGEST, len(a) - i, len(b) - j) and a[i + length] == b[j + length]:
                length += 1
                if is_candidate(search, i, j, length):
                    best, tried = best_target(search, i, j, length, score, best, tried)
                if tried >= CANDIDATES:
                    return best, tried
    return best, tried


@inlined
def is_candidate(search: Search, i: int, j: int, length: int) -> bool:
    """Tell whether both sides are wrong where they are now, and the shift leaves its place."""
    if search.wrong_a[i + length] == search.wrong_a[i] or search.wrong_b[j + length] == search.wrong_b[j]:
        return False
    return not i <= search.places[j] < i + length


@kernel
def best_target(
    search: Search, i: int, j: int, length: int, score: int, best: Shift, tried: int
) -> tuple[Shift, int]:
    """Try to shift words to before each of the places that match those of the reference."""
    before = -1
    for k in range(j - 1, j + length):
        target = search.places[k] + 1 if k >= 0 else 0
        if target != before:
            before = target
            tried += 1
            low, middle, high = stretches(i, length, target, len(search.a))
            gain = score - shifted_distance(search, low, middle, high, score - max(best.gain, 1))
            rank = (gain, length, -i, -target)
            if gain > 0 and rank > (best.gain, best.length, -best.start, -best.target):
                best = Shift(gain, length, i, target, low, middle, high)
    return best, tried


@kernel
def stretches(start: int, length: int, target: int, size: int) -> tuple[int, int, int]:
    """Tell a shift as two neighbouring stretches that change over: from, middle, up to."""
    if target < start:
        return target, start, start + length
    if target > start + length:
        return start, start + length, target
    return start, start + length, min(size, target + length)  # within itself


@kernel
def shifted_distance(search: Search, low: int, middle: int, high: int, enough: int) -> int:
    """Give the distance after a shift; where it is more than enough, anything more than enough."""
    a, b = search.a, search.b
    if len(b) <= BLOCKS * BLOCK:
        least = distance(search.columns, a, len(b), low, middle, high)
        if least > enough or least + abs(len(a) - len(b)) <= SURE:
            return least
    return changed_distance(a, b, search.beam, low, middle, high)
