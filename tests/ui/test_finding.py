"""Finding one's way: the filter, the scores and the history beside the texts."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QDialog, QPushButton

from tests.ui.conftest import shown, translations, type_text
from ui.dialogs.replace import ReplaceDialog
from workbench.model.pair import Status
from workbench.project.scoring import HEADLINE


@pytest.fixture
def filtered(reviewing):
    """Give a window whose second pair is current and whose rows are filtered to the two last ones."""
    reviewing.view.go_to_row(3)
    reviewing.filter.ask_for("-zelenskiy -left")
    return reviewing


def test_the_filter_leaves_what_fits_and_esc_gives_all_back_without_moving(qtbot, filtered):
    everything = translations(filtered)
    assert shown(filtered) == everything[2:]
    assert filtered.filter.count.text() == "2 / 4"
    here = filtered.view.current_pair
    assert here == filtered.session.project.pair_ids()[3]
    filtered.filter.begin()
    qtbot.keyClick(filtered.filter.line, Qt.Key.Key_Escape)
    assert shown(filtered) == everything
    assert filtered.view.current_pair == here
    assert filtered.view.editor.hasFocus()
    assert filtered.filter.count.text() == ""


def test_a_filter_that_hides_the_current_pair_goes_to_the_next(reviewing):
    reviewing.filter.ask_for("rained")
    assert reviewing.view.current_pair == reviewing.session.project.pair_ids()[3]
    reviewing.filter.ask_for("nothing at all")
    assert shown(reviewing) == []
    assert reviewing.view.current_pair is None
    reviewing.filter.clear()
    assert reviewing.view.current_pair == reviewing.session.project.pair_ids()[3]


@pytest.mark.window  # the offscreen platform forgets the active window when completions go
def test_typing_in_the_field_keeps_the_keyboard_there(qtbot, reviewing):
    reviewing.filter.begin()
    with qtbot.waitSignal(reviewing.filter.asked):
        qtbot.keyClicks(reviewing.filter.line, "rained")
    assert reviewing.filter.line.hasFocus()
    assert len(shown(reviewing)) == 1
    qtbot.keyClick(reviewing.filter.line, Qt.Key.Key_Return)
    assert reviewing.view.editor.hasFocus()


def test_a_wrong_term_is_said_and_hides_nothing(reviewing):
    reviewing.filter.ask_for("status:finished")
    assert "unreviewed, needs-work, or approved" in reviewing.filter.count.toolTip()
    assert len(shown(reviewing)) == 4


def test_neighbours_can_stay(reviewing):
    reviewing.filter.ask_for("left")
    reviewing.actions_by_id["neighbours"].trigger()
    assert shown(reviewing) == translations(reviewing)[:3]
    reviewing.actions_by_id["neighbours"].trigger()
    assert shown(reviewing) == translations(reviewing)[1:2]


def test_work_goes_on_in_filtered_rows(qtbot, filtered):
    with qtbot.waitSignal(filtered.session.changed):
        type_text(filtered.view.editor, "Now ")
    assert translations(filtered)[3].startswith("Now ")
    filtered.view.go_to_row(0)
    filtered.actions_by_id["split"].trigger()  # says that there is nothing to split
    filtered.actions_by_id["merge"].trigger()
    assert len(shown(filtered)) == 1
    filtered.actions_by_id["undo"].trigger()
    assert len(shown(filtered)) == 2
    filtered.filter.clear()
    assert shown(filtered) == translations(filtered)


def test_the_overview_keeps_all_pairs_and_goes_to_the_nearest_shown(filtered):
    assert len(filtered.heat._colours) == 4
    filtered.heat.clicked.emit(0)
    assert filtered.view.current_pair == filtered.session.project.pair_ids()[2]


def test_closing_takes_the_filter_away(filtered):
    assert filtered.session._leave()
    assert filtered.filter.line.text() == ""


def test_the_histogram_filters_and_the_worst_pairs_are_a_click_away(reviewing):
    scores = reviewing.session.analysis.by_pair
    worst = min(scores, key=lambda id_: scores[id_][HEADLINE])
    tenth = min(int(scores[worst][HEADLINE] // 10), 9)
    reviewing.scores.histogram.chosen.emit(tenth)
    assert reviewing.model.row_of(worst) is not None
    reviewing.filter.clear()
    listed = [b for b in reviewing.scores.findChildren(QPushButton) if b.property("listed")]
    listed[0].click()
    assert reviewing.view.current_pair == worst


def test_the_history_goes_back_and_forward_by_a_click(reviewing):
    project, history = reviewing.session.project, reviewing.history
    reviewing.actions_by_id["approve"].trigger()
    reviewing.actions_by_id["merge"].trigger()
    reviewing.actions_by_id["needs-work"].trigger()
    rows = [history.model().index(row, 0).data().split("\n")[0] for row in range(history.model().rowCount())]
    assert rows == ["Mark as needing work", "Merge pairs", "Approve", "Import"]
    history.go_to(history.model().index(3, 0))  # the import cannot be taken back, all after it can
    assert not project.can_undo
    assert [pair.status for pair in project.pairs()] == [Status.UNREVIEWED] * 4
    assert history.model().index(0, 0).data().endswith("undone")
    history.go_to(history.model().index(1, 0))
    assert len(project.pairs()) == 3
    assert history.currentIndex().row() == 1


def test_text_is_found_in_every_column(qtbot, reviewing):
    reviewing.actions_by_id["find"].trigger()
    reviewing.find_bar.line.setText("people")
    qtbot.keyClick(reviewing.find_bar.line, Qt.Key.Key_Return)
    assert reviewing.find_bar.count.text() == "1 / 2"
    assert reviewing.view.currentIndex().row() == 2
    assert reviewing.view.editor.textCursor().selectedText() == "people"
    qtbot.keyClick(reviewing.find_bar.line, Qt.Key.Key_Return)
    reading = reviewing.view.indexWidget(reviewing.model.index(2, 3))
    assert reading.textCursor().selectedText() == "people"
    qtbot.keyClick(reviewing.find_bar.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert reviewing.find_bar.count.text() == "1 / 2"
    reviewing.find_bar.moved.emit(-1)
    assert reviewing.find_bar.count.text() == "2 / 2"
    qtbot.keyClick(reviewing.find_bar.line, Qt.Key.Key_Escape)
    assert not reviewing.find_bar.isVisible()
    assert reviewing.view.editor.hasFocus()


def test_a_pattern_that_cannot_be_read_is_said(reviewing):
    reviewing.actions_by_id["find"].trigger()
    reviewing.find_bar.choices.pattern.setChecked(True)
    reviewing.find_bar.line.setText("(")
    reviewing.find_bar.moved.emit(1)
    reviewing.find_bar._ask()
    assert "cannot be read" in reviewing.find_bar.count.toolTip()


def test_hits_are_counted_anew_after_a_change(qtbot, reviewing):
    reviewing.actions_by_id["find"].trigger()
    reviewing.find_bar.line.setText("rained")
    reviewing.find_bar._ask()
    reviewing.view.go_to_row(0)
    with qtbot.waitSignal(reviewing.session.changed):
        type_text(reviewing.view.editor, "It rained. ")
    assert reviewing.find_bar.count.text() == "0 / 3"


def test_replacing_shows_every_hit_and_takes_the_ticked_ones(reviewing, monkeypatch):
    def use(dialog):
        dialog.wanted.setText("e")
        dialog.replacement.setText("E")
        dialog.choices.case.setChecked(True)
        dialog.look()
        count = dialog.model.rowCount()
        assert dialog.model.index(0, 1).data().startswith("Th⟦E⟧")
        for row in range(1, count):
            dialog.model.setData(
                dialog.model.index(row, 0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole
            )
        assert dialog.count.text() == "1 hit is ticked."
        dialog.accept()
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr("ui.dialogs.replace.ReplaceDialog.exec", use)
    before = translations(reviewing)
    reviewing.actions_by_id["replace"].trigger()
    assert translations(reviewing)[0] == before[0].replace("The", "ThE")
    reviewing.actions_by_id["undo"].trigger()
    assert translations(reviewing) == before


def test_the_replace_dialog_says_what_is_wrong_and_ticks_all_or_none(reviewing):
    dialog = ReplaceDialog(reviewing.session.gathered, "e", reviewing)
    QAbstractItemModelTester(dialog.model, QAbstractItemModelTester.FailureReportingMode.Warning)
    dialog.model.tick_all(on=False)
    assert not dialog.button.isEnabled()
    dialog.model.tick_all(on=True)
    assert len(dialog.hits()) == dialog.model.rowCount() > 1
    dialog.choices.pattern.setChecked(True)
    dialog.wanted.setText("[")
    dialog.look()
    assert "cannot be read" in dialog.count.text()
    assert not dialog.button.isEnabled()
    dialog.deleteLater()
