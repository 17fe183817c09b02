"""How many pairs lie in each tenth of a score; a click names the tenth."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import font, tokens
from workbench.figures import count
from workbench.i18n import _, ngettext

BINS = 10
_HEIGHT, _FOOT, _HEAD = 120, 18, 16  # pixels: of the whole, for the scale beneath, for counts above
_BETWEEN = 4  # pixels


class Histogram(QWidget):
    """Ten bars from 0 to 100."""

    chosen = Signal(int)  # the tenth, from 0

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts, self._colours = [0] * BINS, [""] * BINS
        self._marked = 0
        self.setMinimumHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Histogram of the pairs’ scores"))

    def show_scores(self, scores: Sequence[float], colours: Sequence[str]) -> None:
        """Count scores of 0 to 100; `colours` has one for each tenth."""
        self._counts = [0] * BINS
        for score in scores:
            self._counts[min(max(int(score // BINS), 0), BINS - 1)] += 1
        self._colours = list(colours)
        self.setAccessibleDescription("; ".join(column_said(*each) for each in enumerate(self._counts)))
        self.update()

    def bar(self, tenth: int) -> QRectF:
        """Give where a bar stands; its whole column can be clicked."""
        width = self.width() / BINS
        room = self.height() - _FOOT - _HEAD
        height = room * self._counts[tenth] / (max(self._counts) or 1)
        return QRectF(tenth * width + _BETWEEN / 2, _HEAD + room - height, width - _BETWEEN, height)

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, colours = QPainter(self), tokens()
        painter.setFont(font("en", scale=0.8))
        for tenth, points in enumerate(self._counts):
            bar = self.bar(tenth)
            painter.fillRect(bar, QBrush(QColor(self._colours[tenth] or colours.heat_none)))
            painter.setPen(QColor(colours.muted))
            column = QRectF(bar.left(), bar.top() - _HEAD, bar.width(), _HEAD)
            if points:
                painter.drawText(column, Qt.AlignmentFlag.AlignCenter, count(points))
            foot = QRectF(bar.left(), self.height() - _FOOT, bar.width(), _FOOT)
            painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, count(tenth * 10))
        if self.hasFocus():
            painter.setPen(QColor(colours.accent))
            painter.drawRect(self.bar(self._marked).adjusted(-1, -1, 0, 0))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._choose(min(int(event.position().x() * BINS / max(self.width(), 1)), BINS - 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step:
            self._marked = min(max(self._marked + step, 0), BINS - 1)
            self.update()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._choose(self._marked)
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(200, _HEIGHT)

    def _choose(self, tenth: int) -> None:
        self._marked = tenth
        points = self._counts[tenth]
        self.setToolTip(ngettext("%(n)s pair", "%(n)s pairs", points) % {"n": count(points)})
        self.chosen.emit(tenth)
        self.update()


def column_said(tenth: int, points: int) -> str:
    """Say a bar as a row of a table."""
    return f"{count(tenth * 10)}–{count(tenth * 10 + 10)}: {count(points)}"
