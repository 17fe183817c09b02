import pytest

from workbench.model.document import Role
from workbench.model.finding import Finding, Severity
from workbench.mqm.typology import BUILT_IN, built_in
from workbench.project.finding_marks import mark_of


def finding(category="terminology/name", span=(4, 7), severity=Severity.MAJOR):
    return Finding(0, span, "bad", "names", category, severity, "Why not.", "good", "good", 0.9, "f7")


def test_a_finding_becomes_a_mark_in_the_typologys_words(make):
    project = make(translation="The bad cat sat.", reference="The good cat sat.")
    (pair,) = project.pairs()
    project.annotate([mark_of(finding(), pair, "Kim", built_in("mqm-core"))])
    (mark,) = project.annotations()
    assert (mark.text, mark.category, mark.severity) == ("bad", "accuracy/mistranslation/entity", "major")
    assert (mark.note, mark.author, mark.finding) == ("Why not.", "Kim", "f7")
    assert mark_of(finding("odd/thing"), pair, "Kim", built_in("wmt")).category == "odd/thing"


def test_what_is_missing_is_marked_where_it_is_said(make):
    project = make(translation="The cat sat.", reference="The cat sat. Nobody else came to the old house.")
    missing = next(
        pair
        for pair in project.pairs()
        if len(pair.reference) > len(pair.translation) or not pair.translation
    )
    if missing.translation:
        project.unlink(missing.id)
        missing = next(pair for pair in project.pairs() if not pair.translation)
    project.annotate([mark_of(finding("accuracy/omission", (0, 0)), missing, "Kim", built_in("mqm-core"))])
    (mark,) = project.annotations()
    assert (mark.side, mark.text) == (Role.REFERENCE, missing.text(Role.REFERENCE))


@pytest.mark.parametrize("name", BUILT_IN)
@pytest.mark.parametrize("category", ["accuracy/x", "fluency/x", "terminology/x", "style/x"])
def test_what_a_check_calls_an_error_has_its_place_in_every_typology(name, category):
    assert built_in(name).nearest(category)
