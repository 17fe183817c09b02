# ruff: noqa: S608 -- statements for our own tables
import sqlite3

import pytest

from tests.store.reviews import NEW_PAIR, content, edit, fill, texts
from workbench.model.changes import Direction
from workbench.store import OutsideOperationError, Store

UPSERT = (
    "INSERT INTO pair(id, position, status, confirmed, confidence) VALUES(2, 9, 'x', 1, 1) "
    "ON CONFLICT(id) DO UPDATE SET status = excluded.status"
)


class Clock:
    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def store(tmp_path, clock):
    with Store.create(tmp_path / "a.twb", clock=clock) as store:
        yield store


def names(store):
    return [(step.name, step.undone) for step in store.history()]


def test_an_operation_announces_the_rows_it_changed(store):
    fill(store)
    changes = edit(store, 2, "New.", place=2)
    assert (changes.name, changes.direction, changes.place) == ("edit", Direction.DONE, 2)
    assert changes.rows == {"sentence": {2}}
    assert changes.step == store.history()[-1].id


def test_undo_and_redo_announce_the_same_rows(store):
    fill(store)
    done = edit(store, 2, "New.", place=2)
    undone, redone = store.undo(), store.redo()
    assert (undone.direction, redone.direction) == (Direction.UNDONE, Direction.REDONE)
    assert all((c.rows, c.step, c.place) == (done.rows, done.step, 2) for c in (undone, redone))


def test_undo_and_redo_walk_the_history(store):
    fill(store)
    edit(store, 1, "A")
    edit(store, 1, "B")
    assert (store.can_undo, store.can_redo) == (True, False)
    store.undo()
    assert texts(store)[0] == "A"
    assert names(store) == [("import", False), ("edit", False), ("edit", True)]
    store.undo()
    store.undo()
    assert (texts(store), store.can_undo, store.can_redo) == ([], False, True)
    assert store.undo() is None
    for _ in range(3):
        store.redo()
    assert texts(store)[0] == "B"
    assert store.redo() is None


def test_a_new_step_drops_what_was_undone(store):
    fill(store)
    edit(store, 1, "A")
    store.undo()
    edit(store, 2, "B")
    assert names(store) == [("import", False), ("edit", False)]
    assert store.redo() is None
    assert store.query("SELECT DISTINCT step FROM sentence_before ORDER BY step") == [
        (step.id,) for step in store.history()
    ]


def fail(store, operations):
    """Change this and that, and raise KeyError."""
    with store.operation("fail") as operation:
        operations.append(operation)
        operation.run("DELETE FROM sentence")
        store.set_meta("language", "en")
        raise KeyError


def test_an_exception_takes_everything_back_and_keeps_redo(store):
    fill(store)
    edit(store, 1, "A")
    store.undo()
    before = content(store)
    operations = []
    with pytest.raises(KeyError):
        fail(store, operations)
    with pytest.raises(RuntimeError):
        _ = operations[0].changes
    assert content(store) == before
    assert store.redo() is not None


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE sentence SET text = text",
        "UPDATE sentence SET text = 'x' WHERE id = 99",
        "DELETE FROM pair WHERE id = 99",
        "INSERT OR IGNORE INTO pair(id, position, status, confirmed, confidence) VALUES(1, 9, 'x', 1, 1)",
    ],
)
def test_what_changes_nothing_leaves_no_step_and_keeps_redo(store, sql):
    fill(store)
    edit(store, 1, "A")
    store.undo()
    history = store.history()
    with store.operation("nothing") as operation:
        operation.run(sql)
    assert operation.changes.rows == {}
    assert store.history() == history


def test_a_row_that_came_and_went_leaves_no_step(store):
    with store.operation("nothing") as operation:
        operation.run(f"{NEW_PAIR}", (0, "unreviewed", 0, 0.0))
        operation.run("DELETE FROM pair")
    assert operation.changes.rows == {}
    assert store.history() == []


@pytest.mark.parametrize(
    ("pause", "key", "steps"),
    [(4.9, "text:1", 1), (5.0, "text:1", 2), (1, "text:2", 2), (1, None, 2), (-1, "text:1", 2)],
)
def test_typing_merges_by_key_and_time(store, clock, pause, key, steps):
    fill(store)
    edit(store, 1, "A", merge="text:1")
    clock.now += pause
    changes = edit(store, 1, "AB", merge=key)
    assert changes.rows == {"sentence": {1}}
    assert len(store.history()) == 1 + steps
    store.undo()
    assert texts(store)[0] == ("Sentence 0." if steps == 1 else "A")
    store.redo()
    assert texts(store)[0] == "AB"


