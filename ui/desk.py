"""What commands work on."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget

from ui.session import Session
from ui.views.aligned import AlignedView
from ui.widgets.filter_field import FilterField
from ui.widgets.find_bar import FindBar
from ui.widgets.message import Message


@dataclass(frozen=True, slots=True)
class Desk:
    """What a command works on."""

    window: QWidget
    session: Session
    view: AlignedView
    message: Message
    filter: FilterField
    find: FindBar
    settings: QSettings
    keys: set[str]  # of all commands: texts leave them to the window
    dress: Callable[[], None]  # puts on the theme and the fonts that the settings say
    speak: Callable[[], None]  # goes over to the language that the settings say
