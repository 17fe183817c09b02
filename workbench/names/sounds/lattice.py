"""The inner loops over all ways to cut two spellings of a name into chunks that stand for one another.

A chunk is one or two units of the one side with none to four letters of the other. Its key packs both:
letters in bits 0-31, first unit in bits 32-43, second unit in bits 44-55 (codes from 1, 0 for none).
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from workbench.names.sounds.machine import inlined, kernel

Keys = NDArray[np.int64]
Floats = NDArray[np.float64]
Units = NDArray[np.int32]
Letters = NDArray[np.uint8]

MOST_UNITS, MOST_LETTERS = 2, 4
LETTER_BITS, UNIT_BITS, SIDE = 8, 12, 32
# Fibonacci hashing: 2^64 divided by the golden ratio, as a signed number.
_SPREAD = np.int64(-7046029254386353131)
_NEVER = 1e-300


class Chunks(NamedTuple):
    """A table of chunks: open addressing, a power of two long, key 0 for an empty place."""

    keys: Keys
    values: Floats


@inlined
def place(keys: Keys, key: np.int64) -> np.int64:
    """Give the place of a key, or the empty place where it belongs."""
    mask = keys.size - 1
    spread = key * _SPREAD
    at = (spread ^ (spread >> 29)) & mask
    while keys[at] != 0 and keys[at] != key:
        at = (at + 1) & mask
    return at


@kernel
def filled(chunks: Keys, values: Floats, size: int) -> Chunks:
    """Make a table of different chunks."""
    table = Chunks(np.zeros(size, np.int64), np.zeros(size, np.float64))
    for index in range(chunks.size):
        at = place(table.keys, chunks[index])
        table.keys[at] = chunks[index]
        table.values[at] = values[index]
    return table


@kernel
def prefixed(chunks: Chunks) -> Chunks:
    """Add to a table what its chunks begin with, fewer letters or none; value 0 where that is no chunk.

    The table must have room: each chunk begins with at most `MOST_LETTERS` others.
    """
    for at in range(chunks.keys.size):
        for size in range(MOST_LETTERS):
            if chunks.values[at] > 0.0:
                beyond = ((np.int64(1) << SIDE) - 1) >> (LETTER_BITS * size) << (LETTER_BITS * size)
                key = chunks.keys[at] & ~beyond
                chunks.keys[place(chunks.keys, key)] = key
    return chunks


@kernel
def joint(units: Units, letters: Units, chunks: Chunks, strange: Floats) -> float:
    """Give the logarithm of the probability of two spellings together, over all ways to cut them.

    `strange[b]` is the probability of one unit with b letters that never met in training. The table must hold
    what chunks begin with (see `prefixed`).
    """
    n, m = units.size, letters.size
    total = np.zeros((n + 1, m + 1))
    total[0, 0] = 1.0
    for i in range(n):
        side = np.int64(0)
        for a in range(1, min(MOST_UNITS, n - i) + 1):
            side |= np.int64(units[i + a - 1]) << (SIDE + UNIT_BITS * (a - 1))
            at = place(chunks.keys, side)
            if a > 1 and chunks.keys[at] == 0:
                break
            for j in range(m + 1):
                if total[i, j] > 0.0:
                    spread(total, i, j, a, side, chunks.values[at], letters, chunks, strange)
    return float(np.log(max(total[n, m], _NEVER)))


@inlined
def spread(  # noqa: PLR0913, PLR0917 -- a kernel takes what it works on one by one
    total: Floats,
    i: int,
    j: int,
    a: int,
    side: np.int64,
    silent: float,
    letters: Units,
    chunks: Chunks,
    strange: Floats,
) -> None:
    """Go on from a cell by all chunks of some units; `silent` is the chance that no letter is written."""
    here = total[i, j]
    known = True
    key = side
    total[i + a, j] += here * (silent + (strange[0] if a == 1 else 0.0))
    for b in range(1, min(MOST_LETTERS, letters.size - j) + 1):
        chance = 0.0
        if known:
            key |= np.int64(letters[j + b - 1]) << (LETTER_BITS * (b - 1))
            at = place(chunks.keys, key)
            known = chunks.keys[at] != 0
            chance = chunks.values[at]
        if a == 1:
            chance += strange[b]
        elif not known:
            break
        total[i + a, j + b] += here * chance


@kernel
def alone(codes: Units, most: int, bits: int, chunks: Chunks, strange: float) -> float:
    """Give the logarithm of the probability of one side, whatever the other: at most `most` codes a chunk."""
    total = np.zeros(codes.size + 1)
    total[0] = 1.0
    for j in range(codes.size):
        key = np.int64(0)
        for b in range(1, min(most, codes.size - j) + 1):
            key |= np.int64(codes[j + b - 1]) << (bits * (b - 1))
            chance = chunks.values[place(chunks.keys, key)] + (strange if b == 1 else 0.0)
            total[j + b] += total[j] * chance
    return float(np.log(max(total[codes.size], _NEVER)))


class Side(NamedTuple):
    """Spellings one behind the other, where each begins and ends, and log p of each by itself."""

    codes: Units
    spans: Keys
    alone: Floats


@kernel
def compared(left: Side, right: Side, chunks: Chunks, strange: Floats, lengths: Floats) -> Floats:
    """Give the mutual information per letter of each unit spelling (row) with each letter spelling (column).

    Pairs with fewer letters for a unit than `lengths[0]`, or more than `lengths[1]`, are not looked at:
    `lengths[2]`.
    """
    found = np.full((left.alone.size, right.alone.size), lengths[2])
    for row in range(left.alone.size):
        units = left.codes[left.spans[row, 0] : left.spans[row, 1]]
        for column in range(right.alone.size):
            size = right.spans[column, 1] - right.spans[column, 0]
            if size > 0 and lengths[0] * units.size <= size <= lengths[1] * units.size:
                letters = right.codes[right.spans[column, 0] : right.spans[column, 1]]
                both = joint(units, letters, chunks, strange)
                found[row, column] = max(lengths[2], (both - left.alone[row] - right.alone[column]) / size)
    return found


@kernel
def traced(units: Units, letters: Letters, chunks: Chunks, strange: Floats) -> Units:
    """Give the likeliest cut as rows of (units taken, letters taken)."""
    n, m = units.size, letters.size
    best = np.full((n + 1, m + 1), -np.inf)
    came = np.zeros((n + 1, m + 1), np.int32)
    best[0, 0] = 0.0
    for i in range(n):
        for j in range(m + 1):
            side = np.int64(0)
            for a in range(1, min(MOST_UNITS, n - i) + 1):
                side |= np.int64(units[i + a - 1]) << (SIDE + UNIT_BITS * (a - 1))
                key = side
                for b in range(min(MOST_LETTERS, m - j) + 1):
                    if b > 0:
                        key |= np.int64(letters[j + b - 1]) << (LETTER_BITS * (b - 1))
                    chance = chunks.values[place(chunks.keys, key)] + (strange[b] if a == 1 else 0.0)
                    score = best[i, j] + np.log(max(chance, _NEVER))
                    if score > best[i + a, j + b]:
                        best[i + a, j + b] = score
                        came[i + a, j + b] = a * (MOST_LETTERS + 1) + b
    return steps(came, n, m)


@inlined
def steps(came: Units, n: int, m: int) -> Units:
    """Follow the best cut back from its end."""
    rows = np.zeros((n, 2), np.int32)
    count, i, j = 0, n, m
    while i > 0:
        a, b = came[i, j] // (MOST_LETTERS + 1), came[i, j] % (MOST_LETTERS + 1)
        if a == 0:
            break
        rows[count, 0], rows[count, 1] = a, b
        i, j, count = i - a, j - b, count + 1
    return rows[:count][::-1].copy()
