"""Subtitles: one cue a unit; numbers, times, settings, notes and styles stay.

A cue's lines are shown as lines; tags and positions within it are markup. Sources: WebVTT (W3C), 4 and 6.4;
SubRip has no standard: what players agree on, and blank lines inside a cue, which occur, belong to it.
"""

import re
from collections.abc import Iterator
from functools import partial
from html import escape as escaped
from typing import NamedTuple

from workbench.errors import WorkbenchError
from workbench.formats import passages
from workbench.formats.html_tokens import meaning
from workbench.formats.passages import Care, Passage, Syntax
from workbench.formats.pieces import Kind, Piece
from workbench.formats.reading import decode
from workbench.formats.splicing import file_text
from workbench.i18n import _
from workbench.model.document import Document

_TIME = r"(?:\d+:)?\d{1,2}:\d{1,2}(?:[.,]\d{1,3})?"
_TIMES = re.compile(rf"[ \t]*{_TIME}[ \t]*-->[ \t]*{_TIME}[^\r\n]*(?:\r\n?|\n|\Z)")
_NUMBER = re.compile(r"[ \t]*(\d+)[ \t]*(?:\r\n?|\n)\Z")
_LINE_END = re.compile(r"[\r\n]|\Z")
_BLANK = re.compile(r"(?:\r\n|(?<!\r)\n|\r(?!\n))[ \t]*(?=[\r\n]|\Z)")
_NEWLINE = r"[\r\n]\s*+"  # begins with what is looked for, not with the spaces before it: ten times faster
_REFERENCE = r"&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]{0,31});"
_SRT_MARKUP = re.compile(
    rf"(?P<newline>{_NEWLINE})|</?(?:b|i|u|s|font)\b[^<>\r\n]*>|\{{\\[^{{}}\r\n]*\}}", re.IGNORECASE
)
_VTT_MARKUP = re.compile(rf"(?P<newline>{_NEWLINE})|(?P<reference>{_REFERENCE})|<[^>]*>?")


class Head(NamedTuple):
    """The lines before a cue's text, with its number where one is above the times."""

    start: int
    end: int
    number: str | None


def heads(text: str) -> Iterator[Head]:
    """Find the times of all cues; the arrow is looked for first, since few lines hold one."""
    done, arrow = 0, text.find("-->")
    while arrow >= 0:
        start = line_start(text, done, arrow)
        times = _TIMES.match(text, start)
        if times:
            above = line_start(text, done, start - 1) if start > done else start
            number = _NUMBER.match(text, above, start)
            yield Head(above if number else start, times.end(), number[1] if number else None)
        line_end = _LINE_END.search(text, arrow)
        done = times.end() if times else line_end.start() if line_end else len(text)
        arrow = text.find("-->", done)


def line_start(text: str, done: int, at: int) -> int:
    """Give where the line of a place begins, no further back than `done`."""
    if text[at : at + 1] == "\n" and text[at - 1 : at] == "\r":
        at -= 1
    return max(text.rfind("\n", done, at), text.rfind("\r", done, at), done - 1) + 1


def cues(text: str, *, named: bool) -> Iterator[tuple[str, int, int]]:
    """Give each cue's number and its text's place; a blank line ends it where cues are `named` (WebVTT)."""
    found = list(heads(text))
    ends = [head.start for head in found[1:]] + [len(text)]
    for count, (head, end) in enumerate(zip(found, ends, strict=True), start=1):
        blank = _BLANK.search(text, head.end - 1, end) if named else None
        body = text[head.end : max(head.end, blank.start()) if blank else end]
        begin = head.end + len(body) - len(body.lstrip())
        yield head.number or str(count), begin, begin + len(body.strip())


def found_passages(text: str, markup: re.Pattern[str], *, named: bool) -> Iterator[Passage]:
    """Give a passage for each cue that holds text."""
    for number, start, end in cues(text, named=named):
        pieces = tuple(pieces_of(text, start, end, markup))
        if pieces:
            yield Passage(number, (start, end), pieces)


def pieces_of(text: str, start: int, end: int, markup: re.Pattern[str]) -> Iterator[Piece]:
    """Cut a cue's text at its markup."""
    for found in markup.finditer(text, start, end):
        groups = found.groupdict()
        before = text[start : found.start()]
        before = before.rstrip(" \t") if groups["newline"] else before
        if before:
            yield Piece(start, start + len(before), before)
        shown = "\n" if groups["newline"] else meaning(groups.get("reference") or "")
        if shown:
            yield Piece(
                start + len(before) if groups["newline"] else found.start(), found.end(), shown, Kind.ATOM
            )
        start = found.end()
    if end > start:
        yield Piece(start, end, text[start:end])


def canonical(text: str) -> str:
    """Leave out blank lines, which would end the cue."""
    return re.sub(r"\s*[\r\n]\s*[\r\n]\s*", "\n", text.replace("\r\n", "\n")).replace("\r", "\n").strip("\n")


def escape_srt(newline: str, text: str, kind: Kind, care: Care) -> str:
    """Write a text for SubRip, which has no escapes."""
    del kind, care
    return text.replace("\n", newline)


def escape_vtt(newline: str, text: str, kind: Kind, care: Care) -> str:
    """Write a text for WebVTT."""
    del kind, care
    return escaped(text, quote=False).replace("\n", newline)


def syntax_of(name: str, newline: str) -> Syntax:
    """Give the syntax of a file of this format with these line ends."""
    if name == "vtt":
        passages_of = partial(found_passages, markup=_VTT_MARKUP, named=True)
        return Syntax(name, passages_of, partial(escape_vtt, newline), canonical)
    passages_of = partial(found_passages, markup=_SRT_MARKUP, named=False)
    return Syntax(name, passages_of, partial(escape_srt, newline), canonical)


def read(name: str, data: bytes, charset: str | None = None) -> Document:
    """Read the cues of a file of this format."""
    text, codec = decode(data, charset)
    if next(heads(text), None) is None:
        raise WorkbenchError(_("The file holds no subtitles: no line says when one begins and ends."))
    return passages.read(data, codec, syntax_of(name, "\n"))


def write(name: str, document: Document, original: bytes) -> bytes:
    """Splice the document's texts into the file."""
    newline = file_text(original, document.charset).newline
    return passages.write(document, original, syntax_of(name, newline))
