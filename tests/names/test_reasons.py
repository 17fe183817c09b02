"""Why two forms differ, by the sounds."""

import pytest

from workbench.names.reasons import reasons
from workbench.names.sound_rules import HANGUL, LATIN


@pytest.mark.parametrize(
    ("source", "form", "proposal", "said"),
    [
        (
            "오리시아 루체비치",
            "Olysia Rutsevich",
            "Orysia Lutsevych",
            ["r and l with one letter (ㄹ): l~r and r~l", "i~y"],
        ),
        ("보 딘 카이", "Bo Din Kai", "Vo Dinh Khai", ["b, v and w with one letter (ㅂ): b~v"]),
        ("추전하이", "Chu Jeonhai", "Qiu Zhenhai", ["(ㅊ): ch~qi"]),
        ("흐리호렌코", "Heurihorenko", "Hryhorenko", ["the vowel ㅡ between consonants: eu~–"]),
        ("후지시로 겐자부로", "Hujisiro Genjaburo", "Kenzaburo Fujishiro", ["(ㅎ): h~f"]),
    ],
)
def test_the_sounds_are_named_by_their_rules(source, form, proposal, said):
    found = reasons(source, "ko", form, proposal)
    assert all(any(part in reason for reason in found) for part in said), found


@pytest.mark.parametrize(("source", "language"), [("", "ko"), ("오리시아", "xx")])
def test_nothing_is_said_without_a_source_that_there_is_a_table_for(source, language):
    assert reasons(source, language, "Rutsevich", "Lutsevych") == []


@pytest.mark.parametrize(
    ("source", "language", "form", "proposal", "begins"),
    [
        ("Зеленський", "uk", "Selensky", "Zelensky", "з is s in "),
        ("ルツェビチ", "ja", "Rutsebichi", "Lutsevych", "ル is ru in "),
        ("卢森科", "zh", "Rusenko", "Lusenko", "lu is ru in "),
    ],
)
def test_other_scripts_say_how_often_a_sign_is_written_so(source, language, form, proposal, begins):
    said = " ".join(reasons(source, language, form, proposal))
    assert begins in said
    assert "% of known names" in said


def test_the_same_forms_have_no_differences():
    assert reasons("푸틴", "ko", "Putin", "Putin") == []


def test_there_is_a_rule_for_every_letter_that_begins_or_carries_a_syllable():
    assert set("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅈㅉㅊㅋㅌㅍㅎㅏㅐㅑㅓㅔㅕㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ") <= set(HANGUL)
    assert all(len(pair) == 2 for pair in LATIN)
