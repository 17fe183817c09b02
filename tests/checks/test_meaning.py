"""What the reader doubts: which words make one finding, and where it is not asked."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis.strategies import integers, lists

from workbench.checks import Context, Passage, find, read
from workbench.checks.examples import examples
from workbench.checks.meaning import CHECK, doubted, heaviest
from workbench.model.document import Role

(WRONG,), (RIGHT,) = examples("meaning")[0].translation, examples("meaning")[0].reference
ENGLISH = {Role.TRANSLATION: "en", Role.SOURCE: "ko"}


def passages(count, translation=WRONG, reference=RIGHT):
    """Give the same pair many times."""
    return [Passage(row, (translation,), (reference,) if reference else ()) for row in range(count)]


@pytest.mark.parametrize(
    ("doubts", "found"),
    [
        ([], []),
        ([0.1, 0.9, 0.1], []),
        ([0.1, 0.9, 0.9, 0.1], [range(1, 3)]),
        ([0.9, 0.05, 0.05, 0.9, 0.05], [range(4)]),
        ([0.9, 0.9, *[0] * 9, 0.9, 0.9], [range(2), range(11, 13)]),
        ([0.3, 0.3, 0.8, 0.8, 0.3, 0.1], [range(2, 4)]),
        ([0.6] * 9, []),
        ([0.6] * 4 + [0.7], [range(5)]),
    ],
    ids=[
        "none", "a single word", "side by side", "with right ones between", "far apart", "edges", "mild",
        "mild with one that is not",
    ],
)  # fmt: skip
def test_stretches_that_are_doubted_enough(doubts, found):
    assert list(doubted(doubts)) == found


@given(lists(integers(-9, 9), max_size=12))
def test_heaviest_stretches_are_as_ruzzo_and_tompa_define_them(counts):
    def expected(first, last):
        rows = [
            (sum(counts[a:b]), -a, a - b, a, b) for a in range(first, last) for b in range(a + 1, last + 1)
        ]
        best = max(rows, default=(0,))
        if best[0] <= 0:
            return []
        _, _, _, a, b = best
        return [*expected(first, a), range(a, b), *expected(b, last)]

    found = list(heaviest(counts, range(len(counts))))
    assert [sum(counts[at] for at in words) for words in found] == [
        sum(counts[at] for at in words) for words in expected(0, len(counts))
    ]
    assert all(one.stop <= other.start for one, other in pairwise(found))


def test_articles_are_read_and_catalogues_are_not():
    assert {finding.pair for finding in find(read(passages(500), ENGLISH), [CHECK])} == set(range(500))
    assert find(read(passages(501), ENGLISH), [CHECK]) == []
    assert find(read(passages(1), ENGLISH, Context(is_part=True)), [CHECK]) == []


@pytest.mark.parametrize(
    ("article", "languages"),
    [
        (passages(1, reference=""), ENGLISH),
        (passages(1, reference=WRONG), ENGLISH),
        (passages(1), {Role.TRANSLATION: "de", Role.SOURCE: "ko"}),
    ],
    ids=["no reference", "its own reference", "German"],
)
def test_what_cannot_be_read_is_not_doubted(article, languages):
    assert find(read(article, languages), [CHECK]) == []
