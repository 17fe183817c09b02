"""The tables of an open review, as the file itself declares them."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

IMAGES = "_before"

# What an image's seal covers; its columns are covered by its hash, which is the row's own.
SEALED = "row_hash(step, side, id, existed, hash)"


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its columns in order without `hash`, its key, and whether undo restores it."""

    name: str
    columns: tuple[str, ...]
    key: tuple[str, ...]
    journaled: bool

    @property
    def images(self) -> str:
        """Name the table of its before-images."""
        return self.name + IMAGES

    @property
    def row(self) -> str:
        """List the columns as SQL."""
        return listed(self.columns)

    @property
    def hashed(self) -> str:
        """Write the SQL that computes a row's hash, for rows and images alike."""
        return f"row_hash({self.row})"


def read_tables(connection: sqlite3.Connection) -> tuple[Table, ...]:
    """Read the tables of a file whose schema was compared with ours before."""
    names = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    return tuple(
        read_table(connection, name, name + IMAGES in names) for name in names if not name.endswith(IMAGES)
    )


def read_table(connection: sqlite3.Connection, name: str, journaled: bool) -> Table:
    """Read one table."""
    columns = connection.execute("SELECT name, pk FROM pragma_table_info(?)", (name,)).fetchall()
    row = tuple(column for column, _ in columns if column != "hash")
    return Table(name, row, tuple(column for column, place in columns if place), journaled)


def listed(columns: Sequence[str], prefix: str = "") -> str:
    """Write columns as SQL, quoted: `end` is a word of SQL."""
    return ", ".join(f'{prefix}"{column}"' for column in columns)
