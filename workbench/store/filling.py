"""Filling a review in bulk: rows that were not there, hashed as they come, and nothing to undo.

The triggers hash and keep each row by calls from SQLite into Python; an import of half a million rows would
spend most of its time there, for images that no undo ever asks for.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from workbench.store.hashes import Value, row_hash
from workbench.store.tables import Table, listed

Row = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Batch:
    """New rows of one table, their values in the order of the table's columns, of the types it declares.

    `hashed` says that each row's hash stands behind its values already.
    """

    table: str
    columns: Sequence[str]
    rows: Iterable[Row]
    hashed: bool = False


def with_hash(rows: Iterable[Row]) -> Iterator[Row]:
    """Put each row's hash behind its values."""
    return ((*row, row_hash(*row)) for row in rows)


def insert(connection: sqlite3.Connection, tables: Sequence[Table], batch: Batch) -> None:
    """Insert the rows of a batch; all columns must be named, since the hash covers them all."""
    table = next(table for table in tables if table.name == batch.table)
    if tuple(batch.columns) != table.columns:
        raise ValueError(f"{batch.table} has the columns {table.columns}")
    marks = ", ".join("?" * (len(table.columns) + 1))
    rows = batch.rows if batch.hashed else with_hash(batch.rows)
    sql = f"INSERT INTO {table.name}({listed(table.columns)}, hash) VALUES ({marks})"  # noqa: S608 -- names from our own schema
    connection.executemany(sql, rows)
