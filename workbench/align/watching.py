"""Work in a thread of its own, so that its caller hears of it, and can stop it, while machine code runs."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from dataclasses import dataclass
from typing import TypeVar

from workbench.progress import Cancelled, Report

T = TypeVar("T")
Tick = Callable[[int], None]
PATIENCE = 0.03  # seconds between reports: a stop is heard at once


@dataclass(slots=True)
class Watch:
    """How far the work is, and whether it is still wanted."""

    total: int
    done: int = 0
    stopped: bool = False

    def tick(self, count: int) -> None:
        """Take note of what was done; end the work when it is no longer wanted."""
        if self.stopped:
            raise Cancelled
        self.done = min(self.total, self.done + count)


def watched(work: Callable[[Tick], T], total: int, report: Report, *, direct: bool) -> T:
    """Do work that ticks up to `total`, reporting from this thread; what `report` raises ends the work.

    What is `direct` is done before anyone could stop it, and is spared the thread.
    """
    report(0, total)
    if direct:
        result = work(lambda _: None)
        report(total, total)
        return result
    watch = Watch(total)
    pool = ThreadPoolExecutor(1)
    try:
        result = waited(pool.submit(work, watch.tick), watch, report)
    finally:
        watch.stopped = True
        pool.shutdown(wait=False, cancel_futures=True)
    report(total, total)
    return result


def waited(future: Future[T], watch: Watch, report: Report) -> T:
    """Wait for a result, reporting now and then."""
    while True:
        try:
            return future.result(PATIENCE)
        except NotYet:
            if future.done():
                raise
            report(watch.done, watch.total)
