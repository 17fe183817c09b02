"""What the window shows: one review at a time, and one signal when it changes.

Every change goes through `do`: it makes the operation, and tells everybody once. Scores and names are
computed on the job thread from values, and announced when they are there.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from ui.tasks import Jobs, Task
from workbench.errors import WorkbenchError
from workbench.model.bead import ReviewBead
from workbench.model.changes import ChangeSet
from workbench.model.document import Role
from workbench.model.name import Name
from workbench.model.pair import Pair
from workbench.progress import Report
from workbench.project import Project
from workbench.project.alignment import align_texts
from workbench.project.intake import Inputs, TextRead, read_texts
from workbench.project.naming import names_of
from workbench.project.places import untitled_review
from workbench.project.scoring import Scores, document_scores

_SETTLE = 250  # milliseconds without a change before scores and names are computed again


class Session(QObject):
    """The review that is open, and everything the window may ask or tell it."""

    opened = Signal()
    closing = Signal()
    changed = Signal(object)  # a ChangeSet
    scored = Signal(object)  # Scores, or None where there is no reference
    named = Signal(object)  # a list of Name
    failed = Signal(str)
    working = Signal(object)  # the Task that runs, for the progress bar

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.project: Project | None = None
        self.scores: Scores | None = None
        self.names: Sequence[Name] = ()
        self._jobs = Jobs(self)
        self._analysis: Task | None = None
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE)
        self._settle.timeout.connect(self._analyse)

    def open_review(self, path: Path) -> bool:
        """Open a review; False, with `failed`, when it cannot be."""
        try:
            project = Project.open(path)
        except WorkbenchError as error:
            self.failed.emit(str(error))
            return False
        self._take(project)
        return True

    def open_texts(self, inputs: Inputs) -> Task:
        """Read and align texts on the job thread, and open the review they make."""

        def work(report: Report) -> tuple[Mapping[Role, TextRead], Sequence[ReviewBead]]:
            texts = read_texts(inputs, report)
            return texts, align_texts(texts, report)

        task = self._jobs.start(work)
        task.succeeded.connect(self._create)
        task.failed.connect(self.failed)
        self.working.emit(task)
        return task

    def do(self, operation: Callable[[Project], ChangeSet | None]) -> ChangeSet | None:
        """Make one operation on the review, and tell everybody what it changed."""
        if self.project is None:
            return None
        try:
            changes = operation(self.project)
        except WorkbenchError as error:
            self.failed.emit(str(error))
            return None
        if changes is not None and changes.rows:
            self.changed.emit(changes)
            self._settle.start()
        return changes

    def close(self) -> None:
        """Close the review and end the job thread."""
        self._leave()
        self._jobs.close()

    def _create(self, result: tuple[Mapping[Role, TextRead], Sequence[ReviewBead]]) -> None:
        texts, rows = result
        title = texts[Role.TRANSLATION].path.stem
        try:
            project = Project.create(untitled_review(title), texts, rows)
        except WorkbenchError as error:
            self.failed.emit(str(error))
            return
        self._take(project)

    def _take(self, project: Project) -> None:
        self._leave()
        self.project = project
        self.opened.emit()
        self._analyse()

    def _leave(self) -> None:
        if self.project is None:
            return
        self.closing.emit()
        self._settle.stop()
        if self._analysis is not None:
            self._analysis.cancel()
        self.project.close()
        self.project, self.scores, self.names = None, None, ()

    def _analyse(self) -> None:
        if self.project is None:
            return
        if self._analysis is not None:
            self._analysis.cancel()
        pairs, languages = self.project.pairs(), self.project.languages()
        task = self._jobs.start(lambda report: analysis(pairs, languages, report))
        self._analysis = task
        task.succeeded.connect(self._analysed)
        task.finished.connect(lambda: self._forget(task))

    def _forget(self, task: Task) -> None:
        if self._analysis is task:
            self._analysis = None

    def _analysed(self, result: tuple[Scores | None, Sequence[Name]]) -> None:
        self.scores, self.names = result
        self.scored.emit(self.scores)
        self.named.emit(self.names)


def analysis(
    pairs: Sequence[Pair], languages: Mapping[Role, str], report: Report
) -> tuple[Scores | None, Sequence[Name]]:
    """Score a review's pairs and find its names; what was scored before comes from the cache."""
    names = names_of(pairs, languages, report)
    return document_scores(pairs, languages, report), names
