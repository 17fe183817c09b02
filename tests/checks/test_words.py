"""How checks cut texts into words."""

import pytest

from workbench.checks.words import Kind, tokens

TEXTS = [
    ("Kim’s U.S. visit", ["Kim’s", "U.S.", "visit"], ["kim", "u.s.", "visit"]),
    ("don't stop", ["don't", "stop"], ["don't", "stop"]),
    ("1,000.5 won", ["1,000.5", "won"], ["1,000.5", "won"]),
    ("한국은 북한과", ["한국은", "북한과"], ["한국은", "북한과"]),
    ("中国 カナ", ["中", "国", "カ", "ナ"], ["中", "国", "カ", "ナ"]),
    ("x_y", ["x", "_", "y"], ["x", "_", "y"]),
]


@pytest.mark.parametrize(("text", "written", "folded"), TEXTS, ids=[text for text, *_ in TEXTS])
def test_words_are_cut_as_each_script_has_them(text: str, written: list[str], folded: list[str]) -> None:
    """Letters of Han and kana are words one by one; those of Hangul are not."""
    found = tokens(text)
    assert [word.text for word in found] == written
    assert [word.folded for word in found] == folded
    assert [text[word.start : word.end] for word in found] == written


def test_a_token_is_a_word_a_number_or_a_mark() -> None:
    """A capital is told of words only."""
    kinds = [(token.text, token.kind, token.is_capital) for token in tokens("In 2024, no")]
    assert kinds == [
        ("In", Kind.WORD, True),
        ("2024", Kind.NUMBER, False),
        (",", Kind.MARK, False),
        ("no", Kind.WORD, False),
    ]
