"""Any history of operations against a plain model: dictionaries and a list of states."""
# ruff: noqa: S608 -- names of our own tables

import copy
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from workbench.store import Store

TABLES = {
    "document": ("role", "name", "path", "format", "charset", "language", "content"),
    "unit": ("document", "position", "place", "source", "context"),
    "pair": ("position", "status", "confirmed", "confidence"),
    "sentence": ("unit", "pair", "position", "start", "end", "text", "original"),
}
TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=6) | st.sampled_from(
    ["\0", "a\0b", "한글", "\u2028"]
)
REAL = st.floats(allow_nan=False)
INTEGER = st.integers(-(2**63), 2**63 - 1)
MAYBE = st.none()
VALUES = {
    "document": (TEXT, TEXT, MAYBE | TEXT, TEXT, TEXT, MAYBE | TEXT, st.binary(max_size=9)),
    "unit": (None, INTEGER, TEXT, MAYBE | TEXT, MAYBE | TEXT),
    "pair": (REAL, TEXT, INTEGER, REAL),
    "sentence": (None, None, REAL, MAYBE | INTEGER, MAYBE | INTEGER, TEXT, TEXT),
}
PARENTS = {"document": (), "unit": ("document",), "pair": (), "sentence": ("unit", "pair")}
CHILDREN = {"document": ("unit",), "unit": ("sentence",), "pair": ("sentence",), "sentence": ()}
KEYS = st.sampled_from([None, None, "text:1", "text:2"])


class RefusalError(Exception):
    """Raised within an operation to take it back."""


@dataclass
class Entry:
    """One step of the model: the states around it."""

    name: str
    before: dict
    after: dict
    merge: str | None
    time: float
    undone: bool = False


