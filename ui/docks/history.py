"""The inspector's history: every step by name; a click goes back, or forward, to it."""

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.models.steps import UNDONE, Index, StepModel
from ui.session import Session
from ui.theme import GAP, WIDE_GAP, font, tokens
from workbench.i18n import _


class HistoryList(QListView):
    """The steps, the newest first."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._steps = StepModel(session, self)
        self.setObjectName("history")
        self.setAccessibleName(_("History"))
        self.setModel(self._steps)
        self.setItemDelegate(StepCell(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._steps.modelReset.connect(self._show_current)
        self.clicked.connect(self.go_to)
        self.activated.connect(self.go_to)

    def go_to(self, index: QModelIndex) -> None:
        """Undo or redo until a step is the newest that is done."""
        distance = self._steps.distance(index.row())
        for _step in range(abs(distance)):
            self._session.do(lambda project: project.undo() if distance < 0 else project.redo())

    def _show_current(self) -> None:
        self.setCurrentIndex(self._steps.index(self._steps.current_row(), 0))


class StepCell(QStyledItemDelegate):
    """A step's name and, smaller, its time; what is undone is muted, the present state marked."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours, rect = tokens(), option.rect
        here = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, QBrush(QColor(colours.current if here else colours.panel)))
        if here:
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), QBrush(QColor(colours.accent)))
        name, time = str(index.data()).split("\n")
        inside = rect.adjusted(WIDE_GAP, GAP, -WIDE_GAP, -GAP)
        painter.setFont(font("en"))
        painter.setPen(QColor(colours.muted if index.data(UNDONE) else colours.text))
        left = Qt.AlignmentFlag.AlignLeading
        painter.drawText(inside, left | Qt.AlignmentFlag.AlignTop, name)
        painter.setFont(font("en", scale=0.85))
        painter.setPen(QColor(colours.muted))
        painter.drawText(inside, left | Qt.AlignmentFlag.AlignBottom, time)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del index
        return QSize(100, 2 * option.fontMetrics.height() + 2 * GAP + 2)
