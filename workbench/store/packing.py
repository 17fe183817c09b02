"""New rows on their way from one process to another: a small database of their own, as bytes.

Whoever reads a large file packs what it found, a row an entry; the one who holds the review lays that out in
its tables by a few statements. Inserting those rows one by one from Python takes two to three times as long,
and lets go of Python's lock at each of them.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass

from workbench.store.hashes import Value
from workbench.store.tables import listed

NAME = "packed"  # under which statements find the rows: `FROM packed.row`


@dataclass(frozen=True, slots=True)
class Packed:
    """Rows that were packed, and the statement that fills each table from them, in this order.

    The statements bring every row's hash along; they insert and do nothing else.
    """

    data: bytes
    inserts: Mapping[str, str]


def pack(columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    """Pack rows; they keep their order."""
    marks = ", ".join("?" * len(columns))
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute(f"CREATE TABLE row({listed(columns)})")
        connection.execute("BEGIN")
        connection.executemany(f"INSERT INTO row VALUES ({marks})", rows)  # noqa: S608 -- marks only
        connection.execute("COMMIT")
        return connection.serialize()


@contextmanager
def attached(connection: sqlite3.Connection, packed: Packed | None) -> Iterator[None]:
    """Let statements see packed rows beside the review's own."""
    if packed is None:
        yield
        return
    connection.execute(f"ATTACH ':memory:' AS {NAME}")
    try:
        connection.deserialize(packed.data, name=NAME)
        yield
    finally:
        connection.execute(f"DETACH {NAME}")
