"""The delegates that paint the aligned view's cells, and open the current pair's as widgets."""

from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QToolTip, QWidget

from ui.models.pairs import ROLES, ROW, Column, RowView
from ui.session import Session
from ui.theme import FAIR, GAP, GOOD, ROW_PADDING, Tokens, font, level, tokens
from ui.views.painting import formats_for, height_of, labels_at, paint_layout, place_in, text_layout
from ui.widgets.editor import SegmentEditor, SegmentText
from ui.widgets.labels import plain_tip
from workbench.figures import count
from workbench.i18n import N_, _
from workbench.model.document import Role
from workbench.model.pair import Pair, Status

Index = QModelIndex | QPersistentModelIndex
SHAPES = {Status.APPROVED: "✓", Status.NEEDS_WORK: "●", Status.UNREVIEWED: "○"}
LINKED = {True: "■", False: "□"}  # whether a person vouches for a pair's alignment
# How sure the aligner is, for the colours alone: bands of the calibrated confidence.
SURE, LIKELY = 0.9, 0.6
BETWEEN = " ┃ "  # shows where one sentence ends and the next begins
NAMES = {Role.SOURCE: N_("Source"), Role.TRANSLATION: N_("Translation"), Role.REFERENCE: N_("Reference")}


@dataclass(slots=True)
class Linking:
    """Whether sentences are being linked instead of edited, on which side, and what L marked."""

    on: bool = False
    side: Column = Column.TRANSLATION
    marked: tuple[int, ...] = ()


