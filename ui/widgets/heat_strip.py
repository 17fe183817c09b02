"""All pairs of the review in the height of the window, coloured by score; a click goes there."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QWidget

from ui.theme import tokens
from workbench.i18n import _

_WIDTH, _TALLEST = 32, 16  # pixels: of the strip, of one pair's cell
_MARGIN = 7


class HeatStrip(QWidget):
    """A cell a pair. The colours are asked for by row when it is painted."""

    clicked = Signal(int)
    wheeled = Signal(int)  # rows, up or down

    def __init__(
        self, colour: Callable[[int], str], count: Callable[[], int], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._colour, self._count = colour, count
        self._current = -1
        self.setFixedWidth(_WIDTH)
        self.setAccessibleName(_("Overview of all pairs"))

    def show_current(self, row: int) -> None:
        """Frame the cell of the current row."""
        self._current = row
        self.update()

    def pitch(self) -> float:
        """Give the height of one cell with the gap beneath."""
        return min(_TALLEST, (self.height() - 2 * _MARGIN) / max(self._count(), 1))

    def cell(self, row: int) -> QRectF:
        """Give where a row's cell is."""
        pitch = self.pitch()
        gap = 2 if pitch > 4 else 0  # noqa: PLR2004 -- pixels; finer cells touch
        return QRectF(_MARGIN, _MARGIN + row * pitch, _WIDTH - 2 * _MARGIN, max(pitch - gap, 1))

    def row_at(self, y: float) -> int:
        """Give the row whose cell is at a height."""
        return max(0, min(int((y - _MARGIN) / self.pitch()), self._count() - 1))

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        colours = tokens()
        painter.fillRect(self.rect(), QColor(colours.panel))
        painter.setPen(QColor(colours.border))
        painter.drawLine(self.rect().topRight(), self.rect().bottomRight())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for row in range(self._count()):
            painter.setBrush(QColor(self._colour(row)))
            painter.drawRoundedRect(self.cell(row), 3, 3)
        if 0 <= self._current < self._count():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRoundedRect(self.cell(self._current).adjusted(-2, -2, 2, 2), 4, 4)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._count():
            self.clicked.emit(self.row_at(event.position().y()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.wheeled.emit(-1 if event.angleDelta().y() > 0 else 1)

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, 200)
