"""Long work in a process of its own: it shares no lock with the window, and its memory goes with it."""

import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from typing import Any

from workbench.errors import WorkbenchError
from workbench.i18n import spoken_language, use_language
from workbench.progress import Report

# A process forked from one that has imported what it needs begins half a second sooner; Windows cannot fork.
_FORKS = "forkserver" in multiprocessing.get_all_start_methods()
_NEEDED = ["workbench.project.arriving", "workbench.formats.po_document"]
_PIPE = 1 << 20  # bytes: what a user may have without asking (pipe(7)), some parts of a catalogue
_LOOK_UP = 0.1  # seconds until a cancel is answered


def fetch(work: Callable[[Connection], None], deliver: Callable[[Any], None], report: Report) -> None:
    """Run a function in a process, and hand over what it sends.

    A pair of numbers that it sends is progress, a WorkbenchError is raised here; `report` may cancel it.
    """
    with process(work) as pipe:
        while True:
            while not pipe.poll(_LOOK_UP):
                report(0, 0)
            try:
                part = pipe.recv()
            except EOFError:
                return
            if isinstance(part, tuple):
                report(*part)
            elif isinstance(part, WorkbenchError):
                raise part
            else:
                deliver(part)


def warm_up() -> None:
    """Start what processes are forked from before the first is needed, where the system can."""
    if _FORKS:
        from multiprocessing import forkserver  # noqa: PLC0415 -- where it is

        forkserver.set_forkserver_preload(_NEEDED)
        forkserver.ensure_running()


@contextmanager
def process(work: Callable[[Connection], None]) -> Iterator[Connection]:
    """Start a process and end it, done or not."""
    context = multiprocessing.get_context("forkserver") if _FORKS else multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    widen(theirs)
    worker = context.Process(
        target=begin, args=(work, theirs, spoken_language(), dict(os.environ)), daemon=True
    )
    worker.start()
    theirs.close()
    try:
        yield ours
    finally:
        ours.close()
        worker.terminate()
        worker.join()
        worker.close()


def widen(pipe: Connection) -> None:
    """Let a pipe hold what a process sends at once, so that it works on while nobody listens; on Linux."""
    if sys.platform == "linux":
        from fcntl import F_SETPIPE_SZ, fcntl  # noqa: PLC0415 -- Linux's own

        with suppress(OSError):  # the user's pipes are as large as they may be
            fcntl(pipe.fileno(), F_SETPIPE_SZ, _PIPE)


def begin(
    work: Callable[[Connection], None], pipe: Connection, language: str, environment: Mapping[str, str]
) -> None:
    """Do the work, and send what is the user's to mend instead of raising it."""
    os.environ.update(environment)  # a process that was forked has that of an earlier time
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the window answers to it
    use_language(language)
    gc.disable()  # a short life of a million values, none in circles
    try:
        work(pipe)
    except WorkbenchError as error:
        pipe.send(type(error)(str(error)))
    except BrokenPipeError:
        return  # nobody waits any more
