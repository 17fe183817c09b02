"""How long work tells how far it is, and how it is stopped.

A long function takes `report(done, total)` and calls it now and then; to cancel, the caller's `report`
raises `Cancelled`, which passes through the work untouched.
"""

from collections.abc import Callable

Report = Callable[[int, int], None]


class Cancelled(Exception):  # noqa: N818 -- not an error: the user asked for it
    """Raised by a `report` when the work is no longer wanted."""


def silent(done: int, total: int) -> None:
    """Ignore progress."""
    del done, total
