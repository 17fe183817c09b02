"""The language that the window speaks: the program's words, Qt's own, and the way they run."""

import os

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from ui.theme import direction
from workbench.i18n import use_language


def speak(app: QApplication, language: str | None) -> None:
    """Let the program speak a language, as tag or as a system names those it likes; None: the system's."""
    if language is None:
        os.environ.pop("LANGUAGE", None)
    else:
        os.environ["LANGUAGE"] = language  # for the processes that work for the window, too
    spoken = use_language()
    for before in app.findChildren(QTranslator):
        app.removeTranslator(before)
        before.deleteLater()
    app.installTranslator(qt_translator(spoken, app))
    app.setLayoutDirection(direction(spoken))


def qt_translator(language: str, parent: QObject) -> QTranslator:
    """Give the translations of Qt's own buttons and dialogs."""
    translator = QTranslator(parent)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    translator.load(QLocale(language), "qtbase", "_", folder)
    return translator
