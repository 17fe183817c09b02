"""What the window shows: one review at a time, and one signal when it changes.

Every change goes through `do`: what was typed is stored first, then the operation is made, and everybody is
told once. Scores and names are computed on the job thread from values, and announced when they are there.
"""

import gc
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from getpass import getuser
from pathlib import Path

from PySide6.QtCore import QObject, QTemporaryDir, QTimer, Signal

from ui.analysing import Analyst
from ui.gathering import MOST_HELD, Gathering
from ui.marks import typology
from ui.opening import Opening
from ui.tally import Tally
from ui.tasks import Jobs, Task, Work
from workbench.errors import WorkbenchError
from workbench.i18n import _
from workbench.model.annotation import Annotation, Assessment
from workbench.model.changes import ChangeSet
from workbench.model.document import Role
from workbench.model.finding import Finding
from workbench.model.name import Name
from workbench.model.pair import Status
from workbench.progress import Report
from workbench.project import Project, arriving, glossaries, realignment
from workbench.project.analysis import Analysis, Choices
from workbench.project.exporting import Options, Snapshot, export
from workbench.project.freshness import standing
from workbench.project.intake import Inputs
from workbench.project.processes import fetch

_SAID = frozenset({"annotation", "reply", "assessment"})  # tables of what reviewers said
_MARKED = frozenset({"sentence", "pair"})  # tables whose changes marks feel
_STORE_AFTER = 400  # milliseconds from the first key that is not stored to its being stored


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed into a pair and is not stored yet."""

    pair: int
    text: str


class Session(QObject):
    """The review that is open, and everything the window may ask or tell it."""

    opened = Signal()
    grown = Signal(object)  # the ids of pairs that a large file gave after its first; none: it gave all
    warned = Signal(object)  # what the readers of files have to say, as sentences
    closing = Signal()
    changed = Signal(object)  # a ChangeSet
    drafted = Signal(bool)  # whether something is typed that is not stored
    analysed = Signal(object)  # an Analysis
    judged = Signal()  # which findings are open
    marked = Signal()  # what reviewers marked, and how they scored pairs
    scored = Signal(int)  # a pair whose scores and findings are those of what stands there now
    exported = Signal(object, object)  # the Path that was written, and what is to be said about it
    failed = Signal(str)
    in_use = Signal(object, str)  # the Path of a review that is open elsewhere, and that said
    working = Signal(object)  # a Task that the user waits for

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.project: Project | None = None
        self.draft: Draft | None = None
        self.to_read = False  # the review is open elsewhere, and this a copy of it
        self.home: Path | None = None  # the file of the review, also while a copy of it is read
        self.marks: Mapping[int, Sequence[Annotation]] = {}  # by the pair's id
        self.scores: Sequence[Assessment] = ()  # of pairs, 0 to 100, by whomever
        self.reviewer = getuser()
        self.glossary: Path | None = None  # of agreed names, beside the user's own
        self._given: Path | None = None
        self._resting: list[Project] = []
        self._awaited: list[Task] = []
        self.gathered = Gathering(self)
        self.tally = Tally(self)
        self._jobs = Jobs(self)
        self._opening = Opening(self._jobs, self._take, self)
        self._opening.failed.connect(self.failed)
        self._opening.in_use.connect(self.in_use)
        self._opening.warned.connect(self.warned)
        self._opening.grown.connect(self._grow)
        self._analyst = Analyst(self._jobs, self.gathered, self)
        self._analyst.analysed.connect(self.analysed)
        self._analyst.judged.connect(self.judged)
        self._analyst.refreshed.connect(self.scored)
        self._analyst.failed.connect(self.failed)
        self._store = QTimer(self, singleShot=True, interval=_STORE_AFTER)
        self._store.timeout.connect(self.flush)

    @property
    def analysis(self) -> Analysis:
        """Give what was computed last."""
        return self._analyst.analysis

    @property
    def findings(self) -> Mapping[int, Sequence[Finding]]:
        """Give the open findings by the pair's id, the heaviest of each pair first."""
        return self._analyst.findings

    @property
    def is_growing(self) -> bool:
        """Tell whether the open review still lacks entries."""
        return self._opening.is_growing

    @property
    def is_busy(self) -> bool:
        """Tell whether something runs that the user asked for and that closing would give up."""
        return bool(self._awaited) or self.is_growing

    # Opening and closing

    def open_review(self, path: Path) -> None:
        """Open a review, or say by `failed` why not: the one that is open already stays then."""
        if self.project is not None and path.absolute() == self.project.path.absolute():
            return
        task = self._opening.review(path)
        if task is not None:
            self._await(task)

    def read_copy(self, path: Path) -> None:
        """Open a copy, to read alone, of a review that is open elsewhere."""
        project = self._opening.copy_to_read(path)
        if project is not None:
            self._take(project, False, copy_of=path)

    def open_texts(self, inputs: Inputs) -> Task:
        """Read and align texts away from the UI thread, and open the review they make."""
        self._given = inputs.glossary
        self._analyst.get_ready()
        task = self._opening.texts(inputs)
        self._await(task)
        return task

    def close(self) -> bool:
        """Close the review and end the job thread; False when what was typed cannot be stored."""
        if not self._leave():
            return False
        self._opening.cancel()
        self._analyst.close()
        self._jobs.close()
        return True

    # Changing

    def look_at(self, pair_id: int) -> None:
        """Score and check a pair of a review that is too large to be checked as a whole."""
        if self.project is not None and self.gathered.is_large and pair_id not in self.analysis.ids:
            for pair in self.project.pairs([pair_id]):
                self._analyst.typed(pair_id, pair.text(Role.TRANSLATION))

    def choose(self, choices: Choices) -> None:
        """Compute what the user wants, from now on."""
        self._analyst.choose(choices)

    def write(self, pair: int, text: str) -> None:
        """Take what was typed into a pair; it is stored soon, and before anything else is done."""
        if self.to_read:
            return
        self.draft = Draft(pair, text)
        if not self._store.isActive():
            self._store.start()
        self._analyst.typed(pair, text)
        self.drafted.emit(True)

    def flush(self) -> bool:
        """Store what was typed; False, with `failed`, when it cannot be: it is kept then."""
        self._store.stop()
        draft, project = self.draft, self.project
        if draft is None or project is None:
            return True
        try:
            changes = project.set_text(draft.pair, draft.text)
        except WorkbenchError as error:
            self.failed.emit(str(error))
            return False
        self.draft = None
        self.drafted.emit(False)
        self._announce(changes)
        return True

    def do(self, operation: Callable[[Project], ChangeSet | None]) -> ChangeSet | None:
        """Store what was typed, make one operation, and tell everybody what it changed."""
        if self.to_read:
            self.failed.emit(_("This is a copy to read: the review is open in another window."))
            return None
        if self.project is None or not self.flush():
            return None
        try:
            changes = operation(self.project)
        except WorkbenchError as error:
            self.failed.emit(str(error))
            return None
        if changes is not None:
            self._announce(changes)
        return changes

    def own_score(self, pair_id: int | None) -> Assessment | None:
        """Give the reviewer's own score of a pair."""
        mine = (one for one in self.scores if (one.pair, one.author) == (pair_id, self.reviewer))
        return next(mine, None)

    def assess(self, pair_id: int, score: int) -> None:
        """Keep how good the reviewer finds a pair, 0 to 100."""
        self.do(lambda project: project.assess(Assessment(pair_id, self.reviewer, float(score))))

    def unassess(self, pair_id: int) -> None:
        """Take the reviewer's score of a pair away."""
        if self.own_score(pair_id) is not None:
            self.do(lambda project: project.unassess(pair_id, self.reviewer))

    def apply_fixes(self, fixes: Mapping[int, Sequence[Finding]]) -> None:
        """Write fixes, by pair id, where their words stand now: what was typed may have moved them."""
        if self.project is None or not self.flush():
            return
        texts = {pair.id: pair.text(Role.TRANSLATION) for pair in self.project.pairs(list(fixes))}
        now = {id_: list(standing(found, texts.get(id_, ""))) for id_, found in fixes.items()}
        self.do(lambda project: project.apply_fixes(now))

    def compute(self, work: Work) -> Task:
        """Do work on values away from the UI thread; nobody is told that it runs."""
        return self._jobs.start(work)

    def load_aligner(self) -> None:
        """Load the aligner away from the UI thread, before the first pair is aligned again."""
        languages = frozenset(self.project.languages().items()) if self.project else frozenset()
        if languages:
            self.compute(lambda _report: realignment.load_aligner(languages))

    def sample(self) -> Snapshot | None:
        """Give what a preview of an export needs."""
        return self.project.sample() if self.project else None

    def export(self, path: Path, options: Options | None = None) -> None:
        """Write the review to a file away from the UI thread."""
        if self.project is None or not self.flush():
            return
        task = self._start(self._exporter(self.project, path, options or Options()))
        task.succeeded.connect(lambda said: self.exported.emit(path, said or ()))

    def _exporter(self, project: Project, path: Path, options: Options) -> Work:
        """Make the work that exports: a large review by another process, from its file that rests."""
        if not self.gathered.is_large:
            snapshot = project.snapshot()
            return lambda report: export(snapshot, path, report, options)
        project.rest_file(on=True)
        self._resting.append(project)
        work = partial(arriving.export_copy, project.path, path, options)
        return lambda report: fetch(work, lambda _part: None, report)

    def remember_name(self, name: Name) -> None:
        """Keep a name in the user's glossary, its wrong forms forbidden from now on."""
        if self.project is None:
            return
        try:
            glossaries.remember(glossaries.user_glossary(), name, self.project.languages()[Role.TRANSLATION])
        except (WorkbenchError, OSError) as error:
            self.failed.emit(str(error))
            return
        self._analyst.settle()

    def keep_copy(self, path: Path) -> None:
        """Keep a copy of the review, history and all, in another file."""
        if self.project is None or not self.flush():
            return
        try:
            self.project.copy_to(path)
        except WorkbenchError as error:
            self.failed.emit(str(error))
            return
        self.exported.emit(path, ())

    def report(self, path: Path) -> None:
        """Write the report on the review, of a copy of it, away from the UI thread."""
        if self.project is None or not self.flush():
            return
        folder = QTemporaryDir()
        copy = Path(folder.path()) / self.project.path.name
        try:
            self.project.copy_to(copy)
        except WorkbenchError as error:
            self.failed.emit(str(error))
            return

        def work(report: Report) -> None:
            from workbench.project import reporting  # noqa: PLC0415 -- numba: 74 MB, a third of a second

            reporting.write_report(reporting.report_file(copy, typology(), report), path)

        task = self._start(work)
        task.succeeded.connect(lambda _nothing: self.exported.emit(path, ()))
        task.finished.connect(folder.remove)

    # What happens here

    def _announce(self, changes: ChangeSet) -> None:
        self._opening.say_grown()  # whoever reads the order of the pairs anew finds those among them
        if changes.rows:
            self.gathered.update(changes)
            self.tally.update(changes)
            self.changed.emit(changes)
            there = bool(self.marks or self.scores)
            if not changes.rows.keys().isdisjoint(_SAID | _MARKED if there else _SAID):
                self._read_marks()
            if "dismissal" in changes.rows:
                self._analyst.judge()
            self._analyst.settle()

    def _start(self, work: Callable[[Report], object]) -> Task:
        task = self._jobs.start(work)
        task.failed.connect(self.failed)
        task.finished.connect(self._wake)
        self._await(task)
        return task

    def _await(self, task: Task) -> None:
        self._awaited.append(task)
        task.finished.connect(lambda: self._awaited.remove(task))
        self.working.emit(task)

    def _wake(self) -> None:
        """Let the files that rested for an export be written to again."""
        while self._resting:
            project = self._resting.pop()
            if project is self.project:
                project.rest_file(on=False)

    def _take(self, project: Project, growing: bool, *, copy_of: Path | None = None) -> bool:
        if not self._leave():
            project.close()
            return False
        self.project, self.to_read, self.home = project, copy_of is not None, copy_of or project.path
        self.glossary, self._given = self._given, None
        self._analyst.begin(project)
        self.tally.begin(project)
        self.opened.emit()
        self._read_marks()
        self.gathered.begin(project, growing=growing)
        return True

    def _read_marks(self) -> None:
        """Read what the reviewer marked; in a review of a large catalogue nobody marks."""
        found: dict[int, list[Annotation]] = {}
        scores: Sequence[Assessment] = ()
        if self.project is not None and self.tally.total <= MOST_HELD:
            for mark in self.project.annotations():
                found.setdefault(mark.pair, []).append(mark)
            scores = self.project.assessments()
        self.marks, self.scores = found, scores
        self.marked.emit()

    def _grow(self, pairs: Sequence[tuple[int, Status]]) -> None:
        ids = [id_ for id_, _status in pairs]
        self.gathered.grow(ids)
        self.tally.grow(pairs)
        self.grown.emit(ids)

    def _leave(self) -> bool:
        if self.project is None:
            return True
        if not self.flush():
            return False
        self.closing.emit()
        self._opening.leave()
        self.gathered.end()
        self.tally.end()
        self._analyst.end()
        self.project.close()
        self.project, self.home = None, None
        gc.collect()  # of itself Python does so rarely, see `app`
        return True
