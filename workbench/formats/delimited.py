r"""TSV and CSV as documents: cells between separators, and how a text is written in one.

TSV quotes nothing; only where the heading shows that this program wrote it are \t, \n, \r and \\ escapes.
CSV is RFC 4180, with the separator of its first line; a quotation mark inside an unquoted cell is itself.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from workbench.errors import WorkbenchError
from workbench.formats.characters import expect_storable
from workbench.formats.table_columns import columns_of
from workbench.formats.table_document import Cell, Grammar, Row, Rows, first_of, numbered
from workbench.formats.tables import ESCAPES, OWN_HEADINGS, defused, undefused
from workbench.i18n import _

_ESCAPED = re.compile(r"\\([tnr\\])")
_MEANT = {"t": "\t", "n": "\n", "r": "\r", "\\": "\\"}
_ROW_END = re.compile(r"\r\n|\n|\r|\Z")
_QUOTED = re.compile(r'"([^"]*+(?:""[^"]*+)*+)"')
Numbered = tuple[int, list[Cell]]  # a row's first line, and its cells


def open_tsv(text: str, asked: Mapping[str, str]) -> Rows:
    """Open TSV by its first line."""
    lines = numbered(text)
    _number, start, end = first_of(lines)
    headings = text[start:end].split("\t")
    is_own = is_ours(headings)
    cut = ((number, start, text[start:end].split("\t")) for number, start, end in lines)
    cells = ((number, len(pieces), partial(tsv_cell, start, pieces)) for number, start, pieces in cut)
    return opened(
        columns_of(headings, asked),
        headings,
        cells,
        unescaped if is_own else None,
        tsv_own if is_own else tsv_written,
    )


def tsv_cell(start: int, pieces: Sequence[str], index: int) -> Cell:
    """Give a cell of a line that is cut at its tabs."""
    place = start + sum(map(len, pieces[:index])) + index
    return Cell(place, place + len(pieces[index]), pieces[index])


def open_csv(text: str, asked: Mapping[str, str]) -> Rows:
    """Open CSV by its first row."""
    separator = max(",;\t", key=text[: text.find("\n") + 1 or len(text)].count)
    rows = csv_rows(text, separator)
    headings = [cell.text or "" for cell in next(rows, (1, []))[1]]
    is_own = is_ours(headings)
    picking = ((line, 0 if is_damaged(cells) else len(cells), cells.__getitem__) for line, cells in rows)
    written = partial(csv_written, separator, is_own)
    return opened(columns_of(headings, asked), headings, picking, undefused if is_own else None, written)


def is_damaged(cells: Sequence[Cell]) -> bool:
    """Tell a row with a cell that is none."""
    return any(cell.text is None for cell in cells)


def csv_rows(text: str, separator: str) -> Iterator[Numbered]:
    """Cut CSV into rows, each numbered by its first line; blank lines are none."""
    bare = re.compile(rf"[^{separator}\r\n]*+")
    place, line = 0, 1
    while place < len(text):
        first, cells = place, []
        while True:
            cell = csv_cell(text, place, bare)
            cells.append(cell)
            place = cell.end + 1
            if not text.startswith(separator, cell.end):
                break
        end = _ROW_END.match(text, cell.end)
        if end is None:
            raise unclosed(line)
        if cells[0].end > first or len(cells) > 1:
            yield line, cells
        place = end.end()
        line += len(re.findall(r"\r\n|\n|\r", text[first:place]))


def csv_cell(text: str, place: int, bare: re.Pattern[str]) -> Cell:
    """Read the cell that begins here; one with text behind its quotation mark is damaged."""
    found = _QUOTED.match(text, place)
    if found:
        more = bare.match(text, found.end())
        if more and more[0]:
            return Cell(place, more.end(), None)
        return Cell(*found.span(), found[1].replace('""', '"'))
    if text.startswith('"', place):
        raise unclosed(len(re.findall(r"\r\n|\n|\r", text[:place])) + 1)
    end = bare.match(text, place)
    return Cell(place, end.end() if end else place, end[0] if end else "")


def unclosed(line: int) -> WorkbenchError:
    """Say where a cell begins that never ends: no row below can be told from it."""
    return WorkbenchError(
        _("Line %(line)d cannot be read as CSV: a quotation mark is not closed; close it.") % {"line": line}
    )


def opened(
    columns: Mapping[str, str],
    headings: Sequence[str],
    rows: Iterator[tuple[int, int, Callable[[int], Cell]]],
    meant: Callable[[str], str] | None,
    written: Callable[[str, str, str], str],
) -> Rows:
    """Keep the cells of the columns that are known; a row of another size says of none what it is.

    `rows` give the line, the number of cells, and each cell by its index.
    """
    size = len(headings)
    where = {what: list(headings).index(heading) for what, heading in columns.items()}
    picked = (
        Row(line, {what: own(cell(index), meant) for what, index in where.items()} if count == size else {})
        for line, count, cell in rows
    )
    return Rows(columns, picked, written)


def is_ours(headings: Sequence[str]) -> bool:
    """Tell a table that this program wrote."""
    return tuple(headings[: len(OWN_HEADINGS)]) == OWN_HEADINGS


def own(cell: Cell, meant: Callable[[str], str] | None) -> Cell:
    """Read a cell as a table of our own means it."""
    if meant is None:
        return cell
    return Cell(cell.start, cell.end, meant(cell.text or ""))


def unescaped(text: str) -> str:
    """Resolve the escapes of our own TSV."""
    return _ESCAPED.sub(lambda found: _MEANT[found[1]], text)


def tsv_own(text: str, raw: str, place: str) -> str:
    """Write a cell of our own TSV."""
    expect_storable(text, raw, place)
    return text.translate(ESCAPES)


def tsv_written(text: str, raw: str, place: str) -> str:
    """Write a cell of TSV, which has no way to write a tab or the end of a line."""
    expect_storable(text, raw, place)
    if found := re.search(r"[\t\n\r]", text):
        raise WorkbenchError(
            _("%(place)s: a cell of TSV cannot hold %(character)s; remove it, or export as CSV.")
            % {"place": place, "character": ascii(found[0])}
        )
    return text


def csv_written(separator: str, is_own: bool, text: str, raw: str, place: str) -> str:
    """Write a cell of CSV, quoted where it was or has to be."""
    expect_storable(text, raw, place)
    shown = defused(text) if is_own else text
    if raw.startswith('"') or re.search(rf'[{separator}"\r\n]|^\s|\s$', shown):
        return '"' + shown.replace('"', '""') + '"'
    return shown


TSV_GRAMMAR = Grammar("tsv", open_tsv)
CSV_GRAMMAR = Grammar("csv", open_csv)
