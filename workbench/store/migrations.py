"""Making a new file, and bringing an older one to the present schema."""
# ruff: noqa: S608 -- every name comes from our own schema, values are bound

import sqlite3
from collections.abc import Iterator, Sequence

from workbench.store.connection import transaction
from workbench.store.integrity import Damage, broken_image, broken_row
from workbench.store.schema import APPLICATION_ID, Migration
from workbench.store.tables import SEALED, Table, read_tables


def create(connection: sqlite3.Connection, migrations: Sequence[Migration]) -> None:
    """Fill an empty file with the tables of a review."""
    with transaction(connection):
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        run(connection, migrations)
        connection.execute(f"PRAGMA user_version = {len(migrations)}")


def upgrade(connection: sqlite3.Connection, version: int, migrations: Sequence[Migration]) -> None:
    """Bring a checked file to the newest version in one transaction, with its history."""
    with transaction(connection):
        run(connection, migrations[version:])
        for statement in resealing(read_tables(connection)):
            connection.execute(statement)
        if connection.execute("PRAGMA foreign_key_check").fetchone():
            raise Damage(version)
        connection.execute(f"PRAGMA user_version = {len(migrations)}")


def run(connection: sqlite3.Connection, migrations: Sequence[Migration]) -> None:
    """Run the statements of migrations in order."""
    for statement in (statement for migration in migrations for statement in migration):
        connection.execute(statement)


def resealing(tables: Sequence[Table]) -> Iterator[str]:
    """Write the statements that give every row its hash again; all were verified before."""
    for table in tables:
        yield f"UPDATE {table.name} SET hash = {table.hashed} WHERE {broken_row(table)}"
        if table.journaled:
            yield f"UPDATE {table.images} SET hash = {table.hashed} WHERE existed = 1"
            yield f"UPDATE {table.images} SET seal = {SEALED} WHERE {broken_image(table)}"
