"""What was decided about a text, by the reviewer here or by somebody whose file says so."""

from enum import StrEnum


class Status(StrEnum):
    """What the reviewer decided about a pair."""

    UNREVIEWED = "unreviewed"
    NEEDS_WORK = "needs-work"
    APPROVED = "approved"
