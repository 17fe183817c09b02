"""Findings that are no error: said once, remembered, taken back; each one operation."""

import time
from collections.abc import Iterable, Sequence

from workbench.i18n import N_
from workbench.model.changes import ChangeSet
from workbench.model.dismissal import Dismissal, Dismissals, Scope, key_of
from workbench.model.finding import Finding
from workbench.store import Operation, Store

DISMISS, RESTORE = N_("Dismiss findings"), N_("Bring findings back")
_COLUMNS = 'scope, key, "check", text, reason, time'


def dismissals(store: Store) -> Dismissals:
    """Give what was dismissed in a review."""
    rows = store.query(f"SELECT id, {_COLUMNS} FROM dismissal ORDER BY id")  # noqa: S608 -- our own names
    return Dismissals(Dismissal(row[0], Scope(row[1]), *row[2:]) for row in rows)


def dismiss(
    store: Store, findings: Sequence[Finding], scope: Scope, reason: str, place: int | None
) -> ChangeSet:
    """Remember that findings are no errors; `place` is the pair at hand."""
    with store.operation(DISMISS, place=place) as operation:
        known = [of_finding(finding, scope, reason) for finding in findings]
        for each in unknown(store, known):
            insert(operation, each)
    return operation.changes


def restore(store: Store, ids: Iterable[int], place: int | None) -> ChangeSet:
    """Forget dismissals: their findings are open again."""
    with store.operation(RESTORE, place=place) as operation:
        operation.run_many("DELETE FROM dismissal WHERE id = ?", [(id_,) for id_ in ids])
    return operation.changes


def bring(store: Store, known: Iterable[Dismissal]) -> ChangeSet | None:
    """Take over what was dismissed elsewhere; None where all of it is known."""
    new = unknown(store, known)
    if not new:
        return None
    with store.operation(DISMISS) as operation:
        for each in new:
            insert(operation, each)
    return operation.changes


def unknown(store: Store, known: Iterable[Dismissal]) -> list[Dismissal]:
    """Leave out what is dismissed already, and all but the first of what says the same."""
    by_key = {(each.scope, each.check, each.key): each for each in reversed(list(known))}
    here = {(each.scope, each.check, each.key) for each in dismissals(store)}
    return [each for key, each in reversed(by_key.items()) if key not in here]


def of_finding(finding: Finding, scope: Scope, reason: str) -> Dismissal:
    """Make the dismissal of a finding."""
    return Dismissal(0, scope, key_of(finding, scope), finding.check, finding.text, reason, time.time())


def insert(operation: Operation, new: Dismissal) -> None:
    """Write one dismissal."""
    operation.run(
        f"INSERT INTO dismissal({_COLUMNS}) VALUES (?,?,?,?,?,?)",  # noqa: S608 -- our own names
        (new.scope.value, new.key, new.check, new.text, new.reason, new.time),
    )
