"""What a command is, and which keys it has."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSettings
from PySide6.QtGui import QKeySequence

from ui.desk import Desk
from ui.settings import table


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a user can do.

    `keys` are in Qt's portable notation; `needs_review` greys it without a review, `linking` but while
    sentences are linked; one that is not `listed` is left out where people read.
    """

    id: str
    title: str
    keys: tuple[str, ...]
    run: Callable[[Desk], None]
    needs_review: bool = True
    linking: bool = False
    listed: bool = True


def keys_of(command: Command, settings: QSettings) -> tuple[str, ...]:
    """Give a command's keys, as the user changed them."""
    changed = table(settings, "keys").get(command.id)
    if changed is None:
        return command.keys
    return (changed,) if changed else ()


def keys_text(command: Command, settings: QSettings) -> str:
    """Give a command's keys as the system writes them."""
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(QKeySequence(key).toString(native) for key in keys_of(command, settings)[:1])
