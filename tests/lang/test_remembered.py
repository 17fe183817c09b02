"""Answers that are kept by word."""

import pytest

from workbench.lang import remembered as module
from workbench.lang.remembered import remembered


def test_a_function_is_asked_once_for_each_word_also_where_it_says_none():
    asked = []

    @remembered
    def length(word: str) -> int | None:
        asked.append(word)
        return len(word) or None

    assert [length(word) for word in ("one", "", "one", "", "three")] == [3, None, 3, None, 5]
    assert asked == ["one", "", "three"]


def test_all_is_forgotten_when_there_is_too_much(monkeypatch):
    monkeypatch.setattr(module, "_MOST", 2)
    asked = []
    small = remembered(lambda word: asked.append(word) or word.lower())
    assert [small(word) for word in "ABACA"] == list("abaca")
    assert asked == ["A", "B", "C", "A"]


def test_what_fails_is_not_kept():
    tries = []

    @remembered
    def second(word: str) -> str:
        tries.append(word)
        if len(tries) == 1:
            raise ValueError(word)
        return word

    with pytest.raises(ValueError, match="word"):
        second("word")
    assert second("word") == "word"
