import os
import time

import pytest

from tests.store.reviews import EVERYTHING, closed_review, content, edit, texts
from workbench.errors import WorkbenchError
from workbench.store import Store, files


@pytest.fixture
def store(tmp_path):
    with Store.open(closed_review(tmp_path / "a.twb")) as store:
        yield store


def test_a_copy_has_everything_and_its_history(tmp_path, store):
    edit(store, 1, "Not yet in the file itself.")
    store.copy_to(tmp_path / "b.twb")
    with Store.open(tmp_path / "b.twb") as copy:
        assert content(copy, EVERYTHING) == content(store, EVERYTHING)
        assert copy.history() == store.history()
        copy.undo()
        assert texts(copy) != texts(store)
    edit(store, 2, "The first one goes on.")


def test_a_copy_replaces_a_closed_review(tmp_path, store):
    closed_review(tmp_path / "b.twb", pairs=9)
    store.copy_to(tmp_path / "b.twb")
    with Store.open(tmp_path / "b.twb") as copy:
        assert content(copy, EVERYTHING) == content(store, EVERYTHING)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.twb", "a.twb-wal", "b.twb"]


@pytest.mark.parametrize("data", [b"", b"x", b"No database.\n" * 500])
def test_a_copy_replaces_whatever_file_there_is(tmp_path, store, data):
    (tmp_path / "b.twb").write_bytes(data)
    store.copy_to(tmp_path / "b.twb")
    with Store.open(tmp_path / "b.twb") as copy:
        assert content(copy) == content(store)


def test_a_copy_is_not_spoilt_by_the_log_of_the_file_it_replaces(tmp_path, store):
    other = Store.open(closed_review(tmp_path / "other.twb", pairs=9))
    edit(other, 5, "Of another review.")
    (tmp_path / "b.twb").write_bytes((tmp_path / "other.twb").read_bytes())
    (tmp_path / "b.twb-wal").write_bytes((tmp_path / "other.twb-wal").read_bytes())
    other.close()
    store.copy_to(tmp_path / "b.twb")
    assert not (tmp_path / "b.twb-wal").exists()
    with Store.open(tmp_path / "b.twb") as copy:
        assert content(copy) == content(store)


def test_a_review_that_is_open_is_not_replaced(tmp_path, store):
    with Store.open(closed_review(tmp_path / "b.twb", pairs=9)) as other:
        before = content(other)
        with pytest.raises(WorkbenchError, match="open in another window"):
            store.copy_to(tmp_path / "b.twb")
        edit(other, 1, "Goes on.")
        store.copy_to(tmp_path / "c.twb")
        other.undo()
        assert content(other) == before


def test_a_review_is_not_copied_onto_itself(tmp_path, store):
    (tmp_path / "link.twb").hardlink_to(tmp_path / "a.twb")
    for name in ("a.twb", "link.twb"):
        with pytest.raises(WorkbenchError, match="is the review itself"):
            store.copy_to(tmp_path / name)
    edit(store, 1, "Goes on.")


def test_what_cannot_be_a_copy_is_refused_and_leaves_nothing(tmp_path, store):
    (tmp_path / "folder").mkdir()
    for target in (tmp_path / "folder", tmp_path / "a.twb" / "b.twb", tmp_path / "nowhere" / "b.twb"):
        with pytest.raises(WorkbenchError, match=target.name):
            store.copy_to(target)
    assert not [path for path in tmp_path.rglob("*") if path.name not in {"a.twb", "a.twb-wal", "folder"}]
    edit(store, 1, "Goes on.")


def test_a_copy_that_did_not_arrive_whole_replaces_nothing(tmp_path, store, monkeypatch):
    def lose(part):
        part.write_bytes(part.read_bytes()[:-4096])

    (tmp_path / "b.twb").write_bytes(b"precious")
    monkeypatch.setattr(files, "flush", lose)
    with pytest.raises(WorkbenchError, match=r"b\.twb could not be written whole"):
        store.copy_to(tmp_path / "b.twb")
    assert (tmp_path / "b.twb").read_bytes() == b"precious"
    assert {path.name for path in tmp_path.iterdir()} == {"a.twb", "a.twb-wal", "b.twb"}


def test_no_copy_within_an_operation(tmp_path, store):
    with store.operation("x"), pytest.raises(RuntimeError):
        store.copy_to(tmp_path / "b.twb")


def test_what_a_killed_copy_left_is_swept_away(tmp_path):
    closed_review(tmp_path / "a.twb")
    old, young = tmp_path / ".review-1.part", tmp_path / ".review-2.part"
    for part, age in ((old, 3600), (young, 5)):
        part.write_bytes(b"SQLite")
        os.utime(part, (time.time() - age, time.time() - age))
    Store.open(tmp_path / "a.twb").close()
    assert (old.exists(), young.exists()) == (False, True)
