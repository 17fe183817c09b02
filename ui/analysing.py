"""Scores, names and findings of a review: of all pairs in time, of the one typed in at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from time import perf_counter

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from ui.gathering import Gathering
from ui.tasks import Jobs, Task
from workbench.figures import count
from workbench.model.dismissal import Dismissals
from workbench.model.document import Role
from workbench.model.finding import Finding
from workbench.model.pair import Pair
from workbench.progress import Report
from workbench.project import Project
from workbench.project.analysis import Analysis, Choices
from workbench.project.editing import with_text
from workbench.project.freshness import refreshed

_SETTLE, _SETTLE_MOST = 250, 5_000  # milliseconds without a change before all is computed again
_REST = 60  # milliseconds from the findings to the rest: the findings are painted by then, keys had a turn
_TYPED = 15  # milliseconds from a key to the pair's being looked at


@dataclass(frozen=True, slots=True)
class Judged:
    """An analysis with the findings that these dismissals leave open, by the pair's id."""

    analysis: Analysis
    dismissals: Dismissals
    findings: Mapping[int, Sequence[Finding]]


class Analyst(QObject):
    """Keeps the last analysis and what is open of its findings."""

    analysed = Signal(object)  # an Analysis
    judged = Signal()  # findings were made, dismissed or brought back
    refreshed = Signal(int)  # the pair that was looked at anew
    failed = Signal(str)

    def __init__(self, jobs: Jobs, gathered: Gathering, parent: QObject) -> None:
        super().__init__(parent)
        self.analysis = Analysis()
        self.findings: Mapping[int, Sequence[Finding]] = {}
        self._choices = Choices()
        self._jobs, self._gathered = jobs, gathered
        self._quick = Jobs(self)
        self._project: Project | None = None
        self._dismissals = Dismissals()
        self._task: Task | None = None
        self._typed: tuple[int, str] | None = None
        self._looking = False
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE)
        self._settle.timeout.connect(self.analyse)
        self._soon = QTimer(self, singleShot=True, interval=_TYPED)
        self._soon.timeout.connect(self._look)
        self._tell = QTimer(self, singleShot=True, interval=_REST)  # all at once would block
        self._tell.timeout.connect(lambda: self.analysed.emit(self.analysis))
        # Behind the short jobs that others have for all pairs: they need not wait for this long one.
        gathered.complete.connect(self.analyse, Qt.ConnectionType.QueuedConnection)

    def begin(self, project: Project) -> None:
        """Be asked about a review."""
        self._project, self._dismissals = project, project.dismissals()
        self._settle.setInterval(_SETTLE)

    def end(self) -> None:
        """Forget everything."""
        self._settle.stop()
        self._soon.stop()
        self._project, self._typed = None, None
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._tell.stop()
        self.analysis = Analysis()
        self._judge()
        self.analysed.emit(self.analysis)

    def close(self) -> None:
        """End the thread that looks at what is typed."""
        self._quick.close()

    def get_ready(self) -> None:
        """Load what the first counts of a review are written with, while its texts are read."""
        self._quick.start(lambda _report: count(0))

    def choose(self, choices: Choices) -> None:
        """Compute what the user wants, from now on."""
        if choices != self._choices:
            self._choices = choices
            self.analyse()

    def settle(self) -> None:
        """Compute all again once no change came for a while."""
        self._settle.start()

    def typed(self, pair_id: int, text: str) -> None:
        """Look at a pair with the text that stands in its editor."""
        self._typed = (pair_id, text)
        if not self._looking and not self._soon.isActive():
            self._soon.start()

    def judge(self) -> None:
        """Read anew what was dismissed."""
        if self._project is not None:
            self._dismissals = self._project.dismissals()
        self._judge()

    def analyse(self) -> None:
        """Compute all of it, when all pairs are there."""
        if self._project is None or not self._gathered.is_complete:
            return
        if self._task is not None:
            self._task.cancel()
        pairs, languages = self._gathered.in_order(), self._project.languages()
        path, before, start = self._project.path, self.analysis, perf_counter()
        choices, dismissals = self._choices, self._dismissals

        def work(report: Report) -> Judged:
            from workbench.project.analysing import analyse  # noqa: PLC0415 -- numba: 74 MB, a third of a second

            analysis = analyse(pairs, languages, report, path, before, choices)
            return Judged(analysis, dismissals, analysis.findings_by_pair(dismissals))

        self._task = self._jobs.start(work)
        self._task.succeeded.connect(self._show)
        self._task.succeeded.connect(lambda _judged: self._pace(perf_counter() - start))
        self._task.failed.connect(self.failed)

    def _pace(self, seconds: float) -> None:
        """Compute a long review less often: it would do nothing else."""
        self._settle.setInterval(round(min(max(_SETTLE, 2_000 * seconds), _SETTLE_MOST)))

    def _show(self, judged: Judged) -> None:
        """Show the findings now and the rest when they are painted."""
        self.analysis = judged.analysis
        if judged.dismissals is self._dismissals:
            self.findings = judged.findings
            self.judged.emit()
        else:
            self._judge()
        self._tell.start()
        if self._typed is not None:
            self.typed(*self._typed)

    def _judge(self) -> None:
        self.findings = self.analysis.findings_by_pair(self._dismissals)
        self.judged.emit()

    def _look(self) -> None:
        typed, project = self._typed, self._project
        found = project.pairs([typed[0]]) if typed is not None and project is not None else []
        if typed is None or project is None or not found:
            return
        self._typed, self._looking = None, True
        pair, base, languages = with_text(found[0], typed[1]), self.analysis, project.languages()
        choices = self._choices
        task = self._quick.start(lambda _report: refreshed(base, pair, languages, choices))
        task.succeeded.connect(lambda analysis: self._take(pair, base, analysis))
        task.finished.connect(self._looked)

    def _take(self, pair: Pair, base: Analysis, analysis: Analysis) -> None:
        if base is not self.analysis:  # all was computed meanwhile: once more, on top of that
            self._typed = self._typed or (pair.id, pair.text(Role.TRANSLATION))
            return
        self.analysis = analysis
        found = analysis.findings_of(pair.id, self._dismissals)
        others = {id_: there for id_, there in self.findings.items() if id_ != pair.id}
        self.findings = {**others, pair.id: found} if found else others
        self.refreshed.emit(pair.id)

    def _looked(self) -> None:
        self._looking = False
        if self._typed is not None:
            self._soon.start()
