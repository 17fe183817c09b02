"""Numbers, dates, lists and languages for people, as their language writes them (CLDR, by Babel).

What machines read, JSON, tables in files, XML, never comes from here. `language` is the reader's tag; without
one it is the language that the program speaks now.
"""

import math
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from workbench.i18n import spoken_language

if TYPE_CHECKING:
    from babel import Locale
    from babel.support import Format

_KEPT = 4096  # written numbers: those a window shows again and again; one takes Babel 10 µs
_MARK = "\N{LEFT-TO-RIGHT MARK}"
_SIGNS = "+-\N{MINUS SIGN}"
_LARGEST = 1e15  # beyond it a double holds no whole numbers one by one, and the digits would tell nothing


def number(value: float, language: str = "", decimals: int = 1) -> str:
    """Write a number with just so many decimals."""
    return _written(value, "#,##0." + "0" * decimals if decimals else "#,##0", language or spoken_language())


def count(value: float, language: str = "") -> str:
    """Write a count."""
    return number(value, language, 0)


def amount(value: float, language: str = "") -> str:
    """Write a number with the decimals it has, three at most: 2, 2.5."""
    return _written(value, "#,##0.###", language or spoken_language())


def difference(value: float, language: str = "", decimals: int = 1) -> str:
    """Write a number with its sign: +1.5."""
    digits = "0." + "0" * decimals if decimals else "0"
    return _written(value, f"+#,##{digits};-#,##{digits}", language or spoken_language())


def percent(share: float, language: str = "") -> str:
    """Write a share of one."""
    return _written(share, "%", language or spoken_language())


def moment(seconds: float, language: str = "") -> str:
    """Write a time since the epoch with its date, in UTC."""
    written = _joined(datetime.fromtimestamp(seconds, UTC), "long", "HH:mm", language or spoken_language())
    return f"{written} UTC"


def here(seconds: float, language: str = "") -> str:
    """Write a time since the epoch with its date, as the clock shows it where the reader is."""
    time = datetime.fromtimestamp(seconds, UTC).astimezone()
    return _joined(time, "medium", "short", language or spoken_language())


def listed(items: Iterable[str], language: str = "") -> str:
    """Write a list: a, b, and c."""
    return _enumerated(items, "standard", language or spoken_language())


def either(items: Iterable[str], language: str = "") -> str:
    """Write what one may choose from: a, b, or c."""
    return _enumerated(items, "or", language or spoken_language())


def language_name(tag: str, language: str = "") -> str:
    """Name a language in the reader's; a tag that nobody knows stands for itself."""
    found = locale_of(tag)
    return (found.get_display_name(reader(language or spoken_language())) if found else None) or tag


def direction(tag: str) -> str:
    """Give which way a language is written: "ltr" or "rtl"."""
    found = locale_of(tag)
    return found.text_direction if found else "ltr"


def locale_of(language: str) -> "Locale | None":
    """Give what is known of a language; None where nothing is."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 -- as in `_forms`

    try:
        return Locale.parse(language.replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        return None


def reader(language: str) -> "Locale":
    """Give the reader's locale; English where the language is unknown."""
    from babel import Locale  # noqa: PLC0415 -- as in `_forms`

    return locale_of(language) or Locale("en")


@lru_cache(maxsize=_KEPT)
def _written(value: float, pattern: str, language: str) -> str:
    """Write a number by a pattern of CLDR, "%" for that of shares."""
    if not abs(value) < _LARGEST:  # what is no number, too
        return "–" if math.isnan(value) else f"{value:g}"
    if pattern == "%":
        return _forms(language).percent(value)
    written = _forms(language).decimal(value, pattern)
    # A sign stands before its digits in a line from right to left, too.
    return _MARK + written if written[0] in _SIGNS and direction(language) == "rtl" else written


def _enumerated(items: Iterable[str], style: Literal["standard", "or"], language: str) -> str:
    """Write a list in one of the two styles that Babel has for every language."""
    from babel.lists import format_list  # noqa: PLC0415 -- as in `_forms`

    return format_list(list(items), style=style, locale=reader(language))


def _joined(time: datetime, date: str, clock: str, language: str) -> str:
    """Write a date and a time in the order of the language."""
    forms = _forms(language)
    pattern = str(forms.locale.datetime_formats[date]).replace("'", "")
    return pattern.format(forms.time(time, clock), forms.date(time, date))


@lru_cache(maxsize=16)  # languages
def _forms(language: str) -> "Format":
    """Give Babel's forms of a language."""
    from babel.support import Format  # noqa: PLC0415 -- 30 ms and 2 MB, which a command that says nothing saves

    # Babel writes European digits alone, which CLDR wants of every language the program speaks.
    return Format(reader(language))
