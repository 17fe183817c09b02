"""How many n-grams two sequences share, of every order, without a hash that could collide.

An n-gram is the pair of the two (n−1)-grams it is made of, and each (n−1)-gram that both sides have goes by
a number below the size of a table: so a table of pairs of numbers names all n-grams exactly. One whose
halves do not both occur on the other side cannot either, which leaves little to do for the higher orders.
"""

import numpy as np
from numpy.typing import NDArray

from workbench.score.compiled.codes import Places
from workbench.score.compiled.kernel import inlined, kernel

Numbers = NDArray[np.uint32]  # of what starts at each place
Keys = NDArray[np.uint64]
Counts = NDArray[np.int32]
Flags = NDArray[np.bool_]
NONE = np.uint32(0xFFFFFFFF)  # in place of a number: what starts here is not on both sides
EMPTY = np.uint64(0xFFFFFFFFFFFFFFFF)
MIX = np.uint64(0x9E3779B97F4A7C15)  # the golden ratio: Fibonacci hashing
ONE, ALL = np.uint64(1), np.uint64(64)


@inlined
def width(most: int) -> np.uint64:
    """Give the bits of a place in a table that `most` things fill to the half at most."""
    bits = 3
    while (1 << bits) < 2 * most:
        bits += 1
    return np.uint64(bits)


@kernel
def first_matches(a: Numbers, b: Numbers, bounds: Places, counts: Counts, here: Counts, seen: Flags) -> int:
    """Count the matches of numbered things, each at most as often as the reference that has it most.

    `a` is a hypothesis and `b` its references, reference r from `bounds[r]` to `bounds[r + 1]`. Afterwards
    `seen` tells which numbers the hypothesis has.
    """
    size = ONE << width(len(b))
    counts[:size] = 0
    seen[:size] = False
    for r in range(len(bounds) - 1):
        count = here if r else counts
        for i in range(bounds[r], bounds[r + 1]):
            count[b[i]] += 1
        if r:
            merge(b, bounds[r], bounds[r + 1], counts, here)
    matched = 0
    for i in range(len(a)):
        if a[i] != NONE:
            matched += hit(a[i], counts, seen)
    return matched


@kernel
def next_matches(
    a: Numbers, b: Numbers, bounds: Places, keys: Keys, counts: Counts, here: Counts, seen: Flags
) -> int:
    """Turn numbers of (n−1)-grams into those of n-grams, in place, and count their matches as before."""
    bits = width(len(b))
    keys[: ONE << bits] = EMPTY
    counts[: ONE << bits] = 0
    for r in range(len(bounds) - 1):
        add_pairs(b, bounds[r], bounds[r + 1], bits, keys, here if r else counts, seen)
        if r:
            merge(b, bounds[r], bounds[r + 1], counts, here)
    seen[: ONE << bits] = False
    return find_pairs(a, bits, keys, counts, seen)


@inlined
def add_pairs(
    b: Numbers, start: int, end: int, bits: np.uint64, keys: Keys, count: Counts, seen: Flags
) -> None:
    """Give numbers to the pairs of neighbours of a reference that the hypothesis may have; count them."""
    first = NONE
    for i in range(start, end):
        second = b[i]
        if second != NONE and not seen[second]:
            second = NONE
        if i > start:
            b[i - 1] = NONE
        if first != NONE and second != NONE:  # noqa: PLR1714 -- a set is slow in machine code
            key = (np.uint64(first) << bits) | np.uint64(second)
            place = slot(keys, key, bits)
            keys[place] = key
            count[place] += 1
            b[i - 1] = place
        first = second
    if end > start:
        b[end - 1] = NONE


@inlined
def find_pairs(a: Numbers, bits: np.uint64, keys: Keys, counts: Counts, seen: Flags) -> int:
    """Give numbers to the pairs of neighbours of a hypothesis that a reference has; count their matches."""
    first, matched = NONE, 0
    for i in range(len(a)):
        second, number = a[i], NONE
        if first != NONE and second != NONE:  # noqa: PLR1714 -- a set is slow in machine code
            key = (np.uint64(first) << bits) | np.uint64(second)
            place = slot(keys, key, bits)
            matched += hit(place, counts, seen)  # an empty place counts none
            number = np.uint32(place) if keys[place] == key else NONE
        if i:
            a[i - 1] = number
        first = second
    if len(a):
        a[len(a) - 1] = NONE
    return matched


@inlined
def hit(number: np.uint64, counts: Counts, seen: Flags) -> int:
    """Use up one of the references' counts, if there is any left."""
    some = counts[number] > 0
    counts[number] -= some
    seen[number] = True
    return int(some)


@inlined
def merge(b: Numbers, start: int, end: int, counts: Counts, here: Counts) -> None:
    """Keep the counts of one reference where they are more, and clear them."""
    for i in range(start, end):
        if b[i] != NONE:
            counts[b[i]] = max(counts[b[i]], here[b[i]])
            here[b[i]] = 0


@inlined
def slot(keys: Keys, key: np.uint64, bits: np.uint64) -> np.uint64:
    """Find a key's place, or the empty place where it belongs."""
    place = (key * MIX) >> (ALL - bits)
    while keys[place] != key and keys[place] != EMPTY:
        place = (place + ONE) & ((ONE << bits) - ONE)
    return place
