"""Results that can be computed again: scores, findings and mentions by the hash of their texts.

Nothing here is worth an error: a file that cannot be trusted is made anew, one out of reach is done without.
"""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import Self, TypeVar

from workbench.store import files
from workbench.store.connection import primary_code, transaction
from workbench.store.hashes import row_hash

Answer = TypeVar("Answer")

# "TWrc" in ASCII.
APPLICATION_ID = 0x54577263

# Another declaration is another cache: the file of an older or newer program is made anew.
TABLE = "CREATE TABLE result(key BLOB NOT NULL UNIQUE, value BLOB NOT NULL, hash BLOB NOT NULL) STRICT"

# A year's articles: some hundred megabytes of scores and findings.
MOST_ENTRIES = 1_000_000

# How long one process waits for another's batch before it does without the cache.
PATIENCE_SECONDS = 1.0

# The smallest limit on parameters that a build of SQLite has is 999 (https://sqlite.org/limits.html).
KEYS_AT_ONCE = 900

# The file may be sound and only out of reach just now.
OUT_OF_REACH = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
}


class ResultCache:
    """A bounded map from key to result in a file of its own; any thread and several processes may use it."""

    def __init__(self, path: Path, most: int = MOST_ENTRIES) -> None:
        self._path = path
        self._most = most
        self._lock = Lock()
        self._connection = open_or_remake(path)

    def get_many(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """Give the results that are known."""
        return self._tried(lambda connection: read(connection, keys), {})

    def put_many(self, results: Mapping[bytes, bytes]) -> None:
        """Keep results, and forget the oldest beyond the limit."""
        self._tried(lambda connection: write(connection, results, self._most), None)

    def close(self) -> None:
        """Let go of the file; the cache is off from then on."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
            self._connection = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def _tried(self, work: Callable[[sqlite3.Connection], Answer], otherwise: Answer) -> Answer:
        """Do what needs the file, if that can be done; begin a new file when this one is damaged."""
        with self._lock:
            if self._connection is None:
                return otherwise
            try:
                return work(self._connection)
            except sqlite3.DatabaseError as error:
                if primary_code(error) not in OUT_OF_REACH:
                    self._connection.close()
                    self._connection = remake(self._path)
                return otherwise


def open_or_remake(path: Path) -> sqlite3.Connection | None:
    """Open a cache, whatever stands there; None when that cannot be done."""
    try:
        return opened(path)
    except sqlite3.Error as error:
        return None if primary_code(error) in OUT_OF_REACH else remake(path)


def remake(path: Path) -> sqlite3.Connection | None:
    """Throw a file away and begin a new one; None when that cannot be done."""
    with suppress(OSError, sqlite3.Error):
        files.remove_all(path)
        return opened(path)
    return None


def opened(path: Path) -> sqlite3.Connection:
    """Open a cache or begin one; any sqlite3.Error says that it cannot be used."""
    connection = sqlite3.connect(
        files.address(path), uri=True, isolation_level=None, timeout=PATIENCE_SECONDS, check_same_thread=False
    )
    try:
        # A kill leaves the file whole even so; a power failure may not, and then it is made anew.
        for pragma in ("trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0", "synchronous = OFF"):
            connection.execute(f"PRAGMA {pragma}").close()
        with transaction(connection):
            prepare(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def prepare(connection: sqlite3.Connection) -> None:
    """Make the table in an empty file; raise sqlite3.DatabaseError when a file holds anything else."""
    schema = "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL"
    if not connection.execute(schema).fetchall():
        connection.execute(TABLE)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if application != APPLICATION_ID or connection.execute(schema).fetchall() != [(TABLE,)]:
        raise sqlite3.DatabaseError("not a cache of ours")


def read(connection: sqlite3.Connection, keys: Sequence[bytes]) -> dict[bytes, bytes]:
    """Look keys up; a result whose hash is wrong is none."""
    found = {}
    for start in range(0, len(keys), KEYS_AT_ONCE):
        some = keys[start : start + KEYS_AT_ONCE]
        marks = ", ".join("?" * len(some))
        rows = connection.execute(f"SELECT key, value, hash FROM result WHERE key IN ({marks})", some)  # noqa: S608 -- question marks
        found.update({key: value for key, value, seal in rows if seal == row_hash(key, value)})
    return found


def write(connection: sqlite3.Connection, results: Mapping[bytes, bytes], most: int) -> None:
    """Keep results; a row's number says how old it is."""
    rows = ((key, value, row_hash(key, value)) for key, value in results.items())
    with transaction(connection):
        connection.executemany("INSERT OR REPLACE INTO result(key, value, hash) VALUES(?, ?, ?)", rows)
        connection.execute("DELETE FROM result WHERE rowid <= (SELECT max(rowid) FROM result) - ?", (most,))
