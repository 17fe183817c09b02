"""The inspector's MQM: what the reviewer marked, what it costs, and whether the text passes."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.session import Session
from ui.theme import GAP, WIDE_GAP
from ui.widgets.labels import plain_label
from workbench.i18n import _, ngettext
from workbench.model.annotation import Annotation
from workbench.mqm.typology import Typology, built_in
from workbench.project.mqm_summary import mqm_summary
from workbench.report.data import MqmSummary

TYPOLOGY = "mqm-core"


class MqmPanel(QFrame):
    """Numbers above, the marks beneath; a click goes there."""

    counted = Signal(int)  # marks
    chosen = Signal(int, object)  # a pair to go to, and the span in its translation
    asked = Signal()  # to mark the selected words
    scored = Signal(object)  # an MqmSummary, or None where nothing is marked

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._typology: Typology = built_in(TYPOLOGY)
        self._marks: Sequence[Annotation] = ()
        self.summary: MqmSummary | None = None
        self.setObjectName("panel")
        self.numbers = plain_label("", wrap=True)
        self.hint: QLabel = plain_label(
            _("Select words of the translation and mark the error: a letter for what, a digit for how bad."),
            muted=True,
            wrap=True,
        )
        self.list = QListWidget()
        self.list.setObjectName("listed")
        self.list.setAccessibleName(_("Marks"))
        self.list.setWordWrap(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.itemActivated.connect(self._go)
        self.list.itemClicked.connect(self._go)
        self.list.itemSelectionChanged.connect(self._enable)
        self._place()
        session.marked.connect(self.reload)
        session.closing.connect(lambda: self._show([], None))

    def reload(self) -> None:
        """Show what is marked now."""
        project = self._session.project
        marks = [mark for found in self._session.marks.values() for mark in found]
        self._show(marks, mqm_summary(project, self._typology) if project and marks else None)

    def remove(self) -> None:
        """Take the chosen mark away."""
        item = self.list.currentItem()
        if item is not None:
            mark = self._marks[int(item.data(Qt.ItemDataRole.UserRole))]
            self._session.do(lambda project: project.remove_annotations([mark.id]))

    def _show(self, marks: Sequence[Annotation], quality: MqmSummary | None) -> None:
        self._marks, self.summary = marks, quality
        self.list.clear()
        for number, mark in enumerate(marks):
            item = QListWidgetItem(said(mark, self._typology))
            item.setData(Qt.ItemDataRole.UserRole, number)
            self.list.addItem(item)
        self.numbers.setText(summed(quality) if quality else "")
        self.numbers.setVisible(quality is not None)
        self._enable()
        self.counted.emit(len(marks))
        self.scored.emit(quality)

    def _enable(self) -> None:
        self.take_away.setEnabled(self.list.currentItem() is not None)

    def _go(self, item: QListWidgetItem) -> None:
        mark = self._marks[int(item.data(Qt.ItemDataRole.UserRole))]
        self.chosen.emit(mark.pair, mark.span)

    def _place(self) -> None:
        make = QPushButton(_("Mark an error…"))
        make.setProperty("primary", True)
        make.clicked.connect(self.asked)
        self.take_away = QPushButton(_("Remove"))
        self.take_away.clicked.connect(self.remove)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for button in (make, self.take_away):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE_GAP, WIDE_GAP, WIDE_GAP, GAP)
        column.setSpacing(GAP)
        column.addWidget(self.numbers)
        column.addWidget(self.hint)
        column.addLayout(row)
        column.addWidget(self.list, 1)


def summed(quality: MqmSummary) -> str:
    """Say what the marks cost."""
    verdict = _("passes") if quality.passed else _("does not pass")
    errors = ngettext("%(n)d error", "%(n)d errors", quality.errors) % {"n": quality.errors}
    points = _("%(points).0f points, %(each).1f per 1,000 words") % {
        "points": quality.penalty,
        "each": quality.per_thousand,
    }
    score = _("Quality %(score).1f of 100, asked %(asked).0f: %(verdict)s") % {
        "score": quality.quality,
        "asked": quality.threshold,
        "verdict": verdict,
    }
    return f"{score}\n{errors}, {points}"


def said(mark: Annotation, typology: Typology) -> str:
    """Say a mark: how bad, what, where."""
    severity, category = typology.severity(mark.severity), typology.category(mark.category)
    names = severity.label if severity else mark.severity, category.label if category else mark.category
    note = f"\n{mark.note}" if mark.note else ""
    return f"{names[0]} · {names[1]}: “{mark.text}”{note}"
