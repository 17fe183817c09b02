"""Qt's own words, in the language the program speaks."""

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator


def qt_translator(language: str, parent: QObject) -> QTranslator:
    """Give the translations of Qt's own buttons and dialogs."""
    translator = QTranslator(parent)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    translator.load(QLocale(language), "qtbase", "_", folder)
    return translator
