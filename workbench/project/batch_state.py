"""How far a run is: sums, counts, lengths of what was written. A value, so that it is never half changed."""

import base64
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from itertools import zip_longest
from typing import Any

import numpy as np

from workbench.project.batch_chunks import Problem
from workbench.project.batch_counting import Counted
from workbench.project.batch_layout import Layout
from workbench.score import Statistics

_LISTED = 20  # problems that are told one by one; the others are counted


@dataclass(frozen=True, slots=True)
class State:
    """What was done: `partition` is the one that is being read, `rows` how much of it; sums are by metric."""

    layout: Layout | None = None
    partition: int = 0
    rows: int = 0
    sequence: int = 0
    segments: int = 0
    references: int = 1
    broken: int = 0
    problems: tuple[Problem, ...] = ()
    lengths: Mapping[str, int] = field(default_factory=dict)
    sums: Sequence[Statistics] = ()
    resampled: Sequence[Statistics] = ()

    def plus(self, counted: Counted, written: Mapping[str, int]) -> "State":
        """Give the state after one more chunk."""
        return replace(
            self,
            partition=counted.partition,
            rows=counted.rows + (self.rows if counted.partition == self.partition else 0),
            sequence=self.sequence + 1,
            segments=self.segments + counted.segments,
            references=counted.references or self.references,
            broken=self.broken + len(counted.problems),
            problems=(*self.problems, *counted.problems)[:_LISTED],
            lengths={**self.lengths, **written},
            sums=added(self.sums, counted.sums),
            resampled=added(self.resampled, counted.resampled),
        )


def added(one: Sequence[Statistics], two: Sequence[Statistics]) -> list[Statistics]:
    """Add metric by metric; what is not there is nothing."""
    pairs = zip_longest(one, two)
    return [np.asarray(b if a is None else a if b is None else a + b, np.float64) for a, b in pairs]


def as_json(state: State) -> dict[str, object]:
    """Write a state for a journal."""
    rest = replace(state, sums=(), resampled=())
    arrays = {name: [packed(one) for one in getattr(state, name)] for name in ("sums", "resampled")}
    return asdict(rest) | arrays


def from_json(shape: dict[str, Any]) -> State:
    """Read a state from a journal."""
    layout = shape["layout"]
    if layout is not None:
        layout["scores"] = tuple(layout["scores"])
        layout["statistics"] = tuple((name, width) for name, width in layout["statistics"])
        shape["layout"] = Layout(**layout)
    shape["problems"] = tuple(Problem(**problem) for problem in shape["problems"])
    arrays = {name: [unpacked(one) for one in shape[name]] for name in ("sums", "resampled")}
    return State(**(shape | arrays))


def packed(array: Statistics) -> dict[str, object]:
    """Write an array exactly."""
    return {"shape": array.shape, "data": base64.b64encode(array.tobytes()).decode("ascii")}


def unpacked(shape: dict[str, Any]) -> Statistics:
    """Read an array."""
    return np.frombuffer(base64.b64decode(shape["data"]), np.float64).reshape(shape["shape"])
