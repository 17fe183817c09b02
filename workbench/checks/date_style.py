"""The ways to write an English date: October 31, Oct. 31, October 31st, the 31st of October, Oct. 30-31."""

import re
from collections.abc import Iterator, Mapping

from workbench.checks.hit import Span

_SHORT = {
    "January": "Jan.", "February": "Feb.", "August": "Aug.", "September": "Sept.", "October": "Oct.",
    "November": "Nov.", "December": "Dec.",
}  # fmt: skip
_WHOLE = {
    "Jan": "January", "Feb": "February", "Mar": "March", "Apr": "April", "Aug": "August", "Sept": "September",
    "Sep": "September", "Oct": "October", "Nov": "November", "Dec": "December",
}  # fmt: skip
MONTHS = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "jan",
        "feb",
        "mar",
        "apr",
        "aug",
        "sept",
        "sep",
        "oct",
        "nov",
        "dec",
    ]
)
_NAMES = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
    r"|(?:Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?"
)
_DATE = re.compile(
    rf"\b(?P<month>{_NAMES})\s(?P<day>\d{{1,2}})(?P<th>st|nd|rd|th)?(?P<to>[-–]\d{{1,2}}(?:st|nd|rd|th)?)?(?![\w,.:-]*\d|\w)"
    rf"|(?:\bthe\s)?(?<![\d:.,])\b(?P<day2>\d{{1,2}}(?:[-–]\d{{1,2}})?)(?:st|nd|rd|th)?(?:\sof)?\s(?P<month2>{_NAMES})"
)
_YEAR = re.compile(r",?\s\d{4}")


def written_dates(text: str) -> Iterator[tuple[Span, str, Mapping[str, str]]]:
    """Yield each day with its month: its span, its order, and what each order would write there.

    Orders are "month day", "month dayth" and "day month". A date with a year after it can change neither from
    nor to "day month", which has no comma there.
    """
    for match in _DATE.finditer(text):
        month, day = match["month"] or match["month2"], match["day"] or match["day2"]
        order = "day month" if match["day2"] else "month dayth" if match["th"] else "month day"
        days = day + re.sub(r"[a-z]", "", match["to"] or "")
        ways = {"month day": f"{month} {days}", "day month": f"{days} {_WHOLE.get(month.rstrip('.'), month)}"}
        if _YEAR.match(text, match.end()):
            del ways["month day" if order == "day month" else "day month"]
        yield match.span(), order, ways | {order: match[0]}


def month_length(date: str) -> str | None:
    """Tell whether a date's month is "long" or "short"; None of months without a short form."""
    if any(name in date for name in _SHORT):
        return "long"
    return "short" if any(short in date for short in _SHORT.values()) else None


def month_as(date: str, length: str) -> str:
    """Write the month of a date long or short."""
    for name, short in _SHORT.items():
        if length == "short" and name in date:
            return date.replace(name, short)
        if length == "long" and short in date:
            return date.replace(short, name)
    return date
