"""Failures that are the user's to mend; anything else is ours and keeps its traceback."""


class WorkbenchError(Exception):
    """One sentence that says what is wrong, where, and what to do; shown as it is, exit code 2."""


class InUseError(WorkbenchError):
    """A review is open in another window or program."""
