"""Countries, peoples and points of the compass in a text, in each language."""

import pytest

from workbench.lang.countries import Form, countries, has_article, point_like, wording


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "South Korea’s navy", ["KR"]),
        ("en", "U.S.-led talks with the Finns in Moscow", ["US", "FI", "RU"]),
        ("en", "South America and New Mexico", []),
        ("en", "Korean officials", ["KP KR"]),
        ("en", "north of the southwestern coast", ["N", "SW"]),
        ("en", "turkey and china", []),
        ("ko", "북한군과 한미 양국", ["KP", "KR", "US"]),
        ("ko", "전쟁이란 인도적 문제", []),
        ("ko", "북단", ["N"]),
        ("zh", "俄罗斯军队", ["RU"]),
        ("ja", "日米", ["US", "JP"]),
        ("ru", "российские войска в Украине", ["RU", "UA"]),
        ("de", "die schwedische Regierung in Finnland", ["SE", "FI"]),
        ("fr", "la Corée du Nord", ["KP"]),
    ],
)
def test_countries(language, text, expected):
    assert sorted(" ".join(sorted(one.codes)) for one in countries(text, language)) == sorted(expected)


def test_compass_stands_for_the_koreas_where_the_article_speaks_of_them():
    text = "the North’s army and the North Atlantic"
    assert [one.codes for one in countries(text, "en", compass=True)] == [frozenset({"KP"})]
    assert countries(text, "en") == ()


def test_wording():
    assert wording("FI")[Form.PEOPLE] == "Finns"
    assert wording("ZZ") == {}
    assert has_article("NL")
    assert not has_article("BE")
    assert point_like("westward", "E") == "eastward"
    assert point_like("Southern", "NW") == "Northwestern"
