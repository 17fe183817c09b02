"""The dialogs, each driven as a user would."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from ui.commands import COMMANDS
from ui.dialogs.export import ExportDialog
from ui.dialogs.mentions import MentionsDialog
from ui.dialogs.open import OpenDialog, path_of
from ui.dialogs.sheet import KeySheet, Palette
from workbench.model.document import Role
from workbench.model.name import Name
from workbench.project.exporting import Keep, Options


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