def test_typing_merges_for_as_long_as_it_goes_on(store, clock):
    fill(store)
    for text in ("A", "AB", "ABC", "ABCD"):
        edit(store, 1, text, merge="text:1", place=1)
        clock.now += 4
    assert len(store.history()) == 2
    assert (store.history()[-1].time, store.history()[-1].place) == (1012, 1)


def test_typing_does_not_merge_into_what_was_undone_or_redone(store):
    fill(store)
    edit(store, 1, "A", merge="text:1")
    store.undo()
    store.redo()
    edit(store, 1, "AB", merge="text:1")
    assert len(store.history()) == 3


def test_typing_that_takes_itself_back_leaves_no_step_but_is_announced(store):
    fill(store)
    edit(store, 1, "A", merge="text:1")
    changes = edit(store, 1, "Sentence 0.", merge="text:1")
    assert changes.rows == {"sentence": {1}}
    assert names(store) == [("import", False)]


def test_operations_do_not_nest(store):
    with store.operation("outer") as operation:
        operation.run(NEW_PAIR, (0, "unreviewed", 0, 0.0))
        for call in (store.undo, store.redo, store.close, store.operation("inner").__enter__):
            with pytest.raises(RuntimeError):
                call()
    assert len(store.history()) == 1


def test_a_change_after_the_operation_is_an_error(store):
    fill(store)
    with store.operation("late") as operation:
        pass
    with pytest.raises(OutsideOperationError):
        operation.run("DELETE FROM sentence")
    with pytest.raises(OutsideOperationError):
        operation.run_many("DELETE FROM sentence WHERE id = ?", [(1,)])


@pytest.mark.parametrize(
    "sql",
    [
        "INSERT INTO pair(position, status, confirmed, confidence) VALUES(0, '', 0, 0)",
        "INSERT OR REPLACE INTO pair(id, position, status, confirmed, confidence) VALUES(1, 0, '', 0, 0)",
        "REPLACE INTO pair(id, position, status, confirmed, confidence) VALUES(1, 0, '', 0, 0)",
        "UPDATE sentence SET text = ''",
        "UPDATE OR IGNORE sentence SET text = ''",
        "UPDATE OR REPLACE sentence SET text = ''",
        "UPDATE sentence SET hash = x'00'",
        "DELETE FROM sentence",
    ],
)
def test_even_our_own_connection_changes_nothing_outside_an_operation(store, sql):
    fill(store)
    before = content(store)
    with pytest.raises(sqlite3.IntegrityError, match="outside an operation"):
        store._connection.execute(sql)
    assert content(store) == before


@pytest.mark.parametrize(
    "sql",
    [
        "REPLACE INTO pair(id, position, status, confirmed, confidence) VALUES(2, 9, 'approved', 1, 1)",
        "UPDATE OR REPLACE pair SET position = 7",
        UPSERT,
        "WITH some AS (SELECT 2 AS id) UPDATE pair SET confidence = -0.0 WHERE id IN (SELECT id FROM some)",
        "UPDATE sentence SET text = text || char(0) || 'x', start = NULL",
        "DELETE FROM sentence",
    ],
)
@pytest.mark.parametrize(
    "first", [None, "UPDATE pair SET status = 'approved'", "DELETE FROM sentence WHERE id = 1"]
)
def test_every_kind_of_statement_is_undone_and_redone(store, sql, first):
    fill(store)
    before = content(store)
    with store.operation("change") as operation:
        if first:
            operation.run(first)
        operation.run(sql)
    after = content(store)
    assert after != before
    for _ in range(2):
        store.undo()
        assert content(store) == before
        store.redo()
        assert content(store) == after


def test_the_id_of_a_row_is_never_changed(store):
    fill(store)
    with pytest.raises(sqlite3.IntegrityError, match="id of a row"), store.operation("renumber") as operation:
        operation.run("UPDATE sentence SET id = id + 100")


