"""Times of a text, in each language the program reads dates in."""

import pytest

from workbench.lang.bounds import Bound, bound_at
from workbench.lang.moments import moments


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "on Oct. 31, 2019", [("month", 10), ("day", 31), ("year", 2019)]),
        ("en", "October 31st", [("month", 10), ("day", 31)]),
        ("en", "31 October", [("day", 31), ("month", 10)]),
        ("en", "He may march", []),
        ("en", "in May", [("month", 5)]),
        ("en", "2,000 men", []),
        ("en", "2000 soldiers", []),
        ("en", "later that year", [("relative", "year that")]),
        ("en", "the following month", [("relative", "month after")]),
        ("en", "last fall", [("relative", "autumn -1")]),
        ("en", "in the fall of last year", [("relative", "autumn -1")]),
        ("en", "in spring that year", [("relative", "spring that")]),
        ("en", "at 3:30 p.m.", [("clock", 930)]),
        ("en", "at 10 past midnight", [("clock", 10)]),
        ("en", "a quarter to five", [("hour", 285)]),
        ("en", "at ten to four in the morning", [("clock", 230)]),
        ("en", "fifteen minutes before noon", [("clock", 705)]),
        ("en", "half past three in the afternoon", [("clock", 930)]),
        ("en", "4:50 on a Friday afternoon", [("clock", 1010), ("weekday", 4)]),
        ("en", "at nine in the evening", [("clock", 1260)]),
        ("en", "by 11 at night", [("clock", 1380)]),
        ("en", "until 1 at night", [("clock", 60)]),
        ("en", "five o’clock", [("hour", 300)]),
        ("en", "The clock stopped at ten after five.", []),
        ("en", "rose from one to five, one after another", []),
        ("en", "midday", [("clock", 720)]),
        ("en", "at ten to five", [("hour", 290)]),
        ("en", "twenty five past nine", [("hour", 565)]),
        ("en", "at five at night", [("hour", 300)]),
        ("en", "The rockets killed two in the morning.", []),
        ("en", "Trips take 10 minutes to 12 hours.", []),
        ("en", "After a minute, it stood at five to ten percent.", []),
        ("en", "They began to fall last year.", [("relative", "year -1")]),
        ("en", "Exports fell laſt wınter.", [("relative", "winter -1")]),
        ("en", "the same old year, and last of all, later that month", [("relative", "month that")]),
        (
            "en",
            "at ſix o'clock in the wınter of last year, laſt year",
            [("relative", "winter -1"), ("relative", "year -1")],
        ),
        ("en", "late October", [("phase", "late"), ("month", 10)]),
        ("en", "19:00 of July 6", [("clock", 1140), ("month", 7), ("day", 6)]),
        ("ko", "2021년 10월 31일 화요일", [("year", 2021), ("month", 10), ("day", 31), ("weekday", 1)]),
        ("ko", "그해 말", [("relative", "year that"), ("phase", "late")]),
        ("ko", "오전 3시", [("clock", 180)]),
        ("ko", "3시간", []),
        ("zh", "去年12月", [("relative", "year -1"), ("month", 12)]),
        ("ja", "火曜日午後3時", [("weekday", 1), ("clock", 900)]),
        ("de", "am 3. Oktober", [("day", 3), ("month", 10)]),
        ("es", "3 de octubre de 2020", [("day", 3), ("month", 10), ("year", 2020)]),
        ("ru", "во вторник, 31 октября", [("weekday", 1), ("day", 31), ("month", 10)]),
        ("fr", "mardi, l'an dernier", [("weekday", 1), ("relative", "year -1")]),
        ("uk", "минулого року", [("relative", "year -1")]),
    ],
)
def test_moments(language, text, expected):
    assert [(one.part.value, one.value) for one in moments(text, language)] == expected


@pytest.mark.parametrize(
    ("language", "text", "inside", "expected"),
    [
        ("en", "at least 300 people", "300", Bound.LEAST),
        ("en", "just before 3 a.m.", "3 a.m.", Bound.BEFORE),
        ("en", "on Monday at the latest", "Monday", Bound.MOST),
        ("ko", "최소 3명", "3", Bound.LEAST),
        ("ko", "오전 3시 직전", "오전 3시", Bound.BEFORE),
        ("en", "300 people", "300", None),
    ],
)
def test_bounds(language, text, inside, expected):
    start = text.index(inside)
    found = bound_at(text, start, start + len(inside), language)
    assert (found[0] if found else None) is expected
