"""A reviewer's day, in a real window on a virtual screen."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import polib
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import open_texts, shown, translations, type_text
from ui.app import start
from ui.dialogs.open import OpenDialog
from ui.files import open_dialog
from workbench.model.document import Role
from workbench.model.pair import Status

pytestmark = pytest.mark.window
ROOT = Path(__file__).parent.parent.parent
CONTROL = Qt.KeyboardModifier.ControlModifier


def key(qtbot, window, pressed, modifier=CONTROL):
    qtbot.keyClick(window.view.editor, pressed, modifier)


def row_with(window, text):
    return next(row for row, shown_text in enumerate(shown(window)) if text in shown_text)


def test_review_an_article_from_opening_to_export(qtbot, window, sample, tmp_path):
    open_texts(qtbot, window, sample)
    assert window.model.rowCount() == len(translations(window)) > 45
    imported = translations(window)

    window.view.go_to_row(row_with(window, "Olysia Rutsevich"))
    key(qtbot, window, Qt.Key.Key_1)
    assert "Orysia Lutsevych" in translations(window)[window.view.currentIndex().row()]

    window.view.go_to_row(row_with(window, "I will."))
    window.view.editor.moveCursor(window.view.editor.textCursor().MoveOperation.End)
    for _letter in range(len(" I will.")):
        key(qtbot, window, Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier)
    key(qtbot, window, Qt.Key.Key_Return)
    assert not any("I will." in text for text in translations(window))

    type_text(window.view.editor, "한국어 ")
    key(qtbot, window, Qt.Key.Key_Down)
    with qtbot.waitSignal(window.session.exported, timeout=120_000):
        window.session.export(tmp_path / "out.po")
    entries = {entry.msgid: entry for entry in polib.pofile(str(tmp_path / "out.po"))}
    assert sum(entry.msgstr.startswith("한국어 ") for entry in entries.values()) == 1
    assert sum(not entry.fuzzy for entry in entries.values()) == 1

    while window.actions_by_id["undo"].isEnabled():
        window.actions_by_id["undo"].trigger()
    assert translations(window) == imported == shown(window)
    while window.actions_by_id["redo"].isEnabled():
        window.actions_by_id["redo"].trigger()
    assert any(text.startswith("한국어 ") for text in translations(window))


def test_the_open_dialog_takes_all_texts_in_one_go(qtbot, window, sample):
    def fill():
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, OpenDialog)
        for role, path in sample.items():
            dialog.fields[role].setText(str(path))
        dialog.accept()

    with qtbot.waitSignal(window.session.analysed, timeout=120_000):
        QTimer.singleShot(0, window, fill)
        open_dialog(window.desk)
    assert set(window.session.project.documents()) == set(Role)


WORK = """
import sys
from pathlib import Path
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication
from tests.ui.conftest import type_text
from ui.app import make_window
from workbench.model.document import Role
from workbench.project.intake import Inputs
app = QApplication(sys.argv[:1])
window = make_window(app, QSettings(sys.argv[1], QSettings.Format.IniFormat))
window.show()
def typed():
    window.view.go_to_row(1)
    window.session.changed.connect(lambda _changes: print(window.session.project.path, flush=True))
    type_text(window.view.editor, "Survived. ")
def named(_names):
    if not window.view.editor.text().startswith("S"):
        typed()
window.session.analysed.connect(named)
window.session.open_texts(Inputs({Role.TRANSLATION: Path(sys.argv[2])}, {}))
app.exec()
"""


def test_what_was_typed_survives_a_kill_and_is_offered_again(qtbot, window, settings, tmp_path):
    text = tmp_path / "article.txt"
    text.write_text("First sentence.\nOther sentence.\n")
    worker = subprocess.Popen(
        [sys.executable, "-c", WORK, str(tmp_path / "window.ini"), str(text)],
        stdout=subprocess.PIPE,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    review = Path(worker.stdout.readline().decode().strip())
    worker.send_signal(signal.SIGKILL)
    worker.wait()
    worker.stdout.close()
    settings.sync()
    with qtbot.waitSignal(window.session.analysed, timeout=120_000):
        start(window, settings, None)
    assert window.session.project.path == review
    assert shown(window) == ["First sentence.", "Survived. Other sentence."]
    assert window.view.currentIndex().row() == 1
    window.actions_by_id["undo"].trigger()
    assert shown(window) == ["First sentence.", "Other sentence."]


def test_a_review_closed_in_peace_is_not_forced_on_anybody(qtbot, window, settings, sample):
    open_texts(qtbot, window, sample)
    window.session._leave()
    start(window, settings, None)
    assert window.session.project is None


def test_a_second_window_is_told_that_the_review_is_open(qtbot, window, sample):
    open_texts(qtbot, window, sample)
    path = window.session.project.path
    run = subprocess.run(
        [sys.executable, ROOT / "main.py", "export", str(path), "-o", str(path.with_suffix(".po"))],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 2
    assert "open in another" in run.stderr
    window.actions_by_id["approve"].trigger()
    assert Status.APPROVED in {pair.status for pair in window.session.project.pairs()}


def test_a_narrow_window_gives_the_texts_the_room(qtbot, window, sample):
    open_texts(qtbot, window, sample)
    with qtbot.waitSignal(window.view.horizontalHeader().geometriesChanged, raising=False, timeout=2000):
        window.resize(760, 600)
    qtbot.waitUntil(lambda: not window.inspector.isVisible())
    widths = sum(window.view.columnWidth(column) for column in range(4))
    assert widths <= window.view.viewport().width()
    heights = [window.view.rowHeight(row) for row in range(window.model.rowCount())]
    assert heights == [window.view.needed_height(row) for row in range(window.model.rowCount())]
