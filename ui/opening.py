"""From files to an open review: small ones here, large ones in a process of their own, part by part."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Semaphore

from PySide6.QtCore import QObject, Qt, QTemporaryDir, QTimer, Signal, Slot

from ui.tasks import Jobs, Task, Work
from ui.turns import Turns
from workbench.errors import InUseError, WorkbenchError
from workbench.model.bead import ReviewBead
from workbench.model.document import Role
from workbench.model.pair import Status
from workbench.progress import Report
from workbench.project import Project, arriving
from workbench.project.entry_rows import Part
from workbench.project.intake import Inputs, TextRead, read_texts
from workbench.project.processes import fetch, warm_up
from workbench.project.remarks import warnings_of
from workbench.project.untitled import open_untitled

Prepared = tuple[Mapping[Role, TextRead], Sequence[ReviewBead]]
Take = Callable[[Project, bool], bool]  # the project, whether entries are still to come; whether it is taken
_WAITING = 1  # parts between the process and the window
_SETTLED_AT_ONCE = 4  # parts: some 10 ms
_SAID_AT_ONCE = 20_000  # pairs: each time that some come, the rows on the screen are painted again
_LOOK_UP = 0.1  # seconds until a cancel is answered


@dataclass(slots=True)
class Fetched:
    """What one process makes: the task that listens to it, and the review once that is open."""

    task: Task | None = None
    project: Project | None = None
    room: Semaphore = field(default_factory=lambda: Semaphore(_WAITING))
    unsettled: int = 0  # parts that arrived


class Opening(QObject):
    """One opening at a time; what was begun before is given up."""

    grown = Signal(object)  # (id, status) of the pairs that arrived; none: all are there
    warned = Signal(object)  # sentences about the files
    failed = Signal(str)
    in_use = Signal(object, str)  # the Path of a review that is open elsewhere, and that said
    _parted = Signal(object)

    def __init__(self, jobs: Jobs, take: Take, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs, self._take = jobs, take
        self._task: Task | None = None
        self._growing: Fetched | None = None
        self._unsaid: list[tuple[int, Status]] = []  # pairs that arrived and are not shown yet
        self._turns = Turns(self)
        self._copies = QTemporaryDir()
        self._parted.connect(self._receive, Qt.ConnectionType.QueuedConnection)
        QTimer.singleShot(0, self, warm_up)  # once the window stands

    @property
    def is_growing(self) -> bool:
        """Tell whether the open review still lacks entries."""
        return self._growing is not None

    def texts(self, inputs: Inputs) -> Task:
        """Make a review of texts, or open the one that was begun earlier."""
        if arriving.is_large(inputs):
            return self._fetch(partial(arriving.make, inputs))

        def work(report: Report) -> Prepared:
            from workbench.project.alignment import align_texts  # noqa: PLC0415 -- numba: 74 MB, a third of a second

            texts = read_texts(inputs, report)
            return texts, align_texts(texts, report, training=inputs.training)

        task = self._begin(work)
        task.succeeded.connect(self._create)
        return task

    def review(self, path: Path) -> Task | None:
        """Open a review, at once where it is small; else give the task that does."""
        if arriving.is_large_review(path):
            return self._fetch(partial(arriving.check, path))
        self.cancel()
        try:
            self._take(Project.open(path), False)
        except InUseError as error:
            self.in_use.emit(path, str(error))
        except WorkbenchError as error:
            self.failed.emit(str(error))
        return None

    def copy_to_read(self, path: Path) -> Project | None:
        """Open a copy of a review that is open elsewhere; the copy goes with this object."""
        try:
            return Project.open_to_read(path, Path(self._copies.path()))
        except (WorkbenchError, OSError) as error:
            self.failed.emit(str(error))
            return None

    def cancel(self) -> None:
        """Give up what is being opened."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def leave(self) -> None:
        """Let no more entries come: the review they belong to closes, and opens complete the next time."""
        if self._growing is not None and self._growing.task is not None:
            self._growing.task.cancel()
        self._growing, self._unsaid = None, []

    def _begin(self, work: Work) -> Task:
        self.cancel()
        self._task = self._jobs.start(work)
        self._task.failed.connect(self.failed)
        return self._task

    def _fetch(self, work: Callable[[Connection], None]) -> Task:
        fetched = Fetched()

        def run(report: Report) -> None:
            def deliver(part: arriving.Arrival) -> None:
                while not fetched.room.acquire(timeout=_LOOK_UP):
                    report(0, 0)
                self._parted.emit((fetched, part))

            fetch(work, deliver, report)

        fetched.task = self._begin(run)
        return fetched.task

    @Slot(object)
    def _receive(self, sent: tuple[Fetched, arriving.Arrival]) -> None:
        self._turns.add(partial(self._take_part, *sent))

    def _take_part(self, fetched: Fetched, part: arriving.Arrival) -> None:
        try:
            if isinstance(part, arriving.Ready):
                self._open(fetched, part)
            elif fetched is self._growing:
                self._grow(fetched, part)
        except WorkbenchError as error:
            self.failed.emit(str(error))
        finally:
            fetched.room.release()  # not before: what is waiting here takes memory

    def _open(self, fetched: Fetched, part: arriving.Ready) -> None:
        if fetched.task is not self._task:
            return
        self._task = None
        fetched.project = Project.open_checked(part.path)
        self._turns.add(partial(self._show, fetched, fetched.project, part.arriving))

    def _show(self, fetched: Fetched, project: Project, arriving: bool) -> None:
        if self._take(project, arriving) and arriving:
            self._growing = fetched

    def _grow(self, fetched: Fetched, part: Part | arriving.Complete) -> None:
        if fetched.project is None:
            return
        if isinstance(part, arriving.Complete):
            fetched.project.arrive(None)
            self._turns.add(partial(self._end_growing, fetched))
            return
        fetched.project.arrive(part)
        self._unsaid += part.pairs()
        fetched.unsettled += 1
        if fetched.unsettled == _SETTLED_AT_ONCE:
            self._turns.add(partial(self._settle, fetched))
        if len(self._unsaid) >= _SAID_AT_ONCE:
            self._turns.add(self.say_grown)

    def _settle(self, fetched: Fetched) -> None:
        fetched.unsettled = 0
        if fetched is self._growing and fetched.project is not None:
            with suppress(WorkbenchError):  # what fails here fails at the next change, which says so
                fetched.project.settle()

    def _end_growing(self, fetched: Fetched) -> None:
        if fetched is self._growing:
            self.say_grown()
            self._growing = None
            self.grown.emit([])

    def say_grown(self) -> None:
        """Tell of the pairs that arrived and were not told of yet."""
        said, self._unsaid = self._unsaid, []
        if said:
            self.grown.emit(said)

    def _create(self, prepared: Prepared) -> None:
        self._task = None
        try:
            project = open_untitled(*prepared)
        except WorkbenchError as error:
            self.failed.emit(str(error))
            return
        self._take(project, False)
        self.warned.emit(warnings_of(prepared[0]))
