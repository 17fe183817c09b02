import random

import pytest

from workbench.errors import WorkbenchError
from workbench.model.document import Role
from workbench.model.pair import Status

ANIMALS = ["dog barks", "bird sings", "cat sleeps", "horse runs", "cow grazes", "fish swims", "owl watches"]
TEXT = "".join(f"The {animal} near house number {n + 11}.\n" for n, animal in enumerate(ANIMALS))


def beads(project):
    return [
        (tuple(s.number for s in pair.translation), tuple(s.number for s in pair.reference))
        for pair in project.pairs()
    ]


def state(project):
    return [(pair.id, pair.status, pair.confirmed, pair.confidence) for pair in project.pairs()]


STRAIGHT = [((n,), (n,)) for n in range(len(ANIMALS))]


def test_what_was_linked_wrongly_comes_right_beside_a_confirmed_pair(make):
    project = make(translation=TEXT, reference=TEXT)
    assert beads(project) == STRAIGHT
    ids = project.pair_ids()
    before = state(project)
    for here, there in (
        (1, 2),
        (5, 6),
    ):  # the references of two pairs go astray, then nobody vouches for them
        wrong = project.pairs([ids[here]])[0].reference[0].id
        project.move([wrong], ids[there])
    project.confirm([ids[3]])
    loosened(project)
    assert beads(project) != STRAIGHT
    broken, kept = beads(project), state(project)
    changes = project.realign(ids[3])
    assert beads(project) == STRAIGHT
    assert project.pair_ids() == ids
    assert changes.rows["sentence"]
    project.undo()
    assert (beads(project), state(project)) == (broken, kept)
    project.redo()
    assert beads(project) == STRAIGHT
    assert [row[:2] for row in state(project)] == [row[:2] for row in before]


def loosened(project):
    """Take back the vouching that a change by hand brings, as a file from elsewhere would have it."""
    with project._store.operation("test") as operation:
        operation.run("UPDATE pair SET confirmed = 0 WHERE confidence = 1.0 AND id <> 4")


@pytest.mark.parametrize(
    "settle", [lambda p, i: p.confirm([i]), lambda p, i: p.set_status([i], Status.APPROVED)]
)
def test_what_is_settled_stays_however_odd(make, settle):
    project = make(translation=TEXT, reference=TEXT)
    ids = project.pair_ids()
    wrong = [pair.reference[0].id for pair in project.pairs(ids[2:4])]
    project.move(wrong[:1], ids[3])
    project.move(wrong[1:], ids[2])
    loosened(project)
    settle(project, ids[2])
    settle(project, ids[3])
    odd = beads(project)
    project.realign(ids[2])
    assert beads(project) == odd


def test_nothing_to_mend_is_no_step(make):
    project = make(translation=TEXT, reference=TEXT)
    steps = len(project.history())
    assert not project.realign(project.pair_ids()[3]).rows
    assert len(project.history()) == steps


def test_pairs_that_were_decided_on_keep_their_decision(make):
    project = make(translation=TEXT, reference=TEXT)
    ids = project.pair_ids()
    project.set_status([ids[0]], Status.NEEDS_WORK)
    project.move([project.pairs([ids[5]])[0].reference[0].id], ids[6])
    loosened(project)
    project.realign(ids[3])
    assert beads(project) == STRAIGHT
    assert project.pairs([ids[0]])[0].status is Status.NEEDS_WORK


def test_no_sentence_is_lost_whatever_was_done_before(make):
    project = make(translation=TEXT, reference=TEXT, source=TEXT)
    everything = {s.id for pair in project.pairs() for role in Role for s in pair.sentences(role)}
    chance = random.Random(5)
    for _turn in range(30):
        ids = project.pair_ids()
        one, two = chance.sample(ids, 2)
        sentences = [s.id for role in Role for s in project.pairs([one])[0].sentences(role)]
        acts = [
            lambda one=one, two=two: project.merge([one, two]),
            lambda one=one: project.unlink(one),
            lambda s=sentences, two=two: project.move(chance.sample(s, 1), two),
            lambda: loosened(project),
            lambda two=two: project.confirm([two]),
        ]
        chance.choice(acts)()
        project.realign(chance.choice(project.pair_ids()))
        held = [s.id for pair in project.pairs() for role in Role for s in pair.sentences(role)]
        assert sorted(held) == sorted(everything)
        assert all(any(pair.sentences(role) for role in Role) for pair in project.pairs())


def test_a_pair_that_is_gone_is_said(make):
    with pytest.raises(WorkbenchError, match="no pair 99"):
        make(translation=TEXT).realign(99)
