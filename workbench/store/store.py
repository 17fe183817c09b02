"""A review on disk: every change is an operation, and every operation is durable when it returns."""

import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Self

from workbench.errors import WorkbenchError
from workbench.model.changes import ChangeSet, Direction, Step
from workbench.store import files, filling, history, journal, opening, packing, steps, triggers
from workbench.store.connection import failures, transaction
from workbench.store.operation import Operation, Parameters, expect_reading
from workbench.store.schema import MIGRATIONS, Migration
from workbench.store.tables import Table, read_tables

_CHECKPOINT = 1_000  # pages in the WAL that make SQLite bring the file up to date: its own default
Clock = Callable[[], float]


class Store:
    """The one connection to a review; it belongs to the thread that made it."""

    def __init__(
        self, path: Path, connection: sqlite3.Connection, clock: Clock, versions: Sequence[Migration]
    ) -> None:
        self.path = path
        self._connection = connection
        self._clock = clock
        self._versions = versions
        self._identity = files.identity(path)
        self._busy = self._closed = self._rests = False
        tables = read_tables(connection)
        self._tables = [table for table in tables if table.journaled]
        triggers.install(connection, tables)

    @classmethod
    def create(
        cls, path: Path, *, clock: Clock = time.time, versions: Sequence[Migration] = MIGRATIONS
    ) -> Self:
        """Make a review where no file is yet; WorkbenchError when there is one, or none can be made."""
        path = path.absolute()
        return cls(path, opening.create(path, versions), clock, versions)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        clock: Clock = time.time,
        versions: Sequence[Migration] = MIGRATIONS,
        checked: bool = False,
    ) -> Self:
        """Open a review that is whole, ours and nobody else's now; WorkbenchError says what it is instead.

        `checked` says that another process of this program checked or made it a moment ago.
        """
        path = path.absolute()
        return cls(path, opening.open_checked(path, versions, checked=checked), clock, versions)

    def close(self) -> None:
        """Leave one file, with the newest steps of its history; closing twice is allowed."""
        self._expect_idle()
        if self._closed:
            return
        self._closed = True
        with suppress(WorkbenchError, sqlite3.Error):  # the old steps and the WAL are tidied next time
            self._prune()
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").close()
        self._connection.close()

    def query(self, sql: str, parameters: Parameters = ()) -> list[tuple[Any, ...]]:
        """Read rows by SELECT or WITH."""
        expect_reading(self._connection, sql, parameters)
        with failures(self.path):
            return self._connection.execute(sql, parameters).fetchall()

    @contextmanager
    def operation(self, name: str, place: int | None = None, merge: str | None = None) -> Iterator[Operation]:
        """Change rows: the block's changes are kept, durably and as one step, or none of them when it raises.

        With `merge`, the operation continues the newest step when that has the same key, was last added to
        less than MERGE_SECONDS ago, and nothing is undone. What changes nothing leaves no step, and what was
        undone can still be redone.
        """
        operation = Operation(self._connection)
        request = history.Request(name, place, merge, self._clock())
        try:
            with self._transaction():
                continued = steps.begin(self._connection, request)
                yield operation
                changes = steps.finish(self._connection, self._tables, request, continued)
            operation.announce(changes)
        finally:
            operation.end()

    def fill(
        self,
        batches: Iterable[filling.Batch],
        name: str | None = None,
        *,
        packed: packing.Packed | None = None,
        durable: bool = True,
    ) -> None:
        """Insert new rows in bulk, all or none; `name` makes a step of it that cannot be undone.

        Meant for an import: whoever undoes must stop before that step. Rows that can be had again need not
        be `durable`: then a power failure may take them, whole batches, and nothing else; and they wait in
        the log until `settle`.
        """
        with self._filling(durable), packing.attached(self._connection, packed), self._transaction():
            for batch in batches:
                filling.insert(self._connection, self._table(batch.table), batch)
            for name_of_table, statement in packed.inserts.items() if packed else ():
                filling.lay_out(self._connection, self._table(name_of_table), statement)
            if name is not None:
                request = history.Request(name, None, None, self._clock())
                history.add(self._connection, history.new_id(self._connection), request)

    def settle(self) -> None:
        """Bring what was filled in from the log into the file, which takes as long as filling it in."""
        self._expect_idle()
        if not self._rests:
            with failures(self.path):
                self._connection.execute("PRAGMA wal_checkpoint(PASSIVE)").close()

    def undo(self) -> ChangeSet | None:
        """Take back the newest step; None when there is none."""
        with self._transaction():
            return steps.undo(self._connection, self._tables)

    def redo(self) -> ChangeSet | None:
        """Make the step that was undone last again; None when there is none."""
        with self._transaction():
            return steps.redo(self._connection, self._tables)

    def altered(self, changes: ChangeSet, table: str, column: str) -> bool:
        """Tell whether a step made or dropped rows of a table, or gave them another value in a column."""
        side = steps.AFTER if changes.direction is Direction.UNDONE else steps.BEFORE
        return journal.altered(self._connection, table, column, (changes.step, side))

    @property
    def can_undo(self) -> bool:
        """Tell whether there is a step to take back."""
        return history.next_step(self._connection, undone=False) is not None

    @property
    def can_redo(self) -> bool:
        """Tell whether there is a step to make again."""
        return history.next_step(self._connection, undone=True) is not None

    def history(self) -> list[Step]:
        """List the steps, oldest first; those that are undone come last."""
        return history.steps(self._connection)

    def meta(self, key: str) -> str | None:
        """Read a fact about the review as a whole."""
        rows = self.query("SELECT value FROM meta WHERE key = ?", (key,))
        return rows[0][0] if rows else None

    def set_meta(self, key: str, value: str) -> None:
        """Keep a fact that undo leaves alone, durably; within an operation, together with it."""
        sql = (
            "INSERT INTO meta(key, value) VALUES(?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value"
        )
        if self._busy:
            self._connection.execute(sql, (key, value))
            return
        with self._transaction():
            self._connection.execute(sql, (key, value))

    def copy_to(self, path: Path) -> None:
        """Write the review with its history to another file, whole or not at all, replacing what is there."""
        self._expect_idle()
        path = path.absolute()
        with failures(path), files.failures(path):
            files.expect_other(path, self.path)
            opening.copy(self._connection, path, self._versions)

    def rest_file(self, *, on: bool) -> None:
        """Bring the file up to date and write to the WAL alone from then on; or do as usual again.

        Meanwhile another process may copy the file. (This one must not: closing the copy's descriptor would
        drop our locks, see `files.expect_file`.)
        """
        self._expect_idle()
        with failures(self.path):
            if on:
                self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").close()
            self._rests = on
            self._settle_by_itself(on=not on)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def _table(self, name: str) -> Table:
        return next(table for table in self._tables if table.name == name)

    @contextmanager
    def _filling(self, durable: bool) -> Iterator[None]:
        """Wait for the disk at every commit, or leave that to the next commit that does.

        References are not looked up row by row meanwhile: what is filled in refers to itself.
        """
        try:
            self._connection.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}").close()
            self._connection.execute("PRAGMA foreign_keys = OFF").close()
            self._settle_by_itself(on=durable and not self._rests)
            yield
        finally:
            self._settle_by_itself(on=not self._rests)
            for pragma in ("synchronous = FULL", "foreign_keys = ON"):
                self._connection.execute(f"PRAGMA {pragma}").close()

    def _settle_by_itself(self, *, on: bool) -> None:
        """Let commits bring what they wrote into the file from time to time, or leave it in the log."""
        self._connection.execute(f"PRAGMA wal_autocheckpoint = {_CHECKPOINT if on else 0}").close()

    def _prune(self) -> None:
        with self._transaction():
            if history.prune(self._connection):
                journal.forget(self._connection, self._tables)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._expect_idle()
        self._busy = True
        try:
            with failures(self.path), transaction(self._connection):
                yield
                files.expect_same(self.path, self._identity)
        finally:
            self._busy = False

    def _expect_idle(self) -> None:
        if self._busy:
            raise RuntimeError("an operation is open")
