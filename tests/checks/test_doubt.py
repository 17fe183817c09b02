"""What the trained reader says of other checks' hits."""

from dataclasses import replace

import pytest

from workbench.checks import Context, Passage, find, phrases, read
from workbench.checks.article import Row
from workbench.checks.hit import Hit
from workbench.model.document import Role
from workbench.model.finding import Severity

ENGLISH = {Role.TRANSLATION: "en", Role.SOURCE: "ko"}
TEXT = "“And now we must consider the possibility that the anchor was the case.”"
ROUND = Passage(0, (TEXT,), ("“Now we have to think that maybe it was the other way round.”",))
WORD = TEXT.index("anchor")


@pytest.fixture(autouse=True)
def doubts(monkeypatch):
    """Let the reader doubt one word only, whatever it has learnt."""
    monkeypatch.setattr(
        Row, "doubts", property(lambda row: [0.9 * (word == "consider") for word in row.translation.small])
    )


def found(article, check=phrases.CHECK):
    return [finding.text for finding in find(article, [check])]


def test_what_the_reader_trusts_is_left_out_only_where_it_reads():
    assert found(read([ROUND], ENGLISH)) == []
    assert found(read([ROUND], ENGLISH, Context(is_part=True))) == ["anchor"]
    many = [replace(ROUND, row=row) for row in range(501)]
    assert found(read(many, ENGLISH)) == ["anchor"] * 501


def test_what_was_left_out_stays_so_when_an_article_grows_too_long_to_be_read():
    many = [replace(ROUND, row=row) for row in range(500)]
    before = read(many, ENGLISH)
    assert found(before) == []
    more = [*many, replace(ROUND, row=500)]
    assert found(read(more, ENGLISH, None, before)) == ["anchor"]


@pytest.mark.parametrize(
    ("span", "is_kept"),
    [((0, 0), True), ((5, 8), False), ((WORD, WORD + 7), False)],
    ids=["no word", "a word that both have", "another wording"],
)
def test_a_hit_is_kept_by_the_doubts_of_its_words(span, is_kept):
    hit = Hit(span, "accuracy/mistranslation", Severity.MINOR, "…", 0.9, "")
    check = replace(phrases.CHECK, find=lambda _row, _article: [hit])
    assert bool(found(read([ROUND], ENGLISH), check)) == is_kept
