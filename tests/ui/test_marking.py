"""Marks, what is said beneath them, scores from 0 to 100, and what the window shows of them."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QDialog, QToolTip

from tests.ui.conftest import type_text
from tests.ui.people import faults
from ui.dialogs.annotate import AnnotateDialog
from ui.dialogs.reply import ReplyDialog
from ui.marks import mark_text
from ui.models.pairs import ROW, Column
from ui.widgets.labels import plain_tip
from workbench.model.annotation import Annotation, Reply
from workbench.model.document import Role

WORD = (14, 19)  # "Olena"


def run(window, command):
    window.actions_by_id[command].trigger()


def answering(monkeypatch, kind, fill):
    """Let the next dialogs of a kind be filled in and accepted."""

    def answered(dialog):
        fill(dialog)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(kind, "exec", answered)


def marks(window):
    return window.session.project.annotations()


@pytest.fixture
def marked(reviewing):
    """Give a window with one word of the first pair marked."""
    pair = reviewing.session.project.pair_ids()[0]
    mark = Annotation(pair, Role.TRANSLATION, WORD, "accuracy", "minor", note="Who?", author="Kim")
    reviewing.session.do(lambda project: project.annotate([mark]))
    return reviewing


def test_selected_words_are_marked_with_two_keys(qtbot, reviewing, monkeypatch):
    def fill(dialog):
        qtbot.keyClick(dialog.categories, Qt.Key.Key_M)
        qtbot.keyClick(dialog.categories, Qt.Key.Key_3)
        dialog.note.setText("<b>x</b>")

    answering(monkeypatch, AnnotateDialog, fill)
    reviewing.view.mark(Role.TRANSLATION, WORD)
    run(reviewing, "annotate")
    (mark,) = marks(reviewing)
    assert (mark.text, mark.category, mark.severity) == ("Olena", "accuracy/mistranslation", "critical")
    assert mark.note == "<b>x</b>"
    assert mark_text(mark) in reviewing.mqm.list.item(0).text()


def test_a_reply_stands_beneath_its_mark(marked, monkeypatch):
    answering(monkeypatch, ReplyDialog, lambda dialog: dialog.line.setText(" The wife. "))
    run(marked, "reply")
    (mark,) = marks(marked)
    assert [one.text for one in mark.replies] == ["The wife."]
    assert f"↳ {marked.session.reviewer}: The wife." in marked.mqm.list.item(0).text()
    run(marked, "undo")
    assert "The wife." not in marked.mqm.list.item(0).text()


def test_an_empty_reply_is_none_and_what_was_said_can_be_read(qtbot):
    dialog = ReplyDialog("Minor", ["Who?", "↳ Lee: She."])
    qtbot.addWidget(dialog)
    dialog.show()
    assert not faults(dialog)
    assert dialog.said.toPlainText() == "Who?\n↳ Lee: She."
    assert not dialog._keep.isEnabled()
    dialog.line.setText("  ")
    assert not dialog._keep.isEnabled()
    dialog.close()


def test_without_a_mark_there_is_nothing_to_answer(reviewing):
    run(reviewing, "reply")
    assert "Nothing is marked" in reviewing.message.label.text()


def test_a_mark_is_changed_and_answered_from_the_panel(marked, monkeypatch):
    marked.inspector.go_to(marked.mqm)
    marked.mqm.list.setCurrentRow(0)

    def fill(dialog):
        assert dialog.note.text() == "Who?"
        assert dialog.severities.currentItem().data(Qt.ItemDataRole.UserRole) == "minor"
        dialog.severities.setCurrentRow(2)

    answering(monkeypatch, AnnotateDialog, fill)
    marked.mqm.change.click()
    (mark,) = marks(marked)
    assert (mark.severity, mark.note, mark.author) == ("major", "Who?", "Kim")
    assert marked.mqm.current() == mark
    answering(monkeypatch, ReplyDialog, lambda dialog: dialog.line.setText("Well."))
    marked.mqm.answer.click()
    assert marks(marked)[0].replies[0].text == "Well."


def test_words_of_another_typology_stay_when_only_the_note_changes(qtbot):
    from ui.marks import typology  # noqa: PLC0415 -- for this alone

    mark = Annotation(1, Role.TRANSLATION, (0, 1), "Odd/Thing", "Terrible", note="a")
    dialog = AnnotateDialog("x", typology(), mark)
    qtbot.addWidget(dialog)
    dialog.note.setText("b")
    changed = dialog.filled(mark)
    assert (changed.category, changed.severity, changed.note) == ("Odd/Thing", "Terrible", "b")


def test_a_finding_becomes_a_mark_with_one_key(qtbot, reviewing):
    finding = reviewing.view.strip.findings()[0]
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(reviewing.view.editor, Qt.Key.Key_M, modifiers)
    (mark,) = marks(reviewing)
    assert (mark.finding, mark.text, mark.note) == (finding.fingerprint, finding.text, finding.message)
    run(reviewing, "mark-finding")
    assert len(marks(reviewing)) == 1
    assert "not marked yet" in reviewing.message.label.text()


def tip_over(widget, point, monkeypatch):
    """Rest the mouse on a point of a widget, and give what is said then."""
    said = []
    monkeypatch.setattr(QToolTip, "showText", lambda _place, text, *_where: said.append(text))
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, point, widget.mapToGlobal(point)))
    return "".join(said)


def test_a_label_shows_where_the_mouse_rests(marked, monkeypatch):
    (mark,) = marks(marked)
    editor = marked.view.editor
    marked.view.mark(Role.TRANSLATION, (16, 16))
    assert plain_tip(mark_text(mark)) in tip_over(
        editor.viewport(), editor.cursorRect().center(), monkeypatch
    )
    marked.view.go_to_row(1)
    view = marked.model.view_at(0)
    index = marked.model.index(0, Column.TRANSLATION)
    cell, width = marked.view.itemDelegate(), marked.view.columnWidth(Column.TRANSLATION)
    height = marked.view.rowHeight(0)
    points = [QPoint(x, y) for x in range(0, width, 3) for y in range(0, height, 3)]
    said = {cell.label_at(index.data(ROW), Column.TRANSLATION, width, point) for point in points}
    assert any(mark_text(mark) in one for one in said)
    assert "" in said
    assert view.pair.id == mark.pair


def test_a_tip_is_never_taken_for_html():
    assert plain_tip("<img src=x>\n&") == "<qt>&lt;img src=x&gt;<br>&amp;</qt>"


def test_approved_without_marks_counts(reviewing):
    assert reviewing.mqm.summary is None
    run(reviewing, "approve")
    assert (reviewing.mqm.summary.faultless, reviewing.mqm.summary.errors) == (1, 0)
    assert "1 pair approved or scored without errors" in reviewing.mqm.numbers.text()
    run(reviewing, "undo")
    assert reviewing.mqm.summary is None
    assert reviewing.mqm.numbers.isHidden()


# Scores from 0 to 100


def scores(window):
    return [(one.pair, one.score) for one in window.session.project.assessments()]


def test_a_pair_is_scored_by_keys_and_it_is_one_step(qtbot, reviewing):
    pair = reviewing.session.project.pair_ids()[0]
    run(reviewing, "assess")
    slider = reviewing.view.strip.slider
    assert slider.isVisible()
    assert slider.track.hasFocus()
    assert slider.number.text() == "–"
    for key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageUp, Qt.Key.Key_Left):
        qtbot.keyClick(slider.track, key)
    assert slider.track.hasFocus()
    assert scores(reviewing) == [(pair, 69.0)]
    assert slider.number.text() == "69"
    assert "1 score from 0 to 100, on average 69.0" in reviewing.mqm.numbers.text()
    qtbot.keyClick(slider.track, Qt.Key.Key_Return)
    assert reviewing.view.editor.hasFocus()
    run(reviewing, "undo")
    assert scores(reviewing) == []
    assert slider.number.text() == "–"
    run(reviewing, "redo")
    assert slider.number.text() == "69"


def test_a_score_is_taken_away_and_enter_gives_what_is_shown(qtbot, reviewing):
    run(reviewing, "assess")
    track = reviewing.view.strip.slider.track
    qtbot.keyClick(track, Qt.Key.Key_Return)
    assert [score for _pair, score in scores(reviewing)] == [50.0]
    run(reviewing, "assess")
    qtbot.keyClick(track, Qt.Key.Key_Delete)
    assert scores(reviewing) == []
    qtbot.keyClick(track, Qt.Key.Key_Escape)
    assert scores(reviewing) == []
    assert reviewing.view.editor.hasFocus()


def test_each_pair_shows_its_own_score_and_says_when_its_text_was_changed(qtbot, reviewing):
    run(reviewing, "assess")
    slider = reviewing.view.strip.slider
    qtbot.keyClick(slider.track, Qt.Key.Key_End)
    run(reviewing, "next")
    assert slider.number.text() == "–"
    run(reviewing, "previous")
    assert slider.number.text() == "100"
    with qtbot.waitSignal(reviewing.session.changed):
        type_text(reviewing.view.editor, "Well, ")
    qtbot.waitUntil(lambda: bool(slider.hint.text()))


def test_the_mouse_gives_a_score_when_it_lets_go(reviewing):
    run(reviewing, "assess")
    track = reviewing.view.strip.slider.track
    track.setSliderDown(True)
    track.setValue(80)
    assert scores(reviewing) == []
    track.setSliderDown(False)
    assert [score for _pair, score in scores(reviewing)] == [80.0]


def test_the_slider_is_remembered_and_can_be_hidden(reviewing, settings):
    assert not reviewing.view.strip.slider.isVisible()
    run(reviewing, "scoring")
    assert reviewing.view.strip.slider.isVisible()
    assert settings.value("scoring") == "yes"
    assert not faults(reviewing)
    run(reviewing, "scoring")
    assert not reviewing.view.strip.slider.isVisible()


def test_a_mark_with_its_replies_is_said_in_lines():
    mark = Annotation(
        1, Role.TRANSLATION, (0, 1), "style", "minor", "bad", "Why", replies=(Reply("Lee", 1.0, "So"),)
    )
    assert mark_text(mark) == "Minor · Style: “bad”\nWhy\n↳ Lee: So"
