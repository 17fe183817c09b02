"""Names in texts without capitals, and what stands written onto them."""

import pytest

from workbench.lang.name_signs import name_signs
from workbench.names import hangul_words
from workbench.names.foreign import foreign_names
from workbench.names.hearing import heard
from workbench.names.romaja import romaja


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ko", "볼로디미르 젤렌스키 우크라이나 대통령은 말했다.", ["볼로디미르 젤렌스키", "우크라이나"]),
        ("ko", "북한군과 우크라이나군의 전투", ["북한", "우크라이나"]),
        ("ko", "미 국방부와 나토가 밝혔다.", ["미", "국방부", "나토"]),
        ("ko", "(이진만/AP 연합뉴스)", ["이진만", "AP", "연합뉴스"]),
        ("ko", "책 ‘위험’과 CSIS의 보고서", ["위험", "CSIS"]),
        ("ko", "날씨가 좋아서 모두 함께 갔다.", []),
        ("ko", "10월 31일 인터뷰에서 미사일을 보았다.", []),
        ("zh", "乌克兰总统泽连斯基在基辅说。", ["乌克兰", "泽连斯基", "基辅"]),
        ("zh", "弗拉基米尔·普京会见李作成将军。", ["弗拉基米尔·普京", "李作成"]),
        ("ja", "ゼレンスキー大統領はテレビで語った。", ["ゼレンスキー"]),
        ("ja", "田中外相は北朝鮮について話した。", ["田中", "北朝鮮"]),
    ],
)
def test_names_are_found(language, text, expected):
    assert [name.form for name in foreign_names(text, name_signs(language))] == expected


def test_places_say_where_the_name_stands():
    text = "그때 젤렌스키 대통령이 왔다."
    (name,) = foreign_names(text, name_signs("ko"))
    assert text[name.start : name.end] == name.form == "젤렌스키"


def test_known_names_bring_what_english_calls_them():
    (name,) = foreign_names("유엔은 침묵했다.", name_signs("ko"))
    assert "United Nations" in name.known


@pytest.mark.parametrize("language", ["en", "ru", "xx"])
def test_other_languages_have_no_signs(language):
    assert name_signs(language) is None


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("러시아에서는", "러시아"),
        ("푸틴이", "푸틴"),
        ("김정은은", "김정은"),
        ("도네츠크주", "도네츠크"),
        ("정부는", "정부"),
    ],
)
def test_endings_come_off(word, form):
    (stem,) = hangul_words.stems(word, name_signs("ko"))
    assert (stem.form, stem.whole) == (form, word)


@pytest.mark.parametrize(
    ("hangul", "latin"),
    [("한국", "hanguk"), ("젤렌스키", "jelrenseuki"), ("리줘청", "rijwocheong"), ("AP 통신", "AP tongsin")],
)
def test_hangul_is_romanised_syllable_by_syllable(hangul, latin):
    assert romaja(hangul) == latin


@pytest.mark.parametrize(
    ("latin", "expected"),
    [
        ("Orysia Lutsevych", "오리시아 루체비치"),
        ("Olysia Rutsevich", "오리시아 루체비치"),
        ("Chatham House", "채텀하우스"),
    ],
)
def test_a_latin_name_is_heard_in_a_korean_sentence(latin, expected):
    sentence = "영국 싱크탱크 채텀하우스의 책임자 오리시아 루체비치는 이 기관의 웨비나에서 말했다."
    found = heard(sentence, latin, "ko")
    assert found is not None
    assert (found.form, sentence[found.start : found.end]) == (expected, expected)
    assert found.affinity >= 1


def test_a_name_that_is_not_there_is_not_heard():
    found = heard("어제는 비가 많이 내렸고 모두 집에 있었다.", "Orysia Lutsevych", "ko")
    assert found is None or found.affinity < 0.5
