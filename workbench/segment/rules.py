"""Rules: does a sentence end at this stop? Each says yes, no or nothing; `words` judges a lone full stop.

Rules that go by script hold in every language: a tag may be missing or wrong, and news mixes scripts.
"""

import re

from workbench.lang.abbreviations import Abbreviations
from workbench.segment import engine
from workbench.segment.stops import WIDE, Stop
from workbench.segment.words import ends_after_word, is_small

QUOTES = frozenset("\"'”’“‘«»›」』》〉")
INVERTED = frozenset("¿¡")
WIDE_MARKS = frozenset(WIDE)
WIDE_LATIN = re.compile(r"[０-９Ａ-Ｚａ-ｚ0-9A-Za-z]")
HANGUL = re.compile(r"[가-힣]")
UNSPACED = re.compile(r"[ぁ-ヿ㐀-鿿\uf900-\ufaff가-힣]")  # scripts whose sentences may follow without a space
SPEAKER = re.compile(r"(?P<name>[A-Z][\w’'-]*)\.?\s+(?:[A-Z][\w.’'-]*\s+){0,4}(?P<verb>[a-z]+)\b")


def ends_sentence(stop: Stop, language: str, data: Abbreviations) -> bool:
    """Tell whether a sentence ends at a stop; `language` is a primary subtag, `data` what is known of it."""
    for rule in RULES:
        verdict = rule(stop, data)
        if verdict is not None:
            return verdict
    if stop.mark == ".":
        return ends_after_word(stop, language, data)
    return not stop.mark.startswith("!") or _exclaims(stop, language)


def nothing_follows(stop: Stop, _data: Abbreviations) -> bool | None:
    """Leave emoji, asterisks and stray marks with the sentence before them."""
    return None if stop.after else False


def omission(stop: Stop, _data: Abbreviations) -> bool | None:
    """Pass over a mark alone in its brackets: [...] and (?)."""
    return False if stop.before.endswith(("[", "(")) and stop.closing.startswith(("]", ")")) else None


def wide_point(stop: Stop, _data: Abbreviations) -> bool | None:
    """Keep numbers and initials together that are written with a wide point: ３．５, Ａ．Ｂ．スミス."""
    return False if stop.mark == "．" and not stop.spaced and WIDE_LATIN.match(stop.before[-1:]) else None


def quotation_is_carried_on(stop: Stop, data: Abbreviations) -> bool | None:
    """Keep a quotation with the particle or verb that carries it on: `…다.”라고`, `…。」と`, `…。”他说。`."""
    if stop.opening or not QUOTES.intersection(stop.closing):
        return None
    if not stop.spaced and HANGUL.match(stop.after):
        return False
    return False if data.quotative and data.quotative.match(stop.after) else None


def no_space_follows(stop: Stop, _data: Abbreviations) -> bool | None:
    """Keep together what no space parts: decimals, addresses, versions, `U.S.’s`; but not `…。` or `.”We`."""
    if stop.spaced or WIDE_MARKS.intersection(stop.mark):
        return None
    if stop.mark[-1] in "!?" and UNSPACED.match(stop.after) and UNSPACED.match(stop.before[-1:]):
        return None
    quoted = QUOTES.intersection(stop.closing) or QUOTES.union(INVERTED).intersection(stop.opening)
    return None if quoted and stop.after[0].isupper() else False


def small_letter_follows(stop: Stop, _data: Abbreviations) -> bool | None:
    """Go on before a small letter, unless the stop is of a script without any or ¿ and ¡ open anew."""
    if WIDE_MARKS.intersection(stop.mark) or not is_small(stop.after[0]):
        return None
    return bool(INVERTED.intersection(stop.opening)) and not _is_ellipsis(stop.mark)


def speaker_follows(stop: Stop, data: Abbreviations) -> bool | None:
    """Keep a question with the one who asked it, `“Why now?” Milley asked`."""
    if stop.opening or stop.mark[-1] not in "!?" or not QUOTES.intersection(stop.closing):
        return None
    match = SPEAKER.match(stop.after)
    said = match and match["verb"] in data.reports and match["name"] not in data.starters
    return False if said else None


def ellipsis_goes_on(stop: Stop, data: Abbreviations) -> bool | None:
    """End at an ellipsis before a capital; in scripts without capitals, after a word that ends sentences."""
    if not _is_ellipsis(stop.mark):
        return None
    return stop.after[0].isupper() or stop.before.endswith(data.finals)


RULES = (
    nothing_follows,
    omission,
    wide_point,
    quotation_is_carried_on,
    no_space_follows,
    small_letter_follows,
    speaker_follows,
    ellipsis_goes_on,
)


def _is_ellipsis(mark: str) -> bool:
    return mark[0] in "…‥" or mark.startswith("..")


def _exclaims(stop: Stop, language: str) -> bool:
    """Ask the engine about names with a mark of their own: Yahoo! Inc."""
    words = stop.before.split()
    return not words or engine.ends_sentence(language, words[-1], "!", "A")
