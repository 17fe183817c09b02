"""The delegates that paint the aligned view's cells, and open the translation's as an editor."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.models.pairs import ROLES, ROW, Column, RowView
from ui.session import Session
from ui.theme import GAP, ROW_PADDING, STRIP_HEIGHT, Tokens, font, tokens
from ui.views.painting import formats_for, height_of, paint_layout, text_layout
from ui.widgets.editor import SegmentEditor
from workbench.model.document import Role
from workbench.model.pair import Status

Index = QModelIndex | QPersistentModelIndex
SHAPES = {Status.APPROVED: "✓", Status.NEEDS_WORK: "●", Status.UNREVIEWED: "○"}
# chrF bands for the colours alone: on news, rewordings of one sentence mostly lie above 60, and pairs with
# something missing or wrong below 40. They guide the eye and are no verdict.
GOOD, FAIR = 60.0, 40.0


def level(score: float | None, colours: Tokens) -> tuple[str, str, str]:
    """Give the (text, ground, heat) colours of a score."""
    if score is None:
        return colours.muted, colours.panel, colours.heat_none
    if score >= GOOD:
        return colours.good, colours.good_bg, colours.heat_good
    if score >= FAIR:
        return colours.fair, colours.fair_bg, colours.heat_fair
    return colours.bad, colours.bad_bg, colours.heat_bad


def paint_ground(painter: QPainter, rect: QRect, colours: Tokens, *, current: bool) -> None:
    """Paint a cell's ground and the line beneath the row."""
    painter.fillRect(rect, QColor(colours.current if current else colours.window))
    painter.setPen(QColor(colours.border))
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())


class GutterCell(QStyledItemDelegate):
    """Numbers, status and score of a pair."""

    HEIGHT = 2 * ROW_PADDING + 40  # pixels for the numbers and the badge beneath

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.current_row = -1

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view, colours, rect = index.data(ROW), tokens(), option.rect
        current = index.row() == self.current_row
        paint_ground(painter, rect, colours, current=current)
        if current:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(colours.accent))
        painter.setFont(font("en", scale=0.9))
        painter.setPen(QColor(colours.muted))
        line = QRect(rect.left() + GAP, rect.top() + ROW_PADDING, rect.width() - 2 * GAP, 18)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, right, f"{view.numbers} {SHAPES[view.pair.status]}")
        if view.score is not None:
            self._badge(painter, QRect(rect.right() - GAP - 30, line.bottom() + 3, 30, 19), view.score)

    def _badge(self, painter: QPainter, rect: QRect, score: float) -> None:
        text, ground, _heat = level(score, tokens())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(rect), 4, 4)
        painter.setPen(QColor(text))
        painter.setFont(font("en", scale=0.9, bold=True))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, f"{score:.0f}")


class TextCell(QStyledItemDelegate):
    """A text with its marks; the current pair's translation is an editor in place."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.current_row = -1

    def language(self, column: Column) -> str:
        """Give the language of a column."""
        project = self._session.project
        languages = project.languages() if project else {}
        return languages.get(ROLES[column], languages.get(Role.TRANSLATION, "en"))

    def height(self, view: RowView, column: Column, width: int) -> int:
        """Give the height a cell's text needs at a width, padding included."""
        layout = text_layout(
            view.pair.text(ROLES[column]), self.language(column), width - 2 * ROW_PADDING, []
        )
        return round(height_of(layout)) + 2 * ROW_PADDING

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        column, view, colours = Column(index.column()), index.data(ROW), tokens()
        rect: QRect = option.rect
        paint_ground(painter, rect, colours, current=index.row() == self.current_row)
        if column is Column.TRANSLATION and index.row() == self.current_row:
            return  # the editor stands here
        text, role = view.pair.text(ROLES[column]), ROLES[column]
        formats = formats_for(text, view.marks.get(role, ()), colours, reference=role is Role.REFERENCE)
        layout = text_layout(text, self.language(column), rect.width() - 2 * ROW_PADDING, formats)
        colour = colours.muted if role is Role.SOURCE else colours.text
        painter.save()
        painter.setClipRect(rect)
        paint_layout(painter, layout, rect.left() + ROW_PADDING, rect.top() + ROW_PADDING, colour)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> SegmentEditor:
        del option, index
        return SegmentEditor(self.language(Column.TRANSLATION), parent)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, SegmentEditor):
            view = index.data(ROW)
            text, marks = view.pair.text(Role.TRANSLATION), view.marks.get(Role.TRANSLATION, ())
            editor.show_text(text)
            editor.show_marks(formats_for(text, marks, tokens(), reference=False))

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        del index
        rect: QRect = option.rect
        inset = SegmentEditor.INSET
        editor.setGeometry(rect.adjusted(inset, inset, -inset, -inset - STRIP_HEIGHT))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        # Qt's own filter would close the editor on Enter and take Tab: both belong to the text.
        del editor, event
        return False
