"""Start the window."""

import logging
import sys
import traceback
from functools import partial
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from ui.commands import open_paths
from ui.i18n import qt_translator
from ui.main_window import MainWindow
from ui.session import Session
from ui.theme import DARK, LIGHT, is_dark, palette, style_sheet
from workbench.i18n import _, use_language
from workbench.model.document import Role
from workbench.project.places import log_file

_LOG = logging.getLogger(__name__)
_SWITCH = 0.001  # seconds that a job thread keeps Python to itself while the window waits to paint
_LOG_SIZE = 1_000_000  # bytes


def main(path: Path | None = None) -> int:
    """Open the window, on a file when one is given, and give the exit code when it is closed."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("translation-review-workbench")
    app.setStyle("Fusion")
    app.installTranslator(qt_translator(use_language(), app))
    log_to(log_file())
    sys.excepthook = report
    settings = QSettings("translation-review-workbench", "window")
    window = make_window(app, settings)
    window.show()
    start(window, settings, path)
    return app.exec()


def make_window(app: QApplication, settings: QSettings) -> MainWindow:
    """Make the window, in the theme the user chose, else the system's."""

    def follow_system() -> None:
        if settings.value("theme") is None:
            dress(app, dark=app.styleHints().colorScheme() == Qt.ColorScheme.Dark)

    def switch_theme() -> None:
        dark = not is_dark()
        settings.setValue("theme", "dark" if dark else "light")
        dress(app, dark=dark)

    sys.setswitchinterval(_SWITCH)
    dress(app, dark=settings.value("theme") == "dark")
    follow_system()
    app.styleHints().colorSchemeChanged.connect(follow_system)
    return MainWindow(Session(app), settings, switch_theme)


def start(window: MainWindow, settings: QSettings, path: Path | None) -> None:
    """Open what was asked for; else what a crash left open."""
    left_open = settings.value("review")
    if path is not None and path.suffix.lower() != ".twb":
        open_paths(window.session, {Role.TRANSLATION: path})
    elif path is not None:
        window.open_when_ready(path)
    elif left_open and Path(str(left_open)).exists():
        window.open_when_ready(Path(str(left_open)))


def dress(app: QApplication, *, dark: bool) -> None:
    """Put a theme's colours everywhere."""
    colours = DARK if dark else LIGHT
    app.setPalette(palette(colours))
    app.setStyleSheet(style_sheet(colours))


def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Log a failure of ours and show it, one at a time, with the text to send us."""
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    text = "".join(traceback.format_exception(kind, error, trace))
    _LOG.error("%s", text)
    # Later, and not twice: a failure in painting would open a dialog that paints, and fails.
    if QGuiApplication.instance() is not None and QApplication.activeModalWidget() is None:
        QTimer.singleShot(0, partial(show_failure, text))


def show_failure(text: str) -> None:
    """Say that something of ours failed."""
    if QApplication.activeModalWidget() is not None:
        return
    box = QMessageBox(QMessageBox.Icon.Warning, _("An error of ours"), "")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(_("Something went wrong in the program. Your work is saved; please send us the details."))
    box.setDetailedText(text)
    copy = box.addButton(_("Copy the details"), QMessageBox.ButtonRole.ActionRole)
    box.addButton(QMessageBox.StandardButton.Close)
    box.exec()
    if box.clickedButton() is copy:
        QGuiApplication.clipboard().setText(text)


def log_to(path: Path) -> None:
    """Keep what goes wrong in a file of its own, small enough to send."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(path, maxBytes=_LOG_SIZE, backupCount=1, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)
