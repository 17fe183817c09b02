"""The window: it places the parts and ties them to the session; what they do is theirs."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QSettings, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ui.commands import choices, make_actions, window_keys
from ui.desk import Desk
from ui.docks.findings import FindingsPanel
from ui.docks.history import HistoryList
from ui.docks.inspector import Inspector
from ui.docks.mqm import MqmPanel
from ui.docks.names import NamesPanel
from ui.docks.scores import ScoresPanel
from ui.files import open_dropped
from ui.filtering import RowFilter
from ui.finding import Finder
from ui.marking import SCORING, change_mark, reply_to
from ui.models.pairs import PairModel
from ui.overview import Overview
from ui.session import Session
from ui.settings import keep, table, text
from ui.views.aligned import AlignedView
from ui.widgets.bar import Bar
from ui.widgets.filter_field import FilterField
from ui.widgets.find_bar import FindBar
from ui.widgets.guide import Guide
from ui.widgets.heat_strip import HeatStrip
from ui.widgets.labels import key_caps
from ui.widgets.message import Message
from ui.widgets.status import Status, key_hints
from ui.widgets.welcome import Welcome
from workbench import figures
from workbench.i18n import _, ngettext
from workbench.model.document import Role
from workbench.project.filtering import completions
from workbench.project.places import recent_reviews
from workbench.project.scoring import label_of

_SIZE = (1440, 900)
_INSPECTOR = 50  # letters' widths
_MOST = 0.36  # of the window, for the inspector
_NARROW = 130  # letters' widths: below it the texts need the inspector's room
_WELCOME, _WORK = 0, 1  # the pages: without and with a review
_RECENT = 5  # reviews to go on with


class MainWindow(QMainWindow):
    """One review at a time."""

    language_chosen = Signal()  # what was made in another language has to be made anew

    def __init__(self, session: Session, settings: QSettings, dress: Callable[[], None]) -> None:
        super().__init__()
        self.session, self._settings = session, settings
        self._here: int | None = None  # the pair that was current last
        self.setWindowTitle(_("Translation Review Workbench"))
        self.resize(*_SIZE)
        self.model = PairModel(session, self)
        keys = set(window_keys(settings))
        self.view = AlignedView(session, self.model, keys)
        self.message, self.guide = Message(), Guide()
        self.setAcceptDrops(True)
        self.heat = HeatStrip()
        self.names, self.history = NamesPanel(session), HistoryList(session)
        self.scores = ScoresPanel(session)
        self.findings, self.mqm = FindingsPanel(session), MqmPanel(session)
        self.inspector = Inspector(
            [
                (_("Findings"), self.findings),
                (_("Names"), self.names),
                (_("Scores"), self.scores),
                (_("MQM"), self.mqm),
                (_("History"), self.history),
            ]
        )
        self.filter, self.find_bar = FilterField(completions()), FindBar()
        Finder(session, self.model, self.view, self.find_bar)
        self.rows = RowFilter(session, self.model, self.filter)
        self.overview = Overview(session, self.model, self.view, self.heat)
        self.desk = Desk(
            self,
            session,
            self.view,
            self.message,
            self.filter,
            self.find_bar,
            settings,
            keys,
            dress,
            self.language_chosen.emit,
        )
        self.actions_by_id = make_actions(self.desk)
        self.bar = Bar(self.actions_by_id, self.filter)
        self.status = Status(self)
        self.welcome = Welcome(self.actions_by_id["open"], self.actions_by_id["sample"])
        self.welcome.show_recent(recent_reviews()[:_RECENT])
        session.choose(choices(settings))
        self._place()
        self._tie()
        self._show_keys()
        self._restore()

    def greet(self) -> None:
        """Show the sample article to whoever starts for the first time, and a few keys."""
        self.actions_by_id["sample"].trigger()
        self.show_guide()

    def show_guide(self) -> None:
        """Show a few keys to begin with."""
        self.guide.begin(key_hints(self._key))

    def offer_left_open(self, path: Path) -> None:
        """Offer the review that was open when the program ended without closing it, at the same pair."""
        said = _("The program ended unexpectedly while %(review)s was open. All of your work is saved.")
        self.message.ask(
            said % {"review": path.stem},
            _("Open"),
            lambda: self.open_when_ready(path),
            _("Not now"),
            lambda: self._settings.remove("review"),
        )
        self.message.offer_button.setFocus()

    def open_when_ready(self, path: Path) -> None:
        """Open a review at the pair where it was left."""
        self.session.open_review(path)

    def follow_system(self) -> None:
        """Take the colours that the system changed to, where the user chose none."""
        self.desk.dress()

    def remember(self) -> None:
        """Keep where the window stands for the one that is made next."""
        self._settings.setValue("geometry", self.saveGeometry())
        self._settings.setValue("panel", self.inspector.tabs.currentIndex())

    def _key(self, command: str) -> str:
        """Give the key of a command as the user has it."""
        return key_caps(self.actions_by_id[command].shortcut())

    def _show_keys(self) -> None:
        self.status.show_keys(self._key)
        self.filter.show_key(self._key("filter"))
        self.view.strip.show_keys({number: self._key(f"fix-{number}") for number in range(1, 10)})

    def _place(self) -> None:
        work = QWidget()
        middle = QHBoxLayout(work)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        for part, stretch in ((self.heat, 0), (self.view, 1), (self.inspector, 0)):
            middle.addWidget(part, stretch)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.welcome)
        self.pages.addWidget(work)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.find_bar)
        column.addWidget(self.guide)
        column.addWidget(self.message)
        column.addWidget(self.pages, 1)
        self.setCentralWidget(whole)
        self.setStatusBar(self.status)

    def _tie(self) -> None:
        session = self.session
        session.opened.connect(self._opened)
        session.closing.connect(self._closing)
        session.changed.connect(lambda _changes: self._show_saved())
        session.tally.counted.connect(self._show_counts)
        session.drafted.connect(self._drafted)
        session.analysed.connect(lambda _analysis: self._show_scores())
        session.exported.connect(self._exported)
        session.failed.connect(self.message.complain)
        session.in_use.connect(self._offer_copy)
        session.warned.connect(self._warn)
        session.working.connect(self.status.watch)
        self.view.moved.connect(self._moved)
        self.view.linking_changed.connect(self.status.show_linking)
        self.view.linking_changed.connect(lambda on: session.load_aligner() if on else None)
        self.rows.shown.connect(lambda: self.view.go_near(self._here, focus=False))
        self.names.counted.connect(lambda count: self.inspector.show_count(self.names, count))
        self.findings.counted.connect(self._count_findings)
        self.findings.chosen.connect(self._show_finding)
        self.mqm.chosen.connect(self._show_finding)
        self.mqm.counted.connect(lambda count: self.inspector.show_count(self.mqm, count))
        self.mqm.revised.connect(lambda mark: change_mark(self.desk, mark))
        self.mqm.replied.connect(lambda mark: reply_to(self.desk, mark))
        self.mqm.asked.connect(self.actions_by_id["annotate"].trigger)
        self.mqm.scored.connect(lambda _summary: self._show_scores())
        self.scores.asked.connect(self.filter.ask_for)
        self.scores.chosen.connect(self.view.go_near)
        self.filter.left.connect(self.view.focus_editor)
        self.message.dismissed.connect(self.view.focus_editor)
        self._rekeyed = QTimer(self, singleShot=True, interval=0)  # once, though each key tells
        self._rekeyed.timeout.connect(self._show_keys)
        for action in self.actions_by_id.values():
            action.changed.connect(self._rekeyed.start)
        self.welcome.chosen.connect(self.open_when_ready)

    def _opened(self) -> None:
        project = self.session.project
        if project is None:
            return
        self.pages.setCurrentIndex(_WORK)
        self._settings.setValue("greeted", "yes")
        if not self.session.to_read:
            self._settings.setValue("review", str(project.path))
        self._settings.sync()
        self._use_glossary(str(project.path))
        self.setWindowTitle(titled(project.path.name, copy=self.session.to_read))
        languages = project.languages()
        order = (Role.TRANSLATION, Role.REFERENCE, Role.SOURCE)
        there = [languages[role] for role in order if role in languages]
        self.status.show_languages([figures.language_name(tag) for tag in there])
        self.message.hide()
        self._show_saved()
        QTimer.singleShot(1, self, self._start_reading)  # a timer's turn is behind the first painting

    def _use_glossary(self, review: str) -> None:
        """Take the glossary that was given with the texts, now or when they were opened first."""
        known = table(self._settings, "glossaries")
        if self.session.glossary is not None:
            known[review] = str(self.session.glossary)
            keep(self._settings, "glossaries", known)
        given = known.get(review)
        wanted = choices(self._settings)
        self.session.choose(replace(wanted, glossary=Path(given) if given else None))

    def _offer_copy(self, path: Path, said: str) -> None:
        self.message.offer(said, _("Open a copy to read"), lambda: self.session.read_copy(path))

    def _warn(self, sentences: Sequence[str]) -> None:
        if sentences:
            self.message.complain(" ".join(sentences))

    def _restore(self) -> None:
        """Stand where the window stood, with the panel that was in front."""
        geometry = self._settings.value("geometry")
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)
        self.inspector.tabs.setCurrentIndex(int(str(self._settings.value("panel", 0))))
        self.view.strip.show_slider(on=bool(text(self._settings, SCORING)))

    def _start_reading(self) -> None:
        """Begin where the review was left, else at the first pair."""
        project = self.session.project
        if project is None or self.view.currentIndex().isValid():
            return
        if self._settings.value("place_of") == str(project.path):
            self.view.go_near(int(str(self._settings.value("place"))))
        else:
            self.view.go_to_row(0)

    def _closing(self) -> None:
        self.pages.setCurrentIndex(_WELCOME)
        self.setWindowTitle(_("Translation Review Workbench"))
        self.welcome.show_recent(recent_reviews()[:_RECENT])
        if self.session.project and self._settings.value("review") == str(self.session.project.path):
            self._settings.remove("review")
        self._settings.sync()

    def _count_findings(self, count: int) -> None:
        self.inspector.show_count(self.findings, count)
        self._show_counts()

    def _show_finding(self, pair_id: int, span: tuple[int, int]) -> None:
        self.view.go_near(pair_id)
        self.view.mark(Role.TRANSLATION, span)

    def _show_counts(self) -> None:
        tally, findings = self.session.tally, self.findings.model.count()
        reviewed = _("%(reviewed)s of %(total)s reviewed") % {
            "reviewed": figures.count(tally.reviewed),
            "total": figures.count(tally.total),
        }
        open_ = ngettext("%(n)s open finding", "%(n)s open findings", findings)
        self.bar.show_progress(f"{reviewed} · {open_ % {'n': figures.count(findings)}}")
        self.status.show_pairs(tally.total, tally.uneven)

    def _drafted(self, pending: bool) -> None:
        if pending:
            self.status.show_unsaved()
            self.actions_by_id["undo"].setEnabled(True)
        else:
            self._show_saved()

    def _show_saved(self) -> None:
        project = self.session.project
        if project is not None:
            self.status.show_saved(sum(not step.undone for step in project.history()))
            self.actions_by_id["undo"].setEnabled(project.can_undo)
            self.actions_by_id["redo"].setEnabled(project.can_redo)

    def _show_scores(self) -> None:
        """Show the document's scores, the reviewer's own last."""
        scores = self.session.analysis.scores
        corpus, signatures = (scores.corpus, scores.signatures) if scores else ({}, {})
        shown = {label_of(name): figures.number(value) for name, value in corpus.items()}
        tips = {label_of(name): text for name, text in signatures.items()}
        summary = self.mqm.summary
        if summary is not None:
            shown["MQM"] = _("%(points)s/1k") % {"points": figures.count(summary.per_thousand)}
            tips["MQM"] = _("%(typology)s: points per 1,000 words") % {"typology": summary.typology}
        self.bar.show_scores(shown, tips)

    def _exported(self, path: Path, warnings: Sequence[str]) -> None:
        if warnings:
            said = _("Exported to %(path)s. %(warnings)s")
            self.message.complain(said % {"path": path, "warnings": " ".join(warnings)})
        else:
            self.message.tell(_("Exported to %(path)s") % {"path": path})

    def _moved(self, pair_id: int) -> None:
        if self.session.project is not None:
            self._settings.setValue("place_of", str(self.session.project.path))
            self._settings.setValue("place", pair_id)
        self._here = pair_id
        self.session.look_at(pair_id)

    # Qt

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.overview.show()
        if event.type() == QEvent.Type.FontChange:
            self._place_inspector()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_inspector()

    def _place_inspector(self) -> None:
        """Give the inspector the width its texts ask for, or the texts all of it."""
        letter = self.fontMetrics().averageCharWidth()
        wanted = self.inspector.width_for(_INSPECTOR)
        self.inspector.setFixedWidth(min(wanted, round(self.width() * _MOST)))
        self.inspector.setVisible(self.width() >= _NARROW * letter)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        QTimer.singleShot(0, self, lambda: open_dropped(self.desk, paths))  # a dialog ends no drag

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.view.editor:
            self.view.editor.finish_composing()
        if not self.session.close():
            event.ignore()  # what was typed could not be stored, and the message says why
            return
        self.remember()
        super().closeEvent(event)


def titled(review: str, *, copy: bool) -> str:
    """Give the window's title."""
    said = (
        _("%(review)s (copy to read) — Translation Review Workbench")
        if copy
        else _("%(review)s — Translation Review Workbench")
    )
    return said % {"review": review}
