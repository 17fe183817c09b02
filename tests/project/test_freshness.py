"""One pair looked at again: as the next analysis of all would say it."""

import pytest

from workbench.model.dismissal import Dismissals
from workbench.project.analysing import analyse
from workbench.project.analysis import Analysis, Choices
from workbench.project.editing import with_text
from workbench.project.freshness import refreshed, standing

TEXTS = {
    "translation": "Olena Zelenskiy spoke.\nIt rained.\n",
    "reference": "Olena Zelenska spoke.\nIt rained.\n",
}


@pytest.fixture
def review(make):
    project = make(**TEXTS)
    return project.pairs(), project.languages()


def found(analysis):
    return {(finding.pair, finding.check, finding.span) for finding in analysis.findings}


@pytest.mark.parametrize("text", ["It  rained.", "It rained .", "Yes. It rained.", "", "It snowed."])
def test_a_pair_typed_in_is_scored_and_checked_as_in_the_whole(review, text):
    pairs, languages = review
    before = analyse(pairs, languages)
    edited = with_text(pairs[1], text)
    quick = refreshed(before, edited, languages, Choices())
    whole = analyse([pairs[0], edited], languages)
    assert quick.by_pair[edited.id] == pytest.approx(whole.by_pair[edited.id])
    assert quick.reasons[edited.id] == whole.reasons[edited.id]
    assert found(quick) == found(whole)
    by_pair = quick.findings_by_pair(Dismissals())
    assert {pair.id: quick.findings_of(pair.id, Dismissals()) for pair in pairs} == {
        pair.id: by_pair.get(pair.id, []) for pair in pairs
    }


def test_findings_of_the_whole_follow_their_words(review):
    pairs, languages = review
    before = analyse(pairs, languages)
    (name,) = [finding for finding in before.findings if finding.check == "names"]
    quick = refreshed(before, with_text(pairs[0], "Then Olena Zelenskiy spoke."), languages, Choices())
    (there,) = [finding for finding in quick.findings if finding.check == "names"]
    assert there.span == (name.span[0] + 5, name.span[1] + 5)
    gone = refreshed(before, with_text(pairs[0], "She spoke."), languages, Choices())
    assert not [finding for finding in gone.findings if finding.check == "names"]
    assert list(standing([name], "")) == []


def test_a_pair_of_a_review_that_is_not_analysed_is_looked_at_alone(review):
    pairs, languages = review
    quick = refreshed(Analysis(), with_text(pairs[1], "It  rained."), languages, Choices())
    assert [finding.check for finding in quick.findings] == ["typography"]
    again = refreshed(quick, pairs[0], languages, Choices())
    assert list(again.ids) == [pairs[1].id, pairs[0].id]
    assert {finding.pair for finding in again.findings} == {0}
    assert set(again.by_pair) == {pair.id for pair in pairs}


def test_checks_and_severities_are_the_users(review):
    from workbench.model.finding import Severity  # noqa: PLC0415 -- for this alone

    pairs, languages = review
    without = analyse(pairs, languages, choices=Choices(without=frozenset({"names"})))
    assert not [finding for finding in without.findings if finding.check == "names"]
    heavy = analyse(pairs, languages, choices=Choices(("fidelity",), severities={"names": Severity.CRITICAL}))
    assert {f.severity for f in heavy.findings if f.check == "names"} == {Severity.CRITICAL}
    assert set(heavy.scores.corpus) == {"fidelity"}
