"""Segments in TSV, CSV and JSON Lines, row by row; a row that is broken is handed on as such."""

import csv
import json
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from operator import itemgetter
from typing import TypeVar, cast

from workbench.errors import WorkbenchError
from workbench.formats.line_stream import Line, lines
from workbench.formats.segment_rows import Broken, Cells, Row, Table, cell, expect_texts, lacking, no_columns
from workbench.formats.streams import Stream
from workbench.i18n import _

First = TypeVar("First", str, Cells)  # of a table: its first line, in one piece or in cells

_LONGEST_CELL = 1 << 26  # characters, as the lines they are made of


def read_tsv(stream: Stream, charset: str | None) -> Table:
    """Read TSV whose first line names the columns; nothing is quoted and nothing is escaped."""
    numbered = lines(stream, charset)
    split: Iterator[Row] = (
        (number, line if isinstance(line, Broken) else tuple(line.split("\t"))) for number, line in numbered
    )
    return with_header(split)


def read_csv(stream: Stream, charset: str | None) -> Table:
    """Read CSV as RFC 4180 has it, with the separator of its first line: a comma, a semicolon or a tab."""
    numbered = lines(stream, charset)
    first = readable(next(numbered)[1])
    separator = max(",;\t", key=first.count)
    return with_header(csv_rows(chain([(1, first)], numbered), separator))


def csv_rows(numbered: Iterator[Line], separator: str) -> Iterator[Row]:
    """Parse CSV, whose rows may span lines; each is numbered by its first line."""
    csv.field_size_limit(_LONGEST_CELL)
    bad: dict[int, Broken] = {}
    reader = csv.reader(physical(numbered, bad), delimiter=separator)
    while True:
        start = reader.line_num + 1
        try:
            cells = tuple(next(reader))
        except StopIteration:
            return
        except csv.Error as error:
            yield start, Broken(_("Line %(line)d: %(reason)s.") % {"line": start, "reason": error})
            continue
        broken = [bad.pop(line) for line in range(start, reader.line_num + 1) if bad and line in bad]
        if broken or cells:  # the reader makes empty rows of blank lines
            yield start, broken[0] if broken else cells


def physical(numbered: Iterator[Line], bad: dict[int, Broken]) -> Iterator[str]:
    """Give lines to the CSV reader, noting those that could not be decoded."""
    for number, line in numbered:
        if isinstance(line, Broken):
            bad[number] = line
            yield "\n"
        else:
            yield line + "\n"


def with_header(rows: Iterator[Row]) -> Table:
    """Take the first row for the columns' names."""
    first = readable(next(rows)[1])
    header = tuple(name.strip().lower() for name in first)

    def picked(names: Sequence[str]) -> Iterator[Row]:
        missing = [name for name in names if name not in header]
        if missing:
            raise no_columns(missing, header)
        pick = picker([header.index(name) for name in names])
        for number, cells in rows:
            if isinstance(cells, Broken):
                yield number, cells
            elif len(cells) != len(header):
                yield number, uneven(number, len(cells), len(header))
            else:
                chosen = pick(cells)
                expect_texts(chosen, names, number)
                yield number, chosen

    return Table(header, picked)


def picker(places: Sequence[int]) -> Callable[[Cells], Cells]:
    """Make a function that takes these cells of a row."""
    if len(places) == 1:
        return lambda cells: (cells[places[0]],)
    return cast("Callable[[Cells], Cells]", itemgetter(*places))


def uneven(line: int, found: int, expected: int) -> Broken:
    """Say that a row has too many or too few cells."""
    return Broken(
        _("Line %(line)d has not as many columns as the first line: %(found)d, not %(expected)d.")
        % {"line": line, "found": found, "expected": expected}
    )


def readable(first: First | Broken) -> First:
    """Give a first line that can be read."""
    if isinstance(first, Broken):
        raise WorkbenchError(first.message)
    return first


def read_jsonl(stream: Stream, charset: str | None) -> Table:
    """Read an object a line; the columns are the names in the first."""
    rows = objects(lines(stream, charset))
    first = next(rows, None)
    if first is None or isinstance(first[1], Broken):
        raise WorkbenchError(_("Line 1 is no JSON object."))
    columns = tuple(first[1])
    there = chain([first], rows)

    def picked(names: Sequence[str]) -> Iterator[Row]:
        missing = [name for name in names if name not in columns]
        if missing:
            raise no_columns(missing, columns)
        for number, values in there:
            yield number, values if isinstance(values, Broken) else cells_of(values, names, number)

    return Table(columns, picked)


def objects(numbered: Iterator[Line]) -> Iterator[tuple[int, dict[str, object] | Broken]]:
    """Parse a line each; blank ones are none."""
    for number, line in numbered:
        if isinstance(line, Broken):
            yield number, line
        elif line.strip():
            yield number, parsed(line, number)


def parsed(line: str, number: int) -> dict[str, object] | Broken:
    """Parse an object."""
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return Broken(_("Line %(line)d is not JSON.") % {"line": number})
    if isinstance(value, dict):
        return value
    return Broken(_("Line %(line)d is no JSON object.") % {"line": number})


def cells_of(values: dict[str, object], names: Sequence[str], line: int) -> Cells | Broken:
    """Take the texts of an object."""
    cells = []
    for name in names:
        if name not in values:
            return lacking(name, line)
        value = cell(values[name], name, line)
        if isinstance(value, Broken):
            return value
        cells.append(value)
    return tuple(cells)
