"""JSON Lines as documents: an object a line, and where its values stand."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import TypeGuard

from workbench.errors import WorkbenchError
from workbench.formats.table_columns import columns_of
from workbench.formats.table_document import Cell, Grammar, Row, Rows, first_of, numbered
from workbench.i18n import _

_DECODER = json.JSONDecoder()
_HALF = re.compile("[\ud800-\udfff]")
_BLANK = re.compile(r"[ \t\r\n]*+")


def open_jsonl(text: str, asked: Mapping[str, str]) -> Rows:
    """Open JSON Lines; the columns are the names in the first object that has a text."""
    line = first_of(numbered(text))[0]
    columns = first_columns(text, asked)
    if columns is None:
        raise WorkbenchError(_("Line %(line)d is no JSON object, nor is any other.") % {"line": line})
    rows = (Row(line, picked(cells or {}, columns)) for line, cells in objects(text))
    return Rows(columns, rows, written)


def first_columns(text: str, asked: Mapping[str, str]) -> dict[str, str] | None:
    """Give the columns of the first object that has a text; what is wrong with the first, where none has."""
    problem = None
    for names in (list(cells) for _line, cells in objects(text) if cells is not None):
        try:
            return columns_of(names, asked)
        except WorkbenchError as error:
            problem = problem or error
    if problem:
        raise problem
    return None


def objects(text: str) -> Iterator[tuple[int, dict[str, Cell] | None]]:
    """Give each line's number and its object; None where it is no JSON, or another value."""
    for line, start, end in numbered(text):
        try:
            yield line, dict(members(text, start, end))
        except (ValueError, RecursionError, IndexError):
            yield line, None


def picked(cells: Mapping[str, Cell], columns: Mapping[str, str]) -> dict[str, Cell]:
    """Keep the values of the columns that are known."""
    return {what: cells[name] for what, name in columns.items() if name in cells}


def members(text: str, start: int, end: int) -> Iterator[tuple[str, Cell]]:
    """Give the names and the values of a line's object, with their places; a ValueError where it is none.

    Of a value that is nested too deep a RecursionError, of a text that ends early an IndexError.
    """
    place = expected(text, start, "{")
    while text[place] != "}":
        name, after = _DECODER.raw_decode(text, place)
        if not isinstance(name, str):
            raise ValueError(name)  # noqa: TRY004 -- no JSON, as all else that is not
        place = expected(text, after, ":")
        value, after = _DECODER.raw_decode(text, place)
        yield name, Cell(place, after, value if is_text(value) else None)
        place = skipped(text, after)
        if text[place] != "}":
            place = expected(text, place, ",")
    if place >= end or skipped(text, place + 1) < end:
        raise ValueError(text[start:end])


def is_text(value: object) -> TypeGuard[str]:
    """Tell a string, and one without halves of characters."""
    return isinstance(value, str) and not _HALF.search(value)


def expected(text: str, place: int, sign: str) -> int:
    """Give what follows a sign that must stand here, blank about it aside."""
    place = skipped(text, place)
    if not text.startswith(sign, place):
        raise ValueError(sign)
    return skipped(text, place + 1)


def skipped(text: str, place: int) -> int:
    """Skip blank."""
    found = _BLANK.match(text, place)
    return found.end() if found else place


def written(text: str, raw: str, _place: str) -> str:
    """Write a string as JSON, escapes of letters as it has them."""
    return json.dumps(text, ensure_ascii=raw.isascii() and "\\u" in raw)


JSONL_GRAMMAR = Grammar("jsonl", open_jsonl)
