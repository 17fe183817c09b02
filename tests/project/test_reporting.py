"""A report says what was decided, from what a review holds."""

import json

import pytest

from workbench.i18n import _, use_language
from workbench.model.annotation import Annotation, Assessment
from workbench.model.dismissal import Scope
from workbench.model.document import Role
from workbench.model.pair import Status
from workbench.mqm.typology import built_in
from workbench.progress import silent
from workbench.project import Project
from workbench.project.analysing import analyse
from workbench.project.check_runs import Wanted, check_review
from workbench.project.reporting import labels_of, report_file, write_report
from workbench.report.data import Decision, State
from workbench.report.shape import shape

CORE = built_in("mqm-core")


@pytest.fixture
def reviewed(article):
    """Give the sample article with names put right, findings fixed and dismissed, marks and decisions."""
    project = article
    pairs, ids = project.pairs(), project.pair_ids()
    found = analyse(pairs, project.languages(), review=project.path)
    wrong = next(name for name in found.names if name.form == "Olysia Rutsevich")
    project.apply_name(wrong, found.places(wrong))
    row, text = next(
        (row, text)
        for row, pair in enumerate(pairs)
        if "about South Korea’s presence" in (text := pair.text(Role.TRANSLATION))
    )
    project.set_text(ids[row], text.replace("about South Korea’s", "about North Korea’s"))
    project.set_status([ids[0]], Status.APPROVED)
    mark = Annotation(ids[3], Role.TRANSLATION, (0, 5), "accuracy/omission", "major", author="Kim")
    project.annotate([mark])
    project.assess(Assessment(ids[3], "Kim", 50.0))
    return project, row


def test_a_report_says_what_became_of_everything(reviewed):
    project, row = reviewed
    path = project.path
    project.close()
    checked = check_review(path, None, Wanted(), silent)
    with Project.open(path) as again:
        again.dismiss(checked.findings[:1], Scope.HERE, "A quotation.", None)
    data = report_file(path, CORE)
    assert [one.role for one in data.texts] == list(Role)
    assert [one.label for one in data.scores] == ["Fidelity", "chrF", "BLEU", "TER"]
    for one in data.scores:
        assert one.interval[0] <= one.value <= one.interval[1]
    assert not data.scores[3].higher_is_better
    scored = [data.pairs[each].score for each in data.worst]
    assert scored == sorted(one.score for one in data.pairs)[: len(scored)]
    right = [one.name.form for one in data.names if one.decision is Decision.PUT_RIGHT]
    assert right == ["Olysia Rutsevich"]
    assert row in data.changed
    dismissed = [one for one in data.findings if one.state is State.DISMISSED]
    assert [one.reason for one in dismissed] == ["A quotation."]
    fixed = [one.finding for one in data.findings if one.state is State.FIXED]
    assert "Olysia Rutsevich" in {one.text for one in fixed}
    assert {one.pair for one in fixed} <= set(data.changed)
    assert (data.mqm.errors, data.mqm.penalty, data.mqm.segments, data.mqm.raters) == (1, 5, 2, ["Kim"])
    assert data.pairs[3].marks[0].text
    assert data.pairs[3].assessments[0].score == 50
    assert {one.name: one.count for one in data.steps}["Mark an error"] == 1


def test_a_review_nobody_touched_and_without_reference_has_a_report(make, tmp_path):
    project = make(translation="One cat. Two dogs.")
    path = project.path
    project.close()
    data = report_file(path, CORE)
    assert (data.mqm, data.scores, data.worst, data.changed) == (None, [], [], [])
    write_report(data, tmp_path / "r.html")
    write_report(data, tmp_path / "r.json")
    assert json.loads((tmp_path / "r.json").read_text(encoding="utf-8")) == shape(data)
    assert (tmp_path / "r.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_marks_are_called_as_the_reader_calls_them():
    use_language("de")
    assert labels_of(CORE)["accuracy/omission"] == _("Accuracy") + "/" + _("Omission")
    assert labels_of(CORE)["Major"] == _("Major") != "Major"
