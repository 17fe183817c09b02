"""Segments in Parquet, batch by batch, and scores out as Parquet.

PyArrow takes a fifth of a second to import: this module is imported where a file asks for it.
"""

import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from workbench.errors import WorkbenchError
from workbench.formats.segment_rows import Broken, Row, Table, cell, no_columns
from workbench.formats.streams import Stream
from workbench.i18n import _

_AT_ONCE = 4096  # rows taken from Arrow into Python at a time
_MAGIC = b"PAR1"
# Rows of a group: its columns are held at once while it is written; a few megabytes of scores.
_GROUP = 65_536


def read_parquet(stream: Stream, _charset: str | None) -> Table:
    """Read a Parquet file; a pipe or a compressed one is taken into memory, since its index is at the end."""
    try:
        whole = stream.raw is not stream.data or not stream.raw.seekable()
        file = pq.ParquetFile(io.BytesIO(stream.rest()) if whole else stream.path)
    except (pa.ArrowException, OSError) as error:
        raise WorkbenchError(_("This is no Parquet file: %(reason)s.") % {"reason": one_line(error)}) from error
    columns = tuple(file.schema_arrow.names)

    def picked(names: Sequence[str]) -> Iterator[Row]:
        missing = [name for name in names if name not in columns]
        if missing:
            raise no_columns(missing, columns)
        expect_text_columns(file.schema_arrow, names)
        with file:
            yield from rows_of(file, list(names))

    return Table(columns, picked)


def expect_text_columns(schema: pa.Schema, names: Sequence[str]) -> None:
    """Refuse columns of numbers where texts belong; an id may be a whole number."""
    for name in names:
        kind = schema.field(name).type
        values = kind.value_type if pa.types.is_dictionary(kind) else kind
        number = name == "id" and pa.types.is_integer(values)
        if not (number or pa.types.is_string(values) or pa.types.is_large_string(values)):
            raise WorkbenchError(
                _("The column %(column)s holds %(kind)s, not texts.") % {"column": name, "kind": kind}
            )


def rows_of(file: Any, names: list[str]) -> Iterator[Row]:  # noqa: ANN401 -- PyArrow has no types
    """Give the rows; the place of a row is its number, from 1 on."""
    number = 1
    for batch in batches(file, sorted(set(names))):
        columns = [batch.column(name).to_pylist() for name in names]
        for values in zip(*columns, strict=True):
            if None in values:
                cell(None, names[values.index(None)], number)
            texts = tuple(value if isinstance(value, str) else str(value) for value in values)
            yield number, texts
            number += 1


def batches(file: Any, names: list[str]) -> Iterator[Any]:  # noqa: ANN401 -- as above
    """Read batches; a damaged page is the user's to mend."""
    try:
        yield from file.iter_batches(batch_size=_AT_ONCE, columns=names, use_threads=False)
    except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
        raise WorkbenchError(_("This is no Parquet file: %(reason)s.") % {"reason": one_line(error)}) from error


def one_line(error: Exception) -> str:
    """Give an error's sentence without the end it may have."""
    return " ".join(str(error).split()).rstrip(".")
