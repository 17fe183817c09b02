"""Numbers that are written as words or letters, by language; months count, which others write as numbers."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from babel import Locale, UnknownLocaleError

LETTERS = "letters"  # the section of East Asian letters, which belong to no one language
MAY = 5  # also a verb in English, a name of the month alone where it is not


@cache
def tables() -> dict[str, dict[str, float]]:
    """Read the data file: for each section the value of each word."""
    sections = tomllib.loads((files("workbench.lang") / "spelled_numbers.toml").read_text(encoding="utf-8"))
    return {
        section: {word: float(value) for value, words in rows.items() for word in words.split()}
        for section, rows in sections.items()
    }


@cache
def spelled_numbers(language: str) -> Mapping[str, float]:
    """Give the value of each number word of a language (its first subtag); none if unknown."""
    return months(language) | (tables().get(language, {}) if language != LETTERS else {})


def months(language: str) -> dict[str, float]:
    """Give the names of months, long and short, of one word of letters."""
    try:
        names = Locale.parse(language).months["format"]
    except (UnknownLocaleError, ValueError):
        return {}
    rows = [row for width in ("wide", "abbreviated") for row in names[width].items()]
    found = {name.lower().rstrip("."): float(number) for number, name in rows}
    return {
        name: number for name, number in found.items() if name.isalpha() and (language, number) != ("en", MAY)
    }


def number_letters() -> Mapping[str, float]:
    """Give the value of the letters that Chinese, Japanese and Korean write numbers with."""
    return tables()[LETTERS]
