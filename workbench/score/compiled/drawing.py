"""Random resamples and shuffles as machine code, from the words of numpy's generator as numpy uses them."""

import numpy as np
from numpy.typing import NDArray

from workbench.score.compiled.kernel import kernel
from workbench.score.metric import Statistics

LOW = np.uint64(0xFFFFFFFF)
HALF, BYTE = np.uint64(32), 8
PATTERNS = 1 << BYTE


@kernel
def tally(words: NDArray[np.uint32], at: int, counts: Statistics, drawn: int) -> tuple[int, int]:
    """Count which segments are drawn into resamples, a row each; go on where `drawn` says.

    Gives the word to go on with, and how many were drawn by now: fewer than all when words ran out. A word
    is a share of 2³² that becomes a number by multiplication; few are passed over for fairness (Lemire 2019).
    """
    resamples, segments = counts.shape
    size, total = np.uint64(segments), resamples * segments
    unfair = np.uint64((1 << 32) % segments)
    row, left = drawn // segments, segments - drawn % segments
    while drawn < total and at < len(words):
        share = np.uint64(words[at]) * size
        at += 1
        if (share & LOW) >= unfair:
            counts[row, np.int64(share >> HALF)] += 1.0
            drawn += 1
            left -= 1
            if left == 0:
                row, left = row + 1, segments
    return at, drawn


@kernel
def shuffle(bits: NDArray[np.uint8], gaps: Statistics, sums: Statistics) -> None:
    """Add to each trial's sums the rows of `gaps` for which its coin shows 1.

    Coins lie in a row, trial after trial, the lowest bit of a byte first. Eight segments at a time have one
    of 256 patterns, whose sums are made once for all trials (Arlazarov et al. 1970, "four Russians").
    """
    trials, (segments, width) = len(sums), gaps.shape
    table = np.empty((PATTERNS, width), np.float64)
    for start in range(0, segments, BYTE):
        some = min(BYTE, segments - start)
        table[0] = 0.0
        for k in range(some):
            for pattern in range(1 << k):
                for column in range(width):
                    table[(1 << k) + pattern, column] = table[pattern, column] + gaps[start + k, column]
        for trial in range(trials):
            place = trial * segments + start
            byte, shift = place // BYTE, place % BYTE
            pattern = (np.int64(bits[byte]) | np.int64(bits[byte + 1]) << BYTE) >> shift
            pattern &= (1 << some) - 1
            for column in range(width):
                sums[trial, column] += table[pattern, column]
