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
def matches(a: Numbers, b: Numbers, bounds: Places, count: Counts, here: Counts, seen: Flags) -> int:
    """Count the matches of numbered things, each at most as often as the reference that has it most.

    `a` is a hypothesis and `b` its references, reference r from `bounds[r]` to `bounds[r + 1]`. Afterwards
    `seen` tells which numbers the hypothesis has.
    """
    size = ONE << width(len(b))
    count[:size] = 0
    seen[:size] = False
    for r in range(len(bounds) - 1):
        count_one(b[bounds[r] : bounds[r + 1]], count if r == 0 else here)
        if r:
            merge(b[bounds[r] : bounds[r + 1]], count, here)
    matched = 0
    for i in range(len(a)):
        if a[i] != NONE:
            hit = count[a[i]] > 0
            count[a[i]] -= hit
            seen[a[i]] = True
            matched += hit
    return matched


@kernel
def count_one(b: Numbers, count: Counts) -> None:
    """Count the things of one reference."""
    for i in range(len(b)):
        if b[i] != NONE:
            count[b[i]] += 1


@kernel
def merge(b: Numbers, count: Counts, here: Counts) -> None:
    """Keep the counts of one reference where they are more, and clear them."""
    for i in range(len(b)):
        if b[i] != NONE:
            count[b[i]] = max(count[b[i]], here[b[i]])
            here[b[i]] = 0


@kernel
def lengthen(a: Numbers, b: Numbers, bounds: Places, keys: Keys, seen: Flags) -> None:
    """Turn numbers of (n−1)-grams into those of n-grams in place, after their matches were counted."""
    bits = width(len(b))
    keys[: ONE << bits] = EMPTY
    for r in range(len(bounds) - 1):
        number_pairs(b[bounds[r] : bounds[r + 1]], keys, seen, bits, True)
    number_pairs(a, keys, seen, bits, False)


@kernel
def number_pairs(numbers: Numbers, keys: Keys, seen: Flags, bits: np.uint64, add: bool) -> None:
    """Give pairs of neighbours the number of their place in a table; `add` those that are not there."""
    first = NONE
    for i in range(len(numbers)):
        second = numbers[i]
        if add and second != NONE and not seen[second]:
            second = NONE
        if i:
            numbers[i - 1] = NONE
        if first != NONE and second != NONE:  # noqa: PLR1714 -- a set is slow in machine code
            key = (np.uint64(first) << bits) | np.uint64(second)
            place = slot(keys, key, bits)
            if add:
                keys[place] = key
            if keys[place] == key:
                numbers[i - 1] = place
        first = second
    if len(numbers):
        numbers[len(numbers) - 1] = NONE


@inlined
def slot(keys: Keys, key: np.uint64, bits: np.uint64) -> np.uint64:
    """Find a key's place, or the empty place where it belongs."""
    place = (key * MIX) >> (ALL - bits)
    while keys[place] != key and keys[place] != EMPTY:
        place = (place + ONE) & ((ONE << bits) - ONE)
    return place
