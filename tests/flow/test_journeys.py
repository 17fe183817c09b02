"""A reviewer's day, in a real window on a virtual screen."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import polib
import pytest
from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication, QPushButton

from tests.ui.conftest import open_texts, shown, translations, type_text
from ui.app import make_window, start
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
    start(window, settings, None)
    assert window.session.project is None
    assert review.stem in window.message.label.text()
    with qtbot.waitSignal(window.session.analysed, timeout=120_000):
        window.message.offer_button.click()
    assert window.session.project.path == review
    assert shown(window) == ["First sentence.", "Survived. Other sentence."]
    assert window.view.currentIndex().row() == 1
    window.actions_by_id["undo"].trigger()
    assert shown(window) == ["First sentence.", "Other sentence."]


DAY = """
import sys
from pathlib import Path
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from ui.app import make_window
from workbench.model.document import Role
from workbench.project.intake import Inputs
app = QApplication(sys.argv[:1])
window = make_window(app, QSettings(sys.argv[1], QSettings.Format.IniFormat))
window.show()
def work(analysis):
    if not window.session.findings or window.model.rowCount() < 4:
        return
    window.session.analysed.disconnect(work)
    window.view.go_to_row(0)
    window.actions_by_id["fix-1"].trigger()
    window.actions_by_id["merge"].trigger()
    window.actions_by_id["approve"].trigger()
    print(window.session.project.path, flush=True)
window.session.analysed.connect(work)
window.session.open_texts(Inputs({role: Path(path) for role, path in zip(Role, sys.argv[2:])}, {}))
app.exec()
"""


def buttons(panel, text):
    """Give the buttons of a panel with a text, those that are seen."""
    return [b for b in panel.findChildren(QPushButton) if b.text() == text and b.isVisible()]


def test_findings_names_links_undo_kill_reopen_export(qtbot, window, sample, settings, tmp_path):
    open_texts(qtbot, window, sample)
    imported = translations(window)
    window.view.go_to_row(0)
    fixed = 0
    while window.view.currentIndex().row() < window.model.rowCount() - 1 and fixed < 3:
        row = window.view.currentIndex().row()
        key(qtbot, window, Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier)  # from finding to finding
        if window.view.currentIndex().row() == row:
            break
        before = translations(window)
        if window.view.strip.findings()[0].fix is not None:
            key(qtbot, window, Qt.Key.Key_1)
            assert translations(window) != before
            fixed += 1
    assert fixed == 3

    window.inspector.go_to(window.names)
    qtbot.waitUntil(lambda: bool(buttons(window.names, "Apply everywhere…")))
    QTimer.singleShot(0, window, lambda: QApplication.activeModalWidget().accept())
    everywhere = buttons(window.names, "Apply everywhere…")[0]
    qtbot.mouseClick(everywhere, Qt.MouseButton.LeftButton)
    assert not any("Zelenskiy" in text for text in translations(window))

    window.view.go_to_row(10)
    key(qtbot, window, Qt.Key.Key_L, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(window.view, Qt.Key.Key_M)
    assert len(translations(window)) < len(imported)
    qtbot.keyClick(window.view, Qt.Key.Key_Escape)
    while window.actions_by_id["undo"].isEnabled():
        key(qtbot, window, Qt.Key.Key_Z)
    assert translations(window) == imported == shown(window)
    window.session._leave()

    paths = {role: tmp_path / f"day.{role}.txt" for role in (Role.TRANSLATION, Role.REFERENCE)}
    paths[Role.TRANSLATION].write_text("Olena Zelenskiy spoke.\nIt  rained.\nThey left.\nAll was well.\n")
    paths[Role.REFERENCE].write_text("Olena Zelenska spoke.\nIt rained.\nThey left.\nAll was well.\n")
    worker = subprocess.Popen(
        [sys.executable, "-c", DAY, str(tmp_path / "window.ini"), *map(str, paths.values())],
        stdout=subprocess.PIPE,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    review = Path(worker.stdout.readline().decode().strip())
    worker.send_signal(signal.SIGKILL)
    worker.wait()
    worker.stdout.close()
    settings.sync()
    start(window, settings, None)
    with qtbot.waitSignal(window.session.analysed, timeout=120_000):
        window.message.offer_button.click()
    assert window.session.project.path == review
    assert "Zelenska" in translations(window)[0]
    assert len(translations(window)) == 3
    with qtbot.waitSignal(window.session.exported, timeout=60_000):
        window.session.export(tmp_path / "day.po")
    assert any("Zelenska" in entry.msgstr for entry in polib.pofile(str(tmp_path / "day.po")))


def test_a_copy_to_read_of_a_review_that_is_open_elsewhere(qtbot, window, sample, tmp_path, qapp):
    open_texts(qtbot, window, sample)
    window.actions_by_id["approve"].trigger()
    path = window.session.project.path
    other = make_window(qapp, QSettings(str(tmp_path / "other.ini"), QSettings.Format.IniFormat))
    other.show()
    other.session.in_use.emit(path, "open elsewhere")
    with qtbot.waitSignal(other.session.analysed, timeout=120_000):
        other.message.offer_button.click()
    assert translations(other) == translations(window)
    assert other.view.editor.isReadOnly()
    other.actions_by_id["approve"].trigger()
    assert "copy to read" in other.message.label.text()
    assert "copy" in other.windowTitle()
    other.close()
    other.session.deleteLater()
    other.deleteLater()


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
