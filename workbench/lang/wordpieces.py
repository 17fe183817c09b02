"""Text as pieces of words: how BERT's uncased English models cut what they read (Devlin et al. 2019).

A word is cut, from its start, into the longest pieces that the vocabulary has; in small letters and without
accents. `data/wordpieces.txt` has one piece a line, its number the line's from 0; "##" begins what goes on.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from workbench.lang.remembered import remembered

_LONGEST = 100  # letters of a word that is cut up; a longer one is unknown
_SYMBOLS = frozenset("$+<=>^`|~")  # stand alone, too, though Unicode has them for symbols


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text: its number in the vocabulary, and its place [start, end) in code points."""

    number: int
    start: int
    end: int


@cache
def numbers() -> Mapping[str, int]:
    """Give the vocabulary: the number of each piece."""
    text = files("workbench.lang").joinpath("data", "wordpieces.txt").read_text(encoding="utf-8")
    return {piece: number for number, piece in enumerate(text.rstrip("\n").split("\n"))}


def pieces(text: str) -> list[Piece]:
    """Cut a text into pieces."""
    return [
        Piece(number, start + first, start + last)
        for start, end in words(text)
        for number, first, last in cut(text[start:end])
    ]


def words(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of words; each mark of punctuation and each Han character is one."""
    start = None
    for at, letter in enumerate(text):
        alone = stands_alone(letter)
        if start is not None and (alone or letter.isspace()):
            yield start, at
            start = None
        if alone:
            yield at, at + 1
        elif start is None and not letter.isspace():
            start = at
    if start is not None:
        yield start, len(text)


@cache
def stands_alone(letter: str) -> bool:
    """Tell whether a character is a word by itself."""
    is_han = "㐀" <= letter <= "鿿" or "豈" <= letter <= "\ufaff" or "\U00020000" <= letter <= "\U0002fa1f"
    return is_han or letter in _SYMBOLS or unicodedata.category(letter).startswith("P")


@remembered
def cut(word: str) -> tuple[tuple[int, int, int], ...]:
    """Give the pieces of a word with their places in it; one unknown piece when it cannot be cut wholly."""
    letters, at = plain(word)
    found: list[tuple[int, int, int]] = []
    start = 0
    while start < len(letters):
        end = longest(letters, start) if len(letters) <= _LONGEST else start
        if end == start:
            return ((numbers()["[UNK]"], 0, len(word)),)
        found.append((numbers()[mark(start) + letters[start:end]], at[start], at[end - 1] + 1))
        start = end
    return tuple(found)


def longest(letters: str, start: int) -> int:
    """Give the end of the longest piece of the vocabulary that begins at a place; the place if none does."""
    ends = range(len(letters), start, -1)
    return next((end for end in ends if mark(start) + letters[start:end] in numbers()), start)


def mark(start: int) -> str:
    """Give what the vocabulary has before a piece: nothing at the start of a word."""
    return "##" if start else ""


def plain(word: str) -> tuple[str, list[int]]:
    """Give a word in small letters without accents and control characters, and where each letter stood."""
    letters = [
        (letter, at)
        for at, written in enumerate(word)
        for letter in unicodedata.normalize("NFD", written.lower())
        if unicodedata.category(letter) != "Mn" and not unicodedata.category(letter).startswith("C")
    ]
    return "".join(letter for letter, _at in letters), [at for _letter, at in letters]
