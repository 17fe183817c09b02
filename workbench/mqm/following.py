"""Marks follow an edited text: where a span is after an edit, or that nothing of it is left.

Words that stay are found first; within what was replaced, letters that stay at its beginning and end. So the
same edit gives the same result typed letter by letter or put in at once. A replaced stretch belongs to a mark
that held all of it; what is added right before or after a mark does not.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex
from rapidfuzz.distance import Levenshtein

from workbench.model.annotation import Span

_TOKEN = regex.compile(r"[\p{L}\p{N}\p{M}]+|.", regex.DOTALL)
# Words compared with words: beyond it everything between the first and the last edit is one.
_MOST_TOKENS = 5_000


@dataclass(frozen=True, slots=True)
class Followed:
    """Where a span is now; `gone` where none of its characters is left, and the span is where they were."""

    span: Span
    gone: bool


@dataclass(frozen=True, slots=True)
class Change:
    """Characters [start, end) of the old text that became [new_start, new_end) of the new one."""

    start: int
    end: int
    new_start: int
    new_end: int


def follow(old: str, new: str, spans: Sequence[Span]) -> list[Followed]:
    """Give where spans of the old text are in the new one.

    An empty span stays between its neighbours, and is never gone.
    """
    edits = list(changes(old, new))
    return [followed(span, edits) for span in spans]


def followed(span: Span, edits: Sequence[Change]) -> Followed:
    """Move one span along: from its first character that is left to the last one."""
    start, end = span
    first, last = start, end
    for one in edits:
        if one.start <= first < one.end:
            first = one.end
    for one in reversed(edits):
        if one.start < last <= one.end:
            last = one.start
    if first >= last:
        place = place_of(start, edits)
        return Followed((place, place), gone=start < end)
    held = [one for one in edits if start <= one.start < one.end <= end]
    new_start = next(
        (one.new_start for one in held if one.start == start), place_of(first, edits, after=True)
    )
    new_end = next((one.new_end for one in held if one.end == end), place_of(last, edits))
    return Followed((new_start, new_end), gone=False)


def place_of(place: int, edits: Sequence[Change], *, after: bool = False) -> int:
    """Give where the gap before a character is now; `after` what was put in there, or before it."""
    shift = 0
    for one in edits:
        passed = one.end <= place if after else one.end < place or one.start < one.end == place
        if not passed:
            return one.new_start if one.start <= place else place + shift
        shift = one.new_end - one.end
    return place + shift


def changes(old: str, new: str) -> Iterator[Change]:
    """Give the stretches in which two texts differ, in order."""
    start, end, new_end = trimmed(old, new, (0, len(old)), (0, len(new)))
    a, b = tokens(old[start:end]), tokens(new[start:new_end])
    if max(len(a), len(b)) > _MOST_TOKENS:
        yield Change(start, end, start, new_end)
        return
    places, new_places = offsets(a, start), offsets(b, start)
    for block in blocks(a, b):
        before, after = places[block[0]], places[block[1]]
        new_before, new_after = new_places[block[2]], new_places[block[3]]
        kept, last, new_last = trimmed(old, new, (before, after), (new_before, new_after))
        yield Change(kept, last, kept - before + new_before, new_last)


def blocks(a: Sequence[str], b: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """Give the stretches of tokens that differ; neighbours are one stretch."""
    open_block: tuple[int, int, int, int] | None = None
    for code in Levenshtein.opcodes(a, b):
        if code.tag == "equal":
            if open_block:
                yield open_block
            open_block = None
        else:
            first = open_block or (code.src_start, 0, code.dest_start, 0)
            open_block = (first[0], code.src_end, first[2], code.dest_end)
    if open_block:
        yield open_block


def trimmed(old: str, new: str, span: Span, new_span: Span) -> tuple[int, int, int]:
    """Leave out the characters that both begin and end with; give the old start and end, and the new end."""
    start, end = span
    new_start, new_end = new_span
    while start < end and new_start < new_end and old[start] == new[new_start]:
        start, new_start = start + 1, new_start + 1
    while end > start and new_end > new_start and old[end - 1] == new[new_end - 1]:
        end, new_end = end - 1, new_end - 1
    return start, end, new_end


def tokens(text: str) -> list[str]:
    """Cut a text into words and single other characters."""
    return _TOKEN.findall(text)


def offsets(parts: Sequence[str], start: int) -> list[int]:
    """Give where each part begins, and where the last one ends."""
    places = [start]
    for part in parts:
        places.append(places[-1] + len(part))
    return places
