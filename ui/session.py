"""What the window shows: one review at a time, and one signal when it changes.

Every change goes through `do`: what was typed is stored first, then the operation is made, and everybody is
told once. Scores and names are computed on the job thread from values, and announced when they are there.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from ui.gathering import Gathering
from ui.opening import Opening
from ui.tally import Tally
from ui.tasks import Jobs, Task
from workbench.errors import WorkbenchError
from workbench.model.changes import ChangeSet
from workbench.model.document import Role
from workbench.model.name import Name
from workbench.model.pair import Status
from workbench.progress import Report
from workbench.project import Project, glossaries
from workbench.project.analysis import Analysis, analyse
from workbench.project.exporting import Options, export
from workbench.project.intake import Inputs

_STORE_AFTER = 400  # milliseconds from the first key that is not stored to its being stored
_SETTLE = 250  # milliseconds without a change before scores and names are computed again


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
    scored = Signal(int)  # a pair whose scores are those of what stands there now
    exported = Signal(object)  # the Path that was written
    failed = Signal(str)
    working = Signal(object)  # a Task that the user waits for

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.project: Project | None = None
        self.analysis = Analysis()
        self.draft: Draft | None = None
        self.gathered = Gathering(self)
        self.gathered.complete.connect(self._analyse)
        self.tally = Tally(self)
        self._jobs = Jobs(self)
        self._opening = Opening(self._jobs, self._take, self)
        self._opening.failed.connect(self.failed)
        self._opening.warned.connect(self.warned)
        self._opening.grown.connect(self._grow)
        self._analysing: Task | None = None
        self._store = QTimer(self, singleShot=True, interval=_STORE_AFTER)
        self._store.timeout.connect(self.flush)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE)
        self._settle.timeout.connect(self._analyse)

    @property
    def is_growing(self) -> bool:
        """Tell whether the open review still lacks entries."""
        return self._opening.is_growing

    # Opening and closing

    def open_review(self, path: Path) -> None:
        """Open a review, or say by `failed` why not: the one that is open already stays then."""
        if self.project is not None and path.absolute() == self.project.path.absolute():
            return
        task = self._opening.review(path)
        if task is not None:
            self.working.emit(task)

    def open_texts(self, inputs: Inputs) -> Task:
        """Read and align texts away from the UI thread, and open the review they make."""
        task = self._opening.texts(inputs)
        self.working.emit(task)
        return task

    def close(self) -> bool:
        """Close the review and end the job thread; False when what was typed cannot be stored."""
        if not self._leave():
            return False
        self._opening.cancel()
        self._jobs.close()
        return True

    # Changing

    def write(self, pair: int, text: str) -> None:
        """Take what was typed into a pair; it is stored soon, and before anything else is done."""
        self.draft = Draft(pair, text)
        if not self._store.isActive():
            self._store.start()
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

    def export(self, path: Path, options: Options | None = None) -> None:
        """Write the review to a file on the job thread."""
        if self.project is None or not self.flush():
            return
        snapshot = self.project.snapshot()
        task = self._start(lambda report: export(snapshot, path, report, options))
        task.succeeded.connect(lambda _nothing: self.exported.emit(path))

    def remember_name(self, name: Name) -> None:
        """Keep a name in the user's glossary, its wrong forms forbidden from now on."""
        if self.project is None:
            return
        try:
            glossaries.remember(glossaries.user_glossary(), name, self.project.languages()[Role.TRANSLATION])
        except (WorkbenchError, OSError) as error:
            self.failed.emit(str(error))
            return
        self._settle.start()

    def keep_copy(self, path: Path) -> None:
        """Keep a copy of the review, history and all, in another file."""
        if self.project is None or not self.flush():
            return
        try:
            self.project.copy_to(path)
        except WorkbenchError as error:
            self.failed.emit(str(error))
            return
        self.exported.emit(path)

    # What happens here

    def _announce(self, changes: ChangeSet) -> None:
        if changes.rows:
            self.gathered.update(changes)
            self.tally.update(changes)
            self.changed.emit(changes)
            self._settle.start()

    def _start(self, work: Callable[[Report], object]) -> Task:
        task = self._jobs.start(work)
        task.failed.connect(self.failed)
        self.working.emit(task)
        return task

    def _take(self, project: Project, growing: bool) -> bool:
        if not self._leave():
            project.close()
            return False
        self.project = project
        self.opened.emit()
        self.tally.begin(project)
        self.gathered.begin(project, growing=growing)
        return True

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
        self._settle.stop()
        if self._analysing is not None:
            self._analysing.cancel()
            self._analysing = None
        self.project.close()
        self.project = None
        self._show(Analysis())
        return True

    def _analyse(self) -> None:
        if self.project is None or not self.gathered.is_complete:
            return
        if self._analysing is not None:
            self._analysing.cancel()
        pairs, languages = self.gathered.in_order(), self.project.languages()
        path = self.project.path
        self._analysing = self._jobs.start(lambda report: analyse(pairs, languages, report, path))
        self._analysing.succeeded.connect(self._show)
        self._analysing.failed.connect(self.failed)

    def _show(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.analysed.emit(analysis)
