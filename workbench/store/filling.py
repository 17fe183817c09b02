"""Filling a review in bulk: rows that were not there, hashed as they come, and nothing to undo.

The triggers hash and keep each row by calls from SQLite into Python; an import of half a million rows would
spend most of its time there, for images that no undo ever asks for.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workbench.store.hashes import Value, row_hash
from workbench.store.tables import Table, listed
from workbench.store.triggers import lifted

Row = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Batch:
    """New rows of one table, their values in the order of the table's columns, of the types it declares."""

    table: str
    columns: Sequence[str]
    rows: Iterable[Row]


def insert(connection: sqlite3.Connection, table: Table, batch: Batch) -> None:
    """Insert the rows of a batch; all columns must be named, since the hash covers them all."""
    if tuple(batch.columns) != table.columns:
        raise ValueError(f"{batch.table} has the columns {table.columns}")
    marks = ", ".join("?" * (len(table.columns) + 1))
    rows = ((*row, row_hash(*row)) for row in batch.rows)
    sql = f"INSERT INTO {table.name}({listed(table.columns)}, hash) VALUES ({marks})"  # noqa: S608 -- names from our own schema
    with lifted(connection, table):
        connection.executemany(sql, rows)


def lay_out(connection: sqlite3.Connection, table: Table, statement: str) -> None:
    """Fill a table by a statement that reads packed rows, hashes and all; see `packing`."""
    with lifted(connection, table):
        connection.execute(statement)
