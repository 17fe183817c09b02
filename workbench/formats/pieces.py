"""Pieces: what a reader sees of a passage, with its place in the file.

Whatever of the file stands between two pieces is markup and stays: an edit of words cannot break it. An edit
is laid over the pieces by the words that differ; each change goes into the piece it touches first, the other
pieces keep their bytes.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum, auto
from itertools import accumulate

Edit = tuple[int, int, str]  # a span of the file's text, and what takes its place

# A word, a run of white space, or one sign; scripts that know no spaces go letter by letter.
_WORD = re.compile(
    r"[㐀-鿿\uf900-\ufaffぁ-ヿ가-힣฀-๿]|[^\W㐀-鿿\uf900-\ufaffぁ-ヿ가-힣฀-๿]+|\s+|.", re.DOTALL
)
_LONGEST = 2_000  # words compared one by one; the comparison is quadratic at its worst


class Kind(Enum):
    """How a piece stands in its file."""

    TEXT = auto()  # character by character
    CODE = auto()  # character by character, where nothing can be escaped
    ATOM = auto()  # as a whole, in the midst of text: `&amp;` for &
    ELEMENT = auto()  # as a whole, where no text can stand without markup of its own: <w:tab/>


@dataclass(frozen=True, slots=True)
class Piece:
    """[start, end) in the file's text, and what a reader sees of it, never nothing."""

    start: int
    end: int
    shown: str
    kind: Kind = Kind.TEXT


@dataclass(frozen=True, slots=True)
class Change:
    """[start, end) of the text as it was becomes [new_start, new_end) of the text as it is to be."""

    start: int
    end: int
    new_start: int
    new_end: int


def shown(pieces: Sequence[Piece]) -> str:
    """Give what a reader sees."""
    return "".join(piece.shown for piece in pieces)


def edits(pieces: Sequence[Piece], new: str, escape: Callable[[str, Kind], str]) -> Iterator[Edit]:
    """Say which spans of the file change so that its pieces show a new text.

    `escape(text, kind)` writes a text so that it can stand in, or right behind, a piece of this kind.
    """
    old = shown(pieces)
    ends = list(accumulate(len(piece.shown) for piece in pieces))
    for change in widened(changes(old, new), pieces, ends):
        yield from placed(change, new[change.new_start : change.new_end], pieces, ends, escape)


def changes(old: str, new: str) -> Iterator[Change]:
    """Compare two texts by words, and give what differs by characters, in order."""
    floor = 0
    for change in word_changes(old, new):
        exact = slid(old, trimmed(old, new, change), floor)
        floor = exact.end
        yield exact


def word_changes(old: str, new: str) -> Iterator[Change]:
    """Give the words that differ, in order."""
    words, others = _WORD.findall(old), _WORD.findall(new)
    before = common_prefix(words, others)
    after = common_prefix(words[before:][::-1], others[before:][::-1])
    at, new_at = (list(accumulate(map(len, side), initial=0)) for side in (words, others))
    inner, new_inner = words[before : len(words) - after], others[before : len(others) - after]
    if len(inner) > _LONGEST or len(new_inner) > _LONGEST:
        yield Change(at[before], at[len(words) - after], new_at[before], new_at[len(others) - after])
        return
    for tag, a, b, c, d in SequenceMatcher(None, inner, new_inner, autojunk=False).get_opcodes():
        for i, j, k, m in paired(inner[a:b], new_inner[c:d]) if tag != "equal" else ():
            first, new_first = before + a, before + c
            if i < j or k < m:
                yield Change(at[first + i], at[first + j], new_at[new_first + k], new_at[new_first + m])


def paired(words: Sequence[str], others: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """Take a word at either end apart that became a like one, so that it stays in its piece."""
    head = int(bool(words and others) and alike(words[0], others[0]))
    rest, other_rest = words[head:], others[head:]
    tail = int(bool(rest and other_rest) and alike(rest[-1], other_rest[-1]))
    yield 0, head, 0, head
    yield head, len(words) - tail, head, len(others) - tail
    yield len(words) - tail, len(words), len(others) - tail, len(others)


def alike(a: str, b: str) -> bool:
    """Tell whether two words are forms of one: half their letters are the same, at either end."""
    if a.casefold() == b.casefold():
        return True
    head = common_prefix(a, b)
    return 2 * (head + common_prefix(a[head:][::-1], b[head:][::-1])) >= max(len(a), len(b))


def common_prefix(a: Sequence[str], b: Sequence[str]) -> int:
    """Count the characters, or words, both begin with."""
    return next(
        (index for index, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b))
    )


