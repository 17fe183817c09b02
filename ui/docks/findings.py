"""The inspector's findings: where to look, what it should say, and what is no error after all."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFrame,
    QHBoxLayout,
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui.dialogs.dismiss import DismissDialog
from ui.models.findings import ENTRY, FindingModel, Group, Index, Placed
from ui.session import Session
from ui.severities import SHAPES, severity_colour
from ui.theme import GAP, WIDE_GAP, font, tokens
from ui.widgets.labels import apart, becoming, plain_label
from workbench.figures import count
from workbench.i18n import _
from workbench.model.finding import Finding

_MESSAGE = 160  # characters
_BATCH = 40  # findings laid out between two turns of the event loop


class FindingsPanel(QFrame):
    """A list, and what can be done with the chosen ones."""

    counted = Signal(int)  # open findings
    chosen = Signal(int, object)  # a pair to go to, and the span in its translation

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setObjectName("panel")
        self.model = FindingModel(session, self)
        self.list = QListView()
        self.list.setObjectName("listed")
        self.list.setAccessibleName(_("Findings"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(FindingCell(self.list))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setLayoutMode(
            QListView.LayoutMode.Batched
        )  # measuring thousands at once would take a second
        self.list.setBatchSize(_BATCH)
        self.list.clicked.connect(self._go)
        self.list.activated.connect(self._go)
        self.list.selectionModel().selectionChanged.connect(lambda *_changed: self._enable())
        self.apply = QPushButton(_("Apply fixes"))
        self.apply.clicked.connect(self.apply_chosen)
        self.dismiss = QPushButton(_("Dismiss…"))
        self.dismiss.clicked.connect(self.dismiss_chosen)
        self.empty = plain_label(_("No open findings."), muted=True, wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._place()
        self.model.modelReset.connect(self._reset)
        self._reset()

    def chosen_findings(self) -> list[Placed]:
        """Give the chosen findings; a heading stands for its group."""
        return self.model.placed([index.row() for index in self.list.selectionModel().selectedIndexes()])

    def apply_chosen(self) -> None:
        """Write the fixes of the chosen findings in one step."""
        fixes = by_pair([each for each in self.chosen_findings() if each.finding.fix is not None])
        if fixes:
            self._session.apply_fixes(fixes)

    def dismiss_chosen(self) -> None:
        """Ask for a reason, and dismiss the chosen findings in one step."""
        placed = self.chosen_findings()
        dialog = DismissDialog(len(placed), self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            findings, scope, reason = [each.finding for each in placed], dialog.scope(), dialog.reason()
            place = placed[0].pair
            self._session.do(lambda project: project.dismiss(findings, scope, reason, place))
        dialog.deleteLater()

    def _place(self) -> None:
        buttons = QHBoxLayout()
        buttons.setContentsMargins(WIDE_GAP, GAP, WIDE_GAP, GAP)
        buttons.setSpacing(GAP)
        for button in (self.apply, self.dismiss):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.empty, 1)
        column.addWidget(self.list, 1)
        column.addLayout(buttons)

    def _reset(self) -> None:
        count = self.model.count()
        self.empty.setVisible(not count)
        for widget in (self.list, self.apply, self.dismiss):
            widget.setVisible(bool(count))
        self._enable()
        self.counted.emit(count)

    def _enable(self) -> None:
        placed = self.chosen_findings()
        self.dismiss.setEnabled(bool(placed))
        self.apply.setEnabled(any(each.finding.fix is not None for each in placed))

    def _go(self, index: QModelIndex) -> None:
        entry = index.data(ENTRY)
        if isinstance(entry, Placed):
            self.chosen.emit(entry.pair, entry.finding.span)


def by_pair(placed: Sequence[Placed]) -> dict[int, list[Finding]]:
    """Put findings together by their pair."""
    found: dict[int, list[Finding]] = {}
    for each in placed:
        found.setdefault(each.pair, []).append(each.finding)
    return found


class FindingCell(QStyledItemDelegate):
    """A heading, or a finding: its change in bold, its message beneath."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours, rect, entry = tokens(), option.rect, index.data(ENTRY)
        here = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, QBrush(QColor(colours.current if here else colours.panel)))
        inside = rect.adjusted(WIDE_GAP, GAP, -WIDE_GAP, -GAP)
        if isinstance(entry, Group):
            painter.setFont(font("en", bold=True))
            painter.setPen(QColor(colours.text))
            text = f"{entry.title}  {count(entry.count)}"
            painter.drawText(inside, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignBottom, text)
            return
        if isinstance(entry, Placed):
            self._paint_finding(painter, inside, entry)
            painter.setPen(QColor(colours.border))
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _paint_finding(self, painter: QPainter, inside: QRect, placed: Placed) -> None:
        colours, finding = tokens(), placed.finding
        bold = font("en", bold=True)
        painter.setFont(bold)
        painter.setPen(QColor(severity_colour(finding.severity, colours)))
        flags = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop
        painter.drawText(inside, flags, SHAPES[finding.severity])
        mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        shift = QFontMetrics(bold).horizontalAdvance("◆◆")
        beside = inside.adjusted(0 if mirrored else shift, 0, -shift if mirrored else 0, 0)
        painter.setPen(QColor(colours.text))
        metrics = QFontMetrics(bold)
        line = metrics.elidedText(headline(placed), Qt.TextElideMode.ElideMiddle, beside.width())
        painter.drawText(beside, flags, line)
        painter.setFont(font("en", scale=0.9))
        painter.setPen(QColor(colours.muted))
        below = beside.adjusted(0, metrics.height() + 2, 0, 0)
        painter.drawText(below, flags | Qt.TextFlag.TextWordWrap, message(placed))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        entry = index.data(ENTRY)
        bold = QFontMetrics(font("en", bold=True))
        if not isinstance(entry, Placed):
            return QSize(100, bold.height() + 2 * GAP + GAP)
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        room = width - 2 * WIDE_GAP - bold.horizontalAdvance("◆◆")
        small = QFontMetrics(font("en", scale=0.9))
        needed = small.boundingRect(
            0, 0, room, 10_000, int(Qt.TextFlag.TextWordWrap), message(entry)
        ).height()
        return QSize(100, bold.height() + 2 + needed + 2 * GAP)


def headline(placed: Placed) -> str:
    """Say what stands there and what should."""
    finding = placed.finding
    if not finding.text and finding.fix is None:  # something is missing: what it would stand for
        return apart(finding.evidence or "∅")
    stands = finding.text.strip() or "␣"
    return apart(stands) if finding.fix is None else becoming(stands, finding.fix or "∅")


def message(placed: Placed) -> str:
    """Give the message, as far as there is room for it."""
    text = placed.finding.message
    return apart(text if len(text) <= _MESSAGE else f"{text[:_MESSAGE].rstrip()}…")
