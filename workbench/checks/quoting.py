"""Quotations of a text: which marks belong together, and which stand alone.

Single marks are apostrophes too; one that is alone says nothing, so only those that pair off count.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from workbench.lang.quotes import quotes

CATEGORY = "fluency/punctuation"
_SINGLE = "‘’‚‹›'"
_BEFORE_OPENING = re.compile(r"[\s(\[{—–“‘„«-]")


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


_NONE = Quoting((), (), ())


@cache
def any_mark(language: str) -> "re.Pattern[str]":
    """Give what finds a quotation mark of a language."""
    return re.compile(f"[{re.escape(''.join(quotes(language).pairs))}]")


@lru_cache(maxsize=1 << 12)
def quoting(text: str, language: str) -> Quoting:
    """Pair the marks of a text by its language's custom; the innermost open one is closed first."""
    known = quotes(language)
    if not any_mark(language).search(text):
        return _NONE
    closing, opened = known.closing, list[tuple[int, str]]()
    spans, unopened, unclosed = [], [], []
    for at, mark, opens in marks(text, language):
        expected = any(closing == mark for _at, closing in opened)
        if opens or (opens is None and not expected):
            opened.append((at, closing[mark]))
        elif expected:
            while opened[-1][1] != mark:
                unclosed.append(opened.pop()[0])
            spans.append((opened.pop()[0], at + 1))
        elif opened and opened[-1][1] not in _SINGLE and mark not in _SINGLE:
            spans.append((opened.pop()[0], at + 1))  # of two kinds
        else:
            unopened.append(at)
    unclosed += [at for at, _closing in opened]
    return Quoting(tuple(sorted(spans)), lone(text, unclosed), lone(text, unopened))


def lone(text: str, places: list[int]) -> tuple[int, ...]:
    """Keep the marks that are no apostrophe."""
    return tuple(sorted(at for at in places if text[at] not in _SINGLE))


def marks(text: str, language: str) -> Iterator[tuple[int, str, bool | None]]:
    """Yield the quotation marks of a text: place, mark, whether it opens; None where only the others tell."""
    closing = quotes(language).closing
    closers, straight = set(closing.values()), 0
    for match in any_mark(language).finditer(text):
        at, mark = match.start(), match[0]
        before, after = text[max(0, at - 1) : at], text[at + 1 : at + 2]
        if mark in _SINGLE and before.isalnum() and after.isalnum():
            continue
        if mark in closing and mark in closers:
            if mark == '"' and before.isdigit() and straight % 2 == 0:
                continue  # inches
            straight += 1
            yield at, mark, by_neighbours(before, after)
        else:
            yield at, mark, mark in closing


def by_neighbours(before: str, after: str) -> bool | None:
    """Tell whether a mark that looks the same on both sides opens, by the characters beside it."""
    apart, ends = not before or bool(_BEFORE_OPENING.match(before)), not after or not after.isalnum()
    if apart and after.strip():
        return True
    return False if ends and not apart else None


def has_marks(text: str, language: str) -> bool:
    """Tell whether a text has any quotation marks."""
    return any(mark in text for mark in sure_marks(language))


@cache
def sure_marks(language: str) -> frozenset[str]:
    """Give the quotation marks of a language that are no apostrophes."""
    return frozenset("".join(quotes(language).pairs)) - set(_SINGLE)
