# ruff: noqa: S608 -- statements for our own tables
import os
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import pytest

from tests.store.reviews import FACTS, closed_review, content, edit, fill, texts
from workbench.errors import WorkbenchError
from workbench.store import Store, files
from workbench.store.hashes import row_hash


@pytest.fixture
def review(tmp_path):
    return closed_review(tmp_path / "review.twb")


def sql(path, *statements):
    """Change a file as another program would."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.create_function("row_hash", -1, row_hash, deterministic=True)
        for statement in statements:
            connection.execute(statement)


def refusal(path):
    """Give the sentence with which a file is refused; nothing is changed by that, and nothing left behind."""
    before = path.read_bytes() if path.is_file() else None
    others = sorted(path.parent.iterdir())
    with pytest.raises(WorkbenchError) as refused:
        Store.open(path)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert sorted(path.parent.iterdir()) == others
    message = str(refused.value)
    assert str(path) in message
    assert "\n" not in message
    return message


BAD_FILES = {
    "missing": (None, "There is no file"),
    "empty": (b"", "is empty"),
    "text": (b"The minister said.\n" * 100, "is not a review"),
    "short text": (b"x", "is not a review"),
    "zeros": (b"\0" * 8192, "is not a review"),
    "header alone": (b"SQLite format 3\0", "is not a review"),
    "zip": (b"PK\3\4" + b"\0" * 4096, "is not a review"),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_files_that_are_no_reviews_are_refused(tmp_path, name):
    data, message = BAD_FILES[name]
    path = tmp_path / "bad file.twb"
    if data is not None:
        path.write_bytes(data)
    assert message in refusal(path)


def test_a_folder_is_refused(tmp_path):
    (tmp_path / "folder.twb").mkdir()
    assert "is a folder" in refusal(tmp_path / "folder.twb")


def test_nothing_can_stand_below_a_file(tmp_path):
    (tmp_path / "file").write_bytes(b"x")
    for door in (Store.open, Store.create):
        with pytest.raises(WorkbenchError, match=r"file.a\.twb"):
            door(tmp_path / "file" / "a.twb")


@pytest.mark.parametrize("mode", ["delete", "wal"])
def test_the_database_of_another_program_is_refused(tmp_path, mode):
    path = tmp_path / "history.sqlite"
    sql(path, f"PRAGMA journal_mode = {mode}", "CREATE TABLE moz_places(id INTEGER PRIMARY KEY, url TEXT)")
    assert "another program" in refusal(path)


def test_the_file_of_a_newer_version_is_refused(review):
    sql(review, "PRAGMA user_version = 99")
    assert "newer version" in refusal(review)


HOSTILE = [
    "CREATE TRIGGER t AFTER INSERT ON pair BEGIN DELETE FROM sentence; END",
    "CREATE VIEW v AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n",
    "CREATE TABLE extra(x)",
    "CREATE VIRTUAL TABLE v USING fts5(x)",
    "CREATE INDEX i ON pair(status)",
    "CREATE UNIQUE INDEX i ON pair(position) WHERE abs(id) > 0",
    "ALTER TABLE pair ADD COLUMN extra TEXT",
    "ALTER TABLE pair ADD COLUMN extra TEXT AS (zeroblob(1000000000)) VIRTUAL",
    "ALTER TABLE pair RENAME COLUMN status TO state",
    "ALTER TABLE sentence DROP COLUMN original",
    "DROP INDEX sentence_pair",
    "DROP TABLE meta",
    "PRAGMA user_version = 0",
    "ANALYZE",
]


@pytest.mark.parametrize("statement", HOSTILE)
def test_a_file_with_another_schema_is_refused(review, statement):
    sql(review, statement)
    assert "is damaged" in refusal(review)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("status TEXT NOT NULL", "status TEXT NOT NULL DEFAULT (randomblob(9))"),
        ("status TEXT NOT NULL", "status TEXT NOT NULL CHECK (load_extension('x') IS NULL)"),
        ("position REAL NOT NULL", "position REAL"),
    ],
)
def test_a_declaration_that_was_edited_is_refused(review, old, new):
    sql(
        review,
        "PRAGMA writable_schema = ON",
        f"UPDATE sqlite_schema SET sql = replace(sql, '{old}', '{new}') WHERE name = 'pair'".replace(
            "'x'", "''x''"
        ),
    )
    assert "is damaged" in refusal(review)


def test_a_schema_that_is_no_text_is_refused(review):
    rename = "UPDATE sqlite_schema SET name = CAST(x'cdff41' AS TEXT) WHERE name = 'pair'"
    sql(review, "PRAGMA writable_schema = ON", rename)
    assert "is damaged" in refusal(review)


TAMPERED = [
    "UPDATE sentence SET text = 'Sentence 9.' WHERE id = 3",
    "UPDATE sentence SET position = position + 0.5",
    "UPDATE sentence SET hash = NULL WHERE id = 1",
    "UPDATE document SET content = x'00'",
    "UPDATE unit SET context = ''",
    "UPDATE pair SET confirmed = 1",
    "UPDATE step SET time = 0",
    "UPDATE meta SET value = 'ja'",
    "UPDATE sentence_before SET text = 'x' WHERE existed = 1",
    "UPDATE sentence_before SET text = 'x' WHERE existed = 0",
    "UPDATE sentence_before SET side = 0",
    "UPDATE sentence_before SET id = id + 10",
    "UPDATE pair_before SET existed = 1",
    "UPDATE pair_before SET seal = NULL",
    "INSERT INTO meta(key, value) VALUES('a', 'b')",
    "DELETE FROM pair WHERE id = 1",
]


@pytest.mark.parametrize("statement", TAMPERED)
def test_a_row_that_was_changed_by_other_hands_is_refused(review, statement):
    sql(review, statement)
    assert "is damaged" in refusal(review)


def test_rows_of_ours_with_a_hash_of_ours_are_accepted(review):
    sql(review, "UPDATE meta SET value = 'ja', hash = row_hash(key, 'ja')")
    with Store.open(review) as store:
        assert store.meta("language") == "ja"


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5, 0.7, 0.9, 0.999])
def test_a_file_that_was_cut_off_is_refused(review, share):
    data = review.read_bytes().rstrip(b"\0")  # SQLite reads zeros where the last page ends early
    review.write_bytes(data[: int(len(data) * share)])
    assert "is damaged" in refusal(review) or share < 0.1


def test_an_open_review_is_refused_to_others(review):
    with Store.open(review) as store:
        for path in (review, review.parent / "." / review.name):
            with pytest.raises(WorkbenchError, match="open in another window"):
                Store.open(path)
        link = review.parent / "link.twb"
        link.symlink_to(review)
        with pytest.raises(WorkbenchError, match="open in another window"):
            Store.open(link)
        edit(store, 3, "Still writing.")
    with Store.open(review) as store:
        assert texts(store)[2] == "Still writing."


def test_an_open_review_is_refused_to_other_programs(review):
    code = (
        "import sys; from workbench.store import Store; Store.open(__import__('pathlib').Path(sys.argv[1]))"
    )
    with Store.open(review) as store:
        # A refused opener of our own must not give our lock away (POSIX locks belong to the process).
        with pytest.raises(WorkbenchError):
            Store.open(review)
        second = subprocess.run(
            [sys.executable, "-c", code, review], capture_output=True, text=True, check=False
        )
        assert "open in another window or program" in second.stderr
        edit(store, 3, "Still writing.")


def test_a_review_is_not_made_over_a_file(review):
    before = review.read_bytes()
    with pytest.raises(WorkbenchError, match="exists already"):
        Store.create(review)
    assert review.read_bytes() == before


def test_a_new_review_is_not_touched_by_what_an_older_one_left_behind(tmp_path):
    old = Store.create(tmp_path / "old.twb")
    fill(old)
    wal = (tmp_path / "old.twb-wal").read_bytes()
    old.close()
    (tmp_path / "a.twb-wal").write_bytes(wal)
    (tmp_path / "a.twb-journal").write_bytes(wal)
    with Store.create(tmp_path / "a.twb") as store:
        assert texts(store) == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.twb", "old.twb"]


def test_a_review_that_cannot_be_made_leaves_no_file(tmp_path):
    with pytest.raises(sqlite3.OperationalError):
        Store.create(tmp_path / "a.twb", versions=[["CREATE TABLE a(x)", "no SQL"]])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "name",
    [
        "a b?c#d%41&e.twb",
        "한글 \u1112\u1161\u11ab.twb",
        "-rf $(x) '\".twb",
        "new\nline.twb",
        "x" * 240 + ".twb",
        ":memory:",
    ],
)
def test_any_name_will_do(tmp_path, name):
    path = tmp_path / name
    closed_review(path)
    with Store.open(path) as store:
        assert store.path == path
        store.copy_to(tmp_path / f"b{name}"[:250])
    assert len(list(tmp_path.iterdir())) == 2


def test_a_name_that_is_not_unicode_will_do(tmp_path):
    path = tmp_path / os.fsdecode(b"caf\xe9.twb")
    closed_review(path)
    with Store.open(path) as store:
        store.copy_to(tmp_path / os.fsdecode(b"\xff.twb"))
    assert sorted(os.fsencode(path.name) for path in tmp_path.iterdir()) == [b"caf\xe9.twb", b"\xff.twb"]


def test_a_relative_path_stays_what_it_was(review, monkeypatch, tmp_path_factory):
    monkeypatch.chdir(review.parent)
    with Store.open(Path(review.name)) as store:
        monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
        edit(store, 3, "New.")


@pytest.mark.parametrize("what", ["deleted", "replaced", "moved"])
def test_a_file_that_goes_away_while_it_is_open_is_noticed(review, what):
    other = closed_review(review.parent / "other.twb", pairs=5)
    with Store.open(review) as store:
        before = content(store)
        if what == "deleted":
            review.unlink()
        elif what == "replaced":
            other.replace(review)
        else:
            review.rename(review.with_name("moved.twb"))
        for change in (lambda: edit(store, 1, "Lost."), store.undo, lambda: store.set_meta("a", "b")):
            with pytest.raises(WorkbenchError, match="moved, deleted or replaced"):
                change()
        assert content(store) == before
        store.copy_to(review.with_name("saved.twb"))
    with Store.open(review.with_name("saved.twb")) as saved:
        assert content(saved) == before


def test_a_file_that_comes_back_may_be_written_again(review):
    with Store.open(review) as store:
        away = review.rename(review.with_name("away.twb"))
        with pytest.raises(WorkbenchError):
            edit(store, 1, "Lost.")
        away.rename(review)
        edit(store, 1, "Kept.")
    with Store.open(review) as store:
        assert texts(store)[0] == "Kept."


UNPRIVILEGED = """
import os, sys
from pathlib import Path
from workbench.errors import WorkbenchError
from workbench.store import Store
if os.getuid() == 0:
    os.setgid(65534), os.setuid(65534)
