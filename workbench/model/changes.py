"""What an operation announces, and what the history shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Direction(StrEnum):
    """Whether a change was made, taken back or made again."""

    DONE = "done"
    UNDONE = "undone"
    REDONE = "redone"


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """Which rows of which tables an operation touched; listeners re-read just those.

    `step` is the undo step, `name` its name for people, `place` the pair to go back to when it is undone.
    """

    step: int
    name: str
    direction: Direction
    rows: Mapping[str, frozenset[int]] = field(default_factory=dict)
    place: int | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the history."""

    id: int
    name: str
    undone: bool
    time: float
    place: int | None = None
