"""How many pairs were decided on and how many are not one sentence against one, kept up change by change."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from workbench.model.changes import ChangeSet
from workbench.model.pair import Status
from workbench.project import Project

_SLICE = 500  # pairs counted between two turns of the event loop: some 10 ms


class Tally(QObject):
    """Counts by the pair's id; a large review is counted in slices."""

    counted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project: Project | None = None
        self._waiting: list[int] = []
        self._total = 0
        self._statuses: dict[int, Status] = {}
        self._uneven: set[int] = set()
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._count_on)

    @property
    def total(self) -> int:
        """Give how many pairs there are."""
        return self._total

    @property
    def reviewed(self) -> int:
        """Give how many pairs somebody decided on."""
        return len(self._statuses)

    @property
    def uneven(self) -> int:
        """Give how many pairs are not one sentence against one."""
        return len(self._uneven)

    def begin(self, project: Project) -> None:
        """Count a review, a short one at once."""
        self._project, self._statuses, self._uneven = project, {}, set()
        self._waiting = project.pair_ids()
        self._total = len(self._waiting)
        if self._total > _SLICE:
            self._turn.start()
        else:
            self._count_on()

    def end(self) -> None:
        """Forget everything."""
        self._turn.stop()
        self._project, self._waiting = None, []

    def grow(self, pairs: Sequence[tuple[int, Status]]) -> None:
        """Count pairs that arrived, each one sentence against one."""
        self._total += len(pairs)
        self._statuses.update((id_, status) for id_, status in pairs if status is not Status.UNREVIEWED)
        self.counted.emit()

    def update(self, changes: ChangeSet) -> None:
        """Count again what a change touched."""
        project = self._project
        if project is None:
            return
        if "pair" in changes.rows and not project.keeps_order(changes):
            self.begin(project)
            return
        self._count(list(project.pairs_touched(changes)))
        self.counted.emit()

    def _count_on(self) -> None:
        page = self._waiting[-_SLICE:]
        del self._waiting[-_SLICE:]
        self._count(page)
        if self._waiting:
            self._turn.start()
        self.counted.emit()

    def _count(self, ids: Sequence[int]) -> None:
        if self._project is None:
            return
        for id_, status, uneven in self._project.outlines(ids):
            if status is Status.UNREVIEWED:
                self._statuses.pop(id_, None)
            else:
                self._statuses[id_] = status
            (self._uneven.add if uneven else self._uneven.discard)(id_)
