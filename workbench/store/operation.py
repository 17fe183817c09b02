"""What the code within an operation may do."""

import re
import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from workbench.model.changes import ChangeSet
from workbench.store.hashes import Value

Parameters = Sequence[Value] | Mapping[str, Value]

CHANGES = {"INSERT", "UPDATE", "DELETE", "REPLACE", "WITH"}


def expect_changing(sql: str) -> None:
    """Refuse a statement that does anything but change rows."""
    if first_word(sql) not in CHANGES:
        raise ValueError(f"an operation changes rows and nothing else: {sql}")


def expect_reading(connection: sqlite3.Connection, sql: str, parameters: Parameters) -> None:
    """Refuse a statement that could write: only SELECT, and WITH when SQLite plans no write for it."""
    word = first_word(sql)
    if word != "SELECT" and (word != "WITH" or plans_to_write(connection, sql, parameters)):
        raise ValueError(f"a query reads and nothing else: {sql}")


def first_word(sql: str) -> str:
    """Give the word that says what a statement does; a comment is none."""
    word = re.match(r"\s*(\w*)", sql)
    return word[1].upper() if word else ""


def plans_to_write(connection: sqlite3.Connection, sql: str, parameters: Parameters) -> bool:
    """Ask SQLite whether a statement begins a write transaction (https://sqlite.org/opcode.html#Transaction)."""
    plan = connection.execute("EXPLAIN " + sql, parameters)
    return any(opcode == "Transaction" and writes for _, opcode, _, writes, *_ in plan)


class OutsideOperationError(RuntimeError):
    """The review was about to be changed outside an operation; a mistake of ours."""


class Operation:
    """One transaction, one step to undo, one announcement: `changes`, once the block is left."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection: sqlite3.Connection | None = connection
        self._changes: ChangeSet | None = None

    def run(self, sql: str, parameters: Parameters = ()) -> int:
        """Change rows by one statement; give the id of the last row inserted."""
        return self._cursor(sql).execute(sql, parameters).lastrowid or 0

    def run_many(self, sql: str, rows: Iterable[Parameters]) -> None:
        """Run a statement once for each row of parameters."""
        self._cursor(sql).executemany(sql, rows)

    @property
    def changes(self) -> ChangeSet:
        """What the operation changed."""
        if self._changes is None:
            raise RuntimeError("an operation has its changes when its block was left without an exception")
        return self._changes

    def announce(self, changes: ChangeSet) -> None:
        """Say what was changed, once it is durable."""
        self._changes = changes

    def end(self) -> None:
        """Let nothing be changed any more."""
        self._connection = None

    def _cursor(self, sql: str) -> sqlite3.Cursor:
        if self._connection is None:
            raise OutsideOperationError("the operation is over")
        expect_changing(sql)
        return self._connection.cursor()
