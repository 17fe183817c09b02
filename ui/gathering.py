"""All pairs of the open review as values, read in slices so that the window never waits for them."""

from PySide6.QtCore import QObject, QTimer, Signal

from workbench.model.changes import ChangeSet
from workbench.model.document import Role
from workbench.model.pair import Pair
from workbench.project import Project

_SLICE = 400  # pairs read between two turns of the event loop: some 30 ms


class Gathering(QObject):
    """What scores, names and filters are computed from; a change re-reads just what it touched."""

    complete = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project: Project | None = None
        self._ids: list[int] = []
        self._pairs: dict[int, Pair] = {}
        self._next = 0
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._read_on)

    @property
    def is_complete(self) -> bool:
        """Tell whether every pair has been read."""
        return self._project is not None and self._next >= len(self._ids)

    def begin(self, project: Project) -> None:
        """Read a review's pairs, the first slice at once."""
        self._project, self._ids, self._pairs, self._next = project, project.pair_ids(), {}, 0
        self._read_on()

    def end(self) -> None:
        """Forget everything."""
        self._turn.stop()
        self._project, self._ids, self._pairs, self._next = None, [], {}, 0

    def update(self, changes: ChangeSet) -> None:
        """Read again what a change touched; new and gone pairs, too."""
        project = self._project
        if project is None:
            return
        touched = self._stale(changes) | project.pairs_touched(changes)
        if "pair" in changes.rows:
            self._reorder(project.pair_ids())
        for pair in project.pairs([id_ for id_ in touched if id_ in self._pairs]):
            self._pairs[pair.id] = pair

    def in_order(self) -> list[Pair]:
        """Give the pairs that have been read, in order."""
        return [self._pairs[id_] for id_ in self._ids if id_ in self._pairs]

    def _reorder(self, ids: list[int]) -> None:
        """Take over a new order; what was not read yet comes with the next slices."""
        done = self.is_complete
        there = set(ids)
        self._pairs = {id_: pair for id_, pair in self._pairs.items() if id_ in there}
        self._ids = ids
        missing = [id_ for id_ in ids if id_ not in self._pairs]
        if done and self._project:
            self._pairs.update((pair.id, pair) for pair in self._project.pairs(missing))
            self._next = len(ids)
        else:
            self._next = 0

    def _stale(self, changes: ChangeSet) -> set[int]:
        """Give the pairs that held a changed sentence: it may be gone from them now."""
        changed = changes.rows.get("sentence", frozenset())
        return {
            pair.id
            for pair in self._pairs.values()
            if any(sentence.id in changed for role in Role for sentence in pair.sentences(role))
        }

    def _read_on(self) -> None:
        if self._project is None:
            return
        page = [id_ for id_ in self._ids[self._next : self._next + _SLICE] if id_ not in self._pairs]
        self._pairs.update((pair.id, pair) for pair in self._project.pairs(page))
        self._next += _SLICE
        if self.is_complete:
            self.complete.emit()
        else:
            self._turn.start()
