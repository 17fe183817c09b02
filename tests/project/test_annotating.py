import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.project.conftest import made
from workbench.errors import WorkbenchError
from workbench.model.annotation import Annotation, Assessment, Reply
from workbench.model.document import Role
from workbench.project import Project

TEXT = "The bad cat sat. It was fat.\n\nA dog ran."
REFERENCE = "The good cat sat. It was fat.\n\nA dog ran."


@pytest.fixture
def project(make):
    return make(translation=TEXT, reference=REFERENCE)


def mark(pair, start, end, **more):
    told = {"category": "accuracy", "severity": "major", "author": "Kim", "time": 5.0} | more
    return Annotation(pair, told.pop("side", Role.TRANSLATION), (start, end), **told)


def words(project):
    """Give what each mark stands on now."""
    texts = {pair.id: pair for pair in project.pairs()}
    return [texts[one.pair].text(one.side)[slice(*one.span)] for one in project.annotations()]


def test_marks_are_kept_with_what_is_said_of_them(project):
    pair = project.pair_ids()[0]
    replies = (Reply("Lee", 6.0, "sure?"),)
    changes = project.annotate([mark(pair, 4, 7, note="why", replies=replies, finding="f9")])
    assert (changes.name, changes.place) == ("Mark an error", pair)
    assert project.pairs_touched(changes) == {pair}
    (found,) = project.annotations()
    assert found == mark(pair, 4, 7, text="bad", note="why", replies=replies, finding="f9", id=found.id)
    touched = project.pairs_touched(project.reply(found.id, Reply("Kim", None, "yes")))
    assert touched == {pair}
    assert [one.text for one in project.annotations()[0].replies] == ["sure?", "yes"]
    assert project.annotations()[0].replies[1].time > 1e9
    project.undo()
    project.undo()
    assert project.annotations() == []
    project.redo()
    project.redo()
    assert [one.text for one in project.annotations([pair])[0].replies] == ["sure?", "yes"]


def test_a_mark_is_changed_and_taken_away(project):
    pair = project.pair_ids()[0]
    project.annotate([mark(pair, 4, 7, replies=(Reply("Lee", 6.0, "?"),)), mark(pair, 0, 3)])
    first, second = project.annotations()
    assert (first.text, second.text) == ("The", "bad")
    project.revise_annotation(mark(pair, 4, 11, severity="minor", note="n", id=second.id))
    assert project.annotations()[1] == mark(
        pair, 4, 11, severity="minor", note="n", id=second.id, text="bad cat", replies=second.replies
    )
    changes = project.remove_annotations([second.id, first.id])
    assert project.annotations() == []
    assert project.pairs_touched(changes) == {pair}
    assert project.pairs_touched(project.undo()) == {pair}
    assert [one.text for one in project.annotations()] == ["The", "bad cat"]
    assert project.annotations()[1].replies == second.replies
    assert project.pairs_touched(project.redo()) == {pair}


def test_marks_follow_the_text_and_undo(project):
    pair = project.pair_ids()[0]
    project.annotate([mark(pair, 4, 7), mark(pair, 8, 11), mark(pair, 0, 3, side=Role.REFERENCE)])
    assert words(project) == ["bad", "cat", "The"]
    project.set_text(pair, "Oh, the cat sat.")
    assert words(project) == ["", "cat", "The"]
    assert [(one.text, one.gone) for one in project.annotations()][:2] == [("bad", True), ("cat", False)]
    project.undo()
    assert words(project) == ["bad", "cat", "The"]
    assert not any(one.gone for one in project.annotations())


def test_a_mark_is_whole_again_when_its_text_is_typed_again(project):
    pair = project.pair_ids()[0]
    project.annotate([mark(pair, 4, 7)])
    for text in ("The  cat sat.", "The b cat sat.", "The ba cat sat.", "The bad cat sat."):
        project.set_text(pair, text)
    assert words(project) == ["bad"]
    assert not project.annotations()[0].gone


def test_marks_stay_with_their_words_when_pairs_change(project):
    first, second, third = project.pair_ids()
    project.annotate([mark(first, 4, 7), mark(second, 7, 10), mark(third, 2, 5)])
    project.assess(Assessment(second, "Kim", 40.0, 5.0))
    project.merge([first, second])
    assert words(project) == ["bad", "fat", "dog"]
    assert project.assessments() == []
    marked = mark(first, 12, 19)
    project.annotate([marked])
    assert words(project) == ["bad", "sat. It", "fat", "dog"]
    project.split(first, {Role.TRANSLATION: 1, Role.REFERENCE: 1})
    assert words(project) == ["bad", "sat.", "fat", "dog"]
    for _step in range(3):
        project.undo()
    assert words(project) == ["bad", "fat", "dog"]
    assert project.assessments() == [Assessment(second, "Kim", 40.0, 5.0)]


def test_marks_of_a_merged_pair_follow_an_edit_over_its_sentences(project):
    first, second, _third = project.pair_ids()
    project.annotate([mark(first, 4, 7), mark(second, 7, 10)])
    project.merge([first, second])
    project.set_text(first, "The bad cat was fat.")
    assert words(project) == ["bad", "fat"]


