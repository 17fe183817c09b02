"""Learn from pairs of names how one script writes another.

A joint model of chunks by expectation maximisation, with the digamma of the expected counts in place of the
counts (variational Bayes): chunks that few pairs need die out.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import exp

import numpy as np

from workbench.names.sounds.lattice import MOST_LETTERS, MOST_UNITS, Chunks, Floats, Keys, filled
from workbench.names.sounds.letters import SPACE, codes, folded
from workbench.names.sounds.orders import orders
from workbench.names.sounds.table import Table
from workbench.names.sounds.training import Corpus, collect, expect
from workbench.names.sounds.units import units
from workbench.progress import Report, silent

_LONGEST = 48  # units or letters; what is longer is a sentence
_FIRST_TABLE = 1 << 18
_ROOM = 2.5  # places in a table for each chunk
# Below this the digamma's series is not exact to seven digits; its recurrence leads up to it.
_SERIES_FROM = 6


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to learn; the values measured best on the development splits of four scripts."""

    rounds: int = 8
    extra: float = exp(-2.0)  # a factor for each unit or letter beyond the first of a chunk
    prior: float = 0.5  # the Dirichlet prior of a chunk
    rare: float = 0.01  # expected counts under which a chunk is dropped
    first_rare: float = 0.01  # the same after the first round, which knows little yet


def learn(
    pairs: Iterable[tuple[str, str]], language: str, recipe: Recipe = Recipe(), report: Report = silent
) -> Table:
    """Learn a table from pairs (form in the script, form in Latin letters)."""
    corpus, alphabet = gathered(pairs, language)
    chunks = start(corpus)
    keys, counts = chunks.keys, chunks.values
    for done in range(recipe.rounds):
        counts = np.zeros(chunks.keys.size)
        expect(corpus, chunks, ways_out(recipe.extra), counts)
        kept = counts >= (recipe.rare if done else recipe.first_rare)
        keys, counts = chunks.keys[kept], counts[kept]
        chunks = table_of(keys, weights(counts, recipe.prior))
        report(done + 1, recipe.rounds)
    return Table(tuple(alphabet), keys, counts)


def gathered(pairs: Iterable[tuple[str, str]], language: str) -> tuple[Corpus, dict[str, int]]:
    """Spell out pairs, each in all its orders; give them with the codes of units."""
    alphabet: dict[str, int] = {}
    group: list[int] = []
    left: list[list[int]] = []
    right: list[bytes] = []
    for index, (form, name) in enumerate(pairs):
        letters = folded(name)
        spelt = units(form, language)
        most = max(spelt.count(SPACE), letters.count(SPACE))  # a run is not cut where the name has one word
        for order in orders(spelt, language):
            if 0 < len(letters) <= _LONGEST and 0 < len(order) <= _LONGEST and order.count(SPACE) <= most:
                group.append(index)
                left.append([alphabet.setdefault(unit, len(alphabet) + 1) for unit in order])
                right.append(codes(letters).tobytes())
    corpus = Corpus(
        np.array([code for row in left for code in row], np.int32),
        np.cumsum([0, *map(len, left)]),
        np.frombuffer(b"".join(right), np.uint8),
        np.cumsum([0, *map(len, right)]),
        np.array(group, np.int64),
    )
    return corpus, alphabet


def start(corpus: Corpus) -> Chunks:
    """Give a table of every possible chunk, all alike."""
    size = _FIRST_TABLE
    keys = np.zeros(size, np.int64)
    while not collect(corpus, keys):
        size *= 2
        keys = np.zeros(size, np.int64)
    return Chunks(keys, np.full(size, 1 / size))


def table_of(keys: Keys, values: Floats) -> Chunks:
    """Give a table for looking chunks up."""
    return filled(keys, values, 1 << int(np.ceil(np.log2(_ROOM * keys.size + 2))))


def ways_out(extra: float) -> Floats:
    """Give the factor of each way out of a cell."""
    return np.array(
        [extra ** (a + max(b - 1, 0)) for a in range(MOST_UNITS) for b in range(MOST_LETTERS + 1)]
    )


def weights(counts: Floats, prior: float) -> Floats:
    """Give the chunks' weights from their expected counts."""
    return np.exp(digamma(counts + prior) - digamma(np.array([counts.sum() + prior * counts.size])))


def digamma(x: Floats) -> Floats:
    """Give the derivative of the logarithm of the gamma function (Abramowitz and Stegun, 6.3.5, 6.3.18)."""
    below = np.zeros_like(x)
    x = x.copy()
    for _ in range(_SERIES_FROM):
        small = x < _SERIES_FROM
        below[small] -= 1 / x[small]
        x[small] += 1
    square = 1 / (x * x)
    return below + np.log(x) - 0.5 / x - square * (1 / 12 - square * (1 / 120 - square / 252))
