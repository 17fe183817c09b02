"""What happens at the end of an operation, and when a step is undone or redone."""

import sqlite3
from collections.abc import Sequence

from workbench.model.changes import ChangeSet, Direction, Step
from workbench.store import history, journal
from workbench.store.history import Request
from workbench.store.tables import Table

# The two states that a step keeps of each row it changed.
BEFORE, AFTER = 0, 1


def begin(connection: sqlite3.Connection, request: Request) -> Step | None:
    """Record from now on; give the step that is continued, None for a new one."""
    continued = history.mergeable(connection, request)
    journal.record(connection, continued.id if continued else history.new_id(connection), BEFORE)
    return continued


def finish(
    connection: sqlite3.Connection, tables: Sequence[Table], request: Request, continued: Step | None
) -> ChangeSet:
    """Write the step down, unless nothing is different now from what it was before the step."""
    journal.stop(connection)
    id_ = continued.id if continued else history.new_id(connection)
    touched = journal.touched(connection, tables, id_, BEFORE) if continued else {}
    journal.forget_unchanged(connection, tables, id_)
    changed = journal.touched(connection, tables, id_, BEFORE)
    if continued:
        return continue_step(connection, continued, request, touched, kept=bool(changed))
    if not changed:
        return ChangeSet(0, request.name, Direction.DONE, {}, request.place)
    history.add(connection, id_, request)
    if history.drop_undone(connection):
        journal.forget(connection, tables)
    return ChangeSet(id_, request.name, Direction.DONE, changed, request.place)


def continue_step(
    connection: sqlite3.Connection,
    step: Step,
    request: Request,
    touched: dict[str, frozenset[int]],
    *,
    kept: bool,
) -> ChangeSet:
    """Announce all rows of a step that was added to; drop it when it took itself back."""
    if kept:
        history.continue_step(connection, step.id, request.time)
    else:
        history.drop(connection, step.id)
    return ChangeSet(step.id, step.name, Direction.DONE, touched, step.place)


def undo(connection: sqlite3.Connection, tables: Sequence[Table]) -> ChangeSet | None:
    """Take back the newest step that is done."""
    step = history.next_step(connection, undone=False)
    return move(connection, tables, step, Direction.UNDONE) if step else None


def redo(connection: sqlite3.Connection, tables: Sequence[Table]) -> ChangeSet | None:
    """Make the oldest step that is undone again."""
    step = history.next_step(connection, undone=True)
    return move(connection, tables, step, Direction.REDONE) if step else None


def move(
    connection: sqlite3.Connection, tables: Sequence[Table], step: Step, direction: Direction
) -> ChangeSet:
    """Put one side's states back while the other side is recorded."""
    undone = direction is Direction.UNDONE
    source, target = (BEFORE, AFTER) if undone else (AFTER, BEFORE)
    rows = journal.touched(connection, tables, step.id, source)
    journal.record(connection, step.id, target)
    journal.restore(connection, tables, step.id, source)
    journal.stop(connection)
    history.mark(connection, step.id, undone=undone)
    return ChangeSet(step.id, step.name, direction, rows, step.place)
