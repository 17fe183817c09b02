"""Two reviewers compared, merged and imported in the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from tests.ui.people import faults
from ui.dialogs.reviewers import ReviewersDialog
from ui.models.differences import FIRST, SECOND, TAKEN, TEXT
from workbench.model.annotation import Annotation, Assessment
from workbench.model.document import Role
from workbench.mqm import ratings_json
from workbench.mqm.merging import Choice
from workbench.mqm.ratings import Key, Rating, Segment
from workbench.project.review_ratings import ratings_of


def mark(start, end, severity="minor", author="x"):
    return Annotation(
        1, Role.TRANSLATION, (start, end), "style", severity, "abcdefghij"[start:end], author=author
    )


def written(path, rater, *verdicts):
    """Write ratings of three segments: for each what is marked and the score."""
    segments = [
        Segment(Key("", "d", "1", str(number)), "", "abcdefghij", (Rating(rater, tuple(marks), score),))
        for number, (marks, score) in enumerate(verdicts, start=1)
    ]
    path.write_text(ratings_json.write(segments), encoding="utf-8")
    return path


@pytest.fixture
def files(tmp_path):
    kim = written(
        tmp_path / "kim.json", "Kim", ([mark(0, 2)], None), ([mark(0, 4, "major")], 60.0), ([], None)
    )
    lee = written(
        tmp_path / "lee.json", "Lee", ([mark(0, 2)], None), ([mark(2, 4)], 80.0), ([mark(5, 6)], None)
    )
    return kim, lee


@pytest.fixture
def dialog(qtbot):
    made = ReviewersDialog(None, "Me")
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def compare(qtbot, dialog, *files):
    for field, file in zip(dialog.files, files, strict=False):
        field.setText(str(file))
    dialog.read()
    qtbot.waitUntil(lambda: dialog.pairing is not None)


def rows(dialog, column):
    return [dialog.model.index(row, column).data() for row in range(dialog.model.rowCount())]


def test_two_files_are_compared_side_by_side_and_merged_by_choice(qtbot, dialog, files, tmp_path):
    compare(qtbot, dialog, *files)
    assert "Segments rated by both: 3" in dialog.numbers.toPlainText()
    assert rows(dialog, TEXT) == ["abcdefghij"] * 2
    assert rows(dialog, FIRST) == ["60\n“abcd” style, major", "–"]
    assert rows(dialog, SECOND) == ["80\n“cd” style, minor", "“f” style, minor"]
    assert not dialog._save.isEnabled()
    dialog.table.selectRow(0)
    dialog.choices[Choice.SECOND].click()
    dialog.table.selectRow(1)
    dialog.choices[Choice.BOTH].click()
    assert rows(dialog, TAKEN) == ["B", "both"]
    assert dialog._save.isEnabled()
    dialog.save(tmp_path / "agreed.json")
    qtbot.waitUntil(lambda: "agreed.json" in dialog.said.text())
    merged = ratings_json.read((tmp_path / "agreed.json").read_text(encoding="utf-8"))
    assert [one.ratings[0].rater for one in merged] == ["Me"] * 3
    assert [[each.span for each in one.ratings[0].marks] for one in merged] == [[(0, 2)], [(2, 4)], [(5, 6)]]
    assert merged[1].ratings[0].score == 80.0


def test_without_a_selection_all_rows_are_chosen(qtbot, dialog, files):
    compare(qtbot, dialog, *files)
    dialog.choices[Choice.FIRST].click()
    assert rows(dialog, TAKEN) == ["A", "A"]


def test_of_three_reviewers_two_are_chosen(qtbot, dialog, files, tmp_path):
    bo = written(tmp_path / "bo.json", "Bo", *[([], None)] * 3)
    both = ratings_json.read(files[0].read_text()), ratings_json.read(bo.read_text())
    joined = [
        Segment(a.key, a.source, a.translation, (*a.ratings, *b.ratings)) for a, b in zip(*both, strict=True)
    ]
    files[0].write_text(ratings_json.write(joined), encoding="utf-8")
    compare(qtbot, dialog, *files)
    assert dialog.pairing.names == ("Kim", "Bo")
    dialog.people[1].setCurrentIndex(2)
    dialog.compare()
    qtbot.waitUntil(lambda: dialog.pairing.names == ("Kim", "Lee"))


def test_what_cannot_be_compared_is_said(qtbot, dialog, files, tmp_path):
    dialog.files[0].setText(str(files[0]))
    dialog.read()
    qtbot.waitUntil(lambda: "One reviewer alone" in dialog.said.text())
    dialog.files[1].setText(str(tmp_path / "none.json"))
    dialog.read()
    qtbot.waitUntil(lambda: "none.json" in dialog.said.text())
    assert not dialog._save.isEnabled()


def test_a_screen_reader_finds_every_control(qtbot, dialog, files):
    compare(qtbot, dialog, *files)
    assert not faults(dialog)
    assert dialog.table.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_the_open_review_is_compared_with_a_colleagues_file(qtbot, reviewing, tmp_path, monkeypatch):
    first = reviewing.session.project.pair_ids()[0]
    theirs = Annotation(first, Role.TRANSLATION, (4, 13), "style", "minor", author="Lee")
    reviewing.session.do(lambda project: project.annotate([theirs]))
    path = tmp_path / "lee.json"
    path.write_text(ratings_json.write(ratings_of(reviewing.session.project)), encoding="utf-8")
    reviewing.actions_by_id["undo"].trigger()
    mine = Annotation(first, Role.TRANSLATION, (4, 13), "style", "major", author=reviewing.session.reviewer)
    reviewing.session.do(lambda project: project.annotate([mine]))
    seen = []

    def look(dialog):
        compare(qtbot, dialog, "", path)
        seen.append((dialog.pairing.names, rows(dialog, FIRST), rows(dialog, SECOND)))
        dialog.done(0)

    monkeypatch.setattr(ReviewersDialog, "exec", look)
    reviewing.actions_by_id["reviewers"].trigger()
    ((names, first_said, second_said),) = seen
    assert names == (reviewing.session.reviewer, "Lee")
    assert (first_said, second_said) == (["“president” style, major"], ["“president” style, minor"])


def test_others_ratings_are_imported_in_one_step(qtbot, reviewing, tmp_path, monkeypatch):
    first = reviewing.session.project.pair_ids()[0]
    theirs = Annotation(first, Role.TRANSLATION, (4, 13), "style", "minor", author="Lee")
    reviewing.session.do(lambda project: project.annotate([theirs]))
    reviewing.session.do(lambda project: project.assess(Assessment(first, "Lee", 70.0)))
    path = tmp_path / "lee.json"
    path.write_text(ratings_json.write(ratings_of(reviewing.session.project)), encoding="utf-8")
    for _step in range(2):
        reviewing.actions_by_id["undo"].trigger()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_asked: (str(path), ""))
    with qtbot.waitSignal(reviewing.session.marked):
        reviewing.actions_by_id["import-ratings"].trigger()
    assert "Marks imported: 1, scores: 1" in reviewing.message.label.text()
    assert [one.author for one in reviewing.session.project.annotations()] == ["Lee"]
    with qtbot.waitSignal(reviewing.session.marked):
        reviewing.actions_by_id["undo"].trigger()
    assert not reviewing.session.project.assessments()
