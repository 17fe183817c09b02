"""Letters and words by numbers: the same number for the same letter or word, and no other."""

import numpy as np
from numpy.typing import NDArray

from workbench.score.compiled.codes import Codes, Places
from workbench.score.compiled.kernel import inlined, kernel
from workbench.score.compiled.kinds import SPACE, Kinds
from workbench.score.compiled.matching import ALL, EMPTY, MIX, NONE, ONE, Numbers

Marks = NDArray[np.int64]
SEED, PRIME = np.uint64(0xCBF29CE484222325), np.uint64(0x100000001B3)  # FNV-1a, 64 bits
HIGHEST = np.uint64(1 << 63)
SHORT, LETTER, COMMON = 7, np.uint64(9), np.uint64(510)  # seven letters of nine bits, never all set


@kernel
def letters(codes: Codes, first: int, last: int, kinds: Kinds, into: Numbers) -> int:
    """Copy what is not space; give how much it is."""
    n = 0
    for k in range(first, last):
        into[n] = codes[k]
        n += kinds[codes[k]] != SPACE
    return n


@kernel
def number_letters(marks: Marks, stamp: int, a: Numbers, b: Numbers) -> None:
    """Give numbers to the letters of a reference, and to those of the hypothesis that it has.

    A letter's mark is the stamp of this reference plus the letter's number, or older and less.
    """
    known = 0
    for i in range(len(b)):
        mark = marks[b[i]]
        if mark < stamp:
            mark = stamp + known
            marks[b[i]] = mark
            known += 1
        b[i] = mark - stamp
    for i in range(len(a)):
        mark = marks[a[i]]
        a[i] = mark - stamp if mark >= stamp else NONE


@kernel
def number_words(
    codes: Codes,
    start: Places,
    end: Places,
    into: Numbers,
    keys: NDArray[np.uint64],
    words: Places,
    known: Codes,
    known_start: Places,
    known_end: Places,
    bits: np.uint64,
    add: bool,
) -> None:
    """Give words their place in a table of the references' words; `add` those themselves.

    A key may be a hash, and collide: `words[place]` is a word that has the number, to compare with.
    """
    if add:
        keys[: ONE << bits] = EMPTY
    for i in range(len(into)):
        key = key_of(codes, start[i], end[i])
        place = (key * MIX) >> (ALL - bits)
        while keys[place] != EMPTY:
            word = words[place]
            if keys[place] == key and (
                key >= HIGHEST or same(codes, start[i], end[i], known, known_start[word], known_end[word])
            ):
                break
            place = (place + ONE) & ((ONE << bits) - ONE)
        if add and keys[place] == EMPTY:
            keys[place], words[place] = key, i
        into[i] = NONE if keys[place] == EMPTY else place


@inlined
def key_of(codes: Codes, first: int, last: int) -> np.uint64:
    """Write a short word of common letters as a number, which tells it from all others; hash any other.

    The number has the highest bit, the hash has not; neither is EMPTY.
    """
    value, word, every = SEED, np.uint64(0), np.uint64(0)
    for k in range(first, last):
        code = np.uint64(codes[k])
        value = (value ^ code) * PRIME
        word = (word << LETTER) | (code + ONE)
        every |= code
    return word | HIGHEST if last - first <= SHORT and every < COMMON else value >> ONE


@inlined
def same(a: Codes, first: int, last: int, b: Codes, other: int, end: int) -> bool:
    """Tell whether two stretches are the same."""
    alike = last - first == end - other
    if alike:
        for k in range(last - first):
            if a[first + k] != b[other + k]:
                alike = False
                break
    return alike
