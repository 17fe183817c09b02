"""A name in another script as the units its sound is learnt by: jamo, pinyin, letters, characters."""

import re
import unicodedata
from functools import cache
from importlib.resources import files

from workbench.names.sounds.hangul import jamo
from workbench.names.sounds.letters import SPACE, folded

_DASHES = str.maketrans(
    {"·": " ", "・": " ", "‧": " ", "•": " ", "\u00a0": " ", "\u3000": " ", "=": " ", "＝": " ", "_": " "}
)
# Full stops, apostrophes and hyphens inside a name are not heard; Arabic short vowels and stretching neither.
_UNHEARD = {
    ".",
    ",",
    "'",
    "’",
    "‘",
    "-",
    "‐",
    "–",
    "ʼ",
    "ʻ",
    "ـ",
    "\u200c",
    "\u200d",
    "\u200e",
    "\u200f",
    '"',
    "(",
    ")",
}
# Latin spellings that are not the right one: mangled by rule, mangled worse, Revised Romanisation of Korean.
ROMANISED = "rr"  # Revised Romanisation of Korean
LATIN = frozenset({"la", "lh", ROMANISED})
# Letters that are one sound in romanised Korean and its like: as one unit, two units reach four letters.
_SOUNDS = re.compile(
    r"y?eo|eu|[yw]?ae|oe|ui|oo|ee|ou|ch|sh|th|ph|kh|ts|ng(?![aeiouyw])|kk|tt|pp|ss|jj|ll|er(?![aeiouyw])|."
)
_TO_KATAKANA = {hiragana: hiragana + 0x60 for hiragana in range(ord("ぁ"), ord("ゖ") + 1)}
_HAMZA = str.maketrans("أإآٱىةؤئ", "اااايهوي")


def units(form: str, language: str) -> list[str]:
    """Give the units of a name for a table (`ko`, `ru`, `ar`, `zh`, `ja`, `la`), words parted by `_`."""
    text = unicodedata.normalize("NFKC", form).translate(_DASHES).lower()
    words = [[unit for unit in split(word, language) if unit not in _UNHEARD] for word in text.split()]
    return [unit for word in words if word for unit in (SPACE, *word)][1:]


def split(word: str, language: str) -> list[str]:
    """Give the units of one word."""
    if language == "ko":
        return jamo(word)
    if language == "zh":
        return [readings().get(letter, letter) for letter in word]
    if language == "ja":
        return list(word.translate(_TO_KATAKANA))
    if language in LATIN:
        return _SOUNDS.findall(folded(word))
    return [mark for mark in word if not unicodedata.combining(mark)]


@cache
def readings() -> dict[str, str]:
    """Read the pinyin of each Han character, without tones."""
    table = files("workbench.names.sounds").joinpath("data/pinyin.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in table.split("\n") if line and not line.startswith("#"))
    return {character: syllable for syllable, characters in rows for character in characters}
