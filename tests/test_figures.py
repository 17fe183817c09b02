"""Numbers, dates and lists as each language writes them."""

import math
import subprocess
import sys
import time

import pytest

from workbench.figures import (
    amount,
    count,
    difference,
    direction,
    either,
    here,
    language_name,
    listed,
    locale_of,
    moment,
    number,
    percent,
)
from workbench.i18n import languages, use_language

NARROW, WIDE, MARK, LEFT = "\u202f", "\u00a0", "\u200f", "\u200e"
MOMENT = 1_790_000_000  # 21 September 2026, 14:13:20 UTC

# language: a count, a number, an amount, a difference, a share, a list, a choice, a moment
WRITTEN = {
    "en": (
        "1,234,567", "-2.25", "2.5", "+1.5", "12%",
        "a, b, and c", "a, b, or c", "September 21, 2026, 14:13 UTC",
    ),
    "ar": (
        "1,234,567", f"{LEFT}-2.25", "2.5", f"{LEFT}+1.5", "12%",
        "a وb وc", "a أو b أو c", "21 سبتمبر 2026، 14:13 UTC",
    ),
    "de": (
        "1.234.567", "-2,25", "2,5", "+1,5", f"12{WIDE}%",
        "a, b und c", "a, b oder c", "21. September 2026, 14:13 UTC",
    ),
    "ko": (
        "1,234,567", "-2.25", "2.5", "+1.5", "12%",
        "a, b 및 c", "a, b 또는 c", "2026년 9월 21일 14:13 UTC",
    ),
    "uk": (
        f"1{WIDE}234{WIDE}567", "-2,25", "2,5", "+1,5", "12%",
        "a, b і c", "a, b або c", f"21 вересня 2026{NARROW}р., 14:13 UTC",
    ),
    "fr": (
        f"1{NARROW}234{NARROW}567", "-2,25", "2,5", "+1,5", f"12{WIDE}%",
        "a, b et c", "a, b ou c", "21 septembre 2026, 14:13 UTC",
    ),
}  # fmt: skip


@pytest.mark.parametrize("language", WRITTEN)
def test_each_language_has_its_own_way(language):
    assert WRITTEN[language] == (
        count(1_234_567, language),
        number(-2.25, language, 2),
        amount(2.5, language),
        difference(1.5, language),
        percent(0.12, language),
        listed("abc", language),
        either("abc", language),
        moment(MOMENT, language),
    )


def test_the_language_that_is_spoken_is_used_without_another():
    assert number(1234.5) == "1,234.5"
    use_language("uk")
    assert number(1234.5) == f"1{WIDE}234,5"
    assert number(1234.5, "en") == "1,234.5"


@pytest.mark.parametrize("language", ["zz", "../x", "한국어", "en"])
def test_an_unknown_language_is_read_as_english(language):
    assert number(1234.5, language) == "1,234.5"
    assert listed(["a", "b"], language) == "a and b"


@pytest.mark.parametrize(
    ("value", "wanted"),
    [(math.nan, "–"), (math.inf, "inf"), (-math.inf, "-inf"), (1e300, "1e+300"), (0, "0"), (-0.5, "-0.5")],
)
def test_any_number_can_be_written(value, wanted):
    assert amount(value) == wanted


@pytest.mark.parametrize(
    ("items", "wanted"),
    [([], ""), (["{0}"], "{0}"), (["a{1}", "{0}"], "a{1} and {0}"), (["{", "}", "%s"], "{, }, and %s")],
)
def test_what_is_listed_is_no_pattern(items, wanted):
    assert listed(items) == wanted


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        ("en", f"Sep 21, 2026, 11:13{NARROW}PM"),
        ("ar", f"21{MARK}/09{MARK}/2026، 11:13 م"),
        ("de", "21.09.2026, 23:13"),
    ],
)
def test_a_time_is_that_of_the_clock_on_the_wall(language, wanted, monkeypatch):
    monkeypatch.setenv("TZ", "Asia/Seoul")
    time.tzset()
    try:
        assert here(MOMENT, language) == wanted
    finally:
        monkeypatch.undo()
        time.tzset()


def test_languages_are_named_in_the_readers():
    assert [language_name("zh-Hans", one) for one in ("en", "de")] == [
        "Chinese (Simplified)",
        "Chinesisch (Vereinfacht)",
    ]
    assert language_name("qqq", "de") == "qqq"
    assert [direction(one) for one in ("ar", "uk", "zz")] == ["rtl", "ltr", "ltr"]


def test_a_program_that_writes_no_figures_loads_no_babel():
    code = "import sys, workbench.figures; print('babel' in sys.modules)"
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
        == "False\n"
    )


def test_every_language_of_the_program_has_the_digits_that_babel_writes():
    assert {locale_of(one).default_numbering_system for one in languages()} == {"latn"}
