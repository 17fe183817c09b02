"""Numbers written in the style of another language: 1.234,5 in English, 1,234.5 in German."""

import re
from collections.abc import Iterator

from workbench.checks.article import Row
from workbench.checks.hit import Hit
from workbench.i18n import _
from workbench.lang.number_style import Marks, marks
from workbench.lang.units import dimension
from workbench.model.finding import Severity

_NUMBER = re.compile(r"(?<![\w.,:/-])\d{1,3}(?:[.,]\d{3})*(?:[.,]\d+)?(?![\w:/-]|[.,]\d)")
_MARKED = re.compile(r"\d[.,]\d")
_GROUP = 3  # digits
_ADDRESS = 4  # parts of 192.168.100.200
_SURE, _SHOWN = 0.8, 0.9


def other_separators(row: Row) -> Iterator[Hit]:
    """Yield the numbers with the marks of another language; not those that the reference writes so, too."""
    side = row.translation
    own = marks(side.language) if _MARKED.search(side.text) else None
    if own is None:
        return
    for match in _NUMBER.finditer(side.text):
        number = match[0]
        fix = rewritten(number, own) if number not in row.reference.text else None
        if fix is None:
            continue
        shown = fix in row.reference.text
        if shown or len(re.findall("[.,]", number)) > 1 or is_measured(row, match.start(), match.end()):
            message = _("The number is written in the style of another language.")
            span, sure = match.span(), _SHOWN if shown else _SURE
            yield Hit(span, "fluency/typography", Severity.MINOR, message, sure, fix if shown else "", fix)


def rewritten(number: str, own: Marks) -> str | None:
    """Write a number with a language's own marks if it may have others; None if it has none of others.

    One group of three digits, as in 1.234, may be a fraction as well.
    """
    parts, used = re.split("[.,]", number), re.findall("[.,]", number)
    if not used or len(parts) == _ADDRESS:
        return None
    if len(set(used)) == 1 and all(len(part) == _GROUP for part in parts[1:]) and number[0] != "0":
        return own.group.join(parts) if used[0] == own.decimal else None
    if used[-1] == own.decimal or used[-1] in used[:-1]:
        return None
    return own.group.join(parts[:-1]) + own.decimal + parts[-1]


def is_measured(row: Row, start: int, end: int) -> bool:
    """Tell whether a number with a fraction has a unit or a scale, and is no time of day: 18.30 Uhr."""
    number = row.translation.text[start:end]
    if len(re.split("[.,]", number)[-1]) == _GROUP:
        return False
    one = next((one for one in row.translation.quantities if one.start == start), None)
    return one is not None and (bool(one.scale) or (one.unit != "" and dimension(one.unit) != "time"))
