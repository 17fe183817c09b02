"""A side of a pair cut into words and numbers, with their places."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from workbench.lang.remembered import remembered

# Han and kana are words one by one; a hyphen parts words; "U.S." and "a.m." are one word with their stops.
_IDEOGRAPH = r"\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff"
_NUMBER = r"\d+(?:[.,:]\d+)*"
_WORD = rf"(?:[^\W\d_]\.){{2,}}|[{_IDEOGRAPH}]|[^\W\d_{_IDEOGRAPH}]+(?:['’][^\W\d_{_IDEOGRAPH}]+)*"
_TOKEN = re.compile(rf"{_NUMBER}|{_WORD}")
_POSSESSIVE = re.compile(r"'s?\Z")
# Characters from one space to the next that are cut once for all texts: longer ones hardly come again.
_PIECE = 32
Part = tuple[str, int, int, str, str, "Kind", bool]


class Kind(IntEnum):
    """What a token is."""

    WORD = 0
    NUMBER = 1


@dataclass(slots=True)
class Word:
    """One word or number: as written, its [start, end), and what is told of it by itself.

    That is `straight`, in small letters with a straight apostrophe, `folded`, with no possessive ending
    either, what it is, and whether it begins with a capital. Nobody changes one: to have Python forbid it
    would take four times as long, and every text is cut up.
    """

    text: str
    start: int
    end: int
    straight: str
    folded: str
    kind: Kind
    is_capital: bool


def words_of(text: str) -> list[Word]:
    """Cut a text into its words and numbers."""
    found, at = [], 0
    for piece in text.split(" "):
        parts = known_parts(piece) if len(piece) <= _PIECE else parts_of(piece)
        for written, start, end, straight, folded, kind, is_capital in parts:
            found.append(Word(written, at + start, at + end, straight, folded, kind, is_capital))
        at += len(piece) + 1
    return found


def parts_of(piece: str) -> tuple[Part, ...]:
    """Give the words and numbers of a piece of text as `Word` has them, their places within the piece."""
    return tuple((match[0], *match.span(), *read(match[0])) for match in _TOKEN.finditer(piece))


known_parts = remembered(parts_of)


@remembered
def read(written: str) -> tuple[str, str, Kind, bool]:
    """Give what a token is by itself: straight, folded, its kind, whether it begins with a capital."""
    straight = written.lower().replace("’", "'")
    folded = _POSSESSIVE.sub("", straight) if written[0].isalpha() else written
    kind = Kind.NUMBER if re.match(_NUMBER, written) else Kind.WORD
    return straight, folded, kind, written[0].isupper()


def sentence_spans(sentences: Sequence[str]) -> list[tuple[int, int]]:
    """Give where each sentence stands in the side that they make, joined by one space; none of empty ones."""
    spans, at = [], 0
    for sentence in filter(None, sentences):
        spans.append((at, at + len(sentence)))
        at += len(sentence) + 1
    return spans
