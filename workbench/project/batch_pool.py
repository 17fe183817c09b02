"""Chunks counted in several processes, their results in order, only a few in flight at any time."""

import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from multiprocessing.util import Finalize
from typing import TypeVar

from workbench.errors import WorkbenchError
from workbench.i18n import _
from workbench.project.batch_interrupt import Check

_AHEAD = 3  # chunks a worker: one it counts, one that waits for it, one being read

_LOOK_UP = 0.2  # seconds until Ctrl+C is answered
_LAST = -100  # of what a process does at its end


class WorkersLostError(WorkbenchError):
    """A worker was killed; what was counted before is not lost."""


Given = TypeVar("Given")
Made = TypeVar("Made")


def in_order(
    work: Callable[[Given], Made], tasks: Iterable[Given], jobs: int, check: Check
) -> Generator[Made, None, None]:
    """Apply `work` to each task, in this process or in several; results come in the order of the tasks.

    `check` is called while nothing is half done; it raises to stop.
    """
    if jobs <= 1:
        for task in tasks:
            check()
            yield work(task)
        return
    with workers(jobs) as pool:
        try:
            yield from flowing(partial(submitted, pool, work), tasks, _AHEAD * jobs, check)
        except BrokenProcessPool as error:
            raise WorkersLostError(
                _("A worker process was ended from outside, perhaps for want of memory; try fewer --jobs.")
            ) from error


def flowing(
    submit: Callable[[Given], "Future[Made]"], tasks: Iterable[Given], most: int, check: Check
) -> Iterator[Made]:
    """Hand tasks over as results come back."""
    waiting: deque[Future[Made]] = deque()
    for task in tasks:
        waiting.append(submit(task))
        if len(waiting) >= most:
            yield result_of(waiting.popleft(), check)
    while waiting:
        yield result_of(waiting.popleft(), check)


def submitted(pool: ProcessPoolExecutor, work: Callable[[Given], Made], task: Given) -> "Future[Made]":
    """Hand one task over; the first time, the processes are started."""
    with uninterrupted():
        return pool.submit(work, task)


def result_of(future: "Future[Made]", check: Check) -> Made:
    """Wait for a result, looking up now and then."""
    while not wait([future], _LOOK_UP).done:
        check()
    check()
    return future.result()


@contextmanager
def workers(jobs: int) -> Iterator[ProcessPoolExecutor]:
    """Start processes and end them; what they have not begun is dropped."""
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, context, initializer=prepare_end)
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Block Ctrl+C while processes start: they inherit that, and only this one answers to it."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def prepare_end() -> None:
    """Let this worker end with the process that started it, of which the pool's own pipe would never tell it.

    Let it also end at once when it has done its work: its memory goes with it, and Python would take seconds
    to give back each word that it has kept.
    """
    threading.Thread(target=wait_for_parent, daemon=True).start()
    Finalize(None, end_at_once, exitpriority=_LAST)


def end_at_once() -> None:
    """End this process; what it has sent has arrived."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)


def wait_for_parent() -> None:
    """Wait until this process is an orphan, and end it."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