def paint_ground(painter: QPainter, rect: QRect, colours: Tokens, *, current: bool) -> None:
    """Paint a cell's ground and the line beneath the row."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)  # whatever the cell before left
    # A brush: for a bare colour PySide first makes an enum of 180 gradients, the first time in 20 ms.
    painter.fillRect(rect, QBrush(QColor(colours.current if current else colours.window)))
    painter.setPen(QColor(colours.border))
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())


def line_height() -> int:
    """Give the height of a line of the gutter."""
    return QFontMetrics(font("en", scale=0.9)).height()


def gutter_width() -> int:
    """Give the width that numbers such as 1024–1025 need, with their sign."""
    return QFontMetrics(font("en", scale=0.9)).horizontalAdvance("100–101 ✓") + 2 * GAP


def gutter_height() -> int:
    """Give the height that the gutter needs of a row."""
    return 2 * GAP + 2 * line_height() + 2


class GutterCell(QStyledItemDelegate):
    """Numbers, status and score of a pair."""

    def __init__(self, linking: Linking, parent: QObject) -> None:
        super().__init__(parent)
        self._linking = linking
        self.current_row = -1

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view, colours = index.data(ROW), tokens()
        rect: QRect = option.rect
        current = index.row() == self.current_row
        paint_ground(painter, rect, colours, current=current)
        if current:
            edge = rect.left() if option.direction == Qt.LayoutDirection.LeftToRight else rect.right() - 2
            painter.fillRect(QRect(edge, rect.top(), 3, rect.height()), QBrush(QColor(colours.accent)))
        painter.setFont(font("en", scale=0.9))
        painter.setPen(QColor(colours.muted))
        height = line_height()
        line = QRect(rect.left() + GAP, rect.top() + GAP, rect.width() - 2 * GAP, height)
        right = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        badge = QRect(
            0, 0, QFontMetrics(font("en", scale=0.9, bold=True)).horizontalAdvance("0000"), height + 1
        )
        badge.moveTopRight(line.bottomRight() + QPoint(0, 1))
        if option.direction == Qt.LayoutDirection.RightToLeft:
            badge.moveLeft(line.left())
        pair = view.pair
        if self._linking.on:
            painter.drawText(line, right, f"\u2066{view.numbers}\u2069 {LINKED[pair.confirmed]}")
            self._badge(painter, badge, 100 * pair.confidence, 100 * SURE, 100 * LIKELY)
            return
        painter.drawText(line, right, f"\u2066{view.numbers}\u2069 {SHAPES[pair.status]}")
        if view.score is not None:
            self._badge(painter, badge, view.score, GOOD, FAIR)

    def _badge(self, painter: QPainter, rect: QRect, score: float, good: float, fair: float) -> None:
        text, ground, _heat = level(score, tokens(), good, fair)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(rect), 4, 4)
        painter.setPen(QColor(text))
        painter.setFont(font("en", scale=0.9, bold=True))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, count(score))


class TextCell(QStyledItemDelegate):
    """A text with its marks; the current pair's texts are widgets in place, the translation an editor."""

    def __init__(
        self, session: Session, window_keys: Collection[str], linking: Linking, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session, self._linking = session, linking
        self._window_keys = window_keys
        self.current_row = -1
        self.strip_height = 0  # pixels that the chips take of the current row

    def language(self, column: Column) -> str:
        """Give the language of a column."""
        project = self._session.project
        languages = project.languages() if project else {}
        return languages.get(ROLES[column], languages.get(Role.TRANSLATION, "en"))

    def shown(self, pair: Pair, column: Column) -> str:
        """Give the text that stands in a cell; while sentences are linked it shows where they end."""
        if self._linking.on:
            return BETWEEN.join(sentence.text for sentence in pair.sentences(ROLES[column]))
        return pair.text(ROLES[column])

    def height(self, text: str, column: Column, width: int) -> int:
        """Give the height a cell's text needs at a width, padding included."""
        layout = text_layout(text, self.language(column), width - 2 * ROW_PADDING, [])
        return round(height_of(layout)) + 2 * ROW_PADDING

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        column, view, colours = Column(index.column()), index.data(ROW), tokens()
        rect: QRect = option.rect
        current = index.row() == self.current_row
        paint_ground(painter, rect, colours, current=current)
        if current and not self._linking.on:
            return  # its texts stand here as widgets
        text, role = self.shown(view.pair, column), ROLES[column]
        marks = () if self._linking.on else view.marks.get(role, ())
        formats = formats_for(text, marks, colours, reference=role is Role.REFERENCE)
        layout = text_layout(text, self.language(column), rect.width() - 2 * ROW_PADDING, formats)
        colour = colours.muted if role is Role.SOURCE else colours.text
        painter.save()
        painter.setClipRect(rect)
        paint_layout(painter, layout, rect.left() + ROW_PADDING, rect.top() + ROW_PADDING, colour)
        painter.restore()
        if current and column is self._linking.side:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRect(rect.adjusted(2, 2, -3, -4))

    def show(self, widget: SegmentText, view: RowView, role: Role) -> None:
        """Show a pair's text in its widget; while something typed is not stored, the editor knows better."""
        text = view.pair.text(role)
        draft = self._session.draft
        typing = role is Role.TRANSLATION and draft is not None and draft.pair == view.pair.id
        if not typing:
            widget.show_text(text)
        elif text != widget.text():
            return
        marks = view.marks.get(role, ())
        widget.show_marks(formats_for(text, marks, tokens(), reference=role is Role.REFERENCE))
        widget.show_labels(lambda place: labels_at(text, marks, place))

    def label_at(self, view: RowView, column: Column, width: int, point: QPoint) -> str:
        """Say what is wrong at a point of a cell."""
        text, marks = view.pair.text(ROLES[column]), view.marks.get(ROLES[column], ())
        layout = text_layout(text, self.language(column), width - 2 * ROW_PADDING, [])
        place = place_in(layout, point.x() - ROW_PADDING, point.y() - ROW_PADDING)
        return "" if place is None else labels_at(text, marks, place)

    # Qt

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        if event.type() != QEvent.Type.ToolTip or not index.isValid() or self._linking.on:
            return False
        rect: QRect = option.rect
        column, point = Column(index.column()), event.pos() - rect.topLeft()
        label = self.label_at(index.data(ROW), column, rect.width(), point)
        QToolTip.showText(event.globalPos(), plain_tip(label), view)
        return True

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> SegmentText:
        del option
        column = Column(index.column())
        role, language = ROLES[column], self.language(column)
        if role is Role.TRANSLATION:
            return SegmentEditor(language, _(NAMES[role]), self._window_keys, parent)
        reading = SegmentText(language, _(NAMES[role]), parent)
        reading.setProperty("muted", role is Role.SOURCE)
        return reading

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, SegmentText):
            self.show(editor, index.data(ROW), ROLES[Column(index.column())])

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        del index
        rect: QRect = option.rect
        inset = SegmentText.INSET
        editor.setGeometry(rect.adjusted(inset, inset, -inset, -inset - self.strip_height))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        # Qt's own filter would close the editor on Enter and take Tab: both belong to the text.
        del editor, event
        return False
