"""What a review holds: its tables, declared once; the journal's tables follow from them.

A version is a tuple of SQL statements; a newer version is one more entry in MIGRATIONS, and what was released
is never edited again. A new table is one `journaled(…)`, a new column one `column(…)`: triggers, checks and
undo read tables and columns from the file itself (`workbench.store.tables`).
"""

from collections.abc import Sequence

# Marks the file as ours: "TWrb" in ASCII, at offset 68 of the file (https://sqlite.org/fileformat2.html).
APPLICATION_ID = 0x54577262

Migration = Sequence[str]


def plain(name: str, *columns: str) -> Migration:
    """Declare a table that undo leaves alone; its first column is its key."""
    return (f"CREATE TABLE {name}({', '.join(columns)}, hash BLOB) STRICT",)


def journaled(name: str, *columns: str) -> Migration:
    """Declare a table that undo restores, and the table of its before-images.

    Images keep every column in its own type and none of its constraints: `existed` 0 means that there was no
    such row, and the columns are empty then. `side` is 0 for the state before a step, 1 for the state after.
    """
    images = [
        "step INTEGER NOT NULL",
        "side INTEGER NOT NULL",
        "id INTEGER NOT NULL",
        "existed INTEGER NOT NULL",
    ]
    images += ["hash BLOB", "seal BLOB", *map(bare, columns), "PRIMARY KEY(step, side, id)"]
    return (
        f"CREATE TABLE {name}(id INTEGER PRIMARY KEY, hash BLOB, {', '.join(columns)}) STRICT",
        f"CREATE TABLE {name}_before({', '.join(images)}) STRICT, WITHOUT ROWID",
    )


def column(table: str, declaration: str, default: str = "NULL") -> Migration:
    """Add a column to a journaled table; `default` is what rows get that are there already, as SQL."""
    name = declaration.split(maxsplit=1)[0]
    return (
        f"ALTER TABLE {table} ADD COLUMN {declaration} DEFAULT {default}",
        f"ALTER TABLE {table}_before ADD COLUMN {bare(declaration)}",
        f"UPDATE {table}_before SET {name} = {default} WHERE existed = 1",  # noqa: S608 -- a declaration, not data
    )


def bare(declaration: str) -> str:
    """Keep the name and the type of a declaration."""
    return " ".join(declaration.split()[:2])


def reference(name: str, table: str) -> str:
    """Declare a column that names a row of another table; checked at the end of an operation, not before."""
    return f"{name} INTEGER NOT NULL REFERENCES {table}(id) DEFERRABLE INITIALLY DEFERRED"


def owned(name: str, table: str) -> str:
    """Declare a column that names a row of another table and goes with it; undo brings both back."""
    return f"{name} INTEGER NOT NULL REFERENCES {table}(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED"


def index(table: str, name: str) -> str:
    """Declare an index; foreign keys need one on the referring side."""
    return f"CREATE INDEX {table}_{name} ON {table}({name})"


# No UNIQUE on a position: operations permute positions, and rows are restored one by one.
VERSION_1: Migration = (
    *plain("meta", "key TEXT PRIMARY KEY NOT NULL", "value TEXT NOT NULL"),
    *plain(
        "step",
        "id INTEGER PRIMARY KEY",
        "name TEXT NOT NULL",
        "place INTEGER",
        "merge TEXT",
        "undone INTEGER NOT NULL",
        "time REAL NOT NULL",
    ),
    *journaled(
        "document",
        "role TEXT NOT NULL",
        "name TEXT NOT NULL",
        "path TEXT",
        "format TEXT NOT NULL",
        "charset TEXT NOT NULL",
        "language TEXT",
        "content BLOB NOT NULL",
    ),
    *journaled(
        "unit",
        reference("document", "document"),
        "position INTEGER NOT NULL",
        "place TEXT NOT NULL",
        "source TEXT",
        "context TEXT",
    ),
    *journaled(
        "pair",
        "position REAL NOT NULL",
        "status TEXT NOT NULL",
        "confirmed INTEGER NOT NULL",
        "confidence REAL NOT NULL",
    ),
    *journaled(
        "sentence",
        reference("unit", "unit"),
        reference("pair", "pair"),
        "position REAL NOT NULL",
        "start INTEGER",
        '"end" INTEGER',
        "text TEXT NOT NULL",
        "original TEXT NOT NULL",
    ),
    index("unit", "document"),
    index("sentence", "unit"),
    index("sentence", "pair"),
    index("pair", "position"),
)

# Dismissed findings: `key` is a finding's fingerprint (scope "here") or its words ("anywhere").
VERSION_2: Migration = (
    *journaled(
        "dismissal",
        "scope TEXT NOT NULL",
        "key TEXT NOT NULL",
        '"check" TEXT NOT NULL',
        "text TEXT NOT NULL",
        "reason TEXT NOT NULL",
        "time REAL NOT NULL",
    ),
)

# Marks hang on sentences, which are never deleted: whatever becomes of pairs, a mark stays with its words.
ANNOTATIONS: Migration = (
    *journaled(
        "annotation",
        reference("sentence", "sentence"),
        "start INTEGER NOT NULL",
        reference("last", "sentence"),
        '"end" INTEGER NOT NULL',
        "text TEXT NOT NULL",
        "gone INTEGER NOT NULL",
        "category TEXT NOT NULL",
        "severity TEXT NOT NULL",
        "note TEXT NOT NULL",
        "author TEXT NOT NULL",
        "time REAL",
        "finding TEXT",
    ),
    *journaled(
        "reply",
        owned("annotation", "annotation"),
        "author TEXT NOT NULL",
        "time REAL",
        "text TEXT NOT NULL",
    ),
    *journaled(
        "assessment",
        owned("pair", "pair"),
        "author TEXT NOT NULL",
        "score REAL NOT NULL",
        "time REAL",
        "text TEXT NOT NULL",
    ),
    index("annotation", "sentence"),
    index("annotation", "last"),
    index("reply", "annotation"),
    index("assessment", "pair"),
)

MIGRATIONS: tuple[Migration, ...] = (VERSION_1, VERSION_2, ANNOTATIONS)
