"""A dictionary learned from the beads so far: IBM model 1 both ways, and what of it can be trusted."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from workbench.align.block import Bag, Ids
from workbench.align.coarse import Path
from workbench.align.kernel import kernel
from workbench.align.model_one import expect, meetings
from workbench.align.tokens import Offsets
from workbench.align.weights import Floats

SENTENCES = 4  # beads of more teach little
PAIRS = 1 << 24  # word pairs looked at, at most: a sample of beads is enough
BEAD_PAIRS = 1 << 16  # of one bead: what is longer is no sentence
DISCOUNT, TRUST, TOGETHER, BEST = 0.57, 0.06, 2, 4  # the study's: see the package


class Lexicon(NamedTuple):
    """Translations of each word of a: words of b with their trust, from `first[s]` up to `first[s + 1]`."""

    first: Offsets
    words: Ids
    trust: Floats


def learn(a: Bag, b: Bag, sizes: tuple[int, int], path: Path) -> Lexicon:
    """Learn from beads; ids of the bags go up to `sizes`."""
    used = path[(path[:, 1] > path[:, 0]) & (path[:, 3] > path[:, 2])]
    used = used[(used[:, 1] - used[:, 0] + used[:, 3] - used[:, 2]) <= SENTENCES]
    lengths = (a.first[used[:, 1]] - a.first[used[:, 0]]) * (b.first[used[:, 3]] - b.first[used[:, 2]])
    used, lengths = used[lengths <= BEAD_PAIRS], lengths[lengths <= BEAD_PAIRS]
    stride = int(lengths.sum()) // PAIRS + 1
    used = np.ascontiguousarray(used[::stride])
    names, pairs, first = meetings(a.first, a.ids, b.first, b.ids, sizes[1], used)
    one, two = (names // sizes[1]).astype(np.int32), (names % sizes[1]).astype(np.int32)
    forward, backward, met = expect(pairs, first, one, two, sizes)
    seen_a, seen_b = occurrences(a, used[:, :2], sizes[0]), occurrences(b, used[:, 2:], sizes[1])
    trust = (np.sqrt(forward * backward) - DISCOUNT) / np.sqrt(seen_a[one] * seen_b[two])
    kept = (met >= TOGETHER) & (trust > TRUST)
    return Lexicon(*best(one[kept], two[kept], trust[kept].astype(np.float32), sizes[0]))


def occurrences(words: Bag, spans: Path, size: int) -> NDArray[np.int64]:
    """Count how often each word stands in the beads learned from."""
    starts, stops = (np.bincount(spans[:, k], minlength=len(words.first)) for k in (0, 1))
    inside = np.cumsum(starts - stops)[:-1] > 0
    return np.bincount(words.ids[np.repeat(inside, np.diff(words.first))], minlength=size)


@kernel
def best(one: Ids, two: Ids, trust: Floats, size: int) -> tuple[Offsets, Ids, Floats]:
    """Keep the most trusted translations of each word, the most trusted first; of equals the first met."""
    words, kept = np.zeros((size, BEST), np.int32), np.zeros((size, BEST), np.float32)
    for k in range(len(one)):
        row, value, place = kept[one[k]], trust[k], BEST
        while place > 0 and row[place - 1] < value:
            place -= 1
        for later in range(BEST - 1, place, -1):
            row[later], words[one[k], later] = row[later - 1], words[one[k], later - 1]
        if place < BEST:
            row[place], words[one[k], place] = value, two[k]
    first = np.zeros(size + 1, np.int64)
    for word in range(size):
        first[word + 1] = first[word] + (kept[word] > 0.0).sum()
    chosen = kept.ravel() > 0.0
    return first, words.ravel()[chosen], kept.ravel()[chosen]


@kernel
def translated(words: Bag, lexicon: Lexicon, gain: float, shift: int) -> tuple[Offsets, Ids, Floats]:
    """Give for sentences of a the words of b that they make likely, numbered from `shift`."""
    first, entries, total = words.first, lexicon.first, 0
    for name in words.ids:
        total += entries[name + 1] - entries[name]
    begin = np.zeros(len(first), np.int64)
    found, counts, n = np.empty(total, np.int32), np.empty(total, np.float32), 0
    for sentence in range(len(first) - 1):
        for k in range(first[sentence], first[sentence + 1]):
            for entry in range(entries[words.ids[k]], entries[words.ids[k] + 1]):
                found[n], counts[n] = lexicon.words[entry] + shift, min(1.0, lexicon.trust[entry]) * gain
                n += 1
        begin[sentence + 1] = n
    return begin, found, counts
