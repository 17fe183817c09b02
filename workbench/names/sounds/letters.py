"""Latin names as numbers: the letters the engine tells apart, diacritics kept where names differ by them."""

import unicodedata
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.uint8]

SPACE = "_"
# The space, the alphabet, and the marked letters seen thirty times or more in the Latin names of the training
# data; any other letter counts as the one it is built on. The order is part of the shipped tables.
LETTERS = (
    SPACE + "abcdefghijklmnopqrstuvwxyz" + "éōáćöšüčíóäūłžèçıñøńşăýúāğïëåėßâđàəīæãřśņżðţěęôőêēąòîļňõþìľķưźůơœ"
)
_CODE = {letter: code for code, letter in enumerate(LETTERS, 1)}
_BYTES = str.maketrans({letter: chr(code) for letter, code in _CODE.items()})
_SAME = str.maketrans({"ș": "ş", "ț": "ţ", "ǝ": "ə", "ǩ": "k", "ħ": "h", "ŋ": "n", "ſ": "s"})
# Letters with a stroke and ligatures, which Unicode does not take apart, as they are written without.
_PLAIN = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ə": "a"})
_BETWEEN = str.maketrans(dict.fromkeys(" \t\u00a0_,/", SPACE))
# The same for text of the 128 signs of ASCII, in one go.
_PLAINLY = {sign: None for sign in range(128) if chr(sign) not in _CODE} | _BETWEEN


@lru_cache(maxsize=1 << 16)
def folded(name: str) -> str:
    """Give a name's letters alone, small, `_` between words; hyphens, apostrophes and dots are dropped."""
    if name.isascii():
        kept = name.lower().translate(_PLAINLY)
    else:
        text = unicodedata.normalize("NFC", name).lower().translate(_SAME).translate(_BETWEEN)
        kept = "".join(letter if letter in _CODE else base(letter) for letter in text)
    return SPACE.join(part for part in kept.split(SPACE) if part)


def base(letter: str) -> str:
    """Give the letters a marked letter is built on; nothing for what is no Latin letter."""
    bare = unicodedata.normalize("NFKD", letter)
    return "".join(sign for sign in bare if sign in _CODE and sign != SPACE)


def unmarked(text: str) -> str:
    """Give folded letters as one writes them who has no diacritics."""
    return text if text.isascii() else "".join(map(base, text.translate(_PLAIN)))


def packed(text: str) -> bytes:
    """Give the codes of folded letters as bytes."""
    return text.translate(_BYTES).encode("latin-1")


def codes(text: str) -> Codes:
    """Give the codes of folded letters."""
    return np.frombuffer(packed(text), np.uint8)


def spelled(numbers: Codes) -> str:
    """Give the folded letters of codes."""
    return "".join(LETTERS[code - 1] for code in numbers)
