"""The one window on the screen: another language makes it anew, around the same review at the same pair."""

import gc
import os
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication

from ui.i18n import speak
from ui.main_window import MainWindow
from ui.session import Session
from ui.settings import scale, table, text, theme
from ui.stance import resume, stance_of
from ui.theme import put_on
from workbench.i18n import _

_AGAIN = 100  # milliseconds until it is looked again whether the window may go


class Stage(QObject):
    """Holds the window, and replaces it when the user chose another language."""

    def __init__(self, app: QApplication, settings: QSettings) -> None:
        super().__init__(app)
        self._app, self._settings = app, settings
        self._system = os.environ.get("LANGUAGE")  # what to go back to when the system is followed again
        self._again = QTimer(self, interval=_AGAIN)
        self._again.timeout.connect(self.renew)
        self._spoken = self._speak()
        self.window = self._furnish()

    @Slot()
    def renew(self) -> None:
        """Make the window anew in the language that was chosen, once nothing would be cut short by it."""
        old = self.window
        if text(self._settings, "language") == self._spoken or not old.isVisible():
            self._again.stop()
            return
        if old.session.is_busy or QApplication.activeModalWidget() or QApplication.activePopupWidget():
            if not self._again.isActive():
                old.message.tell(_("The language changes as soon as what is running has ended."))
                self._again.start()
            return
        self._again.stop()
        stance = stance_of(old)
        old.remember()
        if not old.session.close():
            return  # what was typed could not be stored, and the message says why
        self._spoken = self._speak()
        self.window = self._furnish()
        self.window.show()  # before the old one goes: the program ends with its last window
        old.close()
        for gone in (old.session, old):
            gone.deleteLater()
        if stance.review is None and (left := left_open(self._settings)):
            self.window.offer_left_open(left)
        resume(self.window, stance)
        # Of itself Python looks for circles of old objects so rarely, see `app`, that each window would stay.
        QTimer.singleShot(0, gc.collect)

    def _speak(self) -> str:
        chosen = text(self._settings, "language")
        speak(self._app, chosen or self._system)
        return chosen

    def _furnish(self) -> MainWindow:
        window = furnished(self._app, self._settings)
        window.language_chosen.connect(self.renew, Qt.ConnectionType.QueuedConnection)
        return window


def furnished(app: QApplication, settings: QSettings) -> MainWindow:
    """Make a window, dressed as the user chose, else as the system is."""

    def wear() -> None:
        chosen = theme(settings)
        if chosen == "system":
            dark = app.styleHints().colorScheme() == Qt.ColorScheme.Dark
            chosen = "dark" if dark else "light"
        put_on(chosen, scale(settings), table(settings, "families"))

    wear()
    window = MainWindow(Session(app), settings, wear)
    app.styleHints().colorSchemeChanged.connect(window.follow_system)
    return window


def left_open(settings: QSettings) -> Path | None:
    """Give the review that was open when the program ended without closing it, as long as it is there."""
    kept = text(settings, "review")
    return Path(kept) if kept and Path(kept).exists() else None
