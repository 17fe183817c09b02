import pytest

from workbench.errors import WorkbenchError
from workbench.model.annotation import Annotation, Assessment
from workbench.model.document import Role
from workbench.model.pair import Status
from workbench.mqm import ratings_json
from workbench.mqm.ratings import Key, Rating, Segment, raters
from workbench.project.review_ratings import ratings_of, take_in

TEXT = "The bad cat sat. It was fat, fat.\n\nA dog ran."
SOURCE = "Der Kater saß. Er war dick, dick.\n\nEin Hund lief."


@pytest.fixture
def project(make):
    return make(translation=TEXT, source=SOURCE)


def mark(pair, start, end, **more):
    told = {"category": "accuracy", "severity": "major", "author": "Kim"} | more
    return Annotation(pair, told.pop("side", Role.TRANSLATION), (start, end), **told)


def test_marks_are_rated_on_the_text_as_it_came(project):
    first, second, third = project.pair_ids()
    project.annotate([mark(first, 4, 7), mark(second, 12, 15), mark(third, 2, 5, author="Lee")])
    project.set_text(first, "The cat sat.")  # the error is put right: its mark is gone from the text
    project.set_text(second, "Fat it was not, fat.")
    found = ratings_of(project)
    assert [one.translation for one in found] == ["The bad cat sat.", "It was fat, fat.", "A dog ran."]
    spans = [[mark.span for rating in one.ratings for mark in rating.marks] for one in found]
    assert spans == [[(4, 7)], [(12, 15)], [(2, 5)]]
    assert found[0].ratings[0].marks[0].text == "bad"
    assert [one.key.segment for one in found] == ["1", "2", "3"]
    assert [one.key.place for one in found] == ["1", "1", "2"]
    assert ratings_json.read(ratings_json.write(found)) == found


def test_approval_without_marks_says_no_error(project):
    first, second, third = project.pair_ids()
    project.set_status([first, second], Status.APPROVED)
    project.annotate([mark(second, 0, 2)])
    project.assess(Assessment(third, "Lee", 70.0))
    found = ratings_of(project)
    assert found[0].ratings == (Rating("Kim"),)
    assert [one.rater for one in found[1].ratings] == ["Kim"]
    assert found[2].ratings == (Rating("Lee", (), 70.0),)
    assert ratings_of(project, "Bo")[0].ratings == (Rating("Bo"),)


def test_nothing_said_is_nothing_rated(project):
    assert raters(ratings_of(project)) == []


def test_merged_pairs_and_other_sides_are_rated(make):
    project = make(translation="One. Two.", reference="Uno. Dos.")
    first, second = project.pair_ids()
    project.annotate([mark(first, 0, 3, side=Role.REFERENCE), mark(second, 0, 3)])
    project.merge([first, second])
    (found,) = ratings_of(project)
    assert found.key.segment == "1-2"
    assert sorted((one.side, one.span) for one in found.ratings[0].marks) == [
        (Role.TRANSLATION, (5, 8)),
        (Role.TRANSLATION, (9, 9)),
    ]


def test_others_marks_are_taken_in_where_their_words_are_now(project):
    first = project.pair_ids()[0]
    project.set_text(first, "Well, the bad cat sat.")
    rating = Rating("Lee", (mark(0, 4, 7, author="x", note="n"), mark(0, 0, 3, side=Role.SOURCE)))
    other = Segment(Key("", "", "", "9"), "Der Kater saß.", "The bad cat sat.", (rating,))
    changes = take_in(project, [other, Segment(Key("", "", "", "1"), "", "elsewhere", (rating,))])
    assert (changes.name, changes.place) == ("Import marks", first)
    told = [(one.text, one.author, one.note) for one in project.annotations()]
    assert told == [("bad", "Lee", "n"), ("Der", "Lee", "")]
    with pytest.raises(WorkbenchError, match="about a text of this review"):
        take_in(project, [])
