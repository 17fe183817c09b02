"""The window: it places the parts and ties them to the session; what they do is theirs."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.commands import Desk, make_actions
from ui.docks.names import NamesPanel
from ui.models.pairs import PairModel
from ui.session import Session
from ui.tasks import Task
from ui.theme import tokens
from ui.views.aligned import AlignedView
from ui.views.cells import level
from ui.widgets.bar import Bar
from ui.widgets.heat_strip import HeatStrip
from ui.widgets.labels import plain_label
from ui.widgets.message import Message
from ui.widgets.welcome import Welcome
from workbench.i18n import _, ngettext
from workbench.model.changes import ChangeSet
from workbench.model.document import Role
from workbench.model.pair import Pair, Status
from workbench.project.scoring import Scores

_SIZE = (1440, 900)
_INSPECTOR = 360  # pixels
_NARROW = 1000  # pixels: below it the texts need the inspector's room
_WELCOME, _WORK = 0, 1  # the pages: without and with a review
_LABELS = {"chrf": "chrF", "bleu": "BLEU", "ter": "TER"}


class MainWindow(QMainWindow):
    """One review at a time."""

    def __init__(self, session: Session, settings: QSettings, switch_theme: Callable[[], None]) -> None:
        super().__init__()
        self.session, self._settings = session, settings
        self.setWindowTitle(_("Translation Review Workbench"))
        self.resize(*_SIZE)
        self.model = PairModel(session, self)
        self.view = AlignedView(session, self.model)
        self.message = Message()
        self.heat = HeatStrip(self._heat, self.model.rowCount)
        self.names = NamesPanel(session)
        self.names.setFixedWidth(_INSPECTOR)
        self.desk = Desk(self, session, self.view, self.message, switch_theme)
        self.actions_by_id = make_actions(self.desk)
        self.bar = Bar(self.actions_by_id)
        self._place()
        self._furnish_status()
        self._tie()

    def open_when_ready(self, path: Path) -> None:
        """Open a review at the pair where it was left."""
        if self.session.open_review(path):
            last = self._settings.value("pair")
            self.view.go_to_pair(int(str(last)) if last is not None else None)

    def _place(self) -> None:
        work = QWidget()
        middle = QHBoxLayout(work)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        for part, stretch in ((self.heat, 0), (self.view, 1), (self.names, 0)):
            middle.addWidget(part, stretch)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.message)
        self.pages = QStackedWidget()
        self.pages.addWidget(Welcome(self.actions_by_id["open"], self.actions_by_id["sample"]))
        self.pages.addWidget(work)
        column.addWidget(self.pages, 1)
        whole = QWidget()
        whole.setLayout(column)
        self.setCentralWidget(whole)

    def _furnish_status(self) -> None:
        self._saved, self._languages, self._counts = (plain_label("", muted=True) for _number in range(3))
        self._busy = QProgressBar()
        self._busy.setFixedWidth(140)
        self._busy.setTextVisible(False)
        self._busy.hide()
        bar = self.statusBar()
        bar.setSizeGripEnabled(False)
        for label in (self._saved, self._languages, self._counts):
            bar.addWidget(label)
        bar.addPermanentWidget(self._busy)
        bar.addPermanentWidget(key_hints())

    def _tie(self) -> None:
        session = self.session
        session.opened.connect(self._opened)
        session.closing.connect(self._closing)
        session.changed.connect(self._changed)
        session.scored.connect(self._scored)
        session.failed.connect(self.message.complain)
        session.working.connect(self._working)
        self.view.moved.connect(self._moved)
        self.view.typed.connect(lambda: self.actions_by_id["undo"].setEnabled(True))
        self.heat.clicked.connect(self.view.go_to_row)
        self.heat.wheeled.connect(lambda step: self.view.go_to_row(self.view.currentIndex().row() + step))

    def _heat(self, row: int) -> str:
        return level(self.model.score_at(row), tokens())[2]

    def _opened(self) -> None:
        project = self.session.project
        if project is None:
            return
        self.pages.setCurrentIndex(_WORK)
        self._settings.setValue("review", str(project.path))
        self._settings.sync()
        self.setWindowTitle(f"{project.path.name} — " + _("Translation Review Workbench"))
        order = (Role.TRANSLATION, Role.REFERENCE, Role.SOURCE)
        languages = project.languages()
        self._languages.setText(" ↔ ".join(languages[role] for role in order if role in languages))
        self.message.hide()
        self._refresh()
        QTimer.singleShot(0, self, self._start_reading)

    def _start_reading(self) -> None:
        if not self.view.currentIndex().isValid():
            self.view.go_to_row(0)

    def _closing(self) -> None:
        self.pages.setCurrentIndex(_WELCOME)
        self._settings.remove("review")
        self._settings.sync()

    def _changed(self, changes: ChangeSet) -> None:
        del changes
        self._refresh()

    def _refresh(self) -> None:
        project = self.session.project
        if project is None:
            return
        counts = project.status_counts()
        total = sum(counts.values())
        reviewed = total - counts[Status.UNREVIEWED]
        self.bar.progress.setText(
            _("%(reviewed)d of %(total)d reviewed") % {"reviewed": reviewed, "total": total}
        )
        step = sum(not step.undone for step in project.history())
        self._saved.setText(_("Saved · step %(step)d") % {"step": step})
        others = [role for role in (Role.REFERENCE, Role.SOURCE) if role in project.documents()]
        pairs = (self.model.pair_at(row) for row in range(self.model.rowCount()))
        uneven = sum(is_uneven(pair, others[0]) for pair in pairs) if others else 0
        self._counts.setText(
            ngettext("%(n)d pair", "%(n)d pairs", total) % {"n": total}
            + ", "
            + _("%(n)d of them n:m") % {"n": uneven}
        )
        self.actions_by_id["undo"].setEnabled(project.can_undo)
        self.actions_by_id["redo"].setEnabled(project.can_redo)
        self.heat.update()

    def _scored(self, scores: Scores | None) -> None:
        shown = scores.corpus if scores else {}
        values = {_LABELS[name]: f"{value:.1f}" for name, value in shown.items() if name in _LABELS}
        signatures = scores.signatures if scores else {}
        self.bar.show_scores(
            values, {_LABELS[name]: text for name, text in signatures.items() if name in _LABELS}
        )
        self.heat.update()

    def _moved(self, pair_id: int) -> None:
        self._settings.setValue("pair", pair_id)
        self.heat.show_current(self.view.currentIndex().row())

    def _working(self, task: Task) -> None:
        self._busy.setRange(0, 0)
        self._busy.show()
        task.finished.connect(self._busy.hide)

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.names.setVisible(self.width() >= _NARROW)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.view.commit()
        self.session.close()
        super().closeEvent(event)


def is_uneven(pair: Pair, other: Role) -> bool:
    """Tell a pair that is not one sentence against one."""
    return (len(pair.translation), len(pair.sentences(other))) != (1, 1)


def key_hints() -> QLabel:
    """Show the keys a reviewer needs first."""
    hints = (
        ("Ctrl ↓", _("next")),
        ("Ctrl Enter", _("approve, next")),
        ("Ctrl 1–9", _("apply fix")),
        ("F1", _("keys")),
    )
    label = plain_label(" · ".join(f"{key} {what}" for key, what in hints), muted=True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
    return label
