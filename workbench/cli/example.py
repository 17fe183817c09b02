"""The examples at the end of a command's help: lines to copy, each of which a test runs."""

from workbench.i18n import _


def example(*lines: str) -> str:
    """Write an epilog of commands to copy; click leaves the lines after a backspace as they are."""
    return "\n".join(["\b", _("Example:"), *(f"  workbench {line}" for line in lines)])
