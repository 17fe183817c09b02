"""Where two reviewers differ, as rows: what each said, and whose is taken."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from workbench.i18n import N_, _
from workbench.mqm.agreement import Both
from workbench.mqm.merging import Choice, differs
from workbench.project.agreement_words import apart_cells

Index = QModelIndex | QPersistentModelIndex
TEXT, FIRST, SECOND, TAKEN = range(4)
_SIGNS: Mapping[Choice, str] = {Choice.FIRST: "A", Choice.SECOND: "B", Choice.BOTH: N_("both")}


class DifferenceModel(QAbstractTableModel):
    """The segments that two reviewers judge differently."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[tuple[int, Both]] = ()  # with the segment's row among all
        self._names = ("", "")
        self.choices: dict[int, Choice] = {}  # by the segment's row among all

    def show_pairs(self, shared: Sequence[Both], names: tuple[str, str]) -> None:
        """Show where two reviewers differ; nothing is chosen yet."""
        self.beginResetModel()
        self._rows = [(row, both) for row, both in enumerate(shared) if differs(both)]
        self._names, self.choices = names, {}
        self.endResetModel()

    def choose(self, rows: Sequence[int], choice: Choice) -> None:
        """Choose whose verdict is taken in some rows."""
        for row in rows:
            self.choices[self._rows[row][0]] = choice
            self.dataChanged.emit(self.index(row, TAKEN), self.index(row, TAKEN))

    @property
    def is_settled(self) -> bool:
        """Tell whether somebody chose in every row."""
        return len(self.choices) == len(self._rows)

    # Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own default
        return 0 if parent.isValid() else TAKEN + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role != Qt.ItemDataRole.DisplayRole:
            return None
        row, both = self._rows[index.row()]
        if index.column() == TEXT:
            return both.segment.translation
        if index.column() == TAKEN:
            choice = self.choices.get(row)
            return _(_SIGNS[choice]) if choice else ""
        return "\n".join(cells[index.column() - FIRST] for cells in apart_cells(both))

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        first, second = self._names
        return [_("Translation"), headed("A", first), headed("B", second), _("Taken")][section]


def headed(sign: str, name: str) -> str:
    """Write a reviewer's sign with the name."""
    return f"{sign}: {name}" if name else sign
