"""Long work off the UI thread: plain functions that take a `report`, one at a time."""

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from workbench.errors import WorkbenchError
from workbench.progress import Cancelled, Report

Work = Callable[[Report], Any]
_REPORT_EVERY = 0.1  # seconds: more often than the eye follows only slows the work


class Task(QObject):
    """One piece of work. Its signals arrive on the UI thread, `finished` always last.

    The outcome is emitted from a queued slot, so that whoever connects after `start` still hears it.
    """

    progressed = Signal(int, int)
    succeeded = Signal(object)
    failed = Signal(str)
    finished = Signal()
    _done = Signal(object)

    def __init__(self, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._cancelled = False
        self._last = 0.0
        self._done.connect(self._settle, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Ask the work to stop at its next report."""
        self._cancelled = True

    def run(self) -> None:
        """Do the work, on the job thread."""
        try:
            outcome: object = (True, self._work(self._report))
        except Cancelled:
            outcome = None
        except WorkbenchError as error:
            outcome = (False, str(error))
        except BaseException as error:  # noqa: BLE001 -- raised again on the UI thread, where it is reported
            outcome = error
        self._done.emit(outcome)

    def _report(self, done: int, total: int) -> None:
        if self._cancelled:
            raise Cancelled
        now = time.monotonic()
        if now - self._last >= _REPORT_EVERY:
            self._last = now
            self.progressed.emit(done, total)

    @Slot(object)
    def _settle(self, outcome: object) -> None:
        try:
            if isinstance(outcome, BaseException):
                raise outcome
            if isinstance(outcome, tuple) and not self._cancelled:
                succeeded, value = outcome
                (self.succeeded if succeeded else self.failed).emit(value)
        finally:
            self.finished.emit()
            self.deleteLater()


class Jobs(QObject):
    """The one thread that jobs run on, in the order they were started."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._threads = ThreadPoolExecutor(1, thread_name_prefix="job")
        self._running: dict[Task, Future[None]] = {}

    def start(self, work: Work) -> Task:
        """Start work; connect to the task's signals right afterwards."""
        task = Task(work, self)
        task.finished.connect(lambda: self._running.pop(task, None))
        self._running[task] = self._threads.submit(copy_context().run, task.run)
        return task

    def close(self) -> None:
        """Cancel what runs and wait for its end."""
        for task in self._running:
            task.cancel()
        self._threads.shutdown(wait=True, cancel_futures=True)
