"""Features that outlive translation: marks, numbers by their value, and how a name sounds."""

import numpy as np
from numpy.typing import NDArray

from workbench.align.features import LONG, NUMBER, PUNCTUATION, SHORT, SKELETON, WHOLE, Features
from workbench.align.kernel import inlined, kernel
from workbench.align.letters import Alphabet
from workbench.align.numerals import Numerals, read_number
from workbench.align.sounds import Heard, hash_letters, skeleton, spell
from workbench.align.tokens import DIGIT, HANGUL, IDEOGRAPH, MARK, Codes, Offsets, Tokens, mixed

SOUND_LETTERS = 48  # of a word; more tell no names apart
SHORT_LETTERS, LONG_LETTERS, LEAST = 4, 6, 3
HALVES = 2  # numbers keep one binary place: 2.5 is not 2
EACH = 8  # features that one token may give, at most
PARTICLE = 5  # syllables at the end of a Korean word that may be particles, and one
Kinds = NDArray[np.uint8]
Ids = NDArray[np.int32]
Sounds = NDArray[np.uint64]


def shared_features(
    codes: Codes, letters: Alphabet, tokens: Tokens, numerals: Numerals, mask: int
) -> Features:
    """Give the features that a sentence and its translation share; ids go up to `mask`."""
    return Features(*shared(codes, letters.fold, letters.sound, tokens, numerals, mask))


@kernel
def shared(
    codes: Codes, fold: Codes, sound: NDArray[np.uint64], tokens: Tokens, numerals: Numerals, mask: int
) -> tuple[Offsets, NDArray[np.int32], Kinds]:
    """Fill the arrays of `Features`."""
    size = EACH * len(tokens.start)
    ids, kinds = np.empty(size, np.int32), np.empty(size, np.uint8)
    begin = np.zeros(len(tokens.first), np.int64)
    heard = np.empty(SOUND_LETTERS, np.uint8)
    n = 0
    for sentence in range(len(tokens.first) - 1):
        k, stop = tokens.first[sentence], tokens.first[sentence + 1]
        while k < stop:
            if tokens.kind[k] == MARK:
                ids[n], kinds[n] = mixed(tokens.hash[k], PUNCTUATION, mask), PUNCTUATION
                n, k = n + 1, k + 1
                continue
            used, value = read_number(codes, fold, tokens, numerals, k, stop)
            if used:
                ids[n], kinds[n] = mixed(np.uint64(value * HALVES + 0.5), NUMBER, mask), NUMBER
                n, k = n + 1, k + used
                continue
            last = k + 1
            if tokens.kind[k] == IDEOGRAPH:
                last = kana_end(codes, sound, tokens, k, stop)
            if tokens.kind[k] != DIGIT:
                begin_at, hangul = tokens.start[k], tokens.kind[k] == HANGUL
                n = cognates(codes, sound, hangul, begin_at, tokens.end[last - 1], heard, ids, kinds, n, mask)
            k = last
        begin[sentence + 1] = n
    return begin, ids[:n].copy(), kinds[:n].copy()


@inlined
def kana_end(codes: Codes, sound: NDArray[np.uint64], tokens: Tokens, k: int, stop: int) -> int:
    """Find where a run of kana ends, which are tokens one by one but sound together."""
    last = k + 1
    while last < stop and tokens.kind[last] == IDEOGRAPH and sound[codes[tokens.start[last]]]:
        if not sound[codes[tokens.start[k]]]:
            break
        last += 1
    return last


@inlined
def cognates(  # noqa: PLR0913, PLR0917 -- a kernel takes what it works on one by one
    codes: Codes,
    sound: Sounds,
    hangul: bool,
    begin: int,
    stop: int,
    heard: Heard,
    ids: Ids,
    kinds: Kinds,
    n: int,
    mask: int,
) -> int:
    """Write the features of how code points sound; a Korean word may end in particles."""
    length = spell(codes, sound, begin, stop, heard)
    for letters, kind in ((SHORT_LETTERS, SHORT), (LONG_LETTERS, LONG), (length, WHOLE)):
        if length >= max(letters, LEAST):
            ids[n], kinds[n] = mixed(hash_letters(heard, letters), kind, mask), kind
            n += 1
    before = 0
    for cut in range(min(PARTICLE if hangul else 1, stop - begin - 1)):
        size = skeleton(heard, spell(codes, sound, begin, stop - cut, heard))
        if size >= LEAST and size != before:
            ids[n], kinds[n] = mixed(hash_letters(heard, size), SKELETON, mask), SKELETON
            n += 1
        before = size
    return n
