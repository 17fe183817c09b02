"""From a path to a connection that may be trusted."""

import secrets
import sqlite3
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from workbench.errors import WorkbenchError
from workbench.i18n import _
from workbench.store import files, migrations
from workbench.store.connection import connect, failures, make_durable, primary_code
from workbench.store.integrity import check, damage
from workbench.store.schema import Migration

# Two programs that open a file at one moment may both be refused: each tries again when the other is gone.
# A virus scanner or a backup holds a file for as long, too.
ATTEMPTS = 6
LONGEST_PAUSE_MS = 60


def create(path: Path, versions: Sequence[Migration]) -> sqlite3.Connection:
    """Make a file with the tables of a review; none is left when that fails."""
    with failures(path), files.failures(path):
        files.reserve(path)
        try:
            return filled(path, versions)
        except BaseException:
            files.remove_all(path)
            raise


def filled(path: Path, versions: Sequence[Migration]) -> sqlite3.Connection:
    """Fill an empty file."""
    connection = lock(path)
    try:
        migrations.create(connection, versions)
        make_durable(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def open_checked(path: Path, versions: Sequence[Migration], *, checked: bool = False) -> sqlite3.Connection:
    """Open a review that is whole and ours, bring it to the newest version, and keep everyone else out.

    One that was `checked` a moment ago, and is of the newest version since then, is not looked through again.
    """
    with failures(path), files.failures(path):
        files.expect_file(path)
        files.sweep(path.parent)
        connection = lock(path)
        try:
            expect_begun(connection, path)
            version = len(versions) if checked else check(connection, path, versions)
            if version < len(versions):
                back_up(connection, path, versions[:version])
                migrations.upgrade(connection, version, versions)
            make_durable(connection)
        except BaseException:
            connection.close()
            raise
    return connection


def expect_begun(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a file whose making was killed: SQLite takes it back to a page without any table."""
    with damage(path):
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        begun = application or connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone()
    if not begun:
        raise files.EmptyReviewError(_("%(path)s is empty: it is not a review.") % {"path": path})


def lock(path: Path) -> sqlite3.Connection:
    """Connect, and take the lock before anything is read."""
    for _attempt in range(ATTEMPTS - 1):
        try:
            return locked(path)
        except sqlite3.OperationalError as error:
            if primary_code(error) != sqlite3.SQLITE_BUSY:
                raise
            time.sleep(secrets.randbelow(LONGEST_PAUSE_MS) / 1000)
    return locked(path)


def locked(path: Path) -> sqlite3.Connection:
    """Connect, and take the lock or let go."""
    connection = connect(path)
    try:
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")
    except BaseException:
        connection.close()
        raise
    return connection


def back_up(connection: sqlite3.Connection, path: Path, versions: Sequence[Migration]) -> None:
    """Keep a review as it was before its schema changes: `x.twb.v1.bak` beside `x.twb`."""
    copy(connection, path.with_name(f"{path.name}.v{len(versions)}.bak"), versions)


def copy(connection: sqlite3.Connection, target: Path, versions: Sequence[Migration]) -> None:
    """Write a review to another file, replacing what is there once the copy was read again."""
    files.sweep(target.parent)
    part = files.part_of(target)
    try:
        connection.execute("VACUUM INTO ?", (files.address(part),))
        files.flush(part)
        read_again(part, target, versions)
        release(target)
        part.replace(target)
        files.flush(target.parent)
    finally:
        files.remove_all(part)


def read_again(part: Path, target: Path, versions: Sequence[Migration]) -> None:
    """See that a copy is whole before it replaces anything."""
    try:
        with closing(lock(part)) as copied:
            check(copied, target, versions)
    except (WorkbenchError, sqlite3.Error) as error:
        message = _("%(path)s could not be written whole, and nothing was replaced: check the disk.")
        raise WorkbenchError(message % {"path": target}) from error


def release(target: Path) -> None:
    """See that nobody has the file open that is to be replaced, and that no WAL of it is left to replay."""
    if target.exists():
        try:
            lock(target).close()
        except sqlite3.DatabaseError as error:
            if primary_code(error) not in {sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT}:
                raise
    files.remove_companions(target)
