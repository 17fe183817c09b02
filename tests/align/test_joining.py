import pytest

from workbench.align import join_beads
from workbench.model.bead import Bead
from workbench.model.document import Role


def bead(a, b, score=0.9):
    return Bead(tuple(a), tuple(b), score)


def rows(beads):
    return [
        tuple(x.sentences[role] for role in (Role.TRANSLATION, Role.REFERENCE, Role.SOURCE)) for x in beads
    ]


@pytest.mark.parametrize(
    ("reference", "source", "length", "expected"),
    [
        (None, None, 2, [((0,), (), ()), ((1,), (), ())]),
        ([bead([0], [0]), bead([1], [])], None, 2, [((0,), (0,), ()), ((1,), (), ())]),
        (None, [bead([], [0]), bead([0], [1])], 1, [((), (), (0,)), ((0,), (), (1,))]),
        ([bead([0, 1], [0])], [bead([0], [0]), bead([1], [1])], 2, [((0, 1), (0,), (0, 1))]),
        (
            [bead([0, 1], [0]), bead([2], [1])],
            [bead([0], [0]), bead([1, 2], [1])],
            3,
            [((0, 1, 2), (0, 1), (0, 1))],
        ),
        (
            [bead([0], [0]), bead([], [1]), bead([1], [2])],
            [bead([0], [0]), bead([], [1]), bead([1], [2])],
            2,
            [((0,), (0,), (0,)), ((), (1,), (1,)), ((1,), (2,), (2,))],
        ),
        (
            [bead([0], [0]), bead([], [1]), bead([], [2])],
            [bead([0], [0]), bead([], [1])],
            1,
            [((0,), (0,), (0,)), ((), (1, 2), (1,))],
        ),
        (
            [bead([0], [1]), bead([1], [0])],
            [bead([0], [0]), bead([1], [1])],
            2,
            [((0,), (1,), (0,)), ((1,), (0,), (1,))],
        ),
    ],
)
def test_join(reference, source, length, expected):
    assert rows(join_beads(reference, source, length)) == expected


def test_a_bead_is_as_sure_as_its_least_sure_part():
    joined = join_beads([bead([0, 1], [0], 0.7)], [bead([0], [0], 0.9), bead([1], [1], 0.4)], 2)
    assert [x.score for x in joined] == [0.4]


def test_a_caller_may_match_what_was_left_out():
    def refuse(reference, source):
        return [bead([j], []) for j in reference] + [bead([], [k]) for k in source]

    joined = join_beads([bead([0], [0]), bead([], [1])], [bead([0], [0]), bead([], [1])], 1, refuse)
    assert rows(joined) == [((0,), (0,), (0,)), ((), (1,), ()), ((), (), (1,))]
