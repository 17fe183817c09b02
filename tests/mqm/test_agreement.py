import pytest

from workbench.errors import WorkbenchError
from workbench.model.annotation import Annotation
from workbench.model.document import Role
from workbench.mqm.agreement import agreement, coupled, span_f1, together
from workbench.mqm.merging import Choice, merge
from workbench.mqm.ratings import Key, Rating, Segment
from workbench.mqm.typology import built_in

CORE = built_in("mqm-core")


def mark(start, end, severity="minor", category="style", side=Role.TRANSLATION):
    return Annotation(0, side, (start, end), category, severity, note=f"{start}-{end}")


def segment(number, text, **ratings):
    told = tuple(Rating(name, tuple(marks)) for name, marks in ratings.items())
    return Segment(Key("", "doc", "", str(number)), "", text, told)


def shared(*pairs):
    segments = [segment(number, "abcdefghij", a=a, b=b) for number, (a, b) in enumerate(pairs)]
    return together(segments, segments, ("a", "b"))


def test_span_f1_is_the_docstrings():
    assert span_f1([([mark(2, 4)], [mark(1, 4)])]) == pytest.approx(0.8)
    assert span_f1([([mark(2, 2)], [mark(2, 2)])]) == 1
    assert span_f1([([mark(0, 4)], [mark(0, 4, side=Role.SOURCE)])]) == 0
    assert span_f1([([], [])]) is None


def test_two_reviewers_are_compared():
    """Three segments: agreed, severity differs, only one marked anything."""
    both = shared(
        ([mark(0, 2)], [mark(0, 2)]),
        ([mark(0, 4, "major")], [mark(2, 4, "minor")]),
        ([], [mark(5, 6, "critical", "accuracy")]),
    )
    found = agreement(both, CORE)
    assert (found.segments, found.marks, found.penalties, found.couples) == (3, (2, 3), (6, 27), 2)
    assert (found.same_category, found.same_severity) == (1.0, 0.5)
    assert found.span_f1 == pytest.approx(2 * 4 / (6 + 5))
    # Penalties 1 5 0 against 1 1 25: pairs (1,5)/(1,1) tied on b, the two others the other way round.
    assert found.tau == pytest.approx(-2 / (3 * 2) ** 0.5)
    # Ranks 2-2, 3-2, 0-4, six values: 0 2 2 2 3 4 with their middles at .5, 2.5, 4.5, 5.5.
    # Observed 2 (2² + 5²) = 58; expected 2 (3·2² + 4² + 5² + 3·2² + 3·3² + 1²) = 186; 1 − 5 · 58 / 186.
    assert found.alpha == pytest.approx(1 - 5 * 58 / 186)


def test_marks_of_one_error_are_put_together():
    a, b = [mark(0, 4), mark(4, 8), mark(9, 9)], [mark(3, 8), mark(0, 1), mark(9, 9), mark(2, 3)]
    told = [(c.a and c.a.note, c.b and c.b.note) for c in coupled(a, b)]
    assert told == [("0-4", "0-1"), (None, "2-3"), ("4-8", "3-8"), ("9-9", "9-9")]


def test_reviewers_of_different_texts_cannot_be_compared():
    a, b = [segment(1, "one", a=[])], [segment(1, "other", b=[])]
    with pytest.raises(WorkbenchError, match="Segment doc/1 has another text"):
        together(a, b, ("a", "b"))
    with pytest.raises(WorkbenchError, match="no segment in common"):
        together(a, [segment(2, "one", b=[])], ("a", "b"))


def merged(both, choices, others=None):
    found = merge(both, choices, others, "chief")
    assert all(one.ratings[0].rater == "chief" for one in found.segments)
    return [[mark.note for mark in one.ratings[0].marks] for one in found.segments]


def test_merging_takes_what_was_chosen():
    both = shared(
        ([mark(0, 2)], [mark(0, 3)]),
        ([mark(0, 4, "major")], [mark(2, 4, "minor"), mark(6, 7)]),
        ([], [mark(5, 6)]),
    )
    assert merged(both, {1: Choice.SECOND, 2: Choice.FIRST}) == [["0-2"], ["2-4", "6-7"], []]
    assert merged(both, {1: Choice.BOTH}, Choice.SECOND) == [["0-2"], ["0-4", "6-7"], ["5-6"]]
    assert merged(both, {0: Choice.SECOND}, Choice.FIRST)[0] == ["0-3"]
    with pytest.raises(WorkbenchError, match=r"differ on 2 and 3: .*--choose 2=a"):
        merged(both, {})
    with pytest.raises(WorkbenchError, match=r"no segment 9; .* 3 segments in common"):
        merged(both, {8: Choice.FIRST})


def test_scores_are_chosen_like_marks():
    def scored(a, b):
        told = (Rating("a", (), a), Rating("b", (), b))
        return Segment(Key("", "doc", "", "1"), "", "x", told)

    both = together([scored(80.0, 60.0)], [scored(80.0, 60.0)], ("a", "b"))
    with pytest.raises(WorkbenchError, match="differ on 1"):
        merged(both, {})
    assert merge(both, {0: Choice.BOTH}, None, "c").segments[0].ratings[0].score == 70
