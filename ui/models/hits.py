"""The hits of a search as rows with a tick: what stands there, and what would."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from workbench.i18n import _
from workbench.project.replacing import Hit

Index = QModelIndex | QPersistentModelIndex
AROUND = 40  # characters shown on either side of a hit


class HitModel(QAbstractTableModel):
    """Hits with their sentence as it is and as it would be; each can be left out."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits: Sequence[Hit] = ()
        self._texts: Sequence[str] = ()
        self._left_out: set[int] = set()

    def show_hits(self, hits: Sequence[Hit], texts: Sequence[str]) -> None:
        """Show hits, all ticked; `texts[i]` is the text that hit i stands in."""
        self.beginResetModel()
        self._hits, self._texts, self._left_out = hits, texts, set()
        self.endResetModel()

    def ticked(self) -> list[Hit]:
        """Give the hits that are to be replaced."""
        return [hit for row, hit in enumerate(self._hits) if row not in self._left_out]

    def tick_all(self, on: bool) -> None:
        """Tick every hit, or none."""
        self._left_out = set() if on else set(range(len(self._hits)))
        if self._hits:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._hits) - 1, 0))

    # Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own default
        return 0 if parent.isValid() else len(self._hits)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own default
        return 0 if parent.isValid() else 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, hit = index.row(), self._hits[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            return Qt.CheckState.Unchecked if row in self._left_out else Qt.CheckState.Checked
        if role == Qt.ItemDataRole.DisplayRole:
            return around(self._texts[row], hit, hit.replacement if index.column() else hit.found)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or index.column():
            return False
        on = Qt.CheckState(value) == Qt.CheckState.Checked
        (self._left_out.discard if on else self._left_out.add)(index.row())
        self.dataChanged.emit(index, index)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags if index.column() else flags | Qt.ItemFlag.ItemIsUserCheckable

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return [_("As it is"), _("As it would be")][section]


def around(text: str, hit: Hit, word: str) -> str:
    """Show a hit with its neighbourhood, between marks that need no colour."""
    start, end = hit.span
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    return f"{'…' if start > AROUND else ''}{before}⟦{word}⟧{after}{'…' if end + AROUND < len(text) else ''}"
