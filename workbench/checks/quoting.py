"""Quotations of a text: which marks belong together, and which stand alone.

Single marks are apostrophes too; one that is alone says nothing, so only those that pair off count.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from workbench.lang.quotes import Quotes, quotes

_SINGLE = "‘’‚‹›'"
_BEFORE_OPENING = re.compile(r"(?:\A|[\s(\[{—–-]|[“‘„«])\Z")
_INCH = re.compile(r"\d\Z")


@dataclass(frozen=True, slots=True)
class Quoting:
    """Where quotations stand, their marks included; opening and closing marks that have no partner."""

    spans: tuple[tuple[int, int], ...]
    unclosed: tuple[int, ...]
    unopened: tuple[int, ...]

    def holds(self, place: int) -> bool:
        """Tell whether a place is within a quotation; what one mark alone opens or closes counts too."""
        if any(start <= place < end for start, end in self.spans):
            return True
        return any(place > at for at in self.unclosed[-1:]) or any(place < at for at in self.unopened[:1])


@lru_cache(maxsize=1 << 10)
def quoting(text: str, language: str) -> Quoting:
    """Pair the marks of a text by its language's custom; the innermost open one is closed first."""
    known = quotes(language)
    if not any(mark in text for pair in known.pairs for mark in pair):
        return Quoting((), (), ())
    opened: list[tuple[int, str]] = []
    spans, unopened, unclosed = [], [], []
    for at, mark, opens in marks(text, known):
        if opens:
            opened.append((at, known.closing[mark]))
        elif any(closing == mark for _at, closing in opened):
            while opened[-1][1] != mark:
                unclosed.append(opened.pop()[0])
            spans.append((opened.pop()[0], at + 1))
        else:
            unopened.append(at)
    unclosed += [at for at, _closing in opened]
    return Quoting(tuple(sorted(spans)), lone(text, unclosed), lone(text, unopened))


def lone(text: str, places: list[int]) -> tuple[int, ...]:
    """Keep the marks that are no apostrophe."""
    return tuple(sorted(at for at in places if text[at] not in _SINGLE))


def marks(text: str, known: Quotes) -> Iterator[tuple[int, str, bool]]:
    """Yield the quotation marks of a text: place, mark, whether it opens."""
    closing: Mapping[str, str] = known.closing
    closers = set(closing.values())
    for at, mark in enumerate(text):
        if mark not in closing and mark not in closers:
            continue
        if mark in closing and mark in closers:
            if mark == '"' and _INCH.search(text[max(0, at - 1) : at]) and text[:at].count('"') % 2 == 0:
                continue
            yield at, mark, bool(_BEFORE_OPENING.search(text[max(0, at - 1) : at]))
        elif mark not in _SINGLE or not (at and text[at - 1].isalnum() and text[at + 1 : at + 2].isalnum()):
            yield at, mark, mark in closing
