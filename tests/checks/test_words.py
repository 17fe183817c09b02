"""How checks cut texts into words."""

import pytest

from workbench.checks.words import Kind, words_of

TEXTS = [
    ("Kim’s U.S. visit", ["Kim’s", "U.S.", "visit"], ["kim", "u.s.", "visit"]),
    ("don't stop", ["don't", "stop"], ["don't", "stop"]),
    ("1,000.5 won", ["1,000.5", "won"], ["1,000.5", "won"]),
    ("한국은 북한과", ["한국은", "북한과"], ["한국은", "북한과"]),
    ("中国 カナ", ["中", "国", "カ", "ナ"], ["中", "国", "カ", "ナ"]),
    ("x_y", ["x", "y"], ["x", "y"]),
    ("“No,”  he\nsaid —", ["No", "he", "said"], ["no", "he", "said"]),
]


@pytest.mark.parametrize(("text", "written", "folded"), TEXTS, ids=[text for text, *_ in TEXTS])
def test_words_are_cut_as_each_script_has_them(text: str, written: list[str], folded: list[str]) -> None:
    """Letters of Han and kana are words one by one; those of Hangul are not."""
    found = words_of(text)
    assert [word.text for word in found] == written
    assert [word.folded for word in found] == folded
    assert [text[word.start : word.end] for word in found] == written


def test_a_token_is_a_word_or_a_number() -> None:
    """A capital is told of words only, and marks are none of them."""
    kinds = [(word.text, word.kind, word.is_capital) for word in words_of("In 2024, no")]
    assert kinds == [("In", Kind.WORD, True), ("2024", Kind.NUMBER, False), ("no", Kind.WORD, False)]


def test_what_is_longer_than_any_word_is_cut_alike() -> None:
    """Only short pieces between two spaces are remembered."""
    names = ["Kim’s", "U.S.", "Ortiz"] * 8
    found = words_of(f"a {'/'.join(names)} b")
    assert [word.text for word in found] == ["a", *names, "b"]
    assert [word.folded for word in found[1:3]] == ["kim", "u.s."]
    assert found[1].straight == "kim's"
    assert found[-1].start == len("/".join(names)) + 3
