"""Widgets in lines, each line as full as the width allows, from the side the language begins at."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Lines of widgets; what is wider than a line gets a line of its own, and no more than that."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 0) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setSpacing(spacing)

    def _lay(self, rect: QRect, *, move: bool) -> int:
        """Place the widgets, or only count; give the height."""
        margins = self.contentsMargins()
        inside = rect.marginsRemoved(margins)
        x, y, line = 0, inside.top(), 0
        for item in self._items:
            wanted = item.sizeHint()
            width = min(wanted.width(), inside.width())
            if x and x + width > inside.width():
                x, y, line = 0, y + line + self.spacing(), 0
            if move:
                item.setGeometry(
                    self._mirrored(QRect(QPoint(inside.left() + x, y), QSize(width, wanted.height())), inside)
                )
            x += width + self.spacing()
            line = max(line, wanted.height())
        return y + line - rect.top() + margins.bottom()

    def _mirrored(self, rect: QRect, inside: QRect) -> QRect:
        parent = self.parentWidget()
        if parent is None or parent.layoutDirection() == Qt.LayoutDirection.LeftToRight:
            return rect
        return QRect(QPoint(inside.left() + inside.right() - rect.right(), rect.top()), rect.size())

    # Qt

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._lay(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._lay(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        return QSize(0, 0)
