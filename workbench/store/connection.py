"""Opening SQLite the safe way, and saying in a sentence what it could not do."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from workbench.errors import InUseError, WorkbenchError
from workbench.i18n import N_, _
from workbench.store import files
from workbench.store.hashes import row_hash

# What SQLite reports (primary codes, https://sqlite.org/rescode.html) and what a person can do about it.
SENTENCES = {
    sqlite3.SQLITE_BUSY: N_("%(path)s is open in another window or program: close it there first."),
    sqlite3.SQLITE_LOCKED: N_("%(path)s is open in another window or program: close it there first."),
    sqlite3.SQLITE_NOTADB: N_("%(path)s is not a review."),
    sqlite3.SQLITE_CORRUPT: N_("%(path)s is damaged: open a backup copy of it instead."),
    sqlite3.SQLITE_FULL: N_(
        "%(path)s could not be changed because the disk is full: free some space and try again."
    ),
    sqlite3.SQLITE_IOERR: N_(
        "%(path)s could not be changed because its disk refused: check the disk and its free space."
    ),
    sqlite3.SQLITE_READONLY: N_("%(path)s cannot be written: check that you may change it and its folder."),
    sqlite3.SQLITE_CANTOPEN: N_("%(path)s cannot be opened: check that you may change it and its folder."),
    sqlite3.SQLITE_PERM: N_("%(path)s cannot be opened: check that you may change it and its folder."),
    sqlite3.SQLITE_AUTH: N_("%(path)s cannot be opened: check that you may change it and its folder."),
}


def connect(path: Path) -> sqlite3.Connection:
    """Open an existing file as the only one who may; nothing is read yet.

    The exclusive lock is asked for before any WAL is touched: with two connections, SQLite 3.7.0 to 3.51.2
    can damage a WAL (https://sqlite.org/wal.html, "the WAL-reset bug"). It also does without shared memory,
    which not every file system has.
    """
    connection = sqlite3.connect(
        files.address(path) + "?mode=rw", uri=True, isolation_level=None, timeout=0, cached_statements=256
    )
    # https://sqlite.org/security.html: a hostile file runs no function, and a damaged one is noticed early.
    for pragma in (
        "trusted_schema = OFF",
        "cell_size_check = ON",
        "mmap_size = 0",
        "locking_mode = EXCLUSIVE",
    ):
        connection.execute(f"PRAGMA {pragma}").close()
    connection.create_function("row_hash", -1, row_hash, deterministic=True)
    return connection


def make_durable(connection: sqlite3.Connection) -> None:
    """Let every commit reach the disk before it returns, and let rows refer only to rows that exist."""
    (mode,) = connection.execute("PRAGMA journal_mode = WAL").fetchone()
    if mode != "wal":  # pragma: no cover -- a file system on which SQLite cannot even lock
        raise sqlite3.OperationalError(mode)
    # Recursive triggers: a row that REPLACE throws out fires its delete trigger only with them.
    for pragma in (
        "synchronous = FULL",
        "foreign_keys = ON",
        "recursive_triggers = ON",
        "temp_store = MEMORY",
        "cache_size = -16000",  # kilobytes: an import of half a million rows in two thirds of the time
    ):
        connection.execute(f"PRAGMA {pragma}").close()


def primary_code(error: sqlite3.Error) -> int:
    """Give SQLite's primary result code, 0 for errors of the Python module itself."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


@contextmanager
def failures(path: Path) -> Iterator[None]:
    """Turn what is the user's to mend into a sentence; what is our mistake passes."""
    try:
        yield
    except sqlite3.Error as error:
        sentence = SENTENCES.get(primary_code(error))
        if sentence is None:
            raise
        busy = primary_code(error) in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
        raise (InUseError if busy else WorkbenchError)(_(sentence) % {"path": path}) from error


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Keep all of the block's changes or none; on a full disk SQLite may have rolled back by itself."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