for door in (Store.open, Store.create):
    for path in sys.argv[1:]:
        try:
            door(Path(path)).close()
            print("opened", path)
        except WorkbenchError as error:
            print(error)
"""


@pytest.fixture
def shown_folder():
    """Give a folder that every user can look into: pytest's own are closed to others."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)
        Path(folder).chmod(0o755)


@pytest.mark.parametrize("mode", [0o444, 0o000, 0o666])
def test_what_the_system_forbids_is_said(shown_folder, mode):
    """The folder is another user's when root runs the tests, and read-only in any case."""
    there, new = closed_review(shown_folder / "a.twb"), shown_folder / "new.twb"
    there.chmod(mode)
    shown_folder.chmod(0o555)
    command = [sys.executable, "-c", UNPRIVILEGED, there, new]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.stderr == ""
    messages = ["a.twb cannot be", "There is no file", "exists already", "new.twb cannot be", ""]
    assert all(message in line for message, line in zip(messages, run.stdout.split("\n"), strict=True)), (
        run.stdout
    )
    assert [path.name for path in shown_folder.iterdir()] == ["a.twb"]


@pytest.mark.parametrize("door", [Store.open, Store.create])
@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),  # FULL; only a power failure would show the difference
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("recursive_triggers", 1),
        ("locking_mode", "exclusive"),
        ("mmap_size", 0),
    ],
)
def test_sqlite_is_set_for_safety(review, door, pragma, value):
    with door(review if door == Store.open else review.with_name("new.twb")) as store:
        assert store._connection.execute(f"PRAGMA {pragma}").fetchone() == (value,)


def test_every_table_is_journaled_or_known_not_to_be(review):
    with Store.open(review) as store:
        tables = {name for (name,) in store.query("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    assert tables == {*FACTS, *(f"{table}_before" for table in FACTS), "step", "meta"}


@pytest.mark.parametrize("length", [248, 251, 255])
def test_a_name_without_room_for_companions_leaves_nothing(tmp_path, length):
    with pytest.raises(WorkbenchError, match="too long"):
        Store.create(tmp_path / ("x" * (length - 4) + ".twb"))
    assert not list(tmp_path.iterdir())


def test_a_review_is_told_by_its_header(tmp_path):
    review = closed_review(tmp_path / "x.twb")
    other = tmp_path / "other.sqlite"
    other.write_bytes(review.read_bytes()[:68] + b"none" + review.read_bytes()[72:])
    assert files.is_review(review)
    assert not any(map(files.is_review, [other, tmp_path, tmp_path / "missing", tmp_path / ("x" * 300)]))
