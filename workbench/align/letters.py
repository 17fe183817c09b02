"""What the scanner knows of each code point: its class, its folded form, and its sound in Latin letters.

Tables are filled for the code points that a text uses, so that no run pays for all of Unicode.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

SPACE, LETTER, HANGUL, IDEOGRAPH, DIGIT, MARK, JOINER = range(7)

UNICODE = 0x110000
CHUNK = 1 << 16  # sentences looked at in one go
SOUND = 8  # letters that the sound of one code point may have

# One mark, however it is drawn: quotation marks and dashes differ between houses, not between sentences.
MARKS = dict(
    zip(
        "‘’“”«»„「」『』《》〈〉、。，！？；：（）–—―−〜・।۔።։؟،؛",
        '\'\'""""""""""""",.,!?;:()-----.....?,;',
        strict=True,
    )
)


def row(spelled: str) -> list[str]:
    """Read sounds that stand in a row, by spaces; - is silent."""
    return [one.strip("-") for one in spelled.split(" ")]


CYRILLIC = dict(
    zip(
        "абвгґдеєжзиіїйклмнопрстуфхцчшщъыьэюяёђјљњћџў",
        row("a b v g g d e e zh z i i i i k l m n o p r s t u f h ts ch sh sh - i - e u a e d j l n ch j u"),
        strict=True,
    )
)
GREEK = dict(
    zip("αβγδεζηθικλμνξοπρσςτυφχψω", row("a v g d e z i th i k l m n ks o p r s s t i f h ps o"), strict=True)
)
LATIN = {"þ": "th", "ð": "d", "æ": "e", "œ": "e", "ø": "o", "ß": "ss", "ł": "l", "đ": "d", "ı": "i"}
# The letters of Hangul, as syllables are built from them.
INITIALS = row("g kk n d tt r m b pp s ss - j jj ch k t p h")
VOWELS = row("a e ya ye o e yo ye o wa we we yo u wo we wi yu - - i")
FINALS = row("- k k k n n n t l k m l l l p l m p p t t n t t k t p t")
# What languages hear alike; c and q are k, the rest is what Korean and kana cannot tell apart.
HEARD = str.maketrans("cqvwxy", "kkbusi")
# Scripts that write no spaces between words, by how the names of their letters begin.
SPACELESS = (
    "CJK", "IDEOGRAPHIC", "HIRAGANA", "KATAKANA", "BOPOMOFO", "THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Alphabet:
    """Class, folded code point, sound (eight letters a number) and smallness of every code point in use."""

    kind: NDArray[np.uint8]
    fold: NDArray[np.uint32]
    sound: NDArray[np.uint64]
    small: NDArray[np.bool_]


def alphabet(texts: Iterable[Sequence[str]]) -> Alphabet:
    """Fill the tables for the code points of some texts."""
    used: set[str] = set()
    for text in texts:
        for start in range(0, len(text), CHUNK):
            used.update(*text[start : start + CHUNK])
    kind, fold = np.zeros(UNICODE, np.uint8), np.zeros(UNICODE, np.uint32)
    sound, small = np.zeros(UNICODE, np.uint64), np.zeros(UNICODE, np.bool_)
    for char in used:
        kind[ord(char)], fold[ord(char)], sound[ord(char)] = letter(char)
        small[ord(char)] = char.islower()
    return Alphabet(kind, fold, sound, small)


@lru_cache(maxsize=1 << 14)
def letter(char: str) -> tuple[int, int, int]:
    """Give the class of a character, its folded code point and its packed sound."""
    plain = MARKS.get(char) or unicodedata.normalize("NFKC", char).lower()
    folded = next((one for one in plain if not unicodedata.combining(one)), char)
    if folded.isdecimal():
        folded = str(unicodedata.decimal(folded))
    return classify(folded), ord(folded), packed(sound(folded))


def classify(char: str) -> int:
    """Tell what a folded character is to the scanner."""
    category, code = unicodedata.category(char), ord(char)
    if char == "'":
        return JOINER
    if 0xAC00 <= code <= 0xD7A3:  # noqa: PLR2004 -- the block of Hangul syllables
        return HANGUL
    if category in {"Lo", "Nl"} and spaceless(char):
        return IDEOGRAPH
    if category == "Nd":
        return DIGIT
    classes = {"L": LETTER, "M": LETTER, "N": MARK, "P": MARK, "S": MARK}
    return classes.get(category[0], SPACE)


@lru_cache(maxsize=1 << 14)
def spaceless(char: str) -> bool:
    """Tell whether a letter belongs to a script that writes no spaces between words."""
    return unicodedata.name(char, "").startswith(SPACELESS)


def sound(char: str) -> str:
    """Spell one folded character in the letters that languages share."""
    code = ord(char) - 0xAC00
    if 0 <= code < 19 * 21 * 28:
        spelled = INITIALS[code // 588] + VOWELS[code // 28 % 21] + FINALS[code % 28]
    elif unicodedata.name(char, "").startswith(("HIRAGANA", "KATAKANA")):
        spelled = unicodedata.name(char).rsplit(" ", 1)[-1].lower()
        spelled = {"tu": "tsu", "si": "shi", "n": "n", "sound mark": ""}.get(spelled, spelled)
    else:
        base = unicodedata.normalize("NFD", char)[0]
        spelled = LATIN.get(char) or CYRILLIC.get(base) or GREEK.get(base) or base
    return "".join(one for one in spelled.translate(HEARD) if "a" <= one <= "z")[:SOUND]


def packed(spelled: str) -> int:
    """Pack up to eight letters into one number, the first lowest."""
    return sum(ord(one) << 8 * place for place, one in enumerate(spelled))
