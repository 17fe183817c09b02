"""The pairs as values: always what the project has, however a change came about."""

import random

import pytest

from tests.ui.conftest import open_texts
from ui.gathering import Gathering
from workbench.model.document import Role
from workbench.model.pair import Status


def test_a_long_review_is_read_in_slices(qtbot, window, tmp_path):
    path = tmp_path / "long.txt"
    path.write_text("".join(f"Sentence number {n} is here.\n" for n in range(1000)))
    open_texts(qtbot, window, {Role.TRANSLATION: path})
    project = window.session.project
    gathering = Gathering()
    gathering.begin(project)
    assert len(gathering.in_order()) < 1000
    changes = project.merge(project.pair_ids()[:3])  # before everything was read
    gathering.update(changes)
    with qtbot.waitSignal(gathering.complete):
        pass
    assert gathering.in_order() == project.pairs()


@pytest.mark.parametrize("seed", range(4))
def test_what_is_gathered_is_what_the_project_has(reviewing, seed):
    session, chance = reviewing.session, random.Random(seed)
    project = session.project
    for _turn in range(25):
        ids = project.pair_ids()
        one, two = chance.choice(ids), chance.choice(ids)
        sentences = [s.id for role in Role for s in project.pairs([one])[0].sentences(role)]
        acts = [
            lambda p, one=one, two=two: p.merge([one, two]),
            lambda p, one=one: p.unlink(one),
            lambda p, s=sentences, two=two: p.move(s[:1], two),
            lambda p, one=one: p.set_text(one, f"Text {chance.random()}"),
            lambda p, one=one: p.set_status([one], chance.choice(list(Status))),
            lambda p, one=one: p.realign(one),
            lambda p: p.undo(),
            lambda p: p.redo(),
        ]
        session.do(chance.choice(acts))
        assert session.gathered.in_order() == project.pairs()
