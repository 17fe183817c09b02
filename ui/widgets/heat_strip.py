"""All pairs of the review in the height of the window, coloured by score; a click goes there."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from ui.severities import severity_colour
from ui.theme import tokens
from workbench.i18n import _
from workbench.model.finding import Severity

_WIDTH, _TALLEST = 32, 16  # pixels: of the strip, of one pair's cell
_MARGIN = 7
_FINE = 4  # pixels: cells below this touch and are plain rectangles
_NOTCH = 120  # Qt's eighths of a degree in one step of a wheel


class HeatStrip(QWidget):
    """A cell a pair, drawn once and kept until the colours or the height change."""

    clicked = Signal(int)
    wheeled = Signal(int)  # rows, up or down

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours: Sequence[str] = ()
        self._marks: Sequence[Severity | None] = ()
        self._drawn: QPixmap | None = None
        self._current, self._turned = -1, 0
        self.setFixedWidth(_WIDTH)
        self.setAccessibleName(_("Overview of all pairs"))

    def show_colours(self, colours: Sequence[str]) -> None:
        """Show a cell for each colour."""
        self._colours, self._drawn = colours, None
        self.update()

    def show_marks(self, marks: Sequence[Severity | None]) -> None:
        """Mark the cells of pairs with open findings: a bar for heavy ones, a dot for the others."""
        self._marks, self._drawn = marks, None
        self.update()

    def show_current(self, row: int) -> None:
        """Frame the cell of the current row."""
        self._current = row
        self.update()

    def pitch(self) -> float:
        """Give the height of one cell with the gap beneath."""
        return min(_TALLEST, (self.height() - 2 * _MARGIN) / max(len(self._colours), 1))

    def cell(self, row: int) -> QRectF:
        """Give where a row's cell is."""
        pitch = self.pitch()
        gap = 2 if pitch > _FINE else 0
        return QRectF(_MARGIN, _MARGIN + row * pitch, _WIDTH - 2 * _MARGIN, max(pitch - gap, 1))

    def row_at(self, y: float) -> int:
        """Give the row whose cell is at a height."""
        return max(0, min(int((y - _MARGIN) / self.pitch()), len(self._colours) - 1))

    def _draw(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        drawn = QPixmap(self.size() * ratio)
        drawn.setDevicePixelRatio(ratio)
        theme = tokens()
        drawn.fill(QColor(theme.panel))
        painter = QPainter(drawn)
        painter.setPen(QColor(theme.border))
        painter.drawLine(self.rect().topRight(), self.rect().bottomRight())
        painter.setPen(Qt.PenStyle.NoPen)
        fine = self.pitch() <= _FINE
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, not fine)
        for row, colour in enumerate(self._colours):
            painter.setBrush(QColor(colour))
            if fine:
                painter.drawRect(self.cell(row))
            else:
                painter.drawRoundedRect(self.cell(row), 3, 3)
        for row, severity in enumerate(self._marks[: len(self._colours)]):
            if severity is not None:
                self._draw_mark(painter, self.cell(row), severity)
        painter.end()
        return drawn

    def _draw_mark(self, painter: QPainter, cell: QRectF, severity: Severity) -> None:
        """Draw a mark beside a cell, at the strip's inner edge."""
        heavy = severity.rank >= Severity.MAJOR.rank
        painter.setBrush(QColor(severity_colour(severity, tokens())))
        if heavy:
            painter.drawRect(QRectF(_WIDTH - _MARGIN + 2, cell.top(), 3, max(cell.height(), 2)))
        elif cell.height() > _FINE:
            painter.drawEllipse(QRectF(_WIDTH - _MARGIN + 2, cell.center().y() - 1.5, 3, 3))

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if self._drawn is None:
            self._drawn = self._draw()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._drawn)
        if 0 <= self._current < len(self._colours):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(tokens().accent), 2))
            painter.drawRoundedRect(self.cell(self._current).adjusted(-2, -2, 2, 2), 4, 4)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._drawn = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._colours:
            self.clicked.emit(self.row_at(event.position().y()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._turned -= event.angleDelta().y()
        rows = int(self._turned / _NOTCH)
        self._turned -= rows * _NOTCH
        if rows:
            self.wheeled.emit(rows)

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, 200)
