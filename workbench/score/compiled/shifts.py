"""TER's edits: shifts of stretches of words, found greedily, and the edits that remain (Snover et al. 2006).

The search and all its limits are those of sacreBLEU's `lib_ter`, which follows tercom.
"""

import numpy as np

from workbench.score.compiled.beam import Beam, Words, align, changed_distance, fill, new_beam
from workbench.score.compiled.bits import BLOCK, Columns, distance, fill_columns, new_columns
from workbench.score.compiled.codes import Places
from workbench.score.compiled.kernel import kernel
from workbench.score.tercom import BEAM, CANDIDATES, FARTHEST, LARGEST

# A path with d edits, of which the lengths' difference are insertions or deletions more than the others,
# strays from the diagonal by half of both at most; two places for rounding.
SURE = 2 * (BEAM - 2)
BLOCKS = 16  # a longer reference is quicker in the beam


@kernel
def edits(a: Words, b: Words) -> int:
    """Count shifts and edits; words go by numbers, those of the reference by where they first stand."""
    if len(b) == 0:
        return len(a)
    a, beam = a.copy(), new_beam(len(a), len(b))
    short = len(b) <= BLOCKS * BLOCK
    columns = new_columns(len(a), b if short else b[:0])
    places, wrong_a, wrong_b = (
        np.empty(len(b), np.int64),
        np.empty(len(a) + 1, np.int64),
        np.empty(len(b) + 1, np.int64),
    )
    shifts, tried, row = 0, 0, 0
    while True:
        score = fill(beam, a, b, row)
        align(beam, a, b, places, wrong_a, wrong_b)
        if short:
            fill_columns(columns, a, len(b), row)
        gain, tried, low, middle, high = best_shift(
            a, b, score, beam, columns, places, wrong_a, wrong_b, tried
        )
        if tried >= CANDIDATES or gain <= 0:
            return shifts + score
        shifts += 1
        a[low:high] = np.concatenate((a[middle:high], a[low:middle]))
        row = low


@kernel
def best_shift(
    a: Words, b: Words, score: int, beam: Beam, columns: Columns, places: Places, wrong_a: Places, wrong_b: Places,
    tried: int,
) -> tuple[int, int, int, int, int]:  # fmt: skip
    """Find the shift that saves most; of equal ones the longest, then the earliest, then to the earliest place.

    Gives what it saves, how many were tried by then, and which two stretches change over.
    """
    best, found = (0, 0, 0, 0), (0, 0, 0)
    for i in range(len(a)):
        for j in range(max(0, i - FARTHEST), min(len(b), i + FARTHEST + 1)):
            length = 0
            while (
                length < LARGEST
                and i + length < len(a)
                and j + length < len(b)
                and a[i + length] == b[j + length]
            ):
                length += 1
                # Both sides must be wrong where they are now, and the shift must leave its place.
                if (
                    wrong_a[i + length] == wrong_a[i]
                    or wrong_b[j + length] == wrong_b[j]
                    or i <= places[j] < i + length
                ):
                    continue
                before = -1
                for k in range(j - 1, j + length):
                    target = places[k] + 1 if k >= 0 else 0
                    if target == before:
                        continue
                    before = target
                    tried += 1
                    low, middle, high = stretches(i, length, target, len(a))
                    gain = score - candidate(a, b, beam, columns, low, middle, high, score - max(best[0], 1))
                    if gain > 0 and (gain, length, -i, -target) > best:
                        best, found = (gain, length, -i, -target), (low, middle, high)
                if tried >= CANDIDATES:
                    return best[0], tried, found[0], found[1], found[2]
    return best[0], tried, found[0], found[1], found[2]


@kernel
def stretches(start: int, length: int, target: int, size: int) -> tuple[int, int, int]:
    """Tell a shift as two neighbouring stretches that change over: from, middle, up to."""
    if target < start:
        return target, start, start + length
    if target > start + length:
        return start, start + length, target
    return start, start + length, min(size, target + length)  # within itself


@kernel
def candidate(
    a: Words, b: Words, beam: Beam, columns: Columns, low: int, middle: int, high: int, enough: int
) -> int:
    """Give the distance after a shift; where it is more than enough, anything more than enough."""
    if len(b) <= BLOCKS * BLOCK:
        least = distance(columns, a, len(b), low, middle, high)
        if least > enough or least + abs(len(a) - len(b)) <= SURE:
            return least
    return changed_distance(a, b, beam, low, middle, high)
