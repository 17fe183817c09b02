"""Commands about pairs: going from one to the next, deciding on them, putting them right."""

from collections.abc import Callable

from ui.desk import Desk
from workbench.model.changes import ChangeSet
from workbench.model.dismissal import Scope
from workbench.model.document import Role
from workbench.model.pair import Status
from workbench.project import Project


def undo(desk: Desk) -> None:
    """Take the last step back and go to where it was made."""
    step_through(desk, lambda project: project.undo())


def redo(desk: Desk) -> None:
    """Make the step again and go to where it was made."""
    step_through(desk, lambda project: project.redo())


def step_through(desk: Desk, operation: Callable[[Project], ChangeSet | None]) -> None:
    """Go through the history by one step; letters that an input method still holds are typed first."""
    if desk.view.editor:
        desk.view.editor.finish_composing()
    changes = desk.session.do(operation)
    desk.view.go_to_pair(changes.place if changes else None)


def move(rows: int) -> Callable[[Desk], None]:
    """Make a command that goes some rows on."""

    def run(desk: Desk) -> None:
        desk.view.go_to_row(desk.view.currentIndex().row() + rows)

    return run


def move_unreviewed(step: int) -> Callable[[Desk], None]:
    """Make a command that goes to the next pair, in a direction, that nobody decided on."""

    def run(desk: Desk) -> None:
        row = desk.view.next_row(step, lambda pair: pair.status is Status.UNREVIEWED)
        if row is not None:
            desk.view.go_to_row(row)

    return run


def set_status(status: Status) -> Callable[[Desk], None]:
    """Make a command that records a decision about the current pair."""

    def run(desk: Desk) -> None:
        pair_id = desk.view.current_pair
        if pair_id is not None:
            desk.session.do(lambda project: project.set_status([pair_id], status))

    return run


def approve_and_next(desk: Desk) -> None:
    """Approve the current pair and go to the next unreviewed one."""
    set_status(Status.APPROVED)(desk)
    move_unreviewed(1)(desk)


def apply_fix(number: int) -> Callable[[Desk], None]:
    """Make a command that applies one fix of the current pair."""

    def run(desk: Desk) -> None:
        desk.view.strip.apply(number)

    return run


def merge_next(desk: Desk) -> None:
    """Merge the current pair with the next one."""
    row = desk.view.currentIndex().row()
    ids = desk.view.ids(range(row, row + 2))
    if len(ids) == 2:  # noqa: PLR2004 -- a pair and its neighbour
        desk.session.do(lambda project: project.merge(ids))
        desk.view.go_to_pair(ids[0])


def split(desk: Desk) -> None:
    """Split the current pair after its first sentences."""
    pair_id = desk.view.current_pair
    if pair_id is not None:
        desk.session.do(lambda project: project.split(pair_id, dict.fromkeys(Role, 1)))
        desk.view.go_to_pair(pair_id)


def move_to_finding(step: int) -> Callable[[Desk], None]:
    """Make a command that goes to the next pair, in a direction, that has an open finding."""

    def run(desk: Desk) -> None:
        findings = desk.session.findings
        row = desk.view.next_row(step, lambda pair: bool(findings.get(pair.id)))
        if row is not None:
            desk.view.go_to_row(row)

    return run


def dismiss(scope: Scope) -> Callable[[Desk], None]:
    """Make a command that says the first finding of the current pair is no error."""
    return lambda desk: desk.view.strip.dismiss(1, scope)
