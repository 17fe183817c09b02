"""The dialogs, each driven as a user would."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFileDialog

from ui.commands import COMMANDS
from ui.dialogs.export import ExportDialog
from ui.dialogs.mentions import MentionsDialog
from ui.dialogs.open import OpenDialog, path_of
from ui.dialogs.sheet import KeySheet, Palette
from workbench.model.document import Role
from workbench.model.name import Name
from workbench.project.exporting import Keep, Options
from workbench.project.intake import Inputs


def test_an_export_is_exact_or_in_utf_8_where_that_can_be_asked(qtbot, window, tmp_path):
    path = tmp_path / "old.txt"
    path.write_bytes("=1+1 is caf\xe9.\n".encode("latin-1"))
    with qtbot.waitSignal(window.session.analysed, timeout=120_000):
        window.session.open_texts(Inputs({Role.TRANSLATION: path}, {}, "latin-1"))
    dialog = ExportDialog(tmp_path / "out.po", [".po", ".txt", ".csv"], window.session.sample(), window)
    dialog.show()
    offered = {}
    for row in range(dialog.format.count()):
        dialog.format.setCurrentIndex(row)
        offered[dialog.format.currentData()] = (dialog.utf_8.isVisible(), dialog.exact.isVisible())
    assert offered == {".po": (False, False), ".txt": (True, False), ".csv": (False, True)}
    guarded = dialog.preview.toPlainText()
    dialog.exact.setChecked(True)
    assert dialog.preview.toPlainText() != guarded
    assert dialog.options().exact
    dialog.format.setCurrentIndex(1)
    dialog.utf_8.setChecked(True)
    assert (dialog.options().utf_8, dialog.options().exact) == (True, False)
    with qtbot.waitSignal(window.session.exported):
        window.session.export(tmp_path / "new.txt", dialog.options())
    assert (tmp_path / "new.txt").read_text(encoding="utf-8") == "=1+1 is café.\n"
    dialog.close()
    dialog.deleteLater()


def test_what_an_export_has_to_say_is_shown(qtbot, window, tmp_path):
    path = tmp_path / "odd.txt"
    path.write_text("A bell\x0b rang.\n", encoding="utf-8")
    with qtbot.waitSignal(window.session.analysed, timeout=120_000):
        window.session.open_texts(Inputs({Role.TRANSLATION: path}, {}))
    with qtbot.waitSignal(window.session.exported):
        window.session.export(tmp_path / "odd.docx")
    assert "odd.docx. " in window.message.label.text()
    assert window.message.property("kind") == "failed"


@pytest.mark.parametrize("suffix", ["html", "json"])
def test_a_report_is_written_while_the_review_is_open(qtbot, reviewing, tmp_path, monkeypatch, suffix):
    path = tmp_path / f"report.{suffix}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(path), ""))
    with qtbot.waitSignal(reviewing.session.exported, timeout=60_000):
        reviewing.actions_by_id["report"].trigger()
    assert "Zelenskiy" in path.read_text(encoding="utf-8")
    assert "report." in reviewing.message.label.text()
    assert reviewing.session.project.can_undo is False


def test_a_review_needs_no_other_text(qtbot):
    dialog = OpenDialog()
    qtbot.addWidget(dialog)
    assert not dialog.paths()
    dialog.fields[Role.REFERENCE].setText("/x/ref.txt")
    dialog.fields[Role.TRANSLATION].setText("/x/x.twb")
    assert dialog.paths() == {Role.TRANSLATION: Path("/x/x.twb")}
    dialog.fields[Role.TRANSLATION].setText("/x/x.txt")
    assert set(dialog.paths()) == {Role.TRANSLATION, Role.REFERENCE}


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        (" /a/b c.txt ", Path("/a/b c.txt")),
        ("~/x.txt", Path.home() / "x.txt"),
        ("file:///a/b%20c.txt", Path("/a/b c.txt")),
    ],
)
def test_a_file_is_understood_as_people_write_it(typed, path):
    assert path_of(typed) == path


def test_the_suffix_follows_the_format_and_replacing_is_said(qtbot, tmp_path):
    (tmp_path / "story.tsv").write_text("there")
    dialog = ExportDialog(tmp_path / "story.reviewed", [".po", ".txt", ".tsv"])
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.path() == tmp_path / "story.po"
    assert not dialog.warning.isVisible()
    dialog.format.setCurrentIndex(2)
    assert dialog.path() == tmp_path / "story.tsv"
    assert dialog.warning.isVisible()
    assert dialog._save.text() == "Replace"
    assert dialog.options() == Options(Keep.ALL, over_changed=True)
    dialog.keep.setCurrentIndex(1)
    assert dialog.options().keep is Keep.APPROVED
    dialog.file.clear()
    dialog.format.setCurrentIndex(0)
    assert not dialog._save.isEnabled()
    dialog.close()


def test_the_palette_finds_a_command_by_its_words(qtbot):
    dialog = Palette([(command.id, command.title, "") for command in COMMANDS if command.listed])
    qtbot.addWidget(dialog)
    qtbot.keyClicks(dialog.field, "next unrev")
    assert dialog.chosen() == "next-unreviewed"
    dialog.field.clear()
    qtbot.keyClick(dialog.field, Qt.Key.Key_Down)
    assert dialog.chosen() == COMMANDS[1].id
    qtbot.keyClicks(dialog.field, "zzz")
    assert dialog.chosen() is None


def test_the_key_sheet_changes_a_key_and_says_what_stands_against_it(qtbot):
    asked = []

    def change(id_, key):
        asked.append((id_, key))
        return "taken" if key == "Ctrl+Y" else ""

    dialog = KeySheet([("undo", "Undo", "Ctrl+Z"), ("redo", "Redo", "Ctrl+Y")], change, lambda: None)
    qtbot.addWidget(dialog)
    dialog.fields["redo"].setKeySequence(QKeySequence("F9"))
    dialog.fields["redo"].editingFinished.emit()
    dialog.fields["undo"].setKeySequence(QKeySequence("Ctrl+Y"))
    dialog.fields["undo"].editingFinished.emit()
    assert asked == [("redo", "F9"), ("undo", "Ctrl+Y")]
    assert dialog.problem.text() == "taken"
    assert dialog.fields["undo"].keySequence().toString() == "Ctrl+Z"


def test_a_name_is_put_right_where_it_is_ticked(qtbot):
    name = Name("Li Chuo", "person", (), (), "Li Zuocheng", 0.9, "reference", "heard alike")
    texts = {7: "Li Chuo spoke to Li Chuo.", 9: "Then Li Chuo left."}
    dialog = MentionsDialog(name, {7: [(0, 7), (17, 24)], 9: [(5, 12)]}, texts)
    qtbot.addWidget(dialog)
    assert dialog.model.index(1, 1).data() == "Li Chuo spoke to ⟦Li Zuocheng⟧."
    dialog.model.setData(dialog.model.index(0, 0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert dialog.places() == {7: [(17, 24)], 9: [(5, 12)]}
    dialog.model.tick_all(on=False)
    assert not dialog.button.isEnabled()
