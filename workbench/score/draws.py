"""Resamples and shuffles of segments, with the random numbers that sacreBLEU draws.

numpy's generator gives the same numbers a part at a time as all at once, so memory stays flat.
"""

from collections.abc import Iterator

import numpy as np

from workbench.score.counting import Compiled, compiled_if
from workbench.score.metric import Statistics

LARGE = 50_000_000  # draws that take plain numpy about as long as numba takes to load
AT_ONCE = 1 << 18  # segments drawn in one go, over some resamples: what a processor's cache holds
# Multiplications that OpenBLAS does in one thread; with more its threads wait for one another, which takes
# many times as long on a busy machine.
ALONE = 1 << 18
WORDS = 1 << 14  # of the generator, asked for at once
WORD = 64  # bits of one: trials in multiples of them leave no bits over
TRIALS, BITS = 1024, 1 << 28  # trials and coins tossed in one go: at most 32 megabytes


def draws(segments: int, resamples: int, seed: int) -> Iterator[Statistics]:
    """Draw resamples: how often each segment is in each, some resamples at a time."""
    machine = compiled_if(segments * resamples >= LARGE)
    rng = np.random.default_rng(seed)
    step = max(1, AT_ONCE // segments)
    sizes = [min(step, resamples - start) for start in range(0, resamples, step)]
    return tallied(machine, rng, sizes, segments) if machine else counted(rng, sizes, segments)


def counted(rng: np.random.Generator, sizes: list[int], segments: int) -> Iterator[Statistics]:
    """Draw by numpy."""
    for size in sizes:
        drawn = rng.integers(segments, size=(size, segments))
        drawn += np.arange(size)[:, None] * segments
        yield np.bincount(drawn.ravel(), minlength=size * segments).reshape(size, segments).astype(np.float64)


def tallied(
    machine: Compiled, rng: np.random.Generator, sizes: list[int], segments: int
) -> Iterator[Statistics]:
    """Draw by machine code; the counts are overwritten by those that follow."""
    words, at = np.empty(0, np.uint32), 0
    room = np.empty((sizes[0], segments))
    for size in sizes:
        counts, drawn = room[:size], 0
        counts[:] = 0
        while drawn < counts.size:
            if at == len(words):
                # A word of 64 bits is two of numpy's, the lower half first.
                words, at = rng.bit_generator.random_raw(WORDS).astype("<u8").view("<u4"), 0
            at, drawn = machine.tally(words, at, counts, drawn)
        yield counts


def weighed(counts: Statistics, rows: Statistics) -> Statistics:
    """Sum the rows of each resample: a matrix product in pieces."""
    piece = max(1, ALONE // (len(counts) * rows.shape[1]))
    sums = np.zeros((len(counts), rows.shape[1]))
    for start in range(0, len(rows), piece):
        sums += counts[:, start : start + piece] @ rows[start : start + piece]
    return sums


def shuffles(gaps: Statistics, trials: int, seed: int) -> Iterator[Statistics]:
    """Sum the rows for which a coin shows 1, in trial after trial, some trials at a time."""
    segments, used = len(gaps), gaps.any(axis=0)
    machine = compiled_if(segments * trials >= LARGE)
    rng = np.random.default_rng(seed)
    step = max(WORD, min(TRIALS, BITS // segments) // WORD * WORD)
    width, gaps = gaps.shape[1], gaps.compress(used, axis=1)
    for start in range(0, trials, step):
        size = min(step, trials - start)
        bits = rng.bit_generator.random_raw(
            size * segments // WORD + 1 if size < step else size * segments // WORD
        )
        sums = np.zeros((size, width))
        sums[:, used] = shuffled(machine, bits.astype("<u8").view(np.uint8), gaps, size)
        yield sums


def shuffled(machine: Compiled | None, bits: np.ndarray, gaps: Statistics, trials: int) -> Statistics:
    """Sum for some trials."""
    if machine:
        sums = np.zeros((trials, gaps.shape[1]))
        machine.shuffle(np.append(bits, np.uint8(0)), gaps, sums)
        return sums
    coins = np.unpackbits(bits, count=trials * len(gaps), bitorder="little").reshape(trials, len(gaps))
    return coins.astype(np.float64) @ gaps
