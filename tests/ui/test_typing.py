"""Nothing typed is lost, whatever happens at the same moment."""

import random

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QPushButton

from tests.ui.conftest import open_texts, shown, translations, type_text
from workbench.errors import WorkbenchError
from workbench.model.document import Role
from workbench.model.pair import Status
from workbench.project import Project
from workbench.project.intake import Inputs

CONTROL = Qt.KeyboardModifier.ControlModifier


def run(window, command):
    window.actions_by_id[command].trigger()


def test_results_that_arrive_while_typing_change_nothing_typed(qtbot, reviewing):
    editor, chooser, typed = reviewing.view.editor, random.Random(7), ""
    start = editor.text()
    for letter in "the quick brown fox jumps over the lazy dog " * 3:
        type_text(editor, letter)
        typed += letter
        happening = chooser.choice(["nothing", "nothing", "results", "store", "paint"])
        if happening == "results":
            reviewing.session.analysed.emit(reviewing.session.analysis)
        elif happening == "store":
            reviewing.session.flush()
        elif happening == "paint":
            qtbot.wait(0)
        assert editor.text() == typed + start
        assert editor.textCursor().position() == len(typed)
    reviewing.session.flush()
    assert translations(reviewing)[0] == typed + start


def test_a_fix_clicked_before_the_typing_is_stored_keeps_both(qtbot, reviewing):
    type_text(reviewing.view.editor, "Yes. ")
    button = next(b for b in reviewing.view.strip.findChildren(QPushButton) if b.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert translations(reviewing)[0].startswith("Yes. ")
    assert "Zelenska " in translations(reviewing)[0]
    assert reviewing.view.editor.text() == translations(reviewing)[0]


def test_a_name_applied_everywhere_keeps_what_was_just_typed(qtbot, reviewing):
    type_text(reviewing.view.editor, "Yes. ")
    reviewing.inspector.go_to(reviewing.names)
    button = next(b for b in reviewing.names.findChildren(QPushButton) if b.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert translations(reviewing)[0].startswith("Yes. ")
    assert "Zelenska " in translations(reviewing)[0]


def test_what_cannot_be_stored_is_kept_and_said(reviewing, monkeypatch):
    def full(*_arguments):
        raise WorkbenchError("the disk is full")

    type_text(reviewing.view.editor, "Precious. ")
    with monkeypatch.context() as patch:
        patch.setattr(Project, "set_text", full)
        reviewing.session.flush()
        assert "the disk is full" in reviewing.message.label.text()
        assert reviewing.status.saved.text() == "Not saved yet"
        assert not reviewing.close()
    reviewing.session.flush()
    assert translations(reviewing)[0].startswith("Precious. ")
    assert reviewing.status.saved.text().startswith("Saved")


def test_steady_typing_is_stored_while_it_goes_on(qtbot, reviewing):
    with qtbot.waitSignal(reviewing.session.changed, timeout=5_000):
        timer = reviewing.startTimer(30)
        reviewing.timerEvent = lambda _event: type_text(reviewing.view.editor, "x")
    reviewing.killTimer(timer)


def test_results_that_arrive_while_an_input_method_composes_leave_it_alone(reviewing):
    QApplication.sendEvent(reviewing.view.editor, QInputMethodEvent("한", []))
    reviewing.session.analysed.emit(reviewing.session.analysis)
    assert reviewing.view.editor.is_composing()


def test_undo_while_an_input_method_composes_takes_back_only_that(reviewing):
    before = translations(reviewing)
    run(reviewing, "needs-work")
    QApplication.sendEvent(reviewing.view.editor, QInputMethodEvent("한", []))
    run(reviewing, "undo")
    assert not reviewing.view.editor.is_composing()
    assert translations(reviewing) == before == shown(reviewing)
    assert reviewing.session.project.pairs()[0].status is Status.NEEDS_WORK
    run(reviewing, "redo")
    assert translations(reviewing)[0].startswith("한")


def test_letters_being_composed_are_kept_when_one_goes_on(reviewing):
    QApplication.sendEvent(reviewing.view.editor, QInputMethodEvent("한", []))
    run(reviewing, "next")
    assert translations(reviewing)[0].startswith("한")


@pytest.mark.parametrize("pressed", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_puts_no_line_end_into_a_sentence(qtbot, reviewing, pressed):
    before = reviewing.view.editor.text()
    qtbot.keyClick(reviewing.view.editor, pressed)
    qtbot.keyClick(reviewing.view.editor, pressed, Qt.KeyboardModifier.ShiftModifier)
    assert reviewing.view.editor.text() == before


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("one\ntwo", "one two"),
        ("one\r\ntwo\rthree", "one two three"),
        ("one\u2028two\u2029three", "one two three"),
        ("a\u00a0b", "a\u00a0b"),
        ("a\0b\x07c", "abc"),
        ("a\tb", "a\tb"),
        ("🙂 e\u0301", "🙂 e\u0301"),
    ],
)
def test_what_is_pasted_is_one_line_and_else_unchanged(qtbot, reviewing, pasted, kept):
    editor = reviewing.view.editor
    editor.selectAll()
    QApplication.clipboard().setText(pasted)
    with qtbot.waitSignal(reviewing.session.changed):
        editor.paste()
    assert translations(reviewing)[0] == kept
    editor.selectAll()
    editor.copy()
    assert QApplication.clipboard().text() == kept


OPERATIONS = ["merge", "split", "approve", "needs-work", "fix-1", "type", "clear"]


@pytest.mark.parametrize("seed", range(12))
def test_the_view_shows_what_the_project_holds_after_every_step(reviewing, seed):
    chooser = random.Random(seed)
    imported = translations(reviewing)
    for _step in range(10):
        operation = chooser.choice([*OPERATIONS, "undo", "redo", "next", "previous", "unlink"])
        if operation == "type":
            type_text(reviewing.view.editor, "new ")
            reviewing.session.flush()
        elif operation == "clear":
            reviewing.view.editor.selectAll()
            type_text(reviewing.view.editor, "")
            reviewing.session.flush()
        elif operation == "unlink":
            pair = reviewing.view.current_pair
            reviewing.session.do(lambda project, pair=pair: project.unlink(pair))
        else:
            run(reviewing, operation)
        reviewing.view.go_to_row(reviewing.view.currentIndex().row())
        assert shown(reviewing) == translations(reviewing), operation
        if reviewing.view.editor:
            row = reviewing.view.currentIndex().row()
            assert reviewing.view.editor.text() == translations(reviewing)[row], operation
    while reviewing.actions_by_id["undo"].isEnabled():
        run(reviewing, "undo")
    assert shown(reviewing) == translations(reviewing) == imported


def test_a_passage_filled_in_is_gone_again_after_undo(reviewing):
    reviewing.session.do(lambda project: project.unlink(project.pair_ids()[0]))
    empty = next(row for row, text in enumerate(shown(reviewing)) if not text)
    reviewing.view.go_to_row(empty)
    type_text(reviewing.view.editor, "Added by me.")
    reviewing.session.flush()
    assert shown(reviewing)[empty] == "Added by me."
    run(reviewing, "undo")
    assert shown(reviewing) == translations(reviewing)
    assert reviewing.view.editor.text() == ""


def test_export_right_after_a_merge_works(qtbot, reviewing, tmp_path):
    run(reviewing, "merge")
    with qtbot.waitSignal(reviewing.session.exported, timeout=10_000):
        reviewing.session.export(tmp_path / "out.po")


def test_opening_the_texts_again_goes_on_with_the_review(qtbot, reviewing, texts):
    type_text(reviewing.view.editor, "Done before. ")
    path = reviewing.session.project.path
    reviewing.session._leave()
    open_texts(qtbot, reviewing, texts)
    assert reviewing.session.project.path == path
    assert shown(reviewing)[0].startswith("Done before. ")


@pytest.mark.parametrize("column", [0, 2, 3])
def test_a_click_anywhere_in_a_row_opens_it_once(qtbot, reviewing, column):
    index = reviewing.model.index(2, column)
    for _click in range(3):
        place = reviewing.view.visualRect(index).topLeft() + QPoint(14, 14)
        target = reviewing.view.indexWidget(index) or reviewing.view.viewport()
        if target is reviewing.view.viewport():
            qtbot.mouseClick(target, Qt.MouseButton.LeftButton, pos=place)
    assert reviewing.view.currentIndex().row() == 2
    told = []
    reviewing.view.editor.typed.connect(told.append)
    type_text(reviewing.view.editor, "W")
    assert len(told) == 1
    assert translations(reviewing)[2] == shown(reviewing)[2]


def test_a_click_into_the_translation_says_where_to_write(qtbot, reviewing):
    index = reviewing.model.index(2, 2)
    rect = reviewing.view.visualRect(index)
    qtbot.mouseClick(
        reviewing.view.viewport(), Qt.MouseButton.LeftButton, pos=rect.topLeft() + QPoint(60, 18)
    )
    assert 0 < reviewing.view.editor.textCursor().position() < len(reviewing.view.editor.text())


def test_the_reference_of_the_current_pair_can_be_copied(reviewing):
    reading = reviewing.view.indexWidget(reviewing.model.index(0, 3))
    assert reading.isReadOnly()
    reading.selectAll()
    reading.copy()
    assert QApplication.clipboard().text() == "The president Olena Zelenska spoke."


def test_rows_fit_their_texts_at_every_width(qtbot, reviewing):
    for width in (1440, 700, 1200, 800):
        reviewing.resize(width, 800)
        qtbot.waitUntil(lambda width=width: reviewing.width() == width)
        rows = range(reviewing.model.rowCount())
        assert [reviewing.view.rowHeight(r) for r in rows] == [reviewing.view.needed_height(r) for r in rows]


def test_the_end_of_a_long_review_is_in_sight(qtbot, window, tmp_path):
    path = tmp_path / "long.txt"
    path.write_text("".join(f"Sentence number {n} is here. " * (n % 5 + 1) + "\n" for n in range(250)))
    open_texts(qtbot, window, {Role.TRANSLATION: path})
    window.view.go_to_row(window.model.rowCount() - 1)
    rect = window.view.visualRect(window.view.currentIndex())
    assert 0 <= rect.top() < window.view.viewport().height()
    assert window.view.editor.hasFocus()


def test_a_text_taller_than_the_window_is_edited_in_sight(reviewing):
    editor = reviewing.view.editor
    editor.selectAll()
    type_text(editor, "Very long words in a row. " * 600)
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    cursor = editor.viewport().mapTo(reviewing.view.viewport(), editor.cursorRect().center())
    assert 0 <= cursor.y() <= reviewing.view.viewport().height()


def test_marks_follow_the_theme(reviewing):
    def grounds():
        return {
            selection.format.background().color().name()
            for selection in reviewing.view.editor.extraSelections()
        }

    before = grounds()
    run(reviewing, "theme")
    after = grounds()
    run(reviewing, "theme")
    assert before
    assert before != after
    assert grounds() == before


def test_good_news_is_not_written_in_the_colour_of_bad(reviewing):
    reviewing.message.complain("bad")
    bad = reviewing.message.label.palette().windowText().color().name()
    reviewing.message.tell("good")
    assert reviewing.message.label.palette().windowText().color().name() != bad


def test_a_second_opening_takes_the_place_of_the_first(qtbot, window, texts, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("Only one sentence.\n")
    first = window.session.open_texts(Inputs(texts, {}))
    open_texts(qtbot, window, {Role.TRANSLATION: other})
    assert first is not None
    assert shown(window) == ["Only one sentence."]
