"""What good translations exchange: either word's line names the other, and only words that may be found."""

import pytest

from tests.bench.make_wordings import FILE, completed, read, written
from workbench.lang.wordings import said_as


def test_the_file_is_complete():
    text = FILE.read_text(encoding="utf-8")
    assert written(completed(read(text))) == text


@pytest.mark.parametrize(
    ("one", "other"), [("quay", "pier"), ("piers", "quay"), ("wreckage", "debris"), ("resigned", "quit")]
)
def test_words_of_one_thing_stand_for_each_other(one, other):
    assert other in said_as(one)


@pytest.mark.parametrize(("one", "other"), [("wheat", "barley"), ("week", "day"), ("doctor", "nurse")])
def test_words_of_different_things_do_not(one, other):
    assert other not in said_as(one)


def test_a_word_without_a_line_has_none():
    assert said_as("xyzzy") == frozenset()
