"""JSON Lines as documents: an object a line, and where its values stand."""

import json
import re
from collections.abc import Iterator
from typing import TypeGuard

from workbench.errors import WorkbenchError
from workbench.formats.table_columns import columns_of
from workbench.formats.table_document import Cell, Grammar, Row, Rows, first_of, numbered
from workbench.i18n import _

_DECODER = json.JSONDecoder()
_HALF = re.compile("[\ud800-\udfff]")
_BLANK = re.compile(r"[ \t\r\n]*+")


def open_jsonl(text: str) -> Rows:
    """Open JSON Lines; the columns are the names in the first object."""
    first = dict(members(text, *first_of(numbered(text))))
    columns = columns_of(list(first))
    rows = (
        Row(line, picked(dict(members(text, line, start, end)), columns))
        for line, start, end in numbered(text)
    )
    return Rows(columns, rows, written)


def picked(cells: dict[str, Cell], columns: dict[str, str]) -> dict[str, Cell]:
    """Keep the values of the columns that are known."""
    return {what: cells[name] for what, name in columns.items() if name in cells}


def members(text: str, line: int, start: int, end: int) -> Iterator[tuple[str, Cell]]:
    """Give the names and the values of a line's object, with their places."""
    try:
        place = expected(text, start, "{")
        while text[place] != "}":
            name, after = _DECODER.raw_decode(text, place)
            place = expected(text, after, ":")
            value, after = _DECODER.raw_decode(text, place)
            yield name, Cell(place, after, value if is_text(value) else None)
            place = skipped(text, after)
            if text[place] != "}":
                place = expected(text, place, ",")
        is_whole = skipped(text, place + 1) >= end
    except (ValueError, RecursionError, IndexError):
        is_whole = False
    if not is_whole:
        raise WorkbenchError(_("Line %(line)d is no JSON object.") % {"line": line})


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
