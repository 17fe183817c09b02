import pytest

from workbench.errors import WorkbenchError
from workbench.model.changes import Direction
from workbench.model.document import Role
from workbench.model.name import Name
from workbench.model.pair import Status
from workbench.project import Project
from workbench.project.analysing import analyse
from workbench.project.exporting import export
from workbench.project.scoring import DEFAULT_METRICS, document_scores
from workbench.score import METRICS

THREE = "One is here. Two is there.\nThree is far away.\n"


def texts(project, role=Role.TRANSLATION):
    return [pair.text(role) for pair in project.pairs()]


def test_the_sample_is_cut_into_the_sentences_of_its_key(article, key):
    for role in Role:
        ours = [s for pair in article.pairs() for s in pair.sentences(role)]
        ours.sort(key=lambda sentence: sentence.number)
        assert [s.text for s in ours] == [s for bead in key["beads"] for s in bead[role.value]]


def test_the_sample_is_aligned_as_in_its_key(article, key):
    gold = {tuple(tuple(bead[role.value]) for role in Role) for bead in key["beads"]}
    ours = {tuple(tuple(s.text for s in pair.sentences(role)) for role in Role) for pair in article.pairs()}
    found = len(gold & ours)
    assert 2 * found / (len(gold) + len(ours)) >= 0.9


def test_an_edit_is_there_at_once_and_after_reopening(make):
    project = make(translation=THREE)
    first = project.pair_ids()[0]
    changes = project.set_text(first, "Eins is here.")
    assert changes.direction is Direction.DONE
    assert project.pairs_touched(changes) == {first}
    path = project.path
    project.close()
    with Project.open(path) as again:
        assert texts(again)[0] == "Eins is here."
        assert again.pairs()[0].original == "One is here."


def test_typing_merges_into_one_step(make):
    project = make(translation=THREE)
    first, second, *_rest = project.pair_ids()
    for text in ("O", "On", "One!"):
        project.set_text(first, text)
    project.set_text(second, "Two!")
    assert [step.name for step in project.history()] == ["Import", "Edit text", "Edit text"]
    project.undo()
    assert texts(project)[:2] == ["One!", "Two is there."]
    project.undo()
    assert texts(project)[0] == "One is here."
    assert project.undo() is None
    project.redo()
    project.redo()
    assert texts(project)[:2] == ["One!", "Two!"]
    assert project.redo() is None


def test_undo_says_where_it_was(make):
    project = make(translation=THREE)
    last = project.pair_ids()[-1]
    project.set_text(last, "3")
    project.set_status([project.pair_ids()[0]], Status.APPROVED)
    assert project.undo().place == project.pair_ids()[0]
    assert project.undo().place == last


def test_status_is_counted(make):
    project = make(translation=THREE)
    ids = project.pair_ids()
    project.set_status(ids[:2], Status.APPROVED)
    project.set_status(ids[2:], Status.NEEDS_WORK)
    outlines = list(project.outlines(ids))
    assert outlines == [
        (ids[0], Status.APPROVED, False),
        (ids[1], Status.APPROVED, False),
        (ids[2], Status.NEEDS_WORK, False),
    ]
    assert not project.set_status(ids[:2], Status.APPROVED).rows


def test_a_broken_character_is_kept_as_far_as_it_can_be(make):
    project = make(translation=THREE)
    first = project.pair_ids()[0]
    project.set_text(first, "a\ud83d\ude42b\ud800c\0d")
    assert texts(project)[0] == "a🙂b\ufffdc\0d"


@pytest.mark.parametrize("edits", [["", "One is back."], ["One. And more.", "One is here."]])
def test_whatever_is_typed_is_kept_exactly(make, edits):
    project = make(translation=THREE)
    first = project.pair_ids()[0]
    for text in edits:
        project.set_text(first, text)
        assert texts(project)[0] == text


def test_pairs_are_merged_split_and_moved_by_hand(make):
    project = make(translation="A one. B two. C three.\n", reference="A one. B two. C three.\n")
    before = texts(project)
    a, b, c = project.pair_ids()
    project.merge([a, b])
    assert texts(project) == ["A one. B two.", "C three."]
    assert project.pairs()[0].confirmed
    project.split(a, {Role.TRANSLATION: 1, Role.REFERENCE: 1})
    assert texts(project) == before == texts(project, Role.REFERENCE)
    moved = project.pairs()[1].translation[0].id
    project.move([moved], a)
    assert texts(project) == ["A one. B two.", "", "C three."]
    project.unlink(c)
    assert texts(project) == ["A one. B two.", "", "C three.", ""]
    assert texts(project, Role.REFERENCE) == ["A one.", "B two.", "", "C three."]
    for _step in range(4):
        project.undo()
    assert texts(project) == before
    assert [pair.confirmed for pair in project.pairs()] == [False] * 3


def test_a_pair_left_empty_goes(make):
    project = make(translation="A one. B two.\n")
    a, b = project.pair_ids()
    project.move([project.pairs()[1].translation[0].id], a)
    assert project.pair_ids() == [a]
    project.undo()
    assert project.pair_ids() == [a, b]


