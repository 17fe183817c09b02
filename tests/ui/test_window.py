"""The window, driven by commands and keys, judged by the project and by what is shown."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.ui.conftest import open_texts, shown, translations, type_text
from ui.app import start
from ui.commands import COMMANDS
from ui.models.pairs import ROW
from ui.theme import DARK, LIGHT, is_dark
from workbench.model.document import Role
from workbench.model.pair import Status


def run(window, command):
    window.actions_by_id[command].trigger()


def statuses(window):
    return [pair.status for pair in window.session.project.pairs()]


def test_the_model_keeps_qts_rules(reviewing):
    QAbstractItemModelTester(reviewing.model, QAbstractItemModelTester.FailureReportingMode.Warning)
    run(reviewing, "approve")
    run(reviewing, "merge")
    run(reviewing, "undo")


def test_opening_shows_the_texts_side_by_side(reviewing):
    assert shown(reviewing) == translations(reviewing)
    assert reviewing.windowTitle().startswith("translation.twb")
    assert reviewing.view.editor.text() == translations(reviewing)[0]
    assert reviewing.view.editor.hasFocus()
    assert reviewing.bar.progress.text() == "0 of 4 reviewed · 1 open finding"
    assert not reviewing.view.isColumnHidden(3)
    assert reviewing.view.isColumnHidden(1)


@pytest.mark.parametrize("text", ["정말 ", "那就是", "🙂", "naïve e\u0301 ", "שלום"])
def test_typing_by_input_method_reaches_the_review(qtbot, reviewing, text):
    with qtbot.waitSignal(reviewing.session.changed):
        type_text(reviewing.view.editor, text)
    assert translations(reviewing)[0].startswith(text)
    assert shown(reviewing) == translations(reviewing)


def test_typing_scores_the_pair_again(qtbot, reviewing):
    before = reviewing.session.analysis.scores.segments[0]["chrf"]
    with qtbot.waitSignal(reviewing.session.analysed, timeout=10_000):
        type_text(reviewing.view.editor, "Zebras! ")
    assert reviewing.session.analysis.scores.segments[0]["chrf"] < before


def test_keys_move_approve_and_undo(qtbot, reviewing):
    editor = reviewing.view.editor
    qtbot.keyClick(editor, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert reviewing.view.currentIndex().row() == 1
    qtbot.keyClick(reviewing.view.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert statuses(reviewing)[1] is Status.APPROVED
    assert reviewing.view.currentIndex().row() == 2
    qtbot.keyClick(reviewing.view.editor, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    assert statuses(reviewing)[2] is Status.NEEDS_WORK
    assert reviewing.bar.progress.text() == "2 of 4 reviewed · 1 open finding"
    qtbot.keyClick(reviewing.view.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(reviewing.view.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert statuses(reviewing) == [Status.UNREVIEWED] * 4
    assert reviewing.view.currentIndex().row() == 1
    assert not reviewing.actions_by_id["undo"].isEnabled()


def test_undo_takes_back_what_was_just_typed(reviewing):
    before = translations(reviewing)
    type_text(reviewing.view.editor, "Not stored yet. ")
    run(reviewing, "undo")
    assert translations(reviewing) == before
    assert reviewing.view.editor.text() == before[0]
    run(reviewing, "redo")
    assert reviewing.view.editor.text().startswith("Not stored yet. ")


def test_leaving_a_pair_stores_what_was_typed(reviewing):
    type_text(reviewing.view.editor, "Kept. ")
    run(reviewing, "next")
    assert translations(reviewing)[0].startswith("Kept. ")


def test_a_fix_puts_the_name_right_with_one_key(qtbot, reviewing):
    assert [finding.fix for finding in reviewing.view.strip.findings()] == ["Zelenska"]
    qtbot.keyClick(reviewing.view.editor, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert "Zelenska " in translations(reviewing)[0]
    assert reviewing.view.editor.text() == translations(reviewing)[0]


def test_merge_and_split_change_the_rows(reviewing):
    before = shown(reviewing)
    run(reviewing, "merge")
    assert shown(reviewing) == [" ".join(before[:2]), *before[2:]]
    run(reviewing, "split")
    assert shown(reviewing) == before
    run(reviewing, "undo")
    run(reviewing, "undo")
    assert shown(reviewing) == before


def test_pasted_line_ends_become_spaces_and_no_break_spaces_stay(qtbot, reviewing):
    editor = reviewing.view.editor
    editor.selectAll()
    QApplication.clipboard().setText("one\ntwo\u00a0three")
    with qtbot.waitSignal(reviewing.session.changed):
        editor.paste()
    assert translations(reviewing)[0] == "one two\u00a0three"


def test_export_says_where_it_went_or_why_not(qtbot, reviewing, tmp_path):
    with qtbot.waitSignal(reviewing.session.exported, timeout=10_000):
        reviewing.session.export(tmp_path / "out.po")
    assert "out.po" in reviewing.message.label.text()
    assert (tmp_path / "out.po").exists()
    with qtbot.waitSignal(reviewing.session.failed, timeout=10_000):
        reviewing.session.export(tmp_path / "missing" / "out.po")
    assert "cannot be written" in reviewing.message.label.text()


def test_what_cannot_be_opened_is_said_and_nothing_changes(qtbot, reviewing, tmp_path):
    before = translations(reviewing)
    with qtbot.waitSignal(reviewing.session.failed):
        reviewing.session.open_review(tmp_path / "missing.twb")
    assert "missing.twb" in reviewing.message.label.text()
    assert translations(reviewing) == before


def test_another_review_takes_the_place_of_the_first(qtbot, reviewing, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("Only one sentence.\n")
    type_text(reviewing.view.editor, "Last words. ")
    first = reviewing.session.project.path
    open_texts(qtbot, reviewing, {Role.TRANSLATION: other})
    assert shown(reviewing) == ["Only one sentence."]
    assert reviewing.view.isColumnHidden(3)
    reviewing.session.open_review(first)
    assert shown(reviewing)[0].startswith("Last words. ")


def test_the_theme_switches_everything(reviewing, settings):
    was_dark = is_dark()
    run(reviewing, "theme")
    assert is_dark() is not was_dark
    assert settings.value("theme") == ("light" if was_dark else "dark")
    run(reviewing, "theme")


def test_every_command_has_a_name_of_its_own_and_no_key_twice():
    ids = [command.id for command in COMMANDS]
    keys = [key for command in COMMANDS for key in command.keys]
    assert len(set(ids)) == len(ids)
    assert len(set(keys)) == len(keys)
    assert not {"Tab", "Ctrl+Space"} & set(keys)


def test_without_a_review_only_what_makes_sense_is_offered(window):
    for command in COMMANDS:
        assert window.actions_by_id[command.id].isEnabled() is not command.needs_review


def test_the_empty_window_says_how_to_begin(qtbot, window):
    assert window.pages.currentIndex() == 0
    with qtbot.waitSignal(window.session.analysed, timeout=120_000):
        run(window, "sample")
    assert window.pages.currentIndex() == 1
    assert window.model.rowCount() > 45


@pytest.mark.parametrize("kind", ["text", "review"])
def test_a_file_named_at_the_start_is_opened(qtbot, window, settings, texts, kind):
    if kind == "review":
        open_texts(qtbot, window, texts)
        kept = window.session.project.path
        window.session._leave()
        path = kept.rename(texts[Role.TRANSLATION].with_name("kept.twb"))
    else:
        path = texts[Role.TRANSLATION]
    with qtbot.waitSignal(window.session.analysed, timeout=120_000):
        start(window, settings, path)
    assert len(shown(window)) == 4


def test_every_label_shows_plain_text(reviewing):
    labels = reviewing.findChildren(QLabel)
    assert labels
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


def test_whatever_takes_the_focus_has_a_name(reviewing):
    nameless = [
        widget
        for widget in reviewing.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert not [widget for widget in nameless if widget.metaObject().className() != "QScrollArea"]


def luminance(colour):
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


GROUNDS = [
    ("text", ["window", "panel", "current", "fair_bg", "bad_bg", "added_bg", "good_bg"]),
    ("muted", ["window", "panel", "current"]),
    ("good", ["window", "good_bg"]),
    ("fair", ["window", "fair_bg"]),
    ("bad", ["window", "bad_bg"]),
    ("name", ["window", "current"]),
    ("on_accent", ["accent"]),
]


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize(("front", "grounds"), GROUNDS)
def test_text_can_be_read_on_its_grounds(theme, front, grounds):
    for ground in grounds:
        lights = sorted([luminance(getattr(theme, front)), luminance(getattr(theme, ground))])
        assert (lights[1] + 0.05) / (lights[0] + 0.05) >= 4.5, (front, ground)


def test_a_row_view_knows_its_numbers(reviewing):
    run(reviewing, "merge")
    assert [reviewing.model.index(row, 0).data(ROW).numbers for row in range(3)] == ["1–2", "3", "4"]
