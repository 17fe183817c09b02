"""Markdown: paragraphs, headings, list items and cells; code, front matter and link targets are left alone.

Blocks are found by the line maps of markdown-it-py; inline markup stands between the pieces of a unit. Blocks
of HTML are read as HTML.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from markdown_it.token import Token

from workbench.errors import WorkbenchError
from workbench.figures import count
from workbench.formats import html_pages
from workbench.formats.markdown_inline import Sign, parser, signs
from workbench.formats.markdown_places import Stretch, cells, lines_of, pieces_of, stretches, table_cell
from workbench.formats.passages import Care, Passage, Syntax
from workbench.formats.passages import read as read_passages
from workbench.formats.passages import write as write_passages
from workbench.formats.pieces import Kind, Piece
from workbench.formats.reading import decode
from workbench.i18n import _
from workbench.model.document import Document

_FRONT_MATTER = re.compile(
    r"(?:---[ \t]*[\r\n](?:.*?[\r\n])??(?:---|\.\.\.)|\+\+\+[ \t]*[\r\n](?:.*?[\r\n])??\+\+\+)"
    r"[ \t]*(?=[\r\n]|\Z)",
    re.DOTALL,
)
_LONGEST = 20_000  # characters of a paragraph whose markup is looked at: nested brackets take quadratic time
_LARGEST = 4 << 20  # characters of a file: the parser reads about 0.4 MB a second
_LIGHT = re.compile(r"[\\`*<]|(?<![^\W_])_|_(?![^\W_])|&(?=[#A-Za-z])|~(?=~)|(?<=~)~")
_STRICT = re.compile(r"[\\`*_\[\]<>&~|#!]")
_BLOCK = re.compile(r"\A(?:[-+=]|\d{1,9}(?=[.)]))")


def read(data: bytes, charset: str | None = None) -> Document:
    """Read the passages of a file."""
    text, codec = decode(data, charset)
    if len(text) > _LARGEST:
        raise WorkbenchError(
            _("The file is too long to be read as Markdown (%(size)s MB); split it, or name it .txt.")
            % {"size": count(len(text) >> 20)}
        )
    return read_passages(data, codec, SYNTAX)


def passages(text: str) -> Iterator[Passage]:
    """Give the passages of a file in order."""
    lines = lines_of(text)
    front = _FRONT_MATTER.match(text)
    blank = re.sub(r"[^\r\n]+", "", front[0]) if front else ""  # so that lines keep their numbers
    env: dict[str, Any] = {}
    tokens = parser().parse(blank + text[len(front[0]) if front else 0 :], env)
    row: Iterator[tuple[int, int]] = iter(())
    for opening, token in pairwise([Token("", "", 0), *tokens]):
        if opening.type == "tr_open" and opening.map:
            row = cells(text, lines[opening.map[0]])
        if token.type == "html_block" and token.map and token.level == 0:
            yield from page(text, lines, token.map)
        elif token.type == "inline" and token.map:
            if opening.type in {"th_open", "td_open"}:
                places = table_cell(text, next(row, (0, 0)), token.content)
            else:
                hashes = opening.markup if opening.markup.startswith("#") else ""
                places = stretches(text, lines[slice(*token.map)], token.content, hashes)
            if places:
                yield passage(token, places, env)


def passage(token: Token, places: Sequence[Stretch], env: dict[str, Any]) -> Passage:
    """Make the passage of a block."""
    noted = [Sign(0, len(token.content), token.content)]
    if len(token.content) <= _LONGEST:
        noted = signs(token.content, env)
    span = places[0].start, places[-1].start + places[-1].width
    line = str((token.map or [0])[0] + 1)
    return Passage(line, span, tuple(tidied(piece for sign in noted for piece in pieces_of(sign, places))))


def tidied(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Leave out the space a line's end shows right behind a break."""
    before = ""
    for piece in pieces:
        if piece.shown != " " or before != "\n" or piece.kind is not Kind.ATOM:
            yield piece
        before = piece.shown


def page(text: str, lines: Sequence[tuple[int, int]], rows: Sequence[int]) -> Iterator[Passage]:
    """Give the passages of a block of HTML."""
    start, end = lines[rows[0]][0], lines[rows[1] - 1][1]
    for found in html_pages.passages(text[start:end], start):
        yield replace(found, place=str(rows[0] + int(found.place)), syntax=html_pages.SYNTAX)


def escape(text: str, kind: Kind, care: Care) -> str:
    """Write a text so that it is nothing but text; a line end becomes a break."""
    if kind is Kind.CODE:
        return text
    if care is Care.LIGHT:
        text = _LIGHT.sub(r"\\\g<0>", text)
    else:
        text = _BLOCK.sub(marked, _STRICT.sub(r"\\\g<0>", text))
    return text.replace("\n", "<br>")


def marked(match: re.Match[str]) -> str:
    """Escape what would begin a list: a dash before it, a number behind it."""
    return f"{match[0]}\\" if match[0].isdigit() else f"\\{match[0]}"


def canonical(text: str) -> str:
    """Leave out the white space that no block begins or ends with."""
    return re.sub(r"[\r\f\v]", " ", text).strip(" \t\n")


def write(document: Document, original: bytes) -> bytes:
    """Splice the document's texts into the file."""
    return write_passages(document, original, SYNTAX)


SYNTAX = Syntax("markdown", passages, escape, canonical, references=True)
