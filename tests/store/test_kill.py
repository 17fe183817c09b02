"""`kill -9` at any moment loses nothing that was committed."""

import copy
import os
import random
import subprocess
import sys
import time
from itertools import islice
from pathlib import Path

from tests.store.busy_child import actions
from workbench.store import Store

CHILD = Path(__file__).with_name("busy_child.py")
KILLS = 200
KEPT = 500  # steps that closing leaves


class Model:
    """What the children did, in plain Python."""

    def __init__(self):
        self.rows = {}
        self.done = []
        self.undone = []

    def act(self, action, id_, text):
        if action == "reopen":
            self.close()
        elif action == "copy":
            pass
        elif action == "undo":
            self.move(self.done, self.undone)
        elif action == "redo":
            self.move(self.undone, self.done)
        else:
            before = dict(self.rows)
            self.change(action, id_, text)
            if self.rows != before:
                self.done.append(before)
                self.undone.clear()

    def move(self, source, target):
        if source:
            target.append(self.rows)
            self.rows = source.pop()

    def change(self, action, id_, text):
        if action == "insert":
            self.rows[max(self.rows, default=0) + 1] = text
        elif action == "edit" and id_ in self.rows:
            self.rows[id_] = text
        elif action == "many":
            self.rows |= {row: f"{text}{row}" for row in self.rows if row > id_}
        elif action == "delete":
            self.rows.pop(id_, None)

    def close(self):
        surplus = len(self.done) + len(self.undone) - KEPT
        del self.done[: max(surplus, 0)]


def killed(path, seed, seconds):
    """Let a child work for a while, kill it, give how many actions it called durable."""
    with subprocess.Popen([sys.executable, CHILD, path, str(seed)], stdout=subprocess.PIPE) as child:
        child.stdout.readline()  # it is at work
        time.sleep(seconds)  # the random moment itself, not a wait for anything
        child.kill()
        rest = child.stdout.read()
    return 1 + rest.count(b"\n")


def rows(store):
    return dict(store.query("SELECT id, status FROM pair"))


def matches(store, model):
    return (rows(store), len(store.history())) == (model.rows, len(model.done) + len(model.undone))


def test_a_kill_at_any_moment_loses_nothing(tmp_path):
    path = tmp_path / "a.twb"
    Store.create(path).close()
    model, moments, acknowledged = Model(), random.Random(5), 0
    for seed in range(KILLS):
        count = killed(path, seed, moments.uniform(0, 0.03))
        acknowledged += count
        planned = list(islice(actions(seed), count + 1))
        for action in planned[:-1]:
            model.act(*action)
        later = copy.deepcopy(model)
        later.act(*planned[-1])  # it may have been committed and not yet acknowledged
        with Store.open(path) as store:
            assert store.query("SELECT * FROM pragma_integrity_check") == [("ok",)]
            model = later if matches(store, later) else model
            assert matches(store, model)
            walk(store, model)
        model.close()
        if (tmp_path / "copy.twb").exists():
            Store.open(tmp_path / "copy.twb").close()
    age(tmp_path)
    Store.open(path).close()
    assert {found.name for found in tmp_path.iterdir()} == {"a.twb", "copy.twb"}
    assert acknowledged > KILLS * 5


def age(folder):
    """Let what killed copies left be old enough to be swept away."""
    for part in folder.glob(".review-*"):
        os.utime(part, (0, 0))


def walk(store, model):
    """Undo works after a kill: one step back and forth."""
    store.redo()
    model.act("redo", 0, "")
    for direction in ("undo", "undo", "redo", "redo"):
        getattr(store, direction)()
        model.act(direction, 0, "")
        assert rows(store) == model.rows


def test_a_kill_leaves_nothing_that_the_next_start_does_not_tidy(tmp_path):
    path = tmp_path / "a.twb"
    Store.create(path).close()
    killed(path, 0, 0.02)
    assert (tmp_path / "a.twb-wal").exists()
    Store.open(path).close()
    # What the killed process was making anew is swept when it is old enough to be nobody's: it may be there.
    assert {found.suffix for found in tmp_path.iterdir()} <= {".twb", ".part", ".part-journal"}
