"""Stops: the places of a text where a sentence may end, and what stands around them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import normalize

# Sentence_Break=STerm of Unicode (UAX 29, SentenceBreakProperty.txt), without historic scripts: these end a
# sentence whether or not a space follows.
WIDE = "。｡！？．﹒﹖﹗։؟۔؞।॥။።፧፨៕᠃᠉᱾᱿꯫꩝꩞꩟꘎꘏꓿‼‽⁇⁈⁉⸮"
MARK = rf"[.!?…‥{WIDE}]"
# Closes a quotation or a bracket where it touches the stop. “ and « close in some languages and open in
# others: they close where nothing but a space or punctuation follows.
CLOSE = r"(?:[\"'”’›)\]}」』》】〉）］｣]|[“‘«»](?=[\s,;:.!?)\]—–-]|\Z)|\[\d{1,3}\])"
SPACED_CLOSE = r"(?:[\u0020\u00a0\u202f\u2009]»)"  # French puts a space inside its quotation marks
# A stop that stands alone after the end ("technology.” .") and the dots of ". . ." go with the sentence.
STRAY = rf"(?:[\u0020\u00a0\u202f]{MARK}+(?=\s|\Z){CLOSE}*)"
ITEM = r"(?:[-*+•◦▪●■–]|\d{1,3}[.)]|[A-Za-z][)])[^\S\n]+\S"
NEW_LINE = re.compile(rf"\s*\n[^\S\n]*(?:\n|{ITEM})")
STOP = re.compile(
    rf"(?P<mark>{MARK}+)(?P<closing>(?:{CLOSE}{MARK}*)*(?:{SPACED_CLOSE}{MARK}*)?{STRAY}*)(?P<space>\s*)"
    rf"|(?P<line>\n[^\S\n]*(?:\n\s*|(?={ITEM})))"
)
OPENING = re.compile(r"[^\w\s]*(?:\s+[^\w\s]+)*\s*")
WINDOW = 64  # code points looked at on either side: longer than any abbreviation or reporting clause


@dataclass(frozen=True, slots=True)
class Stop:
    """A place where a sentence may end.

    `end` is the offset after the stop and what closes with it; the next sentence begins at `resume` or later.
    `before` is the text before the mark, `after` the text from the next letter or digit on, `opening` what
    stands between, quotation marks and dashes; all cut to `WINDOW`, and composed, because rules name composed
    letters. `forced` is a blank line or a list item.
    """

    start: int
    end: int
    resume: int
    mark: str = ""
    closing: str = ""
    spaced: bool = True
    before: str = ""
    opening: str = ""
    after: str = ""
    forced: bool = False


def stops(text: str) -> Iterator[Stop]:
    """Give the places where a sentence may end, in order."""
    for match in STOP.finditer(text):
        if match["line"] is not None:
            yield Stop(match.start(), match.start(), match.end(), forced=True)
        else:
            yield _stop(text, match)


def _stop(text: str, match: re.Match[str]) -> Stop:
    start, end, resume = match.start(), match.end("closing"), match.end()
    following = text[resume : resume + WINDOW]
    skipped = OPENING.match(following)
    length = skipped.end() if skipped else 0
    return Stop(
        start,
        end,
        resume,
        match["mark"],
        match["closing"],
        resume > end,
        normalize("NFC", text[max(0, start - WINDOW) : start]),
        following[:length],
        normalize("NFC", following[length:]),
        "\n" in match["space"] and NEW_LINE.match(text, end) is not None,
    )
