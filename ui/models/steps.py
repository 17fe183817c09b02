"""The history as a list: every step by its name and time, the newest first, what is undone above the rest."""

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from ui.session import Session
from workbench.figures import here
from workbench.i18n import _
from workbench.model.changes import Step

Index = QModelIndex | QPersistentModelIndex
UNDONE = Qt.ItemDataRole.UserRole


class StepModel(QAbstractListModel):
    """The steps of the open review."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._steps: list[Step] = []
        session.opened.connect(self.reload)
        session.changed.connect(self.reload)
        session.closing.connect(self._clear)

    def reload(self) -> None:
        """Read the history anew."""
        project = self._session.project
        self._show(project.history()[::-1] if project else [])

    def current_row(self) -> int:
        """Give the row of the newest step that is done."""
        return next((row for row, step in enumerate(self._steps) if not step.undone), -1)

    def distance(self, row: int) -> int:
        """Give how many steps to go until a row's step is the newest that is done: back below 0."""
        return self.current_row() - row

    def _clear(self) -> None:
        self._show([])

    def _show(self, steps: list[Step]) -> None:
        self.beginResetModel()
        self._steps = steps
        self.endResetModel()

    # Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own default
        return 0 if parent.isValid() else len(self._steps)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        step = self._steps[index.row()]
        if role == UNDONE:
            return step.undone
        return said(step) if role == Qt.ItemDataRole.DisplayRole else None


def said(step: Step) -> str:
    """Say what a step did and when."""
    time = here(step.time)
    name = _(step.name) if step.name else _("Change")
    return f"{name}\n" + (_("%(time)s · undone") % {"time": time} if step.undone else time)
