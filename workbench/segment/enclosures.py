"""Enclosures: quotations and brackets inside a sentence, whose stops do not end it."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from operator import itemgetter

# A quotation or bracket longer than this is taken for a mark that was never closed.
LONGEST = 240
BRACKETS = re.compile(rf"[(（\[［]([^()（）\[\]［］\n]{{1,{LONGEST}}})[)）\]］]")
TITLE = re.compile(rf"《[^《》\n]{{1,{LONGEST}}}》|〈[^〈〉\n]{{1,{LONGEST}}}〉")
QUOTATION = re.compile(
    "|".join(
        rf"{opening}[^{opening}{closing}\n]{{1,{LONGEST}}}{closing}"
        for opening, closing in ("“”", "„“", "‘’", "«»", "‹›", "「」", "『』", '""')
    )
)
# A quotation opened in mid-sentence, that is after a letter, and carried on by a small letter or a Korean or
# Japanese particle is a title or a few quoted words. After a comma or colon it has sentences of its own.
LED_TO = re.compile(r"[^\W\d_]\s?\Z")
CARRIED_ON = re.compile(r"(?<![,，、].)(?:\s[a-zà-öø-ÿа-яёіїєґα-ω]|[가-힣ᄀ-ᇿぁ-ヿ])")
STOPPED = re.compile(r"[.!?…。！？][\"'”’»)\]」』]*\s*\Z")


def enclosures(text: str) -> list[tuple[int, int]]:
    """Give where quotations, titles and brackets stand inside a sentence, in order, disjoint.

    A span ends one further than its mark where a stop right before the mark does not end the sentence either.
    """
    spans = [match.span() for match in QUOTATION.finditer(text) if _embedded(text, *match.span())]
    spans += [(match.start(), match.end() + 1) for match in TITLE.finditer(text)]
    spans += [_reach(match) for match in BRACKETS.finditer(text) if _inside(text, match.start())]
    return _merged(sorted(spans))


def encloses(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Tell whether a stop at [start, end), what closes with it included, lies before the end of a span."""
    index = bisect_right(spans, start, key=itemgetter(0)) - 1
    return index >= 0 and end < spans[index][1]


def _embedded(text: str, start: int, end: int) -> bool:
    return bool(CARRIED_ON.match(text, end) and LED_TO.search(text[max(0, start - 2) : start]))


def _reach(bracket: re.Match[str]) -> tuple[int, int]:
    """Give the span of a bracket, its last mark included where that is the bracket's own: "(really?)"."""
    own = bracket[1].endswith(("!", "?", "！", "？"))
    return bracket.start(), bracket.end() + own


def _inside(text: str, start: int) -> bool:
    """Tell whether a bracket follows something it depends on: not a stop, not the start of the text."""
    before = text[max(0, start - 8) : start]
    return bool(before.strip()) and STOPPED.search(before) is None


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
