"""Parquet as documents: a row a unit. Its bytes are packed: an edit makes a new file of the same schema."""

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import pyarrow as pa  # type: ignore[import-untyped]  # it ships no types
import pyarrow.parquet as pq  # type: ignore[import-untyped]  # as above

from workbench.formats.parquet import no_parquet
from workbench.formats.splicing import expect_kept
from workbench.formats.table_columns import columns_of, languages_of
from workbench.formats.table_document import Cell, Row, left_as_they_are, no_rows, unit_of
from workbench.formats.tables import review_rows
from workbench.model.bitext import Bitext
from workbench.model.document import Document, Unit
from workbench.model.status import Status


def read(asked: Mapping[str, str], data: bytes, _charset: str | None = None) -> Document:
    """Read the rows of a Parquet file; those without a text are named, `asked` are columns' names."""
    table = opened(data).read()
    columns = columns_of(table.column_names, asked)
    there = dict(rows(table, columns))
    texts = {number: row.cells["text"].text for number, row in there.items()}
    found = [
        unit_of(row, text, None, is_bilingual="source" in columns)
        for number, row in there.items()
        if (text := texts[number]) is not None
    ]
    unread = [str(number) for number, text in texts.items() if text is None]
    if not found:
        raise no_rows(unread)
    said = (left_as_they_are(unread),) if unread else ()
    source_language, language = languages_of(columns)
    return Document("parquet", tuple(found), "utf-8", language, source_language, said, tuple(unread), columns)


def opened(data: bytes) -> pq.ParquetFile:
    """Open a Parquet file."""
    try:
        return pq.ParquetFile(io.BytesIO(data))
    except (pa.ArrowException, OSError) as error:
        raise no_parquet(error) from error


def rows(table: pa.Table, columns: dict[str, str]) -> Iterator[tuple[int, Row]]:
    """Give the rows with their numbers, from 1."""
    values = {what: table.column(name).to_pylist() for what, name in columns.items()}
    for number in range(table.num_rows):
        texts = {what: column[number] for what, column in values.items()}
        cells = {what: Cell(0, 0, text if isinstance(text, str) else None) for what, text in texts.items()}
        yield number + 1, Row(number + 1, cells)


def write(document: Document, original: bytes) -> bytes:
    """Put texts and decisions into the columns; everything else of the table stays."""
    before = read(document.columns, original)
    if [(unit.text, unit.status) for unit in before.units] == [
        (unit.text, unit.status) for unit in document.units
    ]:
        return original
    file = opened(original)
    table = file.read()
    columns = before.columns
    units = {int(unit.place) - 1: unit for unit in document.units}
    table = replaced(table, columns["text"], {number: unit.text for number, unit in units.items()})
    has_status = "status" in columns and any(
        one in set(Status) for one in table.column(columns["status"]).to_pylist()
    )
    if has_status:
        table = replaced(
            table, columns["status"], {number: unit.status.value for number, unit in units.items()}
        )
    data = packed(table, file)
    expect_kept(settled(document.units, has_status=has_status), read(columns, data).units)
    return data


def compose(bitext: Bitext) -> bytes:
    """Write a review as Parquet, every text just as it is: a row a pair."""
    header, lines = review_rows(bitext)
    columns = zip(*lines, strict=True) if bitext.pairs else ([] for _name in header)
    table = pa.table({name: pa.array(column) for name, column in zip(header, columns, strict=True)})
    out = io.BytesIO()
    pq.write_table(table, out)
    return out.getvalue()


def replaced(table: pa.Table, name: str, values: dict[int, str]) -> pa.Table:
    """Give some rows of a column new values."""
    index = table.column_names.index(name)
    there = table.column(name).to_pylist()
    new = [values.get(number, value) for number, value in enumerate(there)]
    return table.set_column(index, table.schema.field(index), pa.array(new, table.schema.field(index).type))


def packed(table: pa.Table, file: pq.ParquetFile) -> bytes:
    """Write a table as the file was packed."""
    meta = file.metadata
    compression = meta.row_group(0).column(0).compression if meta.num_row_groups else "SNAPPY"
    out = io.BytesIO()
    rows_of_group = meta.row_group(0).num_rows if meta.num_row_groups else None
    pq.write_table(table, out, compression=compression, row_group_size=rows_of_group)
    return out.getvalue()


def settled(units: Sequence[Unit], *, has_status: bool) -> list[Unit]:
    """Give what must read back: no decision where there is no column for one."""
    return [replace(unit, status=unit.status if has_status else Status.UNREVIEWED) for unit in units]
