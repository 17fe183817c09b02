"""Names as units and letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.names.sounds.hangul import jamo, shown
from workbench.names.sounds.letters import codes, folded, spelled
from workbench.names.sounds.orders import orders, parted
from workbench.names.sounds.readings import readings_of
from workbench.names.sounds.units import units
from workbench.names.sounds.writing import language_of, latin


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Orysia Lutsevych", "orysia_lutsevych"),
        ("Kim Dong-seon", "kim_dongseon"),
        ("O'Neil  Jr.", "oneil_jr"),
        ("Nguyễn Văn", "nguyen_văn"),
        ("Straße İlkay", "straße_ilkay"),
        ("Șerban", "şerban"),
        ("김정은", ""),
        ("", ""),
    ],
)
def test_latin_names_are_folded(name, expected):
    assert folded(name) == expected
    assert spelled(codes(expected)) == expected


@given(st.text(max_size=40))
def test_folding_is_stable_and_can_be_encoded(text):
    once = folded(text)
    assert folded(once) == once
    assert spelled(codes(once)) == once


@pytest.mark.parametrize(
    ("form", "language", "expected"),
    [
        ("루체", "ko", ["ᄅ", "ᅮ", "ᄎ", "ᅦ"]),
        ("안 김", "ko", ["ᅡ", "ᆫ", "_", "ᄀ", "ᅵ", "ᆷ"]),
        ("李作成", "zh", ["li", "zuo", "cheng"]),
        ("ぜれ", "ja", ["ゼ", "レ"]),
        ("Ким", "ru", ["к", "и", "м"]),
        ("Gimdong", "rr", ["g", "i", "m", "d", "o", "ng"]),
        ("Jean-Marie", "la", ["j", "e", "a", "n", "m", "a", "r", "i", "e"]),
        ("·", "ko", []),
    ],
)
def test_forms_are_cut_into_units(form, language, expected):
    assert units(form, language) == expected


@given(st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=1, max_size=6))
def test_a_silent_consonant_is_no_unit_and_every_unit_can_be_printed(text):
    assert "\u110b" not in jamo(text)
    assert all("ㄱ" <= shown(unit) <= "ㅣ" for unit in jamo(text))


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("김정은", {"김정은", "김_정은", "김정_은", "정은_김"}),
        ("료 다키야", {"료_다키야", "다키야_료"}),
        ("젤렌스키우스", {"젤렌스키우스"}),
    ],
)
def test_a_name_has_its_words_in_more_than_one_order(form, expected):
    spelt = orders(units(form, "ko"), "ko")
    assert {"".join(way) for way in spelt} == {"".join(units(way, "ko")) for way in expected}


@given(st.lists(st.text("ab", min_size=1, max_size=3), min_size=1, max_size=5))
def test_orders_lose_no_word(words):
    spelt = units(" ".join(words), "ru")
    for way in orders(spelt, "ru"):
        assert sorted(map("".join, parted(way))) == sorted(words)


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("김정은", "ko"), ("Зеленский", "ru"), ("محمد", "ar"), ("ゼレンスキー", "ja"), ("安倍しんぞう", "ja"),
        ("习近平", "han"), ("Kim", "la"), ("Ελλάδα", None), ("123", None),
    ],
)  # fmt: skip
def test_the_script_names_the_table(form, expected):
    assert language_of(form) == expected


@pytest.mark.parametrize(
    ("form", "language", "expected"),
    [
        ("文在寅", "ko", [("ko", "문재인")]),
        ("李明", "ko", [("ko", "이명")]),
        ("金正恩", "han", [("zh", "金正恩"), ("ko", "김정은")]),
        ("Gimdongseon", "la", [("rr", "Gimdongseon"), ("la", "Gimdongseon"), ("lh", "Gimdongseon")]),
        ("Rutsevich", "la", [("la", "Rutsevich"), ("lh", "Rutsevich")]),
        ("Ким", "ru", [("ru", "Ким")]),
        ("젤렌스키 대통령", "ko", [("ko", "젤렌스키 대통령"), ("ko", "젤렌스키")]),
        ("여왕", "ko", [("ko", "여왕")]),
        ("Ким", None, []),
    ],
)
def test_forms_are_read_in_every_likely_way(form, language, expected):
    assert [(reading.table, reading.form) for reading in readings_of(form, language)] == expected


@pytest.mark.parametrize(
    ("form", "near"),
    [("Владимир Зеленский", "vladimir_zelenski"), ("루체비치", "ruchebichi"), ("Kim", "kim")],
)
def test_another_script_is_written_in_latin_letters(form, near):
    assert latin(form)[:3] == near[:3]
