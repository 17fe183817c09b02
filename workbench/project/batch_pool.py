"""Chunks counted in several processes, their results in order, only a few in flight at any time."""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import TypeVar

from workbench.errors import WorkbenchError
from workbench.i18n import _

_AHEAD = 3  # chunks a worker: one it counts, one that waits for it, one being read


class WorkersLostError(WorkbenchError):
    """A worker was killed; what was counted before is not lost."""


Given = TypeVar("Given")
Made = TypeVar("Made")


def in_order(work: Callable[[Given], Made], tasks: Iterable[Given], jobs: int) -> Iterator[Made]:
    """Apply `work` to each task, in this process or in several; results come in the order of the tasks."""
    if jobs <= 1:
        yield from map(work, tasks)
        return
    with workers(jobs) as pool:
        try:
            yield from flowing(pool, work, tasks, _AHEAD * jobs)
        except BrokenProcessPool as error:
            raise WorkersLostError(
                _("A worker process was ended from outside, perhaps for want of memory; try fewer --jobs.")
            ) from error


def flowing(
    pool: ProcessPoolExecutor, work: Callable[[Given], Made], tasks: Iterable[Given], most: int
) -> Iterator[Made]:
    """Hand tasks over as results come back."""
    waiting: deque[Future[Made]] = deque()
    for task in tasks:
        with uninterrupted():
            waiting.append(pool.submit(work, task))
        if len(waiting) >= most:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


@contextmanager
def workers(jobs: int) -> Iterator[ProcessPoolExecutor]:
    """Start processes and end them; what they have not begun is dropped."""
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, context, initializer=end_with_parent)
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Hold Ctrl+C back while processes start: they inherit that, and only this one answers to it."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def end_with_parent() -> None:
    """End this worker when the process that started it is gone: the pool's own pipe would never tell it."""
    threading.Thread(target=wait_for_parent, daemon=True).start()


def wait_for_parent() -> None:
    """Wait until this process is an orphan, and end it."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
