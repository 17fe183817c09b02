"""Findings in the window: marked, put right with a key or a click, dismissed, filtered by."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QDialog, QFrame, QLabel, QPushButton, QToolButton

from tests.ui.conftest import open_texts, shown, translations, type_text
from ui.models.findings import ENTRY, Group
from ui.theme import LIGHT
from ui.views.painting import formats_for
from workbench.model.dismissal import Scope
from workbench.model.document import Role
from workbench.model.finding import Severity
from workbench.model.name import Mention, Name
from workbench.project.marks import Mark, Marked

TEXTS = {
    Role.TRANSLATION: "The president Olena Zelenskiy  spoke.\nTwo people came home late.\nIt  rained.\n",
    Role.REFERENCE: "The president Olena Zelenska spoke.\nTwo people came home late.\nIt rained.\n",
}


@pytest.fixture
def found(qtbot, window, tmp_path):
    """Give a window with findings: a name, and spaces that stand twice."""
    paths = {}
    for role, text in TEXTS.items():
        paths[role] = tmp_path / f"{role}.txt"
        paths[role].write_text(text, encoding="utf-8")
    open_texts(qtbot, window, paths)
    assert {f.check for each in window.session.findings.values() for f in each} >= {"names", "typography"}
    return window


def by_check(window, check):
    return [(id_, f) for id_, each in window.session.findings.items() for f in each if f.check == check]


def run(window, command):
    window.actions_by_id[command].trigger()


def test_the_list_is_grouped_the_heaviest_first(found):
    model = found.findings.model
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    entries = [model.index(row, 0).data(ENTRY) for row in range(model.rowCount())]
    weights = [entry.finding.weight for entry in entries if not isinstance(entry, Group)]
    assert isinstance(entries[0], Group)
    assert weights[0] == max(weights)
    assert model.count() == len(weights) == sum(len(each) for each in found.session.findings.values())
    assert f"Findings {len(weights)}" in found.inspector.tabs.tabText(0)


def test_findings_are_told_apart_without_colour():
    marks = [Marked(0, 3, Mark.ERROR), Marked(4, 7, Mark.NOTE), Marked(8, 11, Mark.NAME)]
    formats = formats_for("one two six", marks, LIGHT, reference=False)
    styles = [made.format.underlineStyle() for made in formats]
    assert styles == [
        QTextCharFormat.UnderlineStyle.WaveUnderline,
        QTextCharFormat.UnderlineStyle.DashUnderline,
        QTextCharFormat.UnderlineStyle.DotLine,
    ]


def test_keys_go_from_finding_to_finding_and_put_right(qtbot, found):
    found.view.go_to_row(1)
    qtbot.keyClick(found.view.editor, Qt.Key.Key_F8)
    assert found.view.currentIndex().row() == 2
    qtbot.keyClick(found.view.editor, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert translations(found)[2] == "It rained."
    qtbot.keyClick(found.view.editor, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert found.view.currentIndex().row() == 0
    assert found.view.strip.findings()


def test_a_finding_is_no_error_here_and_undo_brings_it_back(qtbot, found):
    found.view.go_to_row(2)
    (pair, finding), *_rest = [
        each for each in by_check(found, "typography") if each[0] == found.view.current_pair
    ]
    count = found.findings.model.count()
    qtbot.keyClick(found.view.editor, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert finding not in found.session.findings.get(pair, ())
    assert found.findings.model.count() == count - 1
    run(found, "undo")
    assert found.findings.model.count() == count


def test_the_chip_says_what_and_offers_both_reaches(found):
    found.view.go_to_row(0)
    strip = found.view.strip
    assert strip.isVisible()
    assert strip.geometry().bottom() <= found.view.visualRect(found.view.currentIndex()).bottom()
    buttons = [button for button in strip.findChildren(QToolButton) if button.isVisible()]
    assert [action.text() for action in buttons[0].menu().actions()] == [
        "&Not an error here",
        "Not &an error anywhere in this review",
    ]
    before = found.findings.model.count()
    buttons[0].menu().actions()[1].trigger()
    assert found.findings.model.count() < before


def test_many_are_dismissed_at_once_with_a_reason(found, monkeypatch):
    monkeypatch.setattr(
        "ui.docks.findings.DismissDialog.exec",
        lambda dialog: (dialog._reason.setText("house style"), QDialog.DialogCode.Accepted)[1],
    )
    panel = found.findings
    panel.list.selectAll()
    panel.dismiss.click()
    assert panel.model.count() == 0
    assert panel.empty.isVisibleTo(panel)
    assert {each.reason for each in found.session.project.dismissals()} == {"house style"}
    run(found, "undo")
    assert panel.model.count() > 0


def test_a_group_is_put_right_at_once(found):
    panel = found.findings
    row = next(
        row
        for row in range(panel.model.rowCount())
        if isinstance(entry := panel.model.index(row, 0).data(ENTRY), Group) and entry.count >= 2
    )
    panel.list.setCurrentIndex(panel.model.index(row, 0))
    panel.apply.click()
    assert "  " not in "".join(translations(found))
    run(found, "undo")
    assert translations(found)[2] == "It  rained."


def test_a_click_on_a_finding_goes_there_and_marks_it(found):
    panel = found.findings
    row = next(
        row
        for row in range(panel.model.rowCount())
        if not isinstance(entry := panel.model.index(row, 0).data(ENTRY), Group)
        and entry.finding.check == "names"
    )
    panel.list.clicked.emit(panel.model.index(row, 0))
    assert found.view.currentIndex().row() == 0
    assert "Zelenskiy" in found.view.marked_text()


def test_a_filter_finds_them_and_the_overview_marks_them(found):
    found.filter.ask_for("has:finding")
    assert len(shown(found)) == 2
    found.filter.ask_for("check:names")
    assert len(shown(found)) == 1
    found.filter.ask_for("")
    marks = list(found.heat._marks)
    assert marks[1] is None
    assert all(isinstance(mark, Severity) for mark in (marks[0], marks[2]))


def test_a_finding_follows_the_words_while_one_types(qtbot, found):
    found.view.go_to_row(0)
    (_pair, before), *_rest = by_check(found, "names")
    with qtbot.waitSignal(found.session.scored, timeout=5_000):
        type_text(found.view.editor, "Yes. ")
    ((_pair, now),) = by_check(found, "names")[:1]
    assert now.text == before.text
    assert found.view.editor.text()[slice(*now.span)] == now.text


def test_a_new_finding_shows_while_one_types(qtbot, found):
    found.view.go_to_row(1)
    assert not found.view.strip.findings()
    with qtbot.waitSignal(found.session.scored, timeout=5_000):
        type_text(found.view.editor, "Yes  ")
    assert [finding.check for finding in found.view.strip.findings()] == ["typography"]


def test_a_name_can_be_kept_as_it_is(found):
    found.inspector.go_to(found.names)
    keep = next(b for b in found.names.findChildren(QPushButton) if b.text() == "Keep" and b.isVisible())
    keep.click()
    assert not by_check(found, "names")
    assert [each.scope for each in found.session.project.dismissals()] == [Scope.ANYWHERE]


def test_many_names_come_in_turns_until_all_are_there(qtbot, found):
    here = (Mention(0, (0, 3)),)
    names = [Name(f"Kim {number}", "person", here, (), None, 0.5, None, "?") for number in range(30)]
    found.names.show_names(names)
    qtbot.waitUntil(lambda: len(cards(found.names)) == len(names))
    found.names.show_names([*names, *names, *names])
    qtbot.waitUntil(lambda: len(cards(found.names)) == 60)
    found.names.show_names(names[:2])  # while others are still to come
    qtbot.waitUntil(lambda: len(cards(found.names)) == 2)
    assert [line for line in lines(found.names) if line.startswith("Kim")] == ["Kim 0", "Kim 1"]


def cards(panel):
    return [frame for frame in panel.findChildren(QFrame) if frame.property("card") and not frame.isHidden()]


def lines(panel):
    return [label.text() for card in cards(panel) for label in card.findChildren(QLabel)]