def test_rows_refer_to_rows_that_exist_when_an_operation_ends(store):
    fill(store)
    with store.operation("parents first") as operation:
        for table in ("document", "unit", "pair", "sentence"):
            operation.run(f"DELETE FROM {table}")
    store.undo()
    before = content(store)
    with pytest.raises(sqlite3.IntegrityError), store.operation("orphans") as operation:
        operation.run("DELETE FROM pair")
    assert content(store) == before


@pytest.mark.parametrize(
    "sql", ["COMMIT", "PRAGMA foreign_keys = OFF", "DROP TABLE pair", " select 1", "ATTACH 'x' AS x"]
)
def test_an_operation_only_changes_rows(store, sql):
    with pytest.raises(ValueError, match="changes rows"), store.operation("x") as operation:
        operation.run(sql)


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM meta",
        "PRAGMA user_version = 3",
        "WITH a AS (SELECT 1) DELETE FROM meta",
        "with a as (select 'k') insert into meta(key, value) select *, 'v' from a",
        "BEGIN",
        "",
        "-- SELECT\nDELETE FROM meta",
    ],
)
def test_a_query_only_reads(store, sql):
    store.set_meta("language", "ko")
    with pytest.raises(ValueError, match="reads"):
        store.query(sql)
    assert store.meta("language") == "ko"


def test_queries_read_within_an_operation(store):
    with store.operation("x") as operation:
        operation.run(NEW_PAIR, (0, "unreviewed", 0, 0.0))
        assert store.query(
            "WITH a AS (SELECT count(*) AS n FROM pair) SELECT n FROM a WHERE n > ?", (0,)
        ) == [(1,)]


def test_facts_about_the_review_are_kept_apart_from_undo(tmp_path, store):
    assert store.meta("language") is None
    store.set_meta("language", "ko")
    with store.operation("x") as operation:
        operation.run(NEW_PAIR, (0, "unreviewed", 0, 0.0))
        store.set_meta("language", "ja")
    store.undo()
    assert store.meta("language") == "ja"
    with pytest.raises(KeyError):
        fail(store, [])
    assert store.meta("language") == "ja"
    store.close()
    with Store.open(tmp_path / "a.twb") as again:
        assert again.meta("language") == "ja"


def test_values_come_back_as_they_went(tmp_path, store):
    values = ["", "\0", "a\0b", "한글\u2028", "\U0010ffff", "e\u0301", "'\"\n"]
    numbers = [0.1, 1e-320, 1.7976931348623157e308, -5.0, 2**53 + 0.0]
    fill(store, len(values))
    for id_, value in enumerate(values, 1):
        edit(store, id_, value)
    with store.operation("x") as operation:
        operation.run_many(
            "UPDATE pair SET confidence = ? WHERE id = ?", [(x, i) for i, x in enumerate(numbers, 1)]
        )
    while store.undo():
        pass
    while store.redo():
        pass
    store.close()
    with Store.open(tmp_path / "a.twb") as again:
        assert texts(again) == values
        assert again.query("SELECT confidence FROM pair ORDER BY id LIMIT 5") == [(x,) for x in numbers]
        assert again.query("SELECT content FROM document") == [(b"a\0b",)]


def test_closing_keeps_the_newest_steps_and_leaves_one_file(tmp_path, store):
    fill(store)
    for number in range(503):
        edit(store, 1, str(number))
    store.undo()
    store.close()
    store.close()
    assert [path.name for path in tmp_path.iterdir()] == ["a.twb"]
    with Store.open(tmp_path / "a.twb") as again:
        history = again.history()
        assert (len(history), history[0].name, history[-1].undone) == (500, "edit", True)
        assert again.query("SELECT count(DISTINCT step), min(step) FROM sentence_before") == [
            (500, history[0].id)
        ]
        assert again.query("SELECT count(*) FROM pair_before") == [(0,)]
        for _ in range(499):
            assert again.undo()
        assert (again.undo(), texts(again)[0]) == (None, "2")
        again.close()
    with Store.open(tmp_path / "a.twb") as again:
        while again.redo():
            pass
        assert texts(again)[0] == "502"


def test_what_was_undone_is_never_pruned(tmp_path, store):
    fill(store)
    for number in range(510):
        edit(store, 1, str(number))
    while store.undo():
        pass
    store.close()
    with Store.open(tmp_path / "a.twb") as again:
        while again.redo():
            pass
        assert texts(again)[0] == "509"
