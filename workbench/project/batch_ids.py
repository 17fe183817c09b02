"""Ids seen so far, in eight bytes each, so that ten million of them fit in memory."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.int64]


@dataclass(slots=True)
class SeenIds:
    """Sorted runs of hashes, each about twice as long as the next, so that a look into all is cheap.

    Python's hashes have 64 bits: among ten million different ids two are taken for one with a chance of
    3 in a million.
    """

    runs: list[Hashes] = field(default_factory=list)

    def repeated(self, ids: Sequence[str]) -> int | None:
        """Take more ids; give the index of the first that was there before, or None."""
        fresh = np.array([hash(name) for name in ids], np.int64)
        again = np.zeros(len(fresh), bool)
        for run in self.runs:
            place = np.minimum(np.searchsorted(run, fresh), len(run) - 1)
            again |= run[place] == fresh
        order = np.argsort(fresh, kind="stable")
        again[order[1:]] |= fresh[order[1:]] == fresh[order[:-1]]
        if again.any():
            return int(again.argmax())
        self.add(fresh[order])
        return None

    def add(self, run: Hashes) -> None:
        """Keep a sorted run, joined with those that are no longer than it."""
        while self.runs and len(self.runs[-1]) <= len(run):
            run = np.sort(np.concatenate([self.runs.pop(), run]))
        if len(run):
            self.runs.append(run)
