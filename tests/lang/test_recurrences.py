"""How often, as times a year, and "ago" or "later", in each language that has words for them."""

import pytest

from workbench.lang.recurrences import recurrences, shifts

DAY = 365.25


@pytest.mark.parametrize(
    ("language", "text", "times"),
    [
        ("en", "twice a day", 2 * DAY),
        ("en", "every two days", DAY / 2),
        ("en", "every other day", DAY / 2),
        ("en", "three times a week", 3 * DAY / 7),
        ("en", "it is sold weekly", DAY / 7),
        ("en", "every six hours", 4 * DAY),
        ("en", "every two years", 0.5),
        ("en", "once every 10 years", 0.1),
        ("en", "twice daily", 2 * DAY),
        ("ko", "하루 두 번", 2 * DAY),
        ("ko", "이틀에 한 번", DAY / 2),
        ("ko", "주 3회", 3 * DAY / 7),
        ("ko", "2년마다", 0.5),
        ("zh", "每天两次", 2 * DAY),
        ("zh", "每两年", 0.5),
        ("ja", "週1回", DAY / 7),
        ("de", "alle zwei Tage", DAY / 2),
        ("fr", "tous les deux jours", DAY / 2),
        ("es", "cada seis horas", 4 * DAY),
    ],
)
def test_how_often(language, text, times):
    found = list(recurrences(text, language))
    assert float(found[0][1]) == pytest.approx(times, rel=0.01)


@pytest.mark.parametrize(
    "text", ["every man and each boat", "the Daily News", "two times he fell", "biweekly"]
)
def test_not_how_often(text):
    assert list(recurrences(text, "en")) == []


@pytest.mark.parametrize(
    ("language", "text", "sides"),
    [
        ("en", "eight years ago", ["back"]),
        ("en", "eight years later", ["on"]),
        ("en", "a month after the vote", ["on"]),
        ("en", "the years before", ["back"]),
        ("en", "It was decades before they met", []),
        ("en", "after years of war", []),
        ("ko", "8년 전에", ["back"]),
        ("ko", "8년 뒤", ["on"]),
        ("ko", "2019년 후", []),
        ("ko", "3일 전체", []),
        ("zh", "三年后", ["on"]),
        ("ja", "8年前", ["back"]),
        ("de", "acht Jahre später", ["on"]),
    ],
)
def test_ago_or_later(language, text, sides):
    assert [side for _span, side in shifts(text, language)] == sides
