"""Nouns that the source's word may stand for among others, and that nothing in the references says."""

import pytest

from workbench.checks import Passage, find, meaning, read
from workbench.checks.article import Row
from workbench.checks.unconfirmed import unconfirmed_words
from workbench.model.document import Role

ENGLISH = {Role.TRANSLATION: "en", Role.SOURCE: "ko"}
SAID = "It lies at 5,000 meters of anxiety."
RIGHT = "It lies 5,000 meters down."
KOREAN = "그것은 수심 5000m에 있다."


@pytest.fixture(autouse=True)
def doubts(monkeypatch):
    """Let the reader doubt each word a little, whatever it has learnt."""
    monkeypatch.setattr(Row, "doubts", property(lambda row: [0.25 for _ in row.translation.words]))


def marked(translation, reference, source, *others):
    """Give what is marked in a pair of an article with other references."""
    pairs = [
        Passage(0, (translation,), (reference,), (source,) if source else ()),
        *(Passage(number, ("It is so.",), (other,)) for number, other in enumerate(others, start=1)),
    ]
    article = read(pairs, ENGLISH)
    words = article.rows[0].translation.words
    return [words[at].text for found in unconfirmed_words(article.rows[0], article) for at in found]


def test_a_noun_that_nothing_says_is_marked():
    assert marked(SAID, RIGHT, KOREAN) == ["anxiety"]


@pytest.mark.parametrize(
    ("translation", "reference", "source", "others"),
    [
        (SAID, RIGHT, "", ()),
        (SAID, RIGHT, "그것은 5000m에 있다.", ()),
        (SAID, "Its anxiety lies 5,000 meters down.", KOREAN, ()),
        (SAID, RIGHT, KOREAN, ("She hid her anxieties.",)),
        ("It lies at 5,000 meters of Anxiety.", RIGHT, KOREAN, ()),
        ("The doctor lies 5,000 meters down.", RIGHT, "그 의사는 5000m에 있다.", ()),
    ],
    ids=[
        "no source",
        "not in it",
        "the reference says it",
        "another reference does",
        "a name",
        "a person",
    ],
)
def test_what_is_said_or_may_be_left_out_is_not(translation, reference, source, others):
    assert marked(translation, reference, source, *others) == []


def test_what_the_reader_does_not_doubt_at_all_is_not(monkeypatch):
    monkeypatch.setattr(Row, "doubts", property(lambda row: [0.1 for _ in row.translation.words]))
    assert marked(SAID, RIGHT, KOREAN) == []


def test_it_is_told_as_a_doubt_of_meaning():
    article = read([Passage(0, (SAID,), (RIGHT,), (KOREAN,))], ENGLISH)
    assert [(each.text, each.severity) for each in find(article, [meaning.CHECK])] == [("anxiety", "minor")]
