"""Subtitles: one cue a unit; numbers, times, settings, notes and styles stay.

A cue's lines are shown as lines; tags and positions within it are markup. Sources: WebVTT (W3C), 4 and 6.4;
SubRip has no standard: what players agree on, and blank lines inside a cue, which occur, belong to it.
"""

import re
from collections.abc import Iterator
from functools import partial
from html import escape as escaped

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
_TIMES = rf"[ \t]*{_TIME}[ \t]*-->[ \t]*{_TIME}[^\r\n]*"
# A cue's number or name may stand on the line before its times.
_HEAD = re.compile(
    rf"(?:(?<![^\r\n])[ \t]*(?P<number>\d+)[ \t]*(?:\r\n?|\n))?(?<![^\r\n]){_TIMES}(?:\r\n?|\n|\Z)"
)
_BLANK = re.compile(r"(?:\r\n|(?<!\r)\n|\r(?!\n))[ \t]*(?=[\r\n]|\Z)")
_NEWLINE = r"(?:(?<![ \t])[ \t]++)?(?:\r\n?|\n)\s*+"
_REFERENCE = r"&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]{0,31});"
_SRT_MARKUP = re.compile(
    rf"(?P<newline>{_NEWLINE})|</?(?:b|i|u|s|font)\b[^<>\r\n]*>|\{{\\[^{{}}\r\n]*\}}", re.IGNORECASE
)
_VTT_MARKUP = re.compile(rf"(?P<newline>{_NEWLINE})|(?P<reference>{_REFERENCE})|<[^>]*>?")


def cues(text: str, *, named: bool) -> Iterator[tuple[str, int, int]]:
    """Give each cue's number and its text's place; a blank line ends it where cues are `named` (WebVTT)."""
    heads = list(_HEAD.finditer(text))
    ends = [head.start() for head in heads[1:]] + [len(text)]
    for count, (head, end) in enumerate(zip(heads, ends, strict=True), start=1):
        start = head.end()
        blank = _BLANK.search(text, start - 1, end) if named else None
        body = text[start : max(start, blank.start()) if blank else end]
        kept = body.strip()
        begin = start + len(body) - len(body.lstrip())
        yield head["number"] or str(count), begin, begin + len(kept)


def found_passages(text: str, markup: re.Pattern[str], *, named: bool) -> Iterator[Passage]:
    """Give a passage for each cue that holds text."""
    for number, start, end in cues(text, named=named):
        pieces = tuple(pieces_of(text, start, end, markup))
        if pieces:
            yield Passage(number, (start, end), pieces)


def pieces_of(text: str, start: int, end: int, markup: re.Pattern[str]) -> Iterator[Piece]:
    """Cut a cue's text at its markup."""
    for found in markup.finditer(text, start, end):
        if found.start() > start:
            yield Piece(start, found.start(), text[start : found.start()])
        groups = found.groupdict()
        shown = "\n" if groups["newline"] else meaning(groups.get("reference") or "")
        if shown:
            yield Piece(*found.span(), shown, Kind.ATOM)
        start = found.end()
    if end > start:
        yield Piece(start, end, text[start:end])


def canonical(text: str) -> str:
    """Leave out blank lines, which would end the cue, and the space around lines."""
    lines = (line.strip() for line in re.split(r"\r\n?|\n", text))
    return "\n".join(line for line in lines if line)


def escape_srt(newline: str, text: str, kind: Kind, care: Care) -> str:
    """Write a text for SubRip, which has no escapes."""
    del kind, care
    return text.replace("\n", newline)


def escape_vtt(newline: str, text: str, kind: Kind, care: Care) -> str:
    """Write a text for WebVTT."""
    del kind, care
    return escaped(text, quote=False).replace("\n", newline)


def srt_syntax(newline: str) -> Syntax:
    """Give the syntax of a SubRip file with these line ends."""
    read_passages = partial(found_passages, markup=_SRT_MARKUP, named=False)
    return Syntax("srt", read_passages, partial(escape_srt, newline), canonical)


def vtt_syntax(newline: str) -> Syntax:
    """Give the syntax of a WebVTT file with these line ends."""
    read_passages = partial(found_passages, markup=_VTT_MARKUP, named=True)
    return Syntax("vtt", read_passages, partial(escape_vtt, newline), canonical)


def read_srt(data: bytes, charset: str | None = None) -> Document:
    """Read the cues of a SubRip file."""
    return read(data, charset, srt_syntax("\n"))


def read_vtt(data: bytes, charset: str | None = None) -> Document:
    """Read the cues of a WebVTT file."""
    return read(data, charset, vtt_syntax("\n"))


def read(data: bytes, charset: str | None, syntax: Syntax) -> Document:
    """Read the cues of a file."""
    text, codec = decode(data, charset)
    if _HEAD.search(text) is None:
        raise WorkbenchError(_("The file holds no subtitles: no line says when one begins and ends."))
    return passages.read(data, codec, syntax)


def write_srt(document: Document, original: bytes) -> bytes:
    """Splice the document's texts into a SubRip file."""
    newline = file_text(original, document.charset).newline
    return passages.write(document, original, srt_syntax(newline))


def write_vtt(document: Document, original: bytes) -> bytes:
    """Splice the document's texts into a WebVTT file."""
    newline = file_text(original, document.charset).newline
    return passages.write(document, original, vtt_syntax(newline))
