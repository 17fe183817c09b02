"""What the trained reader says of other checks' hits."""

from dataclasses import replace

import pytest

from workbench.checks import Context, Passage, find, phrases, read
from workbench.checks.hit import Hit
from workbench.model.document import Role
from workbench.model.finding import Severity

ENGLISH = {Role.TRANSLATION: "en", Role.SOURCE: "ko"}
DRYNESS = Passage(0, ("Traders fear the odd dryness of Peru.",), ("Traders fear the drying wells of Peru.",))


def found(article, check=phrases.CHECK):
    return [finding.text for finding in find(article, [check])]


def test_what_the_reader_trusts_is_left_out_only_where_it_reads():
    assert found(read([DRYNESS], ENGLISH)) == []
    assert found(read([DRYNESS], ENGLISH, Context(is_part=True))) == ["odd dryness"]
    many = [replace(DRYNESS, row=row) for row in range(501)]
    assert found(read(many, ENGLISH)) == ["odd dryness"] * 501


def test_what_was_left_out_stays_so_when_an_article_grows_too_long_to_be_read():
    many = [replace(DRYNESS, row=row) for row in range(500)]
    before = read(many, ENGLISH)
    assert found(before) == []
    more = [*many, replace(DRYNESS, row=500)]
    assert found(read(more, ENGLISH, None, before)) == ["odd dryness"]


@pytest.mark.parametrize(
    ("span", "is_kept"),
    [((0, 0), True), ((0, 7), False), ((17, 28), False)],
    ids=["no word", "a word that both have", "another wording"],
)
def test_a_hit_is_kept_by_the_doubts_of_its_words(span, is_kept):
    hit = Hit(span, "accuracy/mistranslation", Severity.MINOR, "…", 0.9, "")
    check = replace(phrases.CHECK, find=lambda _row, _article: [hit])
    assert bool(found(read([DRYNESS], ENGLISH), check)) == is_kept
