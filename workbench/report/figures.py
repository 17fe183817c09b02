"""Numbers, dates and languages as the reader's language writes them."""

from datetime import UTC, datetime

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_time
from babel.numbers import format_decimal, format_percent


def locale_of(language: str) -> Locale | None:
    """Give what is known of a language; None where nothing is."""
    try:
        return Locale.parse(language.replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        return None


def reader(language: str) -> Locale:
    """Give the reader's locale; English where the language is unknown."""
    return locale_of(language) or Locale("en")


def number(value: float, language: str, decimals: int = 1) -> str:
    """Write a number."""
    pattern = "#,##0." + "0" * decimals if decimals else "#,##0"
    return format_decimal(value, format=pattern, locale=reader(language))


def count(value: int, language: str) -> str:
    """Write a count."""
    return number(value, language, 0)


def percent(value: float, language: str) -> str:
    """Write a share of one."""
    return format_percent(value, locale=reader(language))


def moment(seconds: float, language: str) -> str:
    """Write a time, in UTC."""
    time, spoken = datetime.fromtimestamp(seconds, UTC), reader(language)
    return f"{format_date(time, 'long', locale=spoken)}, {format_time(time, 'HH:mm', locale=spoken)} UTC"


def language_name(tag: str, language: str) -> str:
    """Name a language in the reader's; a tag that nobody knows stands for itself."""
    found = locale_of(tag)
    return (found.get_display_name(reader(language)) if found else None) or tag


def direction(tag: str) -> str:
    """Give which way a language is written: "ltr" or "rtl"."""
    found = locale_of(tag)
    return found.text_direction if found else "ltr"
