import sqlite3
from contextlib import closing

import pytest

from tests.store.reviews import closed_review, content, edit, texts
from workbench.errors import WorkbenchError
from workbench.store import Store
from workbench.store.integrity import Damage
from workbench.store.schema import MIGRATIONS, column, index, journaled, reference

NOTES = (
    *journaled("note", reference("pair", "pair"), "text TEXT NOT NULL"),
    *column("pair", "reviewer TEXT"),
    *column("sentence", "weight REAL NOT NULL", default="1.5"),
    index("note", "pair"),
)
MARKS = (*column("note", "mark INTEGER NOT NULL", default="7"), "DROP INDEX pair_position")
NEWER = (*MIGRATIONS, NOTES, MARKS)


@pytest.fixture
def review(tmp_path):
    return closed_review(tmp_path / "a.twb")


def change(store, sql, *values):
    with store.operation("change") as operation:
        operation.run(sql, values)


def test_an_older_file_is_brought_up_with_its_history(review):
    with Store.open(review) as store:
        before = texts(store)
    with Store.open(review, versions=NEWER) as store:
        assert texts(store) == before
        assert store.meta("language") == "ko"
        assert store.query("SELECT DISTINCT weight FROM sentence") == [(1.5,)]
        while store.undo():
            pass
        assert texts(store) == []
        while store.redo():
            pass
        assert store.query("SELECT DISTINCT weight FROM sentence") == [(1.5,)]
    with Store.open(review, versions=NEWER) as store:
        assert texts(store)[1] == "Edited and undone."


def test_new_tables_and_columns_are_undone_and_checked_like_the_old(review):
    with Store.open(review, versions=NEWER) as store:
        states = [content(store, ("pair", "note", "sentence"))]
        for sql in (
            "INSERT INTO note(pair, text) VALUES(1, 'why?')",
            "UPDATE pair SET reviewer = 'Kim'",
            "UPDATE sentence SET weight = 2 WHERE id = 2",
            "UPDATE note SET mark = 9",
            "DELETE FROM note",
        ):
            change(store, sql)
            states.append(content(store, ("pair", "note", "sentence")))
        for state in states[-2::-1]:
            store.undo()
            assert content(store, ("pair", "note", "sentence")) == state
        for state in states[1:]:
            store.redo()
            assert content(store, ("pair", "note", "sentence")) == state
    Store.open(review, versions=NEWER).close()
    with closing(sqlite3.connect(review, isolation_level=None)) as connection:
        connection.execute("UPDATE sentence SET weight = 3")
    with pytest.raises(WorkbenchError, match="damaged"):
        Store.open(review, versions=NEWER)


def test_a_new_file_equals_one_that_was_brought_up(review, tmp_path):
    Store.create(tmp_path / "new.twb", versions=NEWER).close()
    Store.open(review, versions=NEWER).close()
    schemas = []
    for path in (review, tmp_path / "new.twb"):
        with closing(sqlite3.connect(path)) as connection:
            schemas.append(
                connection.execute("SELECT type, name, sql FROM sqlite_schema ORDER BY 1, 2").fetchall()
            )
            assert connection.execute("PRAGMA user_version").fetchone() == (len(NEWER),)
    assert schemas[0] == schemas[1]


def test_the_older_file_is_kept_beside(review, tmp_path):
    with Store.open(review) as store:
        before = content(store)
    Store.open(review, versions=NEWER[:-1]).close()
    Store.open(review, versions=NEWER).close()
    kept = [f"a.twb.v{version}.bak" for version in (len(MIGRATIONS), len(MIGRATIONS) + 1)]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.twb", *kept]
    with Store.open(tmp_path / kept[0]) as store:
        assert content(store) == before
        assert store.redo() is not None


def test_the_newer_file_is_refused_by_the_older_program(review):
    Store.open(review, versions=NEWER).close()
    with pytest.raises(WorkbenchError, match="newer version"):
        Store.open(review)


@pytest.mark.parametrize(
    "broken",
    [
        ("ALTER TABLE pair ADD COLUMN a TEXT", "no SQL"),
        ("DELETE FROM pair",),  # sentences refer to them
    ],
)
def test_a_migration_that_fails_changes_nothing(review, broken):
    before = review.read_bytes()
    with pytest.raises((sqlite3.OperationalError, Damage)):  # our mistake, with its traceback
        Store.open(review, versions=(*MIGRATIONS, broken))
    assert review.read_bytes() == before
    with Store.open(review) as store:
        edit(store, 1, "Goes on.")


def test_a_damaged_older_file_is_not_migrated(review, tmp_path):
    with closing(sqlite3.connect(review, isolation_level=None)) as connection:
        connection.execute("UPDATE pair SET status = 'approved'")
    before = review.read_bytes()
    with pytest.raises(WorkbenchError, match="damaged"):
        Store.open(review, versions=NEWER)
    assert review.read_bytes() == before
    assert list(tmp_path.iterdir()) == [review]


def test_rows_are_found_by_the_rows_they_refer_to(review):
    """Without an index on the referring column, each deleted row would be looked for in a whole table."""
    with closing(sqlite3.connect(review)) as connection:
        referring = connection.execute(
            'SELECT t.name, f."from" FROM sqlite_schema AS t, pragma_foreign_key_list(t.name) AS f '
            "WHERE t.type = 'table'"
        ).fetchall()
        indexed = connection.execute(
            "SELECT i.tbl_name, c.name FROM sqlite_schema AS i, pragma_index_info(i.name) AS c "
            "WHERE c.seqno = 0"
        ).fetchall()
    assert len(referring) == 7
    assert set(referring) <= set(indexed)
