"""Where a name stands in a text: as a word of its own, never in a longer word, an address or code."""

import re
import unicodedata
from functools import lru_cache

from workbench.lang.name_words import name_words
from workbench.names.opaque import Span, prose

_APOSTROPHES = "'’ʼ＇"
_HYPHENS = "-‐‑"
# What may follow a name's apostrophe: the possessive and the clitics of English.
_CLITIC = re.compile(r"(?:s|d|ll|ve|re|m)(?![^\W_])", re.IGNORECASE)
_ELISION = re.compile(r"(?<![^\W_])(?:[cdjlmnst]|qu)[" + _APOSTROPHES + r"]\Z")


def mention_spans(text: str, form: str) -> list[Span]:
    """Give the [start, end) of each mention of a form, without its possessive ending.

    A mention is the form as written or all in capitals, composed or decomposed, with any white space and
    any apostrophe or hyphen where the form has one. It is never part of a longer word or of a hyphenated or
    apostrophised name (Jin in Jin-man, Brien in O’Brien), and never in an address, an e-mail or code.
    """
    if not form.strip():
        return []
    compiled = pattern(form)
    if compiled.search(text) is None:
        return []
    found = (match.span() for match in compiled.finditer(prose(text)))
    return [span for span in found if stands_alone(text, span)]


@lru_cache(maxsize=4096)
def pattern(form: str) -> re.Pattern[str]:
    """Compile a form to what counts as the same letters."""
    ways = dict.fromkeys([form.strip(), form.strip().upper()])
    return re.compile("|".join(spelled(way) for way in sorted(ways, key=len, reverse=True)))


def spelled(form: str) -> str:
    """Write one spelling as a regular expression."""
    letters = re.findall(r"\s+|[^\W\d_][\u0300-\u036f]*|.", unicodedata.normalize("NFD", form), re.DOTALL)
    return "".join(one_letter(letter) for letter in letters)


def one_letter(letter: str) -> str:
    """Write one letter, mark or gap as a regular expression."""
    if letter.isspace():
        return r"\s+"
    for group in (_APOSTROPHES, _HYPHENS):
        if letter in group:
            return "[" + re.escape(group) + "]"
    composed = unicodedata.normalize("NFC", letter)
    return re.escape(letter) if composed == letter else f"(?:{re.escape(composed)}|{re.escape(letter)})"


def stands_alone(text: str, span: Span) -> bool:
    """Tell whether a span is bounded as a word of its own."""
    return opens(text, span[0]) and closes(text, span[1])


def opens(text: str, start: int) -> bool:
    """Tell whether a name may begin here."""
    if start == 0:
        return True
    previous = text[start - 1]
    if previous in _APOSTROPHES:
        return not in_word(text[max(0, start - 2) : start - 1]) or bool(_ELISION.search(text[:start][-4:]))
    if previous in _HYPHENS and in_word(text[max(0, start - 2) : start - 1]):
        return last_word(text[: start - 1]).casefold() in name_words("en").compound_starts
    return not in_word(previous)


def closes(text: str, end: int) -> bool:
    """Tell whether a name may end here."""
    following, after = text[end : end + 1], text[end + 1 : end + 2]
    if following and following in _APOSTROPHES:
        return not in_word(after) or _CLITIC.match(text, end + 1) is not None
    if following and following in _HYPHENS and in_word(after):
        ending = re.match(r"[^\W_]+", text[end + 1 :])
        return ending is not None and ending.group().casefold() in name_words("en").compound_ends
    return not in_word(following)


def in_word(character: str) -> bool:
    """Tell whether a character (or nothing) is one of a word: letter, mark, digit, underscore."""
    return bool(character) and (character == "_" or unicodedata.category(character)[0] in "LMN")


def last_word(text: str) -> str:
    """Give the letters at the end of a text."""
    match = re.search(r"[^\W\d_]+\Z", text)
    return match.group() if match else ""
