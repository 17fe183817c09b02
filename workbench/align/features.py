"""What sentences of one language can have in common: words, marks, prefixes, neighbours, as integer ids."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from workbench.align.kernel import inlined, kernel
from workbench.align.tokens import (
    DIGIT,
    HANGUL,
    IDEOGRAPH,
    LETTER,
    MARK,
    Codes,
    Offsets,
    Tokens,
    hash_run,
    mixed,
)

# Kinds of features, and the share of a rare word that each weighs: the study's values, see the package.
WORD, PUNCTUATION, PREFIX, BIGRAM, PAIR, NUMBER, SHORT, LONG, WHOLE, SKELETON = range(10)
KIND_WEIGHTS = np.array([1.0, 0.4, 0.5, 0.35, 1.0, 1.0, 0.4, 0.3, 0.3, 0.25], np.float32)

LONG_WORD, PREFIX_LETTERS, STEM_SYLLABLES = 5, 4, 2
MIXER = np.uint64(0x9E3779B97F4A7C15)


class Features(NamedTuple):
    """Feature ids of sentences in a row, sentence k from `first[k]` to `first[k + 1]`, and kinds."""

    first: Offsets
    ids: NDArray[np.int32]
    kinds: NDArray[np.uint8]


def own_features(codes: Codes, fold: Codes, tokens: Tokens, mask: int) -> Features:
    """Give the features that sentences of the same language share; ids go up to `mask`."""
    return Features(*own(codes, fold, tokens.first, tokens.start, tokens.end, tokens.kind, tokens.hash, mask))


@kernel
def own(  # noqa: PLR0913, PLR0917 -- a kernel takes what it works on one by one
    codes: Codes,
    fold: Codes,
    first: Offsets,
    start: Offsets,
    end: Offsets,
    kind: NDArray[np.uint8],
    hashes: NDArray[np.uint64],
    mask: int,
) -> tuple[Offsets, NDArray[np.int32], NDArray[np.uint8]]:
    """Fill the arrays of `Features`: at most three for each token."""
    size = 3 * len(start)
    ids, kinds = np.empty(size, np.int32), np.empty(size, np.uint8)
    begin = np.zeros(len(first), np.int64)
    n = 0
    for sentence in range(len(first) - 1):
        before = np.uint64(0)
        for k in range(first[sentence], first[sentence + 1]):
            token, value = kind[k], hashes[k]
            if token == MARK:
                ids[n], kinds[n] = mixed(value, PUNCTUATION, mask), PUNCTUATION
                n += 1
                continue
            ids[n], kinds[n] = mixed(value, WORD, mask), WORD
            n += 1
            if before != np.uint64(0):
                ids[n] = mixed(value ^ (before * MIXER), BIGRAM, mask)
                kinds[n] = PAIR if token == IDEOGRAPH else BIGRAM
                n += 1
            letters = stem_letters(token, end[k] - start[k])
            if letters:
                ids[n] = mixed(hash_run(codes, fold, start[k], start[k] + letters), PREFIX, mask)
                kinds[n] = PREFIX
                n += 1
            before = value
        begin[sentence + 1] = n
    return begin, ids[:n].copy(), kinds[:n].copy()


@inlined
def stem_letters(token: int, length: int) -> int:
    """Tell how many letters at the head of a word stand for its stem; 0 when the word is its own."""
    if token == LETTER and length >= LONG_WORD:
        return PREFIX_LETTERS
    if token == HANGUL and length > STEM_SYLLABLES:
        return STEM_SYLLABLES
    return 0


__all__ = ["DIGIT", "KIND_WEIGHTS", "Features", "own_features"]
