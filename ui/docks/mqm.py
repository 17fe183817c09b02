"""The inspector's MQM: what the reviewer marked, what it costs, and whether the text passes."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.marks import mark_text, typology
from ui.session import Session
from ui.tasks import Task
from ui.theme import GAP, WIDE_GAP
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import plain_label
from workbench.figures import amount, count, number
from workbench.i18n import _, ngettext
from workbench.model.annotation import Annotation
from workbench.model.changes import ChangeSet
from workbench.progress import Report
from workbench.project.mqm_summary import summary_of
from workbench.report.data import MqmSummary


class MqmPanel(QFrame):
    """Numbers above, the marks beneath; a click goes there."""

    counted = Signal(int)  # marks
    chosen = Signal(int, object)  # a pair to go to, and the span in its translation
    asked = Signal()  # to mark the selected words
    revised = Signal(object)  # an Annotation to change
    replied = Signal(object)  # an Annotation to answer
    scored = Signal(object)  # an MqmSummary, or None where nothing is marked

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._marks: Sequence[Annotation] = ()
        self.summary: MqmSummary | None = None
        self._task: Task | None = None
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
        session.changed.connect(self._changed)
        session.gathered.complete.connect(self.sum)
        session.closing.connect(self._forget)

    def reload(self) -> None:
        """Show what is marked now."""
        self._show([mark for found in self._session.marks.values() for mark in found])
        self.sum()

    def sum(self) -> None:
        """Count again what was said of the pairs: a long review's away from the UI thread."""
        project, gathered = self._session.project, self._session.gathered
        if self._task is not None:
            self._task.cancel()
            self._task = None
        if project is None or not gathered.is_complete:
            self._take(None)
            return
        marks = [mark for found in self._session.marks.values() for mark in found]
        work = partial(summary_of, gathered.in_order(), marks, self._session.scores, typology())
        if gathered.is_small:
            self._take(work())
        else:
            self._task = self._session.compute(partial(unless_cancelled, work))
            self._task.succeeded.connect(self._take)

    def remove(self) -> None:
        """Take the chosen mark away."""
        mark = self.current()
        if mark is not None:
            self._session.do(lambda project: project.remove_annotations([mark.id]))

    def current(self) -> Annotation | None:
        """Give the chosen mark."""
        row = self.list.currentRow()
        return self._marks[row] if row >= 0 else None

    def _show(self, marks: Sequence[Annotation]) -> None:
        before = self.current()
        self._marks = marks
        self.list.clear()
        for row, mark in enumerate(marks):
            item = QListWidgetItem(mark_text(mark))
            item.setData(Qt.ItemDataRole.UserRole, row)
            self.list.addItem(item)
            if before is not None and mark.id == before.id:
                self.list.setCurrentRow(row)
        self._enable()
        self.counted.emit(len(marks))

    def _forget(self) -> None:
        self._show([])
        self._take(None)

    def _take(self, quality: MqmSummary | None) -> None:
        self.summary = quality
        self.numbers.setText(summed(quality) if quality else "")
        self.numbers.setVisible(quality is not None)
        self.scored.emit(quality)

    def _changed(self, changes: ChangeSet) -> None:
        if "pair" in changes.rows:  # approved without marks: that is a verdict, too
            self.sum()

    def _enable(self) -> None:
        for button in self._of_mark:
            button.setEnabled(self.list.currentRow() >= 0)

    def _go(self, item: QListWidgetItem) -> None:
        mark = self._marks[int(item.data(Qt.ItemDataRole.UserRole))]
        self.chosen.emit(mark.pair, mark.span)

    def _place(self) -> None:
        make = QPushButton(_("Mark an error…"))
        make.setProperty("primary", True)
        make.clicked.connect(self.asked)
        self.take_away = QPushButton(_("Remove"))
        self.take_away.clicked.connect(self.remove)
        self.change, self.answer = QPushButton(_("Change…")), QPushButton(_("Reply…"))
        self.change.clicked.connect(lambda: self.revised.emit(self.current()))
        self.answer.clicked.connect(lambda: self.replied.emit(self.current()))
        self._of_mark = (self.answer, self.change, self.take_away)
        buttons = QWidget()
        row = FlowLayout(buttons, GAP)
        row.setContentsMargins(0, 0, 0, 0)
        for button in (make, *self._of_mark):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE_GAP, WIDE_GAP, WIDE_GAP, GAP)
        column.setSpacing(GAP)
        column.addWidget(self.numbers)
        column.addWidget(self.hint)
        column.addWidget(buttons)
        column.addWidget(self.list, 1)


def unless_cancelled(work: Callable[[], MqmSummary | None], report: Report) -> MqmSummary | None:
    """Do work that nobody took back while it waited for its turn."""
    report(0, 0)
    return work()


def summed(quality: MqmSummary) -> str:
    """Say what the marks cost."""
    errors = ngettext("%(n)s error", "%(n)s errors", quality.errors) % {"n": count(quality.errors)}
    points = _("Penalty points: %(points)s · per 1,000 words: %(each)s") % {
        "points": amount(quality.penalty),
        "each": number(quality.per_thousand),
    }
    faultless = ngettext(
        "%(n)s pair approved or scored without errors",
        "%(n)s pairs approved or scored without errors",
        quality.faultless,
    ) % {"n": count(quality.faultless)}
    score = (
        _("Quality %(score)s of 100: passes, %(asked)s is asked")
        if quality.passed
        else _("Quality %(score)s of 100: does not pass, %(asked)s is asked")
    ) % {"score": number(quality.quality), "asked": amount(quality.threshold)}
    lines = [score, errors, points, faultless]
    if quality.mean_score is not None:
        lines.append(
            ngettext(
                "%(n)s score from 0 to 100, on average %(mean)s",
                "%(n)s scores from 0 to 100, on average %(mean)s",
                quality.assessed,
            )
            % {"n": count(quality.assessed), "mean": number(quality.mean_score)}
        )
    return "\n".join(lines)
