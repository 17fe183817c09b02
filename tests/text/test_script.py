"""Which script a text is written in."""

from workbench.text.script import script_counts


def test_hangul_behind_a_han_letter_is_hangul() -> None:
    """Korean writes the North with one letter of Han: no letter of the rest is one."""
    assert script_counts("北한국과 中国") == {"Han": 3, "Hangul": 3}
