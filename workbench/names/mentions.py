"""Where a name stands in a text, and the safe replacement of one form by another."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from workbench.lang.name_words import name_words
from workbench.names.opaque import Span, inside, prose

_APOSTROPHES = "'’ʼ＇"
_HYPHENS = "-‐‑"
# What may follow a name's apostrophe: the possessive and the clitics of English.
_CLITIC = re.compile(r"(?:s|d|ll|ve|re|m)(?![^\W_])", re.IGNORECASE)
_ELISION = re.compile(r"(?<![^\W_])(?:[cdjlmnst]|qu)[" + _APOSTROPHES + r"]\Z")
_ARTICLE = re.compile(r"(?<![^\W_])(a|A|an|An|AN)(\s+[“‘\"']?)\Z")
# Vowel letters that sound as a consonant: European, Ukraine, Uruguay, unit, one, Ouija.
_CONSONANT_SOUND = re.compile(r"eu|u(?:k|r[aeiou]|s[aeiou]|t[aeiou]|ni)|one\b|oui", re.IGNORECASE)
_VOWELS = frozenset("aeiou")
_ROUNDS = 8  # a replacement may bring the form together anew ("A A B"); more rounds than names allow


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


def apply_form(text: str, form: str, proposal: str, *, language: str = "en") -> str:
    """Put the proposal for every mention of the form, and nothing else.

    Mentions that are already part of the proposal stay, so that a second run changes nothing. In English
    a/an before it follows the new first sound. A mention all in capitals gets the proposal in capitals.
    """
    if form == proposal:
        return text
    for _round in range(_ROUNDS):
        changed = replace_once(text, form, proposal, english=language.casefold().startswith("en"))
        if changed == text:
            break
        text = changed
    return text


def replace_once(text: str, form: str, proposal: str, *, english: bool) -> str:
    """Replace each mention that stands in the text now, back to front."""
    right = mention_spans(text, proposal)
    wrong = [span for span in mention_spans(text, form) if not inside(span, right)]
    return apply_at(text, wrong, form, proposal, english=english)


def apply_at(text: str, spans: Sequence[Span], form: str, proposal: str, *, english: bool) -> str:
    """Put the proposal for just these mentions of a form: the ones a reviewer ticked."""
    for start, end in sorted(spans, reverse=True):
        new = dressed(text[start:end], form, proposal)
        before = with_article(text[:start], form, proposal) if english else text[:start]
        text = before + new + text[end:]
    return text


def dressed(written: str, form: str, proposal: str) -> str:
    """Give the proposal the capitals and the white space of what is written."""
    new = proposal.upper() if written == written.upper() and form != form.upper() else proposal
    gaps, words = re.findall(r"\s+", written), new.split()
    if len(gaps) != len(words) - 1:
        return new
    return "".join(word + gap for word, gap in zip(words, [*gaps, ""], strict=True))


def with_article(before: str, form: str, proposal: str) -> str:
    """Correct the a/an at the end of what stands before a name, if it was right before and is wrong now."""
    match = _ARTICLE.search(before)
    if match is None or vowel_sound(form) == vowel_sound(proposal):
        return before
    article = match.group(1)
    if (len(article) == len("an")) != vowel_sound(form):
        return before
    new = article[0] if len(article) == len("an") else article + "n"
    return before[: match.start(1)] + new + match.group(2)


def vowel_sound(name: str) -> bool:
    """Tell whether a name begins with the sound of a vowel, as far as its letters tell."""
    first = unicodedata.normalize("NFD", name[:1]).casefold()[:1]
    return first in _VOWELS and _CONSONANT_SOUND.match(name) is None


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