class Reviews(RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.now = 1000.0
        self.store = Store.create(self.folder / "a.twb", clock=lambda: self.now)
        self.state = {table: {} for table in TABLES}
        self.steps = []
        self.count = 0
        self.changes = {
            "insert": self.insert,
            "update": self.update,
            "replace": self.replace,
            "delete": self.delete,
            "all": self.all,
            "nothing": self.nothing,
        }

    def teardown(self):
        try:
            self.walk()
        finally:
            self.store.close()
            shutil.rmtree(self.folder)

    def walk(self):
        """Everything undone is the first state, everything redone the last."""
        while self.store.undo():
            pass
        assert self.read() == plain(self.steps[0].before if self.steps else self.state)
        self.store.close()
        self.store = Store.open(self.folder / "a.twb")
        while self.store.redo():
            pass
        assert self.read() == plain(self.steps[-1].after if self.steps else self.state)

    def read(self):
        return {
            table: {
                row[0]: repr(row[1:]) for row in self.store.query(f"SELECT id, {listed(table)} FROM {table}")
            }
            for table in TABLES
        }

    @initialize(data=st.data())
    def begin(self, data):
        self.operate(data, ["insert"] * 4, merge=None)

    @rule(
        data=st.data(),
        kinds=st.lists(
            st.sampled_from(["insert", "update", "update", "delete", "replace", "all", "nothing"]), max_size=4
        ),
        merge=KEYS,
    )
    def operate(self, data, kinds, merge):
        before = copy.deepcopy(self.state)
        self.count += 1
        with self.store.operation(f"step {self.count}", merge=merge) as operation:
            for kind in kinds:
                self.changes[kind](data.draw, operation)
        if merge is not None and self.continues(merge):
            self.merged(operation.changes)
        elif plain(self.state) != plain(before):
            self.steps = [step for step in self.steps if not step.undone]
            self.steps.append(Entry(f"step {self.count}", before, copy.deepcopy(self.state), merge, self.now))
            assert operation.changes.rows == different(before, self.state)
        else:
            assert operation.changes.rows == {}

    def continues(self, merge):
        last = self.steps[-1] if self.steps else None
        return last and last.merge == merge and not last.undone and 0 <= self.now - last.time < 5

    def merged(self, changes):
        step = self.steps[-1]
        for table, ids in different(step.after, self.state).items():
            assert ids <= changes.rows[table]
        step.after, step.time = copy.deepcopy(self.state), self.now
        if plain(step.after) == plain(step.before):
            self.steps.pop()

    @rule(data=st.data(), kinds=st.lists(st.sampled_from(["insert", "update", "delete", "all"]), max_size=3))
    def fail(self, data, kinds):
        before = copy.deepcopy(self.state)
        with pytest.raises(RefusalError):
            self.refused(data, kinds)
        self.state = before

    def refused(self, data, kinds):
        with self.store.operation("refused") as operation:
            for kind in kinds:
                self.changes[kind](data.draw, operation)
            raise RefusalError

    @rule(times=st.integers(1, 4))
    def undo(self, times):
        for _ in range(times):
            done = [step for step in self.steps if not step.undone]
            changes = self.store.undo()
            assert (changes is None) == (not done)
            if done:
                self.move(done[-1], changes, done[-1].before, undone=True)

    @rule(times=st.integers(1, 4))
    def redo(self, times):
        for _ in range(times):
            undone = [step for step in self.steps if step.undone]
            changes = self.store.redo()
            assert (changes is None) == (not undone)
            if undone:
                self.move(undone[0], changes, undone[0].after, undone=False)

    def move(self, step, changes, state, *, undone):
        assert (changes.name, dict(changes.rows)) == (step.name, different(step.before, step.after))
        step.undone, step.merge = undone, None
        self.state = copy.deepcopy(state)

    @rule()
    def reopen(self):
        self.store.close()
        self.store = Store.open(self.folder / "a.twb", clock=lambda: self.now)

    @rule(seconds=st.sampled_from([1, 4.9, 5, -2]))
    def wait(self, seconds):
        self.now += seconds

    @invariant()
    def is_as_the_model_says(self):
        assert self.read() == plain(self.state)
        assert [(step.name, step.undone) for step in self.store.history()] == [
            (step.name, step.undone) for step in self.steps
        ]
        assert self.store.can_undo == any(not step.undone for step in self.steps)
        assert self.store.can_redo == any(step.undone for step in self.steps)

    # What an operation may do; each does it to the review and to the model.

    def row(self, draw, table):
        parents = [draw(st.sampled_from(sorted(self.state[parent]))) for parent in PARENTS[table]]
        return (*parents, *(draw(values) for values in VALUES[table] if values is not None))

    def insert(self, draw, operation):
        ready = [table for table in TABLES if all(self.state[parent] for parent in PARENTS[table])]
        table = draw(st.sampled_from(ready))
        row = self.row(draw, table)
        id_ = operation.run(f"INSERT INTO {table}({listed(table)}) VALUES({marks(row)})", row)
        assert id_ == max(self.state[table], default=0) + 1
        self.state[table][id_] = row

    def some(self, draw):
        rows = [(table, id_) for table in TABLES for id_ in sorted(self.state[table])]
        return draw(st.sampled_from(rows)) if rows else None

    def update(self, draw, operation):
        if chosen := self.some(draw):
            table, id_ = chosen
            row = self.row(draw, table)
            place = draw(st.integers(0, len(row) - 1))
            operation.run(f'UPDATE {table} SET "{TABLES[table][place]}" = ? WHERE id = ?', (row[place], id_))
            self.state[table][id_] = (
                *self.state[table][id_][:place],
                row[place],
                *self.state[table][id_][place + 1 :],
            )

    def replace(self, draw, operation):
        if chosen := self.some(draw):
            table, id_ = chosen
            row = self.row(draw, table)
            operation.run(f"REPLACE INTO {table}(id, {listed(table)}) VALUES(?, {marks(row)})", (id_, *row))
            self.state[table][id_] = row

    def all(self, draw, operation):
        value = draw(REAL)
        operation.run("UPDATE sentence SET position = ?, text = text || char(0)", (value,))
        for id_, row in self.state["sentence"].items():
            self.state["sentence"][id_] = (*row[:2], value, *row[3:5], row[5] + "\0", row[6])

    def delete(self, draw, operation):
        if chosen := self.some(draw):
            self.delete_row(operation, *chosen, first=draw(st.booleans()))

    def delete_row(self, operation, table, id_, *, first):
        """Delete a row before or after what refers to it."""
        if first:
            operation.run(f"DELETE FROM {table} WHERE id = ?", (id_,))
        for child in CHILDREN[table]:
            place = PARENTS[child].index(table)
            for child_id in [i for i, row in self.state[child].items() if row[place] == id_]:
                self.delete_row(operation, child, child_id, first=first)
        if not first:
            operation.run(f"DELETE FROM {table} WHERE id = ?", (id_,))
        del self.state[table][id_]

    def nothing(self, draw, operation):
        del draw
        operation.run("UPDATE pair SET status = status")
        operation.run("UPDATE document SET path = path WHERE id < 0")


def listed(table):
    return ", ".join(f'"{column}"' for column in TABLES[table])


def marks(row):
    return ", ".join("?" * len(row))


def plain(state):
    """Write rows so that 1 and 1.0 differ; SQLite has no -0.0."""
    return {
        table: {
            id_: repr(tuple(v + 0.0 if isinstance(v, float) else v for v in row)) for id_, row in rows.items()
        }
        for table, rows in state.items()
    }


def different(one, other):
    """Give the rows that differ between two states."""
    one, other = plain(one), plain(other)
    rows = {
        table: {id_ for id_ in one[table] | other[table] if one[table].get(id_) != other[table].get(id_)}
        for table in TABLES
    }
    return {table: ids for table, ids in rows.items() if ids}


Reviews.TestCase.settings = settings(
    max_examples=100,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
TestReviews = Reviews.TestCase
