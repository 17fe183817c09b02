"""What the reader doubts: which words make one finding, and where it is not asked."""

import pytest

from workbench.checks import Context, Passage, find, read
from workbench.checks.examples import examples
from workbench.checks.meaning import CHECK, stretches
from workbench.model.document import Role

(WRONG,), (RIGHT,) = examples("meaning")[0].translation, examples("meaning")[0].reference
ENGLISH = {Role.TRANSLATION: "en", Role.SOURCE: "ko"}


def passages(count, translation=WRONG, reference=RIGHT):
    """Give the same pair many times."""
    return [Passage(row, (translation,), (reference,) if reference else ()) for row in range(count)]


@pytest.mark.parametrize(
    ("at", "found"),
    [
        ([], []),
        ([4], [range(4, 5)]),
        ([1, 2, 3], [range(1, 4)]),
        ([1, 3, 6, 7], [range(1, 4), range(6, 8)]),
        ([0, 5, 9], [range(1), range(5, 6), range(9, 10)]),
    ],
)
def test_words_side_by_side_or_one_apart_are_one_stretch(at, found):
    assert list(stretches(at)) == found


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
