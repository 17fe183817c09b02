"""Sentences cut into tokens, straight from code points: words, numbers, marks, letters of Han and kana."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from workbench.align.kernel import inlined, kernel
from workbench.align.letters import DIGIT, HANGUL, IDEOGRAPH, JOINER, LETTER, MARK, SPACE, Alphabet

Codes = NDArray[np.uint32]
Offsets = NDArray[np.int64]

SEED, PRIME = np.uint64(0xCBF29CE484222325), np.uint64(0x100000001B3)  # FNV-1a, 64 bits
MIX, SHIFT = np.uint64(0x9E3779B97F4A7C15), np.uint64(29)  # the golden ratio: Fibonacci hashing
DOT, COMMA = ord("."), ord(",")


class Tokens(NamedTuple):
    """Tokens of all sentences in a row: where each starts and ends in the codes, its class and its hash.

    The tokens of sentence k are those from `first[k]` up to `first[k + 1]`.
    """

    first: Offsets
    start: NDArray[np.int64]
    end: NDArray[np.int64]
    kind: NDArray[np.uint8]
    hash: NDArray[np.uint64]


def codes_of(sentences: Sequence[str]) -> tuple[Codes, Offsets]:
    """Give the code points of sentences in a row, and where each sentence starts."""
    codes = np.frombuffer("".join(sentences).encode("utf-32-le", "surrogatepass"), np.uint32)
    offsets = np.zeros(len(sentences) + 1, np.int64)
    np.cumsum(np.fromiter(map(len, sentences), np.int64, len(sentences)), out=offsets[1:])
    return codes, offsets


def tokenise(codes: Codes, offsets: Offsets, letters: Alphabet) -> Tokens:
    """Cut sentences into tokens; the hash is of the folded letters, so that case does not count."""
    return Tokens(*cut(codes, offsets, letters.kind, letters.fold))


@kernel
def cut(
    codes: Codes, offsets: Offsets, kind: NDArray[np.uint8], fold: Codes
) -> tuple[Offsets, NDArray[np.int64], NDArray[np.int64], NDArray[np.uint8], NDArray[np.uint64]]:
    """Fill the arrays of `Tokens`."""
    size = len(codes)
    first = np.zeros(len(offsets), np.int64)
    start, end = np.empty(size, np.int64), np.empty(size, np.int64)
    kinds, hashes = np.empty(size, np.uint8), np.empty(size, np.uint64)
    n = 0
    for sentence in range(len(offsets) - 1):
        k, stop = offsets[sentence], offsets[sentence + 1]
        while k < stop:
            token = kind[codes[k]]
            last = token_end(codes, kind, fold, k, stop)
            if token != SPACE:
                start[n], end[n] = k, last
                kinds[n] = MARK if token == JOINER else token
                hashes[n] = hash_run(codes, fold, k, last)
                n += 1
            k = last
        first[sentence + 1] = n
    return first, start[:n].copy(), end[:n].copy(), kinds[:n].copy(), hashes[:n].copy()


@inlined
def token_end(codes: Codes, kind: NDArray[np.uint8], fold: Codes, k: int, stop: int) -> int:
    """Find where the token that starts at `k` ends."""
    token = kind[codes[k]]
    last = k + 1
    if token in (LETTER, HANGUL):
        while last < stop:
            follows = kind[codes[last]]
            joined = follows == JOINER and last + 1 < stop and kind[codes[last + 1]] == token
            if follows != token and not (joined and token == LETTER):
                break
            last += 1
    elif token == DIGIT:
        while last < stop:
            separator = fold[codes[last]]
            grouped = separator in (DOT, COMMA) and last + 1 < stop and kind[codes[last + 1]] == DIGIT
            if kind[codes[last]] != DIGIT and not grouped:
                break
            last += 1
    return last


@inlined
def hash_run(codes: Codes, fold: Codes, start: int, stop: int) -> np.uint64:
    """Hash folded code points."""
    value = SEED
    for k in range(start, stop):
        value = (value ^ np.uint64(fold[codes[k]])) * PRIME
    return value


@inlined
def mixed(value: np.uint64, salt: int, mask: int) -> int:
    """Turn a hash of some kind of feature into an index up to `mask`."""
    value = (value ^ np.uint64(salt)) * MIX
    value = (value ^ (value >> SHIFT)) * MIX
    return int((value >> np.uint64(20)) & np.uint64(mask))


__all__ = [
    "DIGIT",
    "HANGUL",
    "IDEOGRAPH",
    "LETTER",
    "MARK",
    "Tokens",
    "codes_of",
    "hash_run",
    "mixed",
    "tokenise",
]
