"""Quantities of a text by value, unit and kind, in each language the program reads numbers in."""

import pytest

from workbench.lang.number_style import written
from workbench.lang.quantities import quantities
from workbench.lang.quantity import exactly, same


def read(text, language="en"):
    return [(text[one.start : one.end], one.values[0], one.unit) for one in quantities(text, language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5,000 miles", [("5,000", 5000, "mile")]),
        ("half a million people", [("half a million", 500000, "")]),
        ("two and a half million euros", [("two and a half million", 2.5e6, "EUR")]),
        ("$1.2bn", [("1.2bn", 1.2e9, "USD")]),
        ("a year and a half", [("a year and a half", 1.5, "year")]),
        ("an hour and 40 minutes", [("an hour and 40 minutes", 100, "minute")]),
        ("two years and four months", [("two", 2, "year"), ("four", 4, "month")]),
        ("a foot and two inches", [("a foot and two inches", 14, "inch")]),
        ("60 miles an hour and 40 minutes late", [("60", 60, "mph"), ("40", 40, "minute")]),
        ("$20 an hour and a half of the tips", [("20", 20, "USD"), ("half", 0.5, "")]),
        ("a minute and two men", [("two", 2, "")]),
        ("a day and a night", []),
        ("a dozen men", [("a dozen", 12, "")]),
        ("tens of thousands", [("tens of thousands", 10000, "")]),
        ("twenty-five", [("twenty-five", 25, "")]),
        ("the twenty-first of them", [("twenty-first", 21, "")]),
        ("3½ hours", [("3½", 3.5, "hour")]),
        ("minus 10 degrees Celsius", [("10", -10, "celsius")]),
        ("3.2 percentage points", [("3.2", 3.2, "percentage point")]),
        ("a hundred and fifty", [("a hundred and fifty", 150, "")]),
        ("in the 1990s", []),
        ("a man and an hour", []),
        ("RMB280 million", [("280 million", 2.8e8, "CNY")]),
        ("fell to -20 degrees", [("20", -20, "degree")]),
        ("10 -20 degrees", [("10", 10, "degree"), ("20", 20, "degree")]),
        ("20 degrees below zero", [("20", -20, "degree")]),
        ("half an hour", [("half", 0.5, "hour")]),
        ("one in five", [("one in five", 0.2, "")]),
        ("a 1-in-40 risk", [("1-in-40", 0.025, "")]),
        ("nine chances in 10", [("nine chances in 10", 0.9, "")]),
        ("one in 40 years", [("one", 1, ""), ("40", 40, "year")]),
        ("fifty-fifty", [("fifty-fifty", 0.5, "")]),
    ],
)
def test_english(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ko", "1조2000억 원", [("1조2000억", 1.2e12, "KRW")]),
        ("ko", "약 50만 명", [("50만", 500000, "")]),
        ("ko", "수십만 명", [("수십만", 100000, "")]),
        ("ko", "두 명", [("두", 2, "")]),
        ("ko", "영하 20도", [("20", -20, "celsius")]),
        ("ko", "사흘 반", [("사흘", 3.5, "day")]),
        ("ko", "닷새째", []),
        ("ko", "스물네 시간", [("스물네", 24, "hour")]),
        ("ko", "열 명 중 세 명", [("세", 0.3, ""), ("열", 10, "")]),
        ("ko", "초속 7km", [("7", 7, "kilometre a second")]),
        ("zh", "零下20度", [("20", -20, "celsius")]),
        ("ko", "3.2%포인트", [("3.2", 3.2, "percentage point")]),
        ("ko", "시속 195km로", [("195", 195, "kmh")]),
        ("zh", "一亿二千万美元", [("一亿二千万", 1.2e8, "USD")]),
        ("zh", "百分之五十", [("百分之五十", 50, "percent")]),
        ("ja", "3万人", [("3万", 30000, "")]),
        ("de", "1.200 Menschen", [("1.200", 1200, "")]),
        ("de", "2,5 Millionen Euro", [("2,5 Millionen", 2.5e6, "EUR")]),
        ("fr", "12 pour cent", [("12", 12, "percent")]),
        ("es", "3 millones de dólares", [("3 millones", 3e6, "USD")]),
        ("ru", "5 тыс. человек", [("5 тыс", 5000, "")]),
        ("uk", "двадцять відсотків", [("двадцять", 20, "percent")]),
    ],
)
def test_other_languages(language, text, expected):
    assert read(text, language) == expected


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [
        ("50 kilometers", "31 miles", True),
        ("14 degrees Fahrenheit", "minus 10 degrees Celsius", True),
        ("two-thirds of them", "67 percent", True),
        ("dozens of men", "60 men", True),
        ("dozens of men", "600 men", False),
        ("about 3,000", "2,987", True),
        ("about 3,000", "2,187", False),
        ("about 3,000", "3,012", True),
        ("5 percent", "5 percentage points", False),
        ("40 dollars", "40 euros", False),
        ("22 pounds", "10 kilograms", True),
        ("22 pounds", "£22", True),
        ("22 pounds", "22 kilograms", False),
        ("one in five", "20 percent", True),
        ("one chance in 40", "40 percent", False),
        ("minus 170 degrees", "170 degrees", False),
        ("24 months", "two years", True),
        ("3,000", "three thousand", True),
    ],
)
def test_same(one, other, equal):
    first, second = (quantities(text, "en")[0] for text in (one, other))
    assert same(first, second) is equal
    assert same(second, first) is equal
    assert not (exactly(first, second) and not equal)


@pytest.mark.parametrize(
    ("value", "like", "language", "expected"),
    [
        (71, "seventeen miners", "en", "seventy-one"),
        (2.1e5, "2.1 million euros", "en", "210,000"),
        (1.8e8, "$1.8 billion", "en", "180 million"),
        (3, "the second strike", "en", "third"),
        (25000, "2.500 Leute", "de", "25.000"),
        (72, "Eighteen men", "en", "Seventy-two"),
    ],
)
def test_written(value, like, language, expected):
    assert written(value, quantities(like, language)[0], like, language) == expected
