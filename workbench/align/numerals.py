"""Numbers in a sentence by their value: 1억1천만 is 110 million, 十二 is twelve, 10월 is October."""

from functools import cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from workbench.align.kernel import inlined, kernel
from workbench.align.tokens import COMMA, DIGIT, DOT, HANGUL, IDEOGRAPH, LETTER, PRIME, SEED, Codes, Tokens
from workbench.lang.spelled_numbers import number_letters, spelled_numbers

GROUP = 3  # digits between thousands separators; any other number of them is decimals
TEN, HUNDRED, THOUSAND = 10.0, 100.0, 1000.0
MYRIAD = 10000.0  # from here on a multiplier takes all that stands before it, in East Asia
ZERO = ord("0")
Number = tuple[float, float, float]  # what is complete, the section below the next myriad, the last digits


class Numerals(NamedTuple):
    """What number words and letters are worth, by sorted hash."""

    words: NDArray[np.uint64]
    word_values: NDArray[np.float64]
    letters: NDArray[np.uint32]
    letter_values: NDArray[np.float64]


@cache
def numerals(language: str) -> Numerals:
    """Prepare the number words of a language for the scanner."""
    words = sorted((hash_word(word), value) for word, value in spelled_numbers(language).items())
    letters = sorted((ord(char), value) for char, value in number_letters().items())
    return Numerals(
        np.array([word for word, _ in words], np.uint64),
        np.array([value for _, value in words], np.float64),
        np.array([code for code, _ in letters], np.uint32),
        np.array([value for _, value in letters], np.float64),
    )


def hash_word(word: str) -> int:
    """Hash a word as the scanner does."""
    value = int(SEED)
    for char in word:
        value = ((value ^ ord(char)) * int(PRIME)) & 0xFFFFFFFFFFFFFFFF
    return value


@inlined
def read_number(
    codes: Codes, fold: Codes, tokens: Tokens, numerals: Numerals, k: int, stop: int
) -> tuple[int, float]:
    """Read a number that starts at token `k`: how many tokens it takes (0: none starts here), its value."""
    so_far, at = (0.0, 0.0, 0.0), k
    while at < stop:
        fits, longer = read_token(codes, fold, tokens, numerals, at, at > k, so_far)
        if not fits:
            break
        so_far, at = longer, at + 1
    return at - k, so_far[0] + so_far[1] + so_far[2]


@kernel
def read_token(  # noqa: PLR0913, PLR0917 -- a kernel takes what it works on one by one
    codes: Codes, fold: Codes, tokens: Tokens, numerals: Numerals, at: int, active: bool, so_far: Number
) -> tuple[bool, Number]:
    """Take one more token into a number, where it fits."""
    begin, end, kind = tokens.start[at], tokens.end[at], tokens.kind[at]
    if kind == DIGIT:
        glued = active and begin == tokens.end[at - 1] and tokens.kind[at - 1] != DIGIT
        fits = not active or (glued and so_far[2] == 0.0)
        return fits, (so_far[0], so_far[1], digits(codes, fold, begin, end))
    if kind == LETTER:
        value = lookup(numerals.words, numerals.word_values, tokens.hash[at])
        return word_fits(value, active, so_far[2]), joined(so_far, value)
    fits = False
    if reads_letters(tokens, at, active):
        for place in range(begin, end):
            value = lookup(numerals.letters, numerals.letter_values, codes[place])
            if value < 0 or (value > TEN and not active and not fits):
                break
            so_far, fits = joined(so_far, value), True
    return fits, so_far


@inlined
def word_fits(value: float, active: bool, digit: float) -> bool:
    """Tell whether a number word may start or go on with a number: "five hundred", but not "five six"."""
    if not active:
        return 0.0 <= value < HUNDRED
    return value >= HUNDRED or (0.0 <= value < TEN and digit == 0.0)


@inlined
def reads_letters(tokens: Tokens, at: int, active: bool) -> bool:
    """Tell whether the letters of a token may be numerals: Han letters, and Hangul right after digits."""
    adjacent = active and tokens.start[at] == tokens.end[at - 1]
    kind = tokens.kind[at]
    return (kind == IDEOGRAPH and (adjacent or not active)) or (kind == HANGUL and adjacent)


@inlined
def joined(so_far: Number, value: float) -> Number:
    """Take one more numeral into a number: digits wait for what multiplies them."""
    total, section, digit = so_far
    if value < TEN:
        return total, section, digit * TEN + value
    if value < HUNDRED and value != TEN:
        return total, section + value, 0.0
    if value >= MYRIAD or (value == THOUSAND and section > 0.0):
        return total + max(1.0, section + digit) * value, 0.0, 0.0
    return total, section + max(1.0, digit) * value, 0.0


@inlined
def digits(codes: Codes, fold: Codes, start: int, stop: int) -> float:
    """Read digits with separators: three digits after one are thousands, else decimals."""
    value, scale = 0.0, 0.0
    for k in range(start, stop):
        code = fold[codes[k]]
        if code in (DOT, COMMA):
            run = 0
            while k + 1 + run < stop and fold[codes[k + 1 + run]] not in (DOT, COMMA):
                run += 1
            if run != GROUP:
                scale = 1.0
        else:
            value = value * TEN + (np.float64(code) - ZERO)
            scale *= TEN
    return value / scale if scale else value


@inlined
def lookup(keys: NDArray[Any], values: NDArray[np.float64], key: np.integer[Any]) -> float:
    """Find a value by its sorted key; -1 when there is none."""
    place = np.searchsorted(keys, key)
    if place < len(keys) and keys[place] == key:
        return float(values[place])
    return -1.0
