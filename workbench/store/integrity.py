"""Is this file a review of ours, whole and untouched? Asked before anything else reads it."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from workbench.errors import WorkbenchError
from workbench.i18n import _
from workbench.store.connection import SENTENCES, primary_code
from workbench.store.schema import APPLICATION_ID, Migration
from workbench.store.tables import SEALED, Table, listed, read_tables

SCHEMA = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"


def check(connection: sqlite3.Connection, path: Path, migrations: Sequence[Migration]) -> int:
    """Give the version of a review that is whole; raise WorkbenchError for any other file.

    The schema comes first: SQLite's own checks evaluate what a hostile schema holds.
    """
    with damage(path):
        version = read_version(connection, path, len(migrations))
        compare_schema(connection, migrations[:version])
        verify(connection)
    return version


@contextmanager
def damage(path: Path) -> Iterator[None]:
    """Call what goes wrong while a file is checked by its name, but for locks, full disks and the like."""
    try:
        yield
    except sqlite3.Error as error:
        if primary_code(error) in SENTENCES:
            raise
        raise damaged(path) from error
    except (Damage, UnicodeDecodeError) as error:  # SQLite's own messages quote a broken schema
        raise damaged(path) from error


class Damage(Exception):  # noqa: N818 -- what was found, not a failure of ours
    """A file differs from what this program wrote."""


def damaged(path: Path) -> WorkbenchError:
    """Say that a file is not to be trusted."""
    return WorkbenchError(_("%(path)s is damaged: open a backup copy of it instead.") % {"path": path})


def read_version(connection: sqlite3.Connection, path: Path, known: int) -> int:
    """Read whose file it is and which version of the schema it has."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if application != APPLICATION_ID:
        raise WorkbenchError(_("%(path)s belongs to another program: it is not a review.") % {"path": path})
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > known:
        message = _("%(path)s was made by a newer version of this program: update the program to open it.")
        raise WorkbenchError(message % {"path": path})
    if version < 1:
        raise Damage(version)
    return int(version)


def compare_schema(connection: sqlite3.Connection, migrations: Sequence[Migration]) -> None:
    """Refuse a file with any table, index, trigger or view that is not exactly ours."""
    if connection.execute(SCHEMA).fetchall() != expected_schema(migrations):
        raise Damage(SCHEMA)


def expected_schema(migrations: Sequence[Migration]) -> list[tuple[str, ...]]:
    """Give the schema that the migrations make."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as fresh:
        for statement in (statement for migration in migrations for statement in migration):
            fresh.execute(statement)
        return fresh.execute(SCHEMA).fetchall()


def verify(connection: sqlite3.Connection) -> None:
    """Check pages and indexes, every row's hash, and that rows refer to rows that exist."""
    if connection.execute("PRAGMA integrity_check(1)").fetchall() != [("ok",)]:
        raise Damage("integrity_check")
    for table in read_tables(connection):
        refuse_rows(connection, table.name, broken_row(table))
        if table.journaled:
            refuse_rows(connection, table.images, broken_image(table))
    if connection.execute("PRAGMA foreign_key_check").fetchone():
        raise Damage("foreign_key_check")


def refuse_rows(connection: sqlite3.Connection, name: str, condition: str) -> None:
    """Refuse a file that has such rows."""
    if connection.execute(f"SELECT 1 FROM {name} WHERE {condition} LIMIT 1").fetchone():  # noqa: S608 -- names from our own schema
        raise Damage(name)


def broken_row(table: Table) -> str:
    """Write the condition that a row was changed by other hands than ours."""
    return f"hash IS NOT {table.hashed}"


def broken_image(table: Table) -> str:
    """Write the same for an image; one of a row that was not there has neither a hash nor anything else."""
    return (
        f"seal IS NOT {SEALED} OR hash IS NOT CASE existed WHEN 1 THEN {table.hashed} "
        f"ELSE coalesce(NULL, {listed([column for column in table.columns if column != 'id'])}) END"
    )
