"""Undo as data: each step keeps the rows it changed, as they were before it, in `<table>_before`.

Rows are put back under the same triggers that kept them, so that undo records redo and redo records undo.
"""
# ruff: noqa: S608 -- every name comes from our own schema, values are bound

import sqlite3
from collections.abc import Sequence

from workbench.store.tables import IMAGES, Table

Rows = dict[str, frozenset[int]]


def record(connection: sqlite3.Connection, step: int, side: int) -> None:
    """Let changes happen, and keep what was before them on that side of the step."""
    connection.execute("INSERT INTO recording VALUES(?, ?)", (step, side))


def stop(connection: sqlite3.Connection) -> None:
    """Let no change happen any more."""
    connection.execute("DELETE FROM recording")


def touched(connection: sqlite3.Connection, tables: Sequence[Table], step: int, side: int) -> Rows:
    """Give the rows whose state a side of a step holds, by table; tables without any are left out."""
    rows = {}
    for table in tables:
        sql = f"SELECT id FROM {table.images} WHERE step = ? AND side = ?"
        ids = frozenset(id_ for (id_,) in connection.execute(sql, (step, side)))
        if ids:
            rows[table.name] = ids
    return rows


def forget_unchanged(connection: sqlite3.Connection, tables: Sequence[Table], step: int) -> None:
    """Drop the images that equal their rows: what was touched and not changed is nothing to undo.

    A row that is not there has no hash, nor has the image of one that was not there.
    """
    for table in tables:
        now = f"(SELECT hash FROM {table.name} AS row WHERE row.id = kept.id)"
        sql = f"DELETE FROM {table.images} AS kept WHERE step = ? AND side = 0 AND hash IS {now}"
        connection.execute(sql, (step,))


def altered(connection: sqlite3.Connection, table: str, column: str, step_and_side: tuple[int, int]) -> bool:
    """Tell whether a step's images show rows that were made or dropped since, or differ in a column now."""
    sql = (
        f"SELECT 1 FROM {table}{IMAGES} AS kept LEFT JOIN {table} AS row ON row.id = kept.id"
        " WHERE kept.step = ? AND kept.side = ?"
        f" AND ((row.id IS NULL) = kept.existed OR row.{column} IS NOT kept.{column}) LIMIT 1"
    )
    return connection.execute(sql, step_and_side).fetchone() is not None


def restore(connection: sqlite3.Connection, tables: Sequence[Table], step: int, side: int) -> None:
    """Put back the state that a side of a step holds, and drop it; the other side is being recorded."""
    values = {"step": step, "side": side}
    for table in tables:
        images = f"FROM {table.images} WHERE step = :step AND side = :side"
        connection.execute(
            f"DELETE FROM {table.name} WHERE id IN (SELECT id {images} AND existed = 0)", values
        )
        connection.execute(put_back(table, f"{images} AND existed = 1"), values)
        connection.execute(f"DELETE {images}", values)


def put_back(table: Table, images: str) -> str:
    """Write the statement that makes rows equal to images, whether the rows are there or not."""
    assigned = ", ".join(f'"{column}" = excluded."{column}"' for column in table.columns if column != "id")
    return (
        f"INSERT INTO {table.name}(hash, {table.row}) SELECT hash, {table.row} {images} "
        f"ON CONFLICT(id) DO UPDATE SET hash = excluded.hash, {assigned}"
    )


def forget(connection: sqlite3.Connection, tables: Sequence[Table]) -> None:
    """Drop the images of steps that are no longer in the history."""
    for table in tables:
        connection.execute(f"DELETE FROM {table.images} WHERE step NOT IN (SELECT id FROM step)")