def test_pairs_are_scored(project):
    pair, other, _third = project.pair_ids()
    project.assess(Assessment(other, "Kim", 10.0, 5.0))
    project.assess(Assessment(pair, "Kim", 60.0, 5.0))
    changes = project.assess(Assessment(pair, "Kim", 66.5, 6.0))
    project.assess(Assessment(pair, "Lee", 50.0, 7.0))
    assert project.pairs_touched(changes) == {pair}
    assert [(one.author, one.score) for one in project.assessments()] == [
        ("Kim", 66.5),
        ("Lee", 50.0),
        ("Kim", 10.0),
    ]
    project.set_text(pair, "Another text.")
    assert [one.outdated for one in project.assessments([pair])] == [True, True]
    project.unassess(pair, "Lee")
    assert [one.author for one in project.assessments([pair])] == ["Kim"]
    assert project.pairs_touched(project.undo()) == {pair}


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (lambda p, pair: p.annotate([mark(pair, 4, 99)]), "lies outside"),
        (lambda p, pair: p.annotate([mark(pair, 4, 3)]), "lies outside"),
        (lambda p, pair: p.annotate([mark(pair, 0, 1, side=Role.SOURCE)]), "no sentence on that side"),
        (lambda p, _pair: p.annotate([mark(99, 0, 1)]), "no pair 99"),
        (lambda p, pair: p.revise_annotation(mark(pair, 0, 1, id=7)), "no mark 7"),
        (lambda p, pair: p.revise_annotation(mark(pair, 0, 99, id=1)), "lies outside"),
        (lambda p, _pair: p.remove_annotations([1, 7]), "no mark 7"),
        (lambda p, _pair: p.reply(7, Reply("Kim", None, "x")), "no mark 7"),
        (lambda p, pair: p.assess(Assessment(pair, "Kim", 101.0)), "between 0 and 100"),
        (lambda p, _pair: p.assess(Assessment(99, "Kim", 1.0)), "no pair 99"),
    ],
)
def test_what_cannot_be_done_is_said_and_changes_nothing(project, act, said):
    project.annotate([mark(project.pair_ids()[0], 0, 3)])
    before = project.annotations(), project.history()
    with pytest.raises(WorkbenchError, match=said):
        act(project, project.pair_ids()[0])
    assert (project.annotations(), project.history()) == before


EDITS = st.lists(
    st.one_of(
        st.tuples(st.just("text"), st.integers(0, 2), st.text("ab .", max_size=8)),
        st.tuples(st.just("merge"), st.integers(0, 2), st.just("")),
        st.tuples(st.just("unlink"), st.integers(0, 2), st.just("")),
        st.tuples(st.just("mark"), st.integers(0, 2), st.just("")),
        st.tuples(st.just("score"), st.integers(0, 2), st.just("")),
        st.tuples(st.just("undo"), st.just(0), st.just("")),
        st.tuples(st.just("redo"), st.just(0), st.just("")),
    ),
    max_size=12,
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("reviews")


@given(edits=EDITS)
@settings(max_examples=25, deadline=None)
def test_marks_survive_whatever_is_done_to_a_review(folder, edits):
    """Every mark lies in its text at every moment, and undoing all gives the review as it was made."""
    (folder / "review.twb").unlink(missing_ok=True)
    with made(folder, translation=TEXT, reference=REFERENCE) as project:
        first = project.pairs()
        project.annotate([mark(pair, 0, 2) for pair in project.pair_ids()])
        for what, number, text in edits:
            do(project, what, number, text)
            texts = {pair.id: pair for pair in project.pairs()}
            for one in project.annotations():
                start, end = one.span
                assert 0 <= start <= end <= len(texts[one.pair].text(one.side))
                assert not one.gone or start == end
        path, now = project.path, (project.annotations(), project.assessments())
    with Project.open(path) as project:  # every row is whole and refers to rows that exist
        assert (project.annotations(), project.assessments()) == now
        while project.undo():
            pass
        assert (project.pairs(), project.annotations(), project.assessments()) == (first, [], [])


def do(project, what, number, text):
    ids = project.pair_ids()
    pair = ids[min(number, len(ids) - 1)]
    (there,) = project.pairs([pair])
    if what == "text" and there.translation:
        project.set_text(pair, text)
    elif what == "merge":
        project.merge(ids[:2])
    elif what == "unlink":
        project.unlink(pair)
    elif what == "mark" and there.translation:
        project.annotate([mark(pair, 0, len(there.text(Role.TRANSLATION)))])
    elif what == "score":
        project.assess(Assessment(pair, "Kim", 50.0, 1.0))
    elif what in {"undo", "redo"}:
        getattr(project, what)()


def test_all_marks_and_scores_are_those_of_each_pair(project):
    first, second, third = project.pair_ids()
    project.annotate([mark(third, 0, 1), mark(first, 4, 7), mark(first, 0, 3)])
    project.assess(Assessment(third, "Kim", 70.0))
    project.assess(Assessment(second, "Kim", 50.0))
    ids = project.pair_ids()
    assert project.annotations() == project.annotations(ids)
    assert [one.pair for one in project.annotations()] == [first, first, third]
    assert project.assessments() == project.assessments(ids)
    assert [one.pair for one in project.assessments()] == [second, third]
