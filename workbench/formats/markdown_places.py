"""Where a Markdown block's content stands in its file: behind list and quote marks, between pipes."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.formats.markdown_inline import Sign
from workbench.formats.pieces import Kind, Piece

Span = tuple[int, int]
_LINE = re.compile(r"[^\r\n]*+(?:\r\n?|\n|(?<=[^\r\n])\Z)")  # the line ends the parser knows
_PIPE = re.compile(r"(?<!\\)\|")
_MARGIN = re.compile(r"[\s>]*(?:[-*+]|\d{1,9}[.)])?\s*\Z")  # quote and list marks before a table's row


@dataclass(frozen=True, slots=True)
class Stretch:
    """`length` characters of a block's content, from `at` on, are [start, start + width) of the file.

    The two lengths differ for an escaped pipe alone.
    """

    at: int
    length: int
    start: int
    width: int


def lines_of(text: str) -> list[Span]:
    """Give where each line stands, its end included."""
    return [match.span() for match in _LINE.finditer(text)]


def stretches(text: str, lines: Sequence[Span], content: str, hashes: str) -> list[Stretch]:
    """Find each line of a block's content in its line of the file; nothing where one is not found.

    It is what the line ends with, white space aside; in a heading what follows its `hashes`.
    """
    found, at = [], 0
    for line, (start, end) in zip(content.split("\n"), lines, strict=False):
        raw = text[start:end].rstrip("\r\n")
        wanted = line.strip(" \t")
        place = raw.find(wanted, raw.find(hashes) + len(hashes)) if hashes else suffix(raw, wanted)
        if place < 0:
            return []
        indent = len(line) - len(line.lstrip(" \t"))
        width = min(len(line) - indent, len(raw) - place)
        if width:
            found.append(Stretch(at + indent, width, start + place, width))
        at += len(line) + 1
    return found if at == len(content) + 1 else []


def suffix(raw: str, wanted: str) -> int:
    """Find what a line ends with, white space aside."""
    raw = raw.rstrip(" \t")
    return len(raw) - len(wanted) if raw.endswith(wanted) else -1


def cells(text: str, line: Span) -> Iterator[Span]:
    """Give the cells of a table's row, between pipes that are not escaped."""
    start, end = line[0], line[0] + len(text[slice(*line)].rstrip("\r\n"))
    for pipe in _PIPE.finditer(text, *line):
        if start > line[0] or not _MARGIN.match(text[start : pipe.start()]):
            yield start, pipe.start()
        start = pipe.end()
    yield start, end


def table_cell(text: str, span: Span, content: str) -> list[Stretch]:
    """Find the content of a cell, where the parser has taken the escapes from the pipes."""
    raw = text[slice(*span)].rstrip(" \t")
    pieces = content.split("|")
    place = suffix(raw, "\\|".join(pieces))
    found, at, start = [], 0, span[0] + place
    for number, piece in enumerate(pieces):
        if number:
            found.append(Stretch(at, 1, start, 2))
            at, start = at + 1, start + 2
        if piece:
            found.append(Stretch(at, len(piece), start, len(piece)))
        at, start = at + len(piece), start + len(piece)
    return found if place >= 0 and content else []


def pieces_of(sign: Sign, places: Sequence[Stretch]) -> Iterator[Piece]:
    """Give what a sign shows with its place in the file."""
    if sign.kind is Kind.ATOM:
        yield Piece(place_of(sign.start, places), place_of(sign.end, places), sign.shown, sign.kind)
        return
    number = max(bisect_right(places, sign.start, key=lambda each: each.at) - 1, 0)
    for index in range(number, len(places)):
        stretch = places[index]
        first, last = max(sign.start, stretch.at), min(sign.end, stretch.at + stretch.length)
        if first >= last:
            return
        shown = sign.shown[first - sign.start : last - sign.start]
        if stretch.width == stretch.length:
            start = stretch.start + first - stretch.at
            yield Piece(start, start + last - first, shown, sign.kind)
        else:
            yield Piece(stretch.start, stretch.start + stretch.width, shown, Kind.ATOM)


def place_of(at: int, places: Sequence[Stretch]) -> int:
    """Give where a character of the content stands; a line end stands where its line has ended."""
    stretch = places[max(bisect_right(places, at, key=lambda each: each.at) - 1, 0)]
    return stretch.start + (at - stretch.at if at - stretch.at < stretch.length else stretch.width)
