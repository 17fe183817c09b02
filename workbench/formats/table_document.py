"""Tables as documents to review: a row a unit, and an edit written into its own cell.

What differs between TSV, CSV and JSON Lines is where a row's cells are and how a text is written in one.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from workbench.errors import WorkbenchError
from workbench.figures import count, listed
from workbench.formats.parts import batches, whole
from workbench.formats.reading import decode
from workbench.formats.splicing import Edit, FileText, Ruler, expect_kept, file_text, spliced
from workbench.formats.table_columns import languages_of
from workbench.i18n import _, ngettext
from workbench.model.document import Document, Unit
from workbench.model.status import Status

_NAMED = 10  # lines in a message


@dataclass(frozen=True, slots=True)
class Cell:
    """[start, end) of the file's text, quotes included, and its text; None where it holds something else."""

    start: int
    end: int
    text: str | None


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its line, from 1, and the cells that say something to us, by what they hold."""

    line: int
    cells: Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Rows:
    """A table that is opened: the headings of the columns known, its rows, and how a text is written.

    `written(text, raw, place)` gives the cell that takes the place of `raw`; `place` is for a message.
    """

    columns: Mapping[str, str]
    rows: Iterable[Row]
    written: Callable[[str, str, str], str]


@dataclass(frozen=True, slots=True)
class Grammar:
    """A format of tables: `open(text, asked)` finds the rows of a file, by the columns that are named."""

    name: str
    open: Callable[[str, Mapping[str, str]], Rows]


def read(data: bytes, charset: str | None, grammar: Grammar, asked: Mapping[str, str]) -> Document:
    """Read the rows of a table; `asked` are the headings of columns that the user names."""
    return whole(parts(data, charset, grammar, asked))


def parts(data: bytes, charset: str | None, grammar: Grammar, asked: Mapping[str, str]) -> Iterator[Document]:
    """Read the rows of a table part by part; the last part tells of those that hold no text."""
    codec = decode(data, charset)[1]
    file = file_text(data, codec)
    table = grammar.open(file.text, asked)
    source_language, language = languages_of(table.columns)
    part = Document(grammar.name, (), codec, language, source_language, columns=table.columns)
    unread: list[str] = []
    count = 0
    for batch in batches(units(file, table, unread)):
        count += len(batch)
        yield replace(part, units=batch)
    if not count:
        raise no_rows(unread)
    if unread:
        yield replace(part, warnings=(left_as_they_are(unread),), unread=tuple(unread))


def no_rows(unread: Sequence[str]) -> WorkbenchError:
    """Say that no row of a table can be read, or that there is none."""
    if not unread:
        return WorkbenchError(_("The table holds no rows."))
    return WorkbenchError(
        _("No row of the table can be read; the first that cannot is line %(line)s.") % {"line": unread[0]}
    )


def left_as_they_are(unread: Sequence[str]) -> str:
    """Say how many lines were not read, and which are the first of them."""
    said = ngettext(
        "%(count)s line is left as it is, damaged, without a text or with too many or too few cells:"
        " %(lines)s.",
        "%(count)s lines are left as they are, damaged, without a text or with too many or too few cells:"
        " %(lines)s.",
        len(unread),
    )
    shown = [*unread[:_NAMED], _("others")] if len(unread) > _NAMED else unread
    return said % {"count": count(len(unread)), "lines": listed(shown)}


def units(file: FileText, table: Rows, unread: list[str]) -> Iterator[Unit]:
    """Make a unit of each row, and note the lines of those that have no text."""
    ruler = Ruler(file)
    for row in table.rows:
        cell = row.cells.get("text")
        if cell is None or cell.text is None:
            unread.append(str(row.line))
        else:
            span = ruler.at(cell.start), ruler.at(cell.end)
            yield unit_of(row, cell.text, span, is_bilingual="source" in table.columns)


def unit_of(row: Row, text: str, span: tuple[int, int] | None, *, is_bilingual: bool) -> Unit:
    """Make a unit of a row."""
    said = {what: cell.text for what, cell in row.cells.items() if cell.text}
    return Unit(
        text=text,
        place=str(row.line),
        span=span,
        source=said.get("source", "") if is_bilingual else None,
        context=said.get("context"),
        status=status_of(said.get("status")),
        notes=(said["note"],) if "note" in said else (),
    )


def status_of(said: str | None) -> Status:
    """Give what a table's column says was decided, in our own words for it."""
    return Status(said) if said in set(Status) else Status.UNREVIEWED


def write(document: Document, original: bytes, grammar: Grammar) -> bytes:
    """Splice texts and decisions into their cells; what was written is read again and compared."""
    file = file_text(original, document.charset)
    table = grammar.open(file.text, document.columns)
    rows = [row for row in table.rows if is_text(row)]
    changes = list(edits(file, rows, document.units, table.written))
    if not changes:
        return original
    data = spliced(file, changes)
    settled = [
        replace(unit, status=kept_status(row, unit)) for row, unit in zip(rows, document.units, strict=True)
    ]
    expect_kept(settled, read(data, document.charset, grammar, document.columns).units)
    return data


def is_text(row: Row) -> bool:
    """Tell a row that is a unit."""
    return "text" in row.cells and row.cells["text"].text is not None


def kept_status(row: Row, unit: Unit) -> Status:
    """Give what a row will say was decided: nothing where it has no place for that."""
    return unit.status if has_status(row) else Status.UNREVIEWED


def has_status(row: Row) -> bool:
    """Tell whether a row has a cell for decisions, in our own words or empty."""
    return "status" in row.cells and row.cells["status"].text in {"", *Status}


def edits(
    file: FileText, rows: Sequence[Row], wanted: Sequence[Unit], written: Callable[[str, str, str], str]
) -> Iterator[Edit]:
    """Say what takes the place of which cells."""
    for row, unit in zip(rows, wanted, strict=True):
        due = {"text": unit.text} if row.cells["text"].text != unit.text else {}
        if has_status(row) and status_of(row.cells["status"].text) is not unit.status:
            due["status"] = unit.status.value
        for what, text in due.items():
            cell, place = row.cells[what], _("Line %(line)s") % {"line": unit.place}
            yield Edit(cell.start, cell.end, written(text, file.text[cell.start : cell.end], place), place)


def numbered(text: str) -> Iterator[tuple[int, int, int]]:
    r"""Give the lines of a text that are not blank: number, start, and end before the line end, "\n"."""
    start = 0
    for number, line in enumerate(text.split("\n"), start=1):
        kept = line.removesuffix("\r")
        if kept.strip():
            yield number, start, start + len(kept)
        start += len(line) + 1


def first_of(rows: Iterator[tuple[int, int, int]]) -> tuple[int, int, int]:
    """Give the first line."""
    first = next(islice(rows, 1), None)
    if first is None:
        raise WorkbenchError(_("The table holds no rows."))
    return first
