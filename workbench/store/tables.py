"""The tables of an open review, as the file itself declares them."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

BEFORE = "_before"


@dataclass(frozen=True, slots=True)
class Table:
    """A table, its columns in order without the one that seals the row, and its key."""

    name: str
    columns: tuple[str, ...]
    key: tuple[str, ...]
    seal: str
    journaled: bool

    @property
    def row(self) -> str:
        """Give the columns that undo restores, as SQL."""
        return listed(self.columns)

    @property
    def sealed(self) -> str:
        """Give the SQL that computes the row's hash."""
        return f"row_hash({self.row})"


def read_tables(connection: sqlite3.Connection) -> tuple[Table, ...]:
    """Read the tables of a file whose schema was compared with ours before."""
    names = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    return tuple(read_table(connection, name, name + BEFORE in names) for name in names)


def read_table(connection: sqlite3.Connection, name: str, journaled: bool) -> Table:
    """Read one table."""
    infos = connection.execute("SELECT name, pk FROM pragma_table_info(?)", (name,)).fetchall()
    seal = "seal" if name.endswith(BEFORE) else "hash"
    columns = tuple(column for column, _ in infos if column != seal)
    return Table(name, columns, tuple(column for column, pk in infos if pk), seal, journaled)


def listed(columns: Sequence[str], prefix: str = "") -> str:
    """Write columns as SQL, quoted: `end` is a word of SQL."""
    return ", ".join(f'{prefix}"{column}"' for column in columns)
