"""How a word sounds, spelled in letters that many languages share, and its skeleton of consonants."""

import numpy as np
from numpy.typing import NDArray

from workbench.align.kernel import inlined
from workbench.align.tokens import PRIME, SEED, Codes

Heard = NDArray[np.uint8]
BYTE, LOW = np.uint64(8), np.uint64(0xFF)
VOWEL = ord("a")
N, G = ord("n"), ord("g")
# Letters of a skeleton: what Korean and kana hear as one letter is one; vowels are 1, h is silent.
FOLDED = np.zeros(256, np.uint8)
for _letters, _heard in (
    ("aeiouwy", "\x01"),
    ("bpfv", "p"),
    ("kgcq", "k"),
    ("td", "t"),
    ("lr", "l"),
    ("sx", "s"),
    ("zj", "j"),
    ("m", "m"),
    ("n", "n"),
):
    for _letter in _letters:
        FOLDED[ord(_letter)] = ord(_heard)


@inlined
def spell(codes: Codes, sound: NDArray[np.uint64], start: int, stop: int, heard: Heard) -> int:
    """Write the sound of code points into `heard`; give the number of letters."""
    n = 0
    for k in range(start, stop):
        letters = sound[codes[k]]
        while letters and n < len(heard):
            heard[n] = letters & LOW
            letters >>= BYTE
            n += 1
    return n


@inlined
def skeleton(heard: Heard, length: int) -> int:
    """Reduce what was heard to its consonants, in place: doubled once, a vowel kept only at the head."""
    n, before = 0, 0
    for k in range(length):
        letter = FOLDED[heard[k]]
        nasal = heard[k] == G and before == N and (k + 1 == length or FOLDED[heard[k + 1]] != 1)
        if letter == 0 or nasal:
            continue
        if letter not in (1, before):
            heard[n] = letter
            n += 1
        elif letter == 1 and k == 0:
            heard[n] = VOWEL
            n += 1
        before = letter
    return n


@inlined
def hash_letters(heard: Heard, length: int) -> np.uint64:
    """Hash the first letters of what was heard."""
    value = SEED
    for k in range(length):
        value = (value ^ np.uint64(heard[k])) * PRIME
    return value