def trimmed(old: str, new: str, change: Change) -> Change:
    """Leave out what both begin and end with: of `book` and `books` only the s differs."""
    a, b = old[change.start : change.end], new[change.new_start : change.new_end]
    head = common_prefix(a, b)
    tail = common_prefix(a[head:][::-1], b[head:][::-1])
    return Change(change.start + head, change.end - tail, change.new_start + head, change.new_end - tail)


def slid(old: str, change: Change, floor: int) -> Change:
    """Take the space before a deleted word along, not the one behind it, where that is the same.

    So `<b>big blue</b> sea` without `blue` keeps no space inside the bold, where Markdown allows none. It
    never crosses `floor`, where the change before it ended.
    """
    start, end, gone = change.start, change.end, change.new_start
    if change.new_end > gone:
        return change
    while start > floor and old[end - 1 : end].isspace() and old[start - 1] == old[end - 1]:
        start, end, gone = start - 1, end - 1, gone - 1
    return Change(start, end, gone, gone)


def widened(found: Iterator[Change], pieces: Sequence[Piece], ends: Sequence[int]) -> list[Change]:
    """Let each change take what it touches of an indivisible piece wholly; changes that meet become one."""
    groups: list[Change] = []
    for change in found:
        if groups and (meet(groups[-1], change) or overlap(groups[-1], change, pieces, ends)):
            last = groups.pop()
            groups.append(Change(last.start, change.end, last.new_start, change.new_end))
        else:
            groups.append(change)
    return [wide(change, pieces, ends) for change in groups]


def meet(one: Change, other: Change) -> bool:
    """Tell whether both insert at one place, where only together they keep their order."""
    return one.start == one.end == other.start == other.end


def overlap(one: Change, other: Change, pieces: Sequence[Piece], ends: Sequence[int]) -> bool:
    """Tell whether both touch one indivisible piece."""
    return wide(other, pieces, ends).start < wide(one, pieces, ends).end


def wide(change: Change, pieces: Sequence[Piece], ends: Sequence[int]) -> Change:
    """Let a change take what it touches of an indivisible piece wholly."""
    before = inside(change.start, pieces, ends)[0]
    after = inside(change.end, pieces, ends)[1]
    return Change(
        change.start - before, change.end + after, change.new_start - before, change.new_end + after
    )


def inside(offset: int, pieces: Sequence[Piece], ends: Sequence[int]) -> tuple[int, int]:
    """Tell how far inside an indivisible piece an offset lies, from its beginning and from its end."""
    number = bisect_right(ends, offset)
    if number == len(pieces) or pieces[number].kind in {Kind.TEXT, Kind.CODE}:
        return 0, 0
    before = offset - (ends[number] - len(pieces[number].shown))
    return (before, ends[number] - offset) if before else (0, 0)


def placed(
    change: Change,
    text: str,
    pieces: Sequence[Piece],
    ends: Sequence[int],
    escape: Callable[[str, Kind], str],
) -> Iterator[Edit]:
    """Put one change into the file: its text into the first piece that takes text, the rest is deleted."""
    if change.start == change.end:
        yield inserted(change.start, text, pieces, ends, escape)
        return
    touched = list(overlaps(change, pieces, ends))
    target = next((piece for piece, _span in touched if piece.kind is Kind.TEXT), touched[0][0])
    for piece, (start, end) in touched:
        yield start, end, escape(text, piece.kind) if piece is target and text else ""


def overlaps(
    change: Change, pieces: Sequence[Piece], ends: Sequence[int]
) -> Iterator[tuple[Piece, tuple[int, int]]]:
    """Give the pieces a change touches, with the span of the file it takes of each."""
    number = bisect_right(ends, change.start)
    while number < len(pieces) and ends[number] - len(pieces[number].shown) < change.end:
        piece, begin = pieces[number], ends[number] - len(pieces[number].shown)
        if piece.kind in {Kind.TEXT, Kind.CODE}:
            first, last = max(change.start, begin) - begin, min(change.end, ends[number]) - begin
            yield piece, (piece.start + first, piece.start + last)
        else:
            yield piece, (piece.start, piece.end)
        number += 1


def inserted(
    offset: int,
    text: str,
    pieces: Sequence[Piece],
    ends: Sequence[int],
    escape: Callable[[str, Kind], str],
) -> Edit:
    """Insert a text where nothing was deleted: as a rule into what stands before it."""
    number = min(bisect_left(ends, offset), len(pieces) - 1)
    piece, begin = pieces[number], ends[number] - len(pieces[number].shown)
    following = pieces[number + 1] if number + 1 < len(pieces) else None
    if piece.kind is not Kind.TEXT and offset == ends[number] and following and following.kind is Kind.TEXT:
        return following.start, following.start, escape(text, Kind.TEXT)
    if piece.kind in {Kind.TEXT, Kind.CODE}:
        at = piece.start + offset - begin
    else:
        at = piece.start if offset == begin else piece.end
    return at, at, escape(text, piece.kind)
