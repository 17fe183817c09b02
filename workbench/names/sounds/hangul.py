"""Hangul syllables as letters: first consonant, vowel and last consonant told apart, silent ㅇ left out."""

import unicodedata
from functools import cache

# Unicode Standard, chapter 3.12: syllable = 가 + (onset * 21 + vowel) * 28 + coda.
_FIRST_SYLLABLE, _LAST_SYLLABLE = ord("가"), ord("힣")
_ONSET, _VOWEL, _CODA = 0x1100, 0x1161, 0x11A7
_SILENT = _ONSET + 11
_VOWELS, _CODAS = 21, 28
_ONSETS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_PRINTED_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_PRINTED_CODAS = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"


def is_syllable(letter: str) -> bool:
    """Tell whether a character is a Hangul syllable."""
    return _FIRST_SYLLABLE <= ord(letter) <= _LAST_SYLLABLE


def jamo(text: str) -> list[str]:
    """Give the letters of a text, other characters as they are."""
    return [part for letter in unicodedata.normalize("NFC", text) for part in parts(letter)]


@cache
def parts(letter: str) -> tuple[str, ...]:
    """Give the letters of one syllable."""
    if not is_syllable(letter):
        return (letter,)
    rest, coda = divmod(ord(letter) - _FIRST_SYLLABLE, _CODAS)
    onset, vowel = divmod(rest, _VOWELS)
    codes = [_ONSET + onset, _VOWEL + vowel, *([_CODA + coda] if coda else [])]
    return tuple(chr(code) for code in codes if code != _SILENT)


def is_vowel(letter: str) -> bool:
    """Tell whether a letter is a conjoining vowel."""
    return _VOWEL <= ord(letter) < _VOWEL + _VOWELS


def is_onset(letter: str) -> bool:
    """Tell whether a letter is a conjoining first consonant."""
    return _ONSET <= ord(letter) < _ONSET + len(_ONSETS)


def shown(letter: str) -> str:
    """Give a letter as it is printed by itself; what is no letter as it is."""
    code = ord(letter[0])
    for first, printed in ((_ONSET, _ONSETS), (_VOWEL, _PRINTED_VOWELS), (_CODA + 1, _PRINTED_CODAS)):
        if first <= code < first + len(printed):
            return printed[code - first]
    return letter
