"""The button beside a field that asks for a file or a folder."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton

from workbench.i18n import _


def choose_button(what: str, choose: Callable[[], None]) -> QPushButton:
    """Make the button; all of them read alike, so that its accessible name says what is chosen."""
    button = QPushButton(_("Choose…"))
    button.setAccessibleName(_("Choose: %(what)s") % {"what": what})
    button.clicked.connect(lambda _checked: choose())
    return button
