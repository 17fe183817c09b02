"""The pairs of the open review as values, read in slices so that the window never waits for them.

Up to some ten thousand pairs are held in memory; of a larger review they are read again by whoever needs all.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from workbench.model.changes import ChangeSet
from workbench.model.document import Role
from workbench.model.pair import Pair
from workbench.project import Project

_SLICE = 200  # pairs read at once: some 10 ms
_TURN = 0.012  # seconds of reading between two turns of the event loop
MOST_HELD = 20_000  # pairs: some 20 MB of them
_AT_ONCE = 1_000  # pairs held in memory that a walk goes through without a turn of the event loop

Visit = Callable[[Sequence[Pair]], None]


class Gathering(QObject):
    """What scores, names and filters are computed from; a change re-reads just what it touched."""

    complete = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project: Project | None = None
        self._ids: list[int] = []
        self._pairs: dict[int, Pair] = {}
        self._owner: dict[int, int] = {}  # the pair that holds a sentence
        self._next = 0
        self._growing = False
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._read_on)

    @property
    def is_large(self) -> bool:
        """Tell whether the review is too large to be held."""
        return len(self._ids) > MOST_HELD

    @property
    def is_complete(self) -> bool:
        """Tell whether every pair is there, and held."""
        there = self._project is not None and not self.is_large and not self._growing
        return there and self._next >= len(self._ids)

    def begin(self, project: Project, *, growing: bool = False) -> None:
        """Read a review's pairs, those of a short one at once; `growing`: more will come first."""
        self.end()
        self._project, self._ids, self._growing = project, project.pair_ids(), growing
        if len(self._ids) > _SLICE:
            self._turn.start()
        else:
            self._read_on()

    def grow(self, ids: Sequence[int]) -> None:
        """Take over pairs that arrived behind the last; none: those were all."""
        self._ids += ids
        self._growing = bool(ids)
        if not self._growing and not self._turn.isActive():
            self._read_on()

    def end(self) -> None:
        """Forget everything."""
        self._turn.stop()
        self._project, self._ids, self._next = None, [], 0
        self._pairs, self._owner = {}, {}

    def update(self, changes: ChangeSet) -> None:
        """Read again what a change touched; new and gone pairs, too."""
        project = self._project
        if project is None:
            return
        touched = self._stale(changes) | project.pairs_touched(changes)
        if "pair" in changes.rows and not project.keeps_order(changes):
            self._reorder(project.pair_ids())
        self._hold(project.pairs([id_ for id_ in touched if id_ in self._pairs]))

    def in_order(self) -> list[Pair]:
        """Give the pairs that are held, in order."""
        return [self._pairs[id_] for id_ in self._ids if id_ in self._pairs]

    @property
    def is_small(self) -> bool:
        """Tell whether all pairs are held and so few that they can be gone through in one go."""
        return self.is_complete and len(self._ids) <= _AT_ONCE

    def slices(self) -> Iterator[Sequence[Pair]]:
        """Give all pairs in order, some at a time, from memory or as the project has them."""
        ids = list(self._ids)
        for start in range(0, len(ids), _SLICE):
            page = ids[start : start + _SLICE]
            if self._project is None:
                return
            if all(id_ in self._pairs for id_ in page):
                yield [self._pairs[id_] for id_ in page]
            else:
                yield self._project.pairs(page)

    def _hold(self, pairs: Iterable[Pair]) -> None:
        for pair in pairs:
            self._pairs[pair.id] = pair
            self._owner.update((sentence.id, pair.id) for role in Role for sentence in pair.sentences(role))

    def _reorder(self, ids: list[int]) -> None:
        """Take over a new order; what was not read yet comes with the next slices."""
        done = self.is_complete
        there = set(ids)
        self._pairs = {id_: pair for id_, pair in self._pairs.items() if id_ in there}
        self._ids = ids
        missing = [id_ for id_ in ids if id_ not in self._pairs]
        if done and self._project:
            self._hold(self._project.pairs(missing))
            self._next = len(ids)
        else:
            self._next = 0

    def _stale(self, changes: ChangeSet) -> set[int]:
        """Give the pairs that held a changed sentence: it may be gone from them now."""
        changed = changes.rows.get("sentence", frozenset())
        return {self._owner[id_] for id_ in changed if id_ in self._owner}

    def _read_on(self) -> None:
        if self._project is None or self._growing or self.is_large:
            return  # of a growing review nobody knows yet whether it will be held
        page = [id_ for id_ in self._ids[self._next : self._next + _SLICE] if id_ not in self._pairs]
        self._hold(self._project.pairs(page))
        self._next = min(self._next + _SLICE, len(self._ids))
        if self.is_complete:
            self.complete.emit()
        elif self._next < len(self._ids):
            self._turn.start()


class Walk(QObject):
    """Goes through all pairs in order, a slice at a time; a small review in one go."""

    def __init__(self, gathering: Gathering, parent: QObject) -> None:
        super().__init__(parent)
        self._gathering = gathering
        self._slices: Iterator[Sequence[Pair]] = iter(())
        self._visit: Visit = ignore
        self._done: Callable[[], None] = nothing
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._go_on)

    @property
    def is_going(self) -> bool:
        """Tell whether pairs are still to be visited."""
        return self._turn.isActive()

    def begin(self, visit: Visit, done: Callable[[], None]) -> None:
        """Visit all pairs, then say that it is done; what was begun before is given up."""
        self._slices, self._visit, self._done = iter(self._gathering.slices()), visit, done
        if self._gathering.is_small:
            self.finish()
        else:
            self._turn.start()

    def stop(self) -> None:
        """Visit no more."""
        self._turn.stop()
        self._slices, self._visit, self._done = iter(()), ignore, nothing

    def finish(self) -> None:
        """Visit all that is left now."""
        self._turn.stop()
        for pairs in self._slices:
            self._visit(pairs)
        self._done()

    def _go_on(self) -> None:
        until = perf_counter() + _TURN
        for pairs in self._slices:
            self._visit(pairs)
            if perf_counter() >= until:
                self._turn.start()
                return
        self._done()


def ignore(_pairs: Sequence[Pair]) -> None:
    """Visit nothing."""


def nothing() -> None:
    """Be done with nothing."""
