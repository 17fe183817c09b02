"""Segments in Parquet, batch by batch, and scores out as Parquet.

PyArrow takes a fifth of a second to import: this module is imported where a file asks for it.
"""

import io
from collections.abc import Iterator, Sequence
from typing import Any

import pyarrow as pa  # type: ignore[import-untyped]  # it ships no types
import pyarrow.parquet as pq  # type: ignore[import-untyped]  # as above

from workbench.errors import WorkbenchError
from workbench.formats.segment_rows import Broken, Cells, Row, Table, cell, no_columns, undecodable
from workbench.formats.streams import Stream
from workbench.i18n import _

_AT_ONCE = 4096  # rows taken from Arrow into Python at a time


def read(stream: Stream, _charset: str | None) -> Table:
    """Read a Parquet file; a pipe or a compressed one is taken into memory, since its index is at the end."""
    try:
        file = pq.ParquetFile(stream.path if stream.whole else io.BytesIO(stream.rest()))
    except (pa.ArrowException, OSError) as error:
        raise no_parquet(error) from error
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
        for values in zip(*(values_of(batch.column(name)) for name in names), strict=True):
            yield number, row_of(values, names, number)
            number += 1


def values_of(column: Any) -> list[object]:  # noqa: ANN401 -- as above
    """Take a column into Python; a text that is no UTF-8 stays bytes."""
    try:
        return list(column.to_pylist())
    except UnicodeDecodeError:
        return [value_of(value) for value in column]


def value_of(value: Any) -> object:  # noqa: ANN401 -- as above
    """Take one value into Python."""
    try:
        return value.as_py()
    except UnicodeDecodeError:
        return value.as_buffer().to_pybytes()


def row_of(values: Sequence[object], names: Sequence[str], number: int) -> Cells | Broken:
    """Make a row of its values."""
    if any(isinstance(value, bytes) for value in values):
        return undecodable("utf-8", number)
    cells = [cell(value, name, number) for value, name in zip(values, names, strict=True)]
    broken = next((value for value in cells if isinstance(value, Broken)), None)
    return broken or tuple(value for value in cells if isinstance(value, str))


def batches(file: Any, names: list[str]) -> Iterator[Any]:  # noqa: ANN401 -- as above
    """Read batches; a damaged page is the user's to mend."""
    try:
        yield from file.iter_batches(batch_size=_AT_ONCE, columns=names, use_threads=False)
    except (pa.ArrowException, OSError) as error:
        raise no_parquet(error) from error


def no_parquet(error: Exception) -> WorkbenchError:
    """Say what Arrow says, in one line."""
    said = " ".join(str(error).split()).rstrip(".")
    return WorkbenchError(_("This is no Parquet file: %(reason)s.") % {"reason": said})
