"""The steps that can be undone and redone, as rows of the review."""

import sqlite3
from dataclasses import dataclass

from workbench.model.changes import Step

# Keystrokes further apart than this are separate thoughts; measured from the last change, not from the first.
MERGE_SECONDS = 5.0

# Enough for a day's work; older images would only make the file grow.
KEPT_STEPS = 500


@dataclass(frozen=True, slots=True)
class Request:
    """What an operation is called, where it happens, and with which steps it may be merged."""

    name: str
    place: int | None
    merge: str | None
    time: float


def steps(connection: sqlite3.Connection) -> list[Step]:
    """List the history, oldest first; the undone steps come last."""
    rows = connection.execute("SELECT id, name, undone, time, place FROM step ORDER BY id")
    return [step for row in rows if (step := found(row))]


def found(row: tuple[int, str, int, float, int | None] | None) -> Step | None:
    """Make a step of a row, if there is one."""
    return Step(row[0], row[1], bool(row[2]), row[3], row[4]) if row else None


def next_step(connection: sqlite3.Connection, *, undone: bool) -> Step | None:
    """Give the step that undo takes back (the newest done) or redo makes again (the oldest undone)."""
    sql = "SELECT id, name, undone, time, place FROM step WHERE undone = ? ORDER BY id "
    return found(
        connection.execute(sql + ("ASC LIMIT 1" if undone else "DESC LIMIT 1"), (undone,)).fetchone()
    )


def new_id(connection: sqlite3.Connection) -> int:
    """Give an id above all of the history's."""
    (newest,) = connection.execute("SELECT coalesce(max(id), 0) FROM step").fetchone()
    return int(newest) + 1


def mergeable(connection: sqlite3.Connection, request: Request) -> Step | None:
    """Give the newest step when the request continues it: the same key, a moment ago.

    A step that was undone has no key any more, and while anything is undone the newest step is.
    """
    sql = "SELECT id, name, undone, time, place FROM step WHERE id = (SELECT max(id) FROM step) AND merge = ?"
    step = found(connection.execute(sql, (request.merge,)).fetchone())
    return step if step and 0 <= request.time - step.time < MERGE_SECONDS else None


def add(connection: sqlite3.Connection, id_: int, request: Request) -> None:
    """Write a new step."""
    values = (id_, request.name, request.place, request.merge, request.time)
    connection.execute(
        "INSERT INTO step(id, name, place, merge, undone, time) VALUES(?, ?, ?, ?, 0, ?)", values
    )


def continue_step(connection: sqlite3.Connection, id_: int, time: float) -> None:
    """Note when a step was last added to."""
    connection.execute("UPDATE step SET time = ? WHERE id = ?", (time, id_))


def mark(connection: sqlite3.Connection, id_: int, *, undone: bool) -> None:
    """Note that a step was undone or redone; nothing is merged into it any more."""
    connection.execute("UPDATE step SET undone = ?, merge = NULL WHERE id = ?", (undone, id_))


def drop(connection: sqlite3.Connection, id_: int) -> None:
    """Take a step out of the history."""
    connection.execute("DELETE FROM step WHERE id = ?", (id_,))


def drop_undone(connection: sqlite3.Connection) -> int:
    """Take what was undone out of the history; give how many steps that were."""
    return connection.execute("DELETE FROM step WHERE undone = 1").rowcount


def prune(connection: sqlite3.Connection, kept: int = KEPT_STEPS) -> int:
    """Keep the newest steps; an undone step stays, since redo begins with the oldest of them."""
    return connection.execute(
        "DELETE FROM step WHERE undone = 0 AND id <= (SELECT id FROM step ORDER BY id DESC LIMIT 1 OFFSET ?)",
        (kept,),
    ).rowcount
