"""The sheet of keys behind F1: every command, in every language, with the key it has now."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel

from ui.command import keys_of
from ui.commands import COMMANDS
from ui.dialogs.sheet import KeySheet
from workbench.i18n import LOCALES, _, use_language

LANGUAGES = ["en", *sorted(path.stem for path in LOCALES.glob("*.po"))]
SAID_BY_THE_FIRST = {f"fix-{number}" for number in range(2, 10)}  # "Apply fix 1 (and so on to 9)"


def opened(window, monkeypatch, look):
    """Open the sheet by its command, look at it and close it."""
    seen = []
    monkeypatch.setattr(KeySheet, "exec", lambda sheet: seen.append(look(sheet)))
    window.actions_by_id["keys"].trigger()
    return seen[0]


def rows(sheet):
    """Give what the sheet says: each command's title and key."""
    labels = {label.text() for label in sheet.findChildren(QLabel)}
    assert {field.accessibleName() for field in sheet.fields.values()} <= labels
    return {
        id_: (field.accessibleName(), field.keySequence().toString()) for id_, field in sheet.fields.items()
    }


def press(sheet, id_, key):
    """Give a command a key as a user does who leaves the field afterwards."""
    sheet.fields[id_].setKeySequence(QKeySequence(key))
    sheet.fields[id_].editingFinished.emit()
    return sheet.problem.text()


def test_f1_opens_it(qtbot, reviewing, monkeypatch):
    seen = []
    monkeypatch.setattr(KeySheet, "exec", lambda sheet: seen.append(sheet.windowTitle()))
    qtbot.keyClick(reviewing.view.editor, Qt.Key.Key_F1)
    assert seen == ["Keys"]


def test_it_lists_every_command_in_every_language_with_its_key(window, settings, monkeypatch):
    for language in LANGUAGES:
        use_language(language)
        found = opened(window, monkeypatch, rows)
        expected = {
            command.id: (_(command.title), "".join(keys_of(command, settings)[:1]))
            for command in COMMANDS
            if command.id not in SAID_BY_THE_FIRST
        }
        assert found == {
            id_: (title, QKeySequence(key).toString()) for id_, (title, key) in expected.items()
        }, language


def test_it_follows_a_key_that_was_changed(window, settings, monkeypatch):
    assert opened(window, monkeypatch, lambda sheet: press(sheet, "undo", "F9")) == ""
    assert opened(window, monkeypatch, rows)["undo"] == ("Undo", "F9")
    assert opened(window, monkeypatch, lambda sheet: press(sheet, "undo", "")) == ""
    assert opened(window, monkeypatch, rows)["undo"] == ("Undo", "")
    assert window.actions_by_id["undo"].shortcut().isEmpty()
    assert settings.value("keys")


def test_a_key_that_is_taken_brings_back_the_one_before_and_not_the_first(window, monkeypatch):
    def change(sheet):
        return press(sheet, "undo", "F9"), press(sheet, "undo", "Ctrl+O"), rows(sheet)["undo"][1]

    said = opened(window, monkeypatch, change)
    assert said == ("", "Ctrl+O is already used: Open….", "F9")


@pytest.mark.parametrize(("id_", "key"), [("undo", "M"), ("link-merge", "S"), ("link-merge", "Ctrl+Z")])
def test_keys_of_linking_are_taken_too(window, monkeypatch, id_, key):
    assert "already used" in opened(window, monkeypatch, lambda sheet: press(sheet, id_, key))


def test_keys_of_linking_are_shown_as_they_are_now(qtbot, reviewing, monkeypatch):
    def hints():
        labels = reviewing.status.linking_hints.findChildren(QLabel)
        return [label.text() for label in labels if label.property("key")]

    assert hints() == ["M", "S", "← →", "U D", "L", "X", "C", "N", "Esc"]
    opened(
        reviewing, monkeypatch, lambda sheet: (press(sheet, "link-merge", "G"), press(sheet, "link-up", ""))
    )
    qtbot.waitUntil(lambda: hints() == ["G", "S", "← →", "D", "L", "X", "C", "N", "Esc"])
    before = reviewing.model.rowCount()
    reviewing.actions_by_id["linking"].trigger()
    qtbot.keyClick(reviewing.view, Qt.Key.Key_G)
    assert reviewing.model.rowCount() == before - 1
