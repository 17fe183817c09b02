"""Names in a sentence of another script, and why spellings differ."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.names.sounds import best_window, best_windows, explain, sentence
from workbench.names.sounds.sentences import rule_of, rules
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


@pytest.mark.parametrize(
    ("form", "shown", "right", "expected"),
    [
        ("오리시아", "Olysia", "Orysia", {("l", "r", "ㄹ")}),
        ("루체비치", "Rutsevich", "Lutsevych", {("r", "l", "ㄹ"), ("i", "y", "ㅣ")}),
        ("유리코 고이케", "Koike Yuriko", "Yuriko Koike", set()),
        ("젤렌스키", "Zelensky", "Zelensky", set()),
        ("박근혜", "Bak Geunhye", "Park Geun-hye", {("b", "p", "ㅂ"), ("a", "ar", "ㅏ")}),
        ("젤렌스키", "", "Zelensky", set()),
        ("", "Selensky", "Zelensky", set()),
    ],
)  # fmt: skip
def test_differing_letters_are_named_with_their_sound(form, shown, right, expected):
    assert {(found.shown, found.right, found.sound) for found in explain(form, shown, right)} == expected


def test_a_difference_is_said_in_words_with_its_shares():
    (difference,) = (found for found in explain("루체비치", "Rutsevych", "Lutsevych"))
    said = sentence(difference)
    assert said.startswith("Korean writes r and l with one letter, ㄹ (ㄹ is l in ")
    assert "%" in said


@pytest.mark.parametrize(
    ("form", "shown", "right", "rule"),
    [
        ("보이치크", "Wojcik", "Wójcik", "mark"),
        ("앤드루", "Andoru", "Andru", "added"),
        ("수미", "Sumi", "Thumi", "no_th"),
        ("아나", "Ana", "Anna", "doubled"),
    ],
)
def test_rules_are_named(form, shown, right, rule):
    assert {rule_of(found, "ko") for found in explain(form, shown, right)} == {rule}


def test_a_language_without_rules_gives_shares():
    (difference,) = explain("зеленский", "selensky", "zelensky", "ru")
    assert rule_of(difference, "ru") is None
    assert sentence(difference, "ru").startswith("з is z in ")


def test_korean_has_some_forty_rules():
    assert len(rules("ko")) >= 40