def test_a_split_that_leaves_nothing_is_refused(make):
    project = make(translation="A one. B two.\n")
    with pytest.raises(WorkbenchError, match="one half would be empty"):
        project.split(project.pair_ids()[0], {Role.TRANSLATION: 1})
    assert not project.has_work()


def test_a_passage_left_out_can_be_filled_in(make):
    project = make(
        translation="The dog barks loudly at night.\nThe bird sings in the tree.\n",
        reference="The dog barks loudly at night.\nEverybody needs eleven purple umbrellas.\n"
        "The bird sings in the tree.\n",
    )
    empty = next(pair for pair in project.pairs() if not pair.translation)
    project.set_text(empty.id, "Everyone needs eleven purple umbrellas.")
    out = project.path.with_suffix(".txt")
    export(project.snapshot(), out)
    first, second = out.read_text().rstrip("\n").split("\n")
    assert first == "The dog barks loudly at night. Everyone needs eleven purple umbrellas."
    assert second == "The bird sings in the tree."


def test_an_unknown_pair_is_said(make):
    with pytest.raises(WorkbenchError, match="no pair 99"):
        make(translation=THREE).set_text(99, "x")


def test_names_are_put_right_everywhere_in_one_step(article):
    analysis = analyse(article.pairs(), article.languages())
    name = next(name for name in analysis.names if name.form == "Zelenskiy")
    before = texts(article)
    places = analysis.places(name)
    article.merge(article.pair_ids()[:2])  # the rows are others now, the places are the same
    article.undo()
    article.apply_name(name, places)
    assert sum("Zelensky" in text for text in texts(article)) == 2
    assert not any("Zelenskiy" in text for text in texts(article))
    article.undo()
    assert texts(article) == before


def test_a_name_put_right_twice_in_a_pair_leaves_each_sentence_its_own(make):
    project = make(translation="Zelenskiy came early.\n\nIt rained.\n\nThen Zelenskiy left for Kyiv.\n")
    ids = project.pair_ids()
    project.merge(ids)
    name = Name("Zelenskiy", "person", (), (), "Zelensky", 0.9, "reference", "")
    (pair,) = project.pairs()
    text = pair.text(Role.TRANSLATION)
    spans = [(at, at + len("Zelenskiy")) for at in (0, text.rindex("Zelenskiy"))]
    project.apply_name(name, {pair.id: spans})
    (pair,) = project.pairs()
    assert [sentence.text for sentence in pair.translation] == [
        "Zelensky came early.",
        "It rained.",
        "Then Zelensky left for Kyiv.",
    ]
    project.undo()
    assert project.pairs()[0].text(Role.TRANSLATION) == text


def test_a_failed_creation_leaves_no_file(make, monkeypatch, tmp_path):
    monkeypatch.setattr("workbench.project.importing.import_texts", lambda *_args: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        make(translation=THREE)
    assert not list(tmp_path.glob("*.twb*"))


@pytest.mark.parametrize("ids", [[], [99], [1, 99]])
def test_merging_nothing_or_what_is_gone_is_refused(make, ids):
    project = make(translation=THREE)
    with pytest.raises(WorkbenchError, match=r"Choose the pairs|no pair 99"):
        project.merge(ids)
    assert not project.has_work()


def test_a_pair_named_twice_is_merged_once(make):
    project = make(translation=THREE)
    first, second, _third = project.pair_ids()
    project.merge([first, second, first])
    assert texts(project) == ["One is here. Two is there.", "Three is far away."]


@pytest.mark.parametrize("keep", [{Role.TRANSLATION: -1, Role.REFERENCE: 1}, {Role.TRANSLATION: -1}, {}])
def test_a_split_by_a_negative_number_is_refused(make, keep):
    project = make(translation="A one. B two. C three.\n", reference="A one. B two. C three.\n")
    first = project.pair_ids()[0]
    project.merge(project.pair_ids())
    with pytest.raises(WorkbenchError, match="one half would be empty"):
        project.split(first, keep)


def test_moving_nothing_is_no_step(make):
    project = make(translation=THREE)
    first = project.pair_ids()[0]
    assert not project.move([], first).rows
    with pytest.raises(WorkbenchError, match="no sentence 99"):
        project.move([99], first)
    assert not project.has_work()


def test_scores_are_counted_once(make, monkeypatch):
    project = make(translation=THREE, reference=THREE)
    first = document_scores(project.pairs(), project.languages())
    counted = []
    for name in DEFAULT_METRICS:
        monkeypatch.setattr(type(METRICS[name]("en")), "statistics", lambda *_args: counted.append(1))
    assert document_scores(project.pairs(), project.languages()) == first
    assert not counted


def test_a_cache_that_cannot_be_made_is_done_without(make, own_folders):
    (own_folders / "xdg_cache_home").write_text("a file where the folder should be")
    project = make(translation=THREE, reference=THREE)
    assert document_scores(project.pairs(), project.languages()).corpus["chrf"] == 100
