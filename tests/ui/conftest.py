"""A window, what it must not leave behind, and how to type into it."""

import gc

import pytest
from PySide6.QtCore import QEvent, QSettings
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from ui.app import make_window
from workbench.model.document import Role
from workbench.project.intake import Inputs

ARTICLE = {
    Role.TRANSLATION: "The president Olena Zelenskiy spoke. She left.\n"
    "Two people came home late.\nIt rained.\n",
    Role.REFERENCE: "The president Olena Zelenska spoke. She left.\nTwo people came home late.\nIt rained.\n",
}


@pytest.fixture(autouse=True)
def nothing_left_behind(qapp):
    """Fail a test that leaves a window or dialog behind, shown or not."""
    before = set(QApplication.topLevelWidgets())
    yield
    gc.collect()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()
    left = set(QApplication.topLevelWidgets()) - before
    assert not left, left


@pytest.fixture
def settings(tmp_path):
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def window(qtbot, qapp, settings):
    """Give an empty window."""
    made = make_window(qapp, settings)
    with qtbot.waitExposed(made):
        made.show()
    with qtbot.waitActive(made, timeout=10_000):
        made.activateWindow()
    yield made
    made.close()
    made.session.deleteLater()
    made.deleteLater()


@pytest.fixture
def texts(tmp_path):
    """Give a small article as files."""
    paths = {}
    for role, text in ARTICLE.items():
        paths[role] = tmp_path / f"{role}.txt"
        paths[role].write_text(text, encoding="utf-8")
    return paths


@pytest.fixture
def reviewing(qtbot, window, texts):
    """Give a window with the small article open and analysed."""
    open_texts(qtbot, window, texts)
    return window


def open_texts(qtbot, window, paths):
    """Open texts and wait until their names are known; the first time ever the aligner compiles."""
    with qtbot.waitSignal(window.session.analysed, timeout=120_000):
        window.session.open_texts(Inputs(paths, {}))
    if not window.view.currentIndex().isValid():
        with qtbot.waitSignal(window.view.moved):
            pass


def type_text(editor, text):
    """Type as an input method does: the only way that works for every script."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(editor, event)


def translations(window):
    """Give the translation of every pair, as the project has it."""
    return [pair.text(Role.TRANSLATION) for pair in window.session.project.pairs()]


def shown(window):
    """Give the translation of every pair, as the view shows it."""
    model = window.model
    return [model.index(row, 2).data() for row in range(model.rowCount())]
