"""Rows filled in bulk, as whole as those of an operation; what a step altered; a file at rest."""

import shutil
import sqlite3

import pytest

from tests.store.reviews import content, edit, fill, texts
from workbench.store import Batch, OutsideOperationError, Packed, Store
from workbench.store.hashes import digest, encode, layout, row_hash
from workbench.store.packing import pack

PAIR = ("id", "position", "status", "confirmed", "confidence")
ROWS = [(number, float(number), "unreviewed", 0, 0.5) for number in range(10, 13)]


@pytest.fixture
def store(tmp_path):
    with Store.create(tmp_path / "a.twb") as made:
        fill(made)
        yield made


def batch_of_rows():
    return {"batches": [Batch("pair", PAIR, ROWS)]}


def packed_rows():
    data = pack((*PAIR, "hash"), [(*row, row_hash(*row)) for row in ROWS])
    insert = "INSERT INTO pair(id, position, status, confirmed, confidence, hash) SELECT * FROM packed.row"
    return {"batches": [], "packed": Packed(data, {"pair": insert})}


@pytest.mark.parametrize("rows", [batch_of_rows, packed_rows])
@pytest.mark.parametrize("durable", [False, True])
def test_filled_rows_are_as_good_as_others(store, rows, durable):
    store.fill(**rows(), durable=durable)
    with store.operation("approve") as operation:
        operation.run("UPDATE pair SET status = 'approved' WHERE id = 11")
    before = content(store)
    store.close()
    with Store.open(store.path) as again:  # every row's hash is looked at
        assert content(again) == before
        again.undo()
        assert again.query("SELECT status FROM pair WHERE id = 11") == [("unreviewed",)]


def test_a_name_makes_a_step_without_images(store):
    store.fill([Batch("pair", PAIR, ROWS)], "Import")
    assert [step.name for step in store.history()] == ["import", "Import"]
    assert store.query("SELECT count(*) FROM pair_before WHERE id >= 10") == [(0,)]


@pytest.mark.parametrize("more", [batch_of_rows, packed_rows])
def test_what_fails_half_way_leaves_nothing_and_the_triggers_work(store, more):
    before = content(store)
    there = Batch("pair", PAIR, ROWS)
    with pytest.raises(sqlite3.IntegrityError):
        store.fill([there, *more()["batches"]], packed=more().get("packed"))
    assert content(store) == before
    with pytest.raises((OutsideOperationError, sqlite3.IntegrityError)):
        store._connection.execute("INSERT INTO pair VALUES(99, x'', 1.0, 'unreviewed', 0, 0.5)")
    edit(store, 1, "Still an operation.")
    assert texts(store)[0] == "Still an operation."
    assert store._connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
    assert store._connection.execute("PRAGMA synchronous").fetchone() == (2,)


def test_all_columns_must_be_named(store):
    with pytest.raises(ValueError, match="has the columns"):
        store.fill([Batch("pair", PAIR[:-1], [])])


def moved(operation):
    operation.run("UPDATE pair SET position = 9 WHERE id = 1")


def decided(operation):
    operation.run("UPDATE pair SET status = 'approved' WHERE id = 1")


def made(operation):
    operation.run("INSERT INTO pair(position, status, confirmed, confidence) VALUES(5, 'unreviewed', 0, 1)")


def dropped(operation):
    operation.run("DELETE FROM sentence WHERE pair = 3")
    operation.run("DELETE FROM pair WHERE id = 3")


@pytest.mark.parametrize(
    ("change", "altered"), [(moved, True), (decided, False), (made, True), (dropped, True)]
)
def test_a_step_tells_whether_the_order_is_another(store, change, altered):
    with store.operation("change") as operation:
        change(operation)
    for step in (lambda: operation.changes, store.undo, store.redo):
        assert store.altered(step(), "pair", "position") is altered


def test_a_file_at_rest_can_be_copied_while_work_goes_on(store, tmp_path):
    edit(store, 1, "Before.")
    store.rest_file(on=True)
    before = texts(store)
    for number in range(50):
        edit(store, 1, f"After {number}.")
    copy = tmp_path / "copy.twb"
    shutil.copyfile(store.path, copy)
    store.rest_file(on=False)
    with Store.open(copy) as other:
        assert texts(other) == before
    assert texts(store)[0] == "After 49."


def test_what_is_filled_in_waits_in_the_log_until_the_store_settles(store):
    settled = store.path.stat().st_size
    rows = [(id_, float(id_), "unreviewed", 0, 0.5) for id_ in range(100, 60_000)]
    store.fill([Batch("pair", PAIR, rows)], durable=False)
    assert store.path.stat().st_size == settled
    store.settle()
    assert store.path.stat().st_size > settled


def test_a_file_at_rest_rests_whatever_is_filled_in(store):
    store.rest_file(on=True)
    at_rest = store.path.read_bytes()
    for durable in (False, True):
        rows = [(id_, float(id_), "unreviewed", 0, 0.5) for id_ in range(100 + durable, 60_000, 2)]
        store.fill([Batch("pair", PAIR, rows)], durable=durable)
        store.settle()
        edit(store, 1, f"{durable}.")
    assert store.path.read_bytes() == at_rest


def test_a_layout_encodes_as_rows_are_encoded():
    row = (7, -0.0, "ü\0", None, b"\xff", 10**18)
    pattern = layout("ieeeei")
    assert digest(pattern % (row[0], *map(encode, row[1:5]), row[5])) == row_hash(*row)


def test_what_is_the_same_in_every_row_is_encoded_once():
    row = (7, "50 % ü", None, 1.5)
    assert digest(layout("iccc", *row[1:]) % (7,)) == row_hash(*row)
