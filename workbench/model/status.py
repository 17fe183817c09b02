"""What was decided about a text, by the reviewer here or by somebody whose file says so."""

from collections.abc import Iterable
from enum import StrEnum


class Status(StrEnum):
    """What the reviewer decided about a pair."""

    UNREVIEWED = "unreviewed"
    NEEDS_WORK = "needs-work"
    APPROVED = "approved"


def together(statuses: Iterable[Status]) -> Status:
    """Give the decision about what has one flag for all its texts: each of them must be approved."""
    there = set(statuses)
    if Status.NEEDS_WORK in there:
        return Status.NEEDS_WORK
    return Status.APPROVED if there == {Status.APPROVED} else Status.UNREVIEWED
