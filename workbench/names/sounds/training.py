"""The inner loops of learning a table: expected counts of chunks over all ways to cut every pair of names."""

from typing import NamedTuple

import numpy as np

from workbench.names.sounds.lattice import (
    LETTER_BITS,
    MOST_LETTERS,
    MOST_UNITS,
    SIDE,
    UNIT_BITS,
    Chunks,
    Floats,
    Keys,
    Letters,
    Units,
    place,
)
from workbench.names.sounds.machine import inlined, kernel

WAYS = MOST_UNITS * (MOST_LETTERS + 1)
_FULL = 0.6  # of a table, beyond which looking up gets slow
_MOST_READINGS = 8  # of one pair
_NO_SHARE = 1e-6


class Corpus(NamedTuple):
    """Pairs of spellings one behind the other; neighbours of one `group` are ways to read one pair."""

    units: Units
    unit_from: Keys
    letters: Letters
    letter_from: Keys
    group: Keys


class Pair(NamedTuple):
    """One pair in the arrays of a corpus."""

    u: int
    n: int
    v: int
    m: int


class Bench(NamedTuple):
    """Room to work in, for each reading of a pair: the places of chunks, and sums from the front."""

    places: Units  # reading, cell, way
    forward: Floats  # reading, cell
    backward: Floats  # cell
    totals: Floats  # reading


@inlined
def pair_at(corpus: Corpus, index: int) -> Pair:
    """Give the k-th pair."""
    u, v = corpus.unit_from[index], corpus.letter_from[index]
    return Pair(u, corpus.unit_from[index + 1] - u, v, corpus.letter_from[index + 1] - v)


@kernel
def collect(corpus: Corpus, keys: Keys) -> bool:
    """Enter every chunk that any cut of any pair can use into an empty table; False if it is too small."""
    count = 0
    for index in range(corpus.group.size):
        pair = pair_at(corpus, index)
        for i in range(pair.n):
            for j in range(pair.m + 1):
                count += enter(corpus, pair, i, j, keys)
        if count > _FULL * keys.size:
            return False
    return True


@inlined
def enter(corpus: Corpus, pair: Pair, i: int, j: int, keys: Keys) -> int:
    """Enter the chunks that begin in one cell; give how many were new."""
    new = 0
    side = np.int64(0)
    for a in range(1, min(MOST_UNITS, pair.n - i) + 1):
        side |= np.int64(corpus.units[pair.u + i + a - 1]) << (SIDE + UNIT_BITS * (a - 1))
        key = side
        for b in range(min(MOST_LETTERS, pair.m - j) + 1):
            if b > 0:
                key |= np.int64(corpus.letters[pair.v + j + b - 1]) << (LETTER_BITS * (b - 1))
            at = place(keys, key)
            new += keys[at] == 0
            keys[at] = key
    return new


@kernel
def read(corpus: Corpus, pair: Pair, chunks: Chunks, bench: Bench, way: int, extra: Floats) -> float:
    """Sum over all cuts of a pair from the front; give the sum of them all."""
    places, forward = bench.places[way], bench.forward[way]
    forward[: (pair.n + 1) * (pair.m + 1)] = 0.0
    forward[0] = 1.0
    for i in range(pair.n):
        for j in range(pair.m + 1):
            cell = i * (pair.m + 1) + j
            side = np.int64(0)
            for a in range(1, min(MOST_UNITS, pair.n - i) + 1):
                side |= np.int64(corpus.units[pair.u + i + a - 1]) << (SIDE + UNIT_BITS * (a - 1))
                key = side
                for b in range(min(MOST_LETTERS, pair.m - j) + 1):
                    if b > 0:
                        key |= np.int64(corpus.letters[pair.v + j + b - 1]) << (LETTER_BITS * (b - 1))
                    at = place(chunks.keys, key)
                    way_out = (a - 1) * (MOST_LETTERS + 1) + b
                    places[cell, way_out] = at
                    forward[cell + a * (pair.m + 1) + b] += forward[cell] * chunks.values[at] * extra[way_out]
    return float(forward[(pair.n + 1) * (pair.m + 1) - 1])


@kernel
def count(pair: Pair, chunks: Chunks, bench: Bench, way: int, extra: Floats, counts: Floats) -> None:
    """Add what each chunk is expected to take part in; `backward` of the last cell is the pair's weight."""
    places, forward, backward = bench.places[way], bench.forward[way], bench.backward
    for i in range(pair.n - 1, -1, -1):
        for j in range(pair.m, -1, -1):
            cell = i * (pair.m + 1) + j
            behind = 0.0
            for a in range(1, min(MOST_UNITS, pair.n - i) + 1):
                for b in range(min(MOST_LETTERS, pair.m - j) + 1):
                    way_out = (a - 1) * (MOST_LETTERS + 1) + b
                    at = places[cell, way_out]
                    ahead = chunks.values[at] * extra[way_out] * backward[cell + a * (pair.m + 1) + b]
                    behind += ahead
                    counts[at] += forward[cell] * ahead
            backward[cell] = behind


@kernel
def expect(corpus: Corpus, chunks: Chunks, extra: Floats, counts: Floats) -> float:
    """Add the expected counts of chunks to `counts`; give the logarithm of the likelihood.

    The ways to read one pair share its weight by their likelihood. `extra` has the factor for each way out
    of a cell, lower for longer chunks.
    """
    bench = room(corpus)
    likelihood, index = 0.0, 0
    while index < corpus.group.size:
        last = index
        whole = 0.0
        while (
            last < min(corpus.group.size, index + _MOST_READINGS)
            and corpus.group[last] == corpus.group[index]
        ):
            bench.totals[last - index] = read(
                corpus, pair_at(corpus, last), chunks, bench, last - index, extra
            )
            whole += bench.totals[last - index]
            last += 1
        if whole > 0.0:
            likelihood += np.log(whole)
            for way in range(last - index):
                pair = pair_at(corpus, index + way)
                if bench.totals[way] > _NO_SHARE * whole:
                    bench.backward[: (pair.n + 1) * (pair.m + 1)] = 0.0
                    bench.backward[(pair.n + 1) * (pair.m + 1) - 1] = 1.0 / whole
                    count(pair, chunks, bench, way, extra, counts)
        index = last
    return likelihood


@inlined
def room(corpus: Corpus) -> Bench:
    """Make room for the longest pair."""
    cells = 0
    for index in range(corpus.group.size):
        pair = pair_at(corpus, index)
        cells = max(cells, (pair.n + 1) * (pair.m + 1))
    return Bench(
        np.zeros((_MOST_READINGS, cells, WAYS), np.int32),
        np.zeros((_MOST_READINGS, cells)),
        np.zeros(cells),
        np.zeros(_MOST_READINGS),
    )
