"""The triggers of an open review: they hash each row, and keep its state before a step first touched it.

All of them live in the TEMP schema of our connection, where `trusted_schema` lets them call `row_hash`; a
file never holds a trigger.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from workbench.store.tables import Table, listed

OUTSIDE = "changed outside an operation"
RENAMED = "the id of a row is never changed"


def install(connection: sqlite3.Connection, tables: Iterable[Table]) -> None:
    """Create the triggers; `recording` has a row while an operation is open, and none else."""
    connection.execute("CREATE TEMP TABLE recording(step INTEGER NOT NULL, side INTEGER NOT NULL)")
    for table in tables:
        for statement in statements(table):
            connection.execute(statement)


@contextmanager
def lifted(connection: sqlite3.Connection, table: Table) -> Iterator[None]:
    """Do without a table's triggers of new rows while a transaction fills it."""
    names = [f"{table.name}_{when}_INSERT" for when in ("before", "after")]
    for name in names:
        connection.execute(f"DROP TRIGGER temp.{name}")
    yield
    for statement in statements(table):
        if any(f"{name} " in statement for name in names):
            connection.execute(statement)


def statements(table: Table) -> list[str]:
    """Write the triggers of a table."""
    born = changed = gone = ""
    if table.journaled:
        born, changed, gone = keep(table, "NEW", 0), keep(table, "OLD", 1), keep(table, "OLD", 1)
    hashing = [
        after("INSERT", table, born + rehash(table, "NEW.hash IS NULL")),
        after(f"UPDATE OF {table.row}", table, changed + rehash(table, "NEW.hash IS OLD.hash")),
    ]
    return [*guards(table), *hashing, after("DELETE", table, gone)] if table.journaled else hashing


def after(event: str, table: Table, body: str) -> str:
    """Write a trigger that runs when a row was really changed: a refused or ignored change fires none."""
    name = f"{table.name}_after_{event.split(maxsplit=1)[0]}"
    return f"CREATE TEMP TRIGGER {name} AFTER {event} ON {table.name} BEGIN {body} END"


def rehash(table: Table, missing: str) -> str:
    """Write the statement that hashes a row as it is stored: SQLite stores -0.0 as 0.

    A row that came with a hash keeps it: undo puts rows back with the hash that was kept with them.
    """
    this = " AND ".join(f'"{column}" = NEW."{column}"' for column in table.key)
    return f"UPDATE {table.name} SET hash = {table.hashed} WHERE {this} AND {missing};"  # noqa: S608 -- names from our own schema


def keep(table: Table, row: str, existed: int) -> str:
    """Write the statement that keeps a row's state, unless the step has kept it before.

    It looks rather than inserts with OR IGNORE: an OR clause of the outer statement would override that.
    """
    columns = [column for column in table.columns if column != "id"]
    state = listed(columns, f"{row}.") if existed else ", ".join("NULL" for _ in columns)
    key = f"step, side, {row}.id, {existed}, " + (f"{row}.hash" if existed else "NULL")
    return (
        f"INSERT INTO {table.images}(step, side, id, existed, hash, seal, {listed(columns)}) "  # noqa: S608 -- names from our own schema
        f"SELECT {key}, row_hash({key}), {state} FROM recording WHERE NOT EXISTS ("
        f"SELECT 1 FROM {table.images} AS kept "
        f"WHERE kept.step = recording.step AND kept.side = recording.side AND kept.id = {row}.id);"
    )


def guards(table: Table) -> list[str]:
    """Write the triggers that refuse a change outside an operation, and a change of an id at any time."""
    closed = "NOT EXISTS (SELECT 1 FROM recording)"
    return [
        *(guard(event, table, closed, OUTSIDE) for event in ("INSERT", "UPDATE", "DELETE")),
        guard("UPDATE OF id", table, "NEW.id IS NOT OLD.id", RENAMED),
    ]


def guard(event: str, table: Table, condition: str, message: str) -> str:
    """Write a trigger that refuses a change."""
    name = f"{table.name}_before_{event.replace(' ', '_')}"
    refusal = f"BEGIN SELECT RAISE(ABORT, '{message}'); END"
    return f"CREATE TEMP TRIGGER {name} BEFORE {event} ON {table.name} WHEN {condition} {refusal}"
