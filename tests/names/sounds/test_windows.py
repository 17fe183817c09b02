"""Names in a sentence of another script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.names.sounds import best_window, best_windows
from workbench.names.sounds.windows import windows

KOREAN = "영국 채텀하우스의 오리시아 루체비치는 젤렌스키 우크라이나 대통령이 리줘청 부부장과 만났다고 말했다."


@pytest.mark.parametrize(
    ("name", "language", "text", "expected"),
    [
        ("Orysia Lutsevych", "ko", KOREAN, "오리시아 루체비치"),
        ("Olysia Rutsevich", "ko", KOREAN, "오리시아 루체비치"),
        ("Zelensky", "ko", KOREAN, "젤렌스키"),
        ("Li Zuocheng", "ko", KOREAN, "리줘청"),
        ("Zelensky", "uk", "Президент Зеленський сказав це в Києві.", "Зеленський"),
        ("Zelensky", "ja", "ウクライナのゼレンスキー大統領は", "ゼレンスキー"),
        ("Zelensky", "zh", "乌克兰总统泽连斯基说", "泽连斯基"),
    ],
)
def test_a_name_is_found_by_sound(name, language, text, expected):
    window = best_window(name, text, language)
    assert window.form == expected
    assert text[window.start : window.end] == expected


def test_a_name_that_is_not_there_fits_badly():
    there, missing = best_windows(["Li Zuocheng", "Vladimir Putin"], KOREAN)
    assert there.affinity > 1
    assert missing.affinity < 0.3


@pytest.mark.parametrize("text", ["", "123 …", "—"])
def test_a_sentence_without_words_has_no_window(text):
    assert best_window("Kim", text) is None
    assert best_windows([], KOREAN) == []


@given(st.text(st.sampled_from("김정은이는 .,A국제"), max_size=25), st.sampled_from(["ko", "ja", "zh", "ru"]))
def test_windows_lie_in_their_sentence(text, language):
    for window in windows(text, language):
        assert window.form == text[window.start : window.end]
        assert window.form
