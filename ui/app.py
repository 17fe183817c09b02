"""Start the window."""

import gc
import logging
import os
import sys
import traceback
from functools import partial
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from ui.files import open_paths
from ui.main_window import MainWindow
from ui.settings import text
from ui.stage import Stage, furnished, left_open
from workbench.i18n import _
from workbench.model.document import Role
from workbench.project.places import REVIEWS_FOLDER, log_file

_LOG = logging.getLogger(__name__)
_SWITCH = 0.001  # seconds that a job thread keeps Python to itself while the window waits to paint
# A collection of the oldest objects stops every thread: a third of a second beside 3,000 analysed pairs,
# whose analysis leaves no cycles. So it waits until a review closes.
_COLLECT = (700, 10, 1_000_000)
_LOG_SIZE = 1_000_000  # bytes


def main(path: Path | None = None) -> int:
    """Open the window, on a file when one is given, and give the exit code when it is closed."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("translation-review-workbench")
    app.setStyle("Fusion")
    settings = QSettings("translation-review-workbench", "window")
    log_to(log_file())
    sys.excepthook = report
    prepare(settings)
    stage = Stage(app, settings)
    stage.window.show()
    start(stage.window, settings, path)
    return app.exec()


def make_window(app: QApplication, settings: QSettings) -> MainWindow:
    """Make a window that stays in the language that is spoken now."""
    prepare(settings)
    return furnished(app, settings)


def prepare(settings: QSettings) -> None:
    """Let this process serve a window well."""
    sys.setswitchinterval(_SWITCH)
    gc.set_threshold(*_COLLECT)
    gc.freeze()  # modules and their data stay: that collection need not go through them
    gc.enable()  # `main.py` put it off while they were imported
    if folder := text(settings, "reviews"):
        os.environ.setdefault(REVIEWS_FOLDER, folder)


def start(window: MainWindow, settings: QSettings, path: Path | None) -> None:
    """Open what was asked for; else offer what a crash left open."""
    if path is not None and path.suffix.lower() != ".twb":
        open_paths(window.session, {Role.TRANSLATION: path})
    elif path is not None:
        window.open_when_ready(path)
    elif left := left_open(settings):
        window.offer_left_open(left)
    elif not text(settings, "greeted"):
        window.greet()


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
