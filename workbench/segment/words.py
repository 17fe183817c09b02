"""Words: whether a lone full stop after this word ends a sentence or is an abbreviation's or a number's."""

import re

from workbench.lang.abbreviations import Abbreviations
from workbench.segment import engine
from workbench.segment.stops import Stop

OPENERS = "\"'“”„‘’«»‹›([{<—–-*_~#¿¡「『《（"
ACRONYM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]\Z")  # U.S, А.С
ADDRESS = re.compile(r"\.\w{2,}\Z")  # www.foo.com, ASP.NET: names with stops inside are no abbreviations
MIXED = re.compile(r"[가-힣ぁ-ヿ㐀-鿿]([A-Za-z][A-Za-z.]*)\Z")
ROMAN = re.compile(r"[IVXLCDM]+\Z")
NUMERAL = re.compile(r"\d|[IVXLCDM]{2,}\b|[A-H]\b(?!\s)")  # what follows "No." or "Fig."
DATE_PART = re.compile(r"\d{1,4}\.(?:\s|\d|\Z)")  # "1." of 2023. 1. 6.
WORD = re.compile(r"[^\W\d_]+")
LOCAL_TIME = re.compile(r"(?:[^\W\d_]+\s){1,3}time\b")  # Moscow time, New York time
LONGEST_PART = 4  # of an abbreviation written with spaces: z. B., т. е., u. s. w.


def ends_after_word(stop: Stop, language: str, data: Abbreviations) -> bool:
    """Tell whether a single full stop ends a sentence, by the word before it and what comes next."""
    words = stop.before.split()
    if not words or stop.before[-1].isspace():
        return True
    word = _latin(words[-1].lstrip(OPENERS))
    if word[-1:].isdigit():
        return _ends_after_number(word, stop, data)
    for form in dict.fromkeys((_spaced_abbreviation(words[:-1], word), word, word.rpartition(".")[2])):
        verdict = _ends_after_known(form, stop, data)
        if verdict is not None:
            return verdict
    return ADDRESS.search(word) is not None or engine.ends_sentence(
        language, word or words[-1], ".", _following(stop)
    )


def is_small(letter: str) -> bool:
    """Tell a small letter of a script with capitals; Georgian letters count as small but begin sentences."""
    return letter.islower() and letter.title() != letter


def _latin(word: str) -> str:
    """Part a Latin abbreviation from the script it is written in without a space: 总统J. Biden."""
    match = MIXED.search(word)
    return match[1] if match else word


def _spaced_abbreviation(before: list[str], last: str) -> str:
    """Join the parts of an abbreviation: "z." and "B" give "z.B"."""
    for part in reversed(before[-3:]):
        bare = part.lstrip(OPENERS)
        if not bare.endswith(".") or len(bare) > LONGEST_PART:
            break
        last = bare + last
    return last


def _ends_after_known(word: str, stop: Stop, data: Abbreviations) -> bool | None:
    """Decide by our own lists; None for a word that is in none of them."""
    if word in data.ends or word in data.words:
        return True
    if word in data.times:
        return _ends_after_time(stop, data)
    if word in data.joins:
        return False
    if word in data.may_end or word.endswith(data.compounds) or _is_initial(word, data):
        return _starter_follows(stop, data)
    return NUMERAL.match(stop.after) is None if word in data.numbered else None


def _is_initial(word: str, data: Abbreviations) -> bool:
    """Tell J, U.S, and in languages with ordinals also XIV."""
    if data.ordinal_digits and ROMAN.match(word):
        return True
    return word[:1].isupper() and (len(word) == 1 or ACRONYM.match(word) is not None)


def _starter_follows(stop: Stop, data: Abbreviations) -> bool:
    """Tell whether the next word begins a sentence and is no initial: "A" but not "A. Smith"."""
    match = WORD.match(stop.after)
    return (
        match is not None and match[0] in data.starters and stop.after[match.end() : match.end() + 1] != "."
    )


def _ends_after_time(stop: Stop, data: Abbreviations) -> bool:
    match = WORD.match(stop.after)
    return not (match and (match[0] in data.after_times or LOCAL_TIME.match(stop.after)))


def _ends_after_number(word: str, stop: Stop, data: Abbreviations) -> bool:
    if data.number_stops or DATE_PART.match(stop.after):
        return False
    if word.isdigit() and len(word) <= data.ordinal_digits:
        return _starter_follows(stop, data)
    return True


def _following(stop: Stop) -> str:
    """Give the engine the next word; it would go on before any number, so a number is shown as a word."""
    match = WORD.match(stop.after)
    return match[0] if match else "A"
