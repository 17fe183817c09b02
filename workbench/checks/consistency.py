"""One thing written in two ways within an article: names, dates, times, money, numbers, spellings, terms."""

import re
from collections.abc import Iterator, Mapping, Sequence

from workbench.checks.article import Article, Row
from workbench.checks.check import Check
from workbench.checks.clock_style import HOURS, hours_as
from workbench.checks.date_style import month_as
from workbench.checks.hit import Hit
from workbench.checks.house_style import MONTH, House, house_of, uses, uses_by_text
from workbench.checks.house_use import Use
from workbench.checks.rephrased import reworded
from workbench.i18n import N_, _
from workbench.model.finding import Severity

_WITH_REFERENCE, _ALONE = 0.8, 0.65
_SECOND = {MONTH: month_as, HOURS: hours_as}  # what is written in a place whose first choice was made


def find(row: Row, article: Article) -> Iterator[Hit]:
    """Yield the places of a pair that are not written, or worded, as the article has them elsewhere."""
    if not row.translation or row.translation.text == row.reference.text:  # the reference's own style
        return
    yield from restyled(row, article)
    yield from reworded(row, article)


def restyled(row: Row, article: Article) -> Iterator[Hit]:
    """Yield what can be written in several ways and is not as elsewhere."""
    houses = article.fact(house_of)
    if not houses:
        return
    wrong: dict[tuple[int, int], list[Use]] = {}
    known = article.fact(uses_by_text).get(row.translation.text)  # none of a pair that was just edited
    for use in uses(row.translation, article) if known is None else known:
        house = houses.get(use.choice)
        if house and house.way != use.way and house.way in use.ways and not is_there(row, use):
            wrong.setdefault(use.span, []).append(use)
    for span, found in wrong.items():
        yield hit(row.translation.text[slice(*span)], found, houses)


def is_there(row: Row, use: Use) -> bool:
    """Tell whether the reference of the pair writes it so, too, whatever it does elsewhere."""
    written = re.escape(row.translation.text[slice(*use.span)])
    return bool(re.search(rf"(?<!\w){written}(?!\w)", row.reference.text))


def hit(written: str, found: Sequence[Use], houses: Mapping[str, House]) -> Hit:
    """Say how the article writes elsewhere what stands in one place; times may differ in two things."""
    house = houses[found[0].choice]
    fix = found[0].ways[house.way]
    for use in found[1:]:
        if use.choice in _SECOND:
            fix = _SECOND[use.choice](fix, houses[use.choice].way)
    return Hit(
        found[0].span, "style/consistency", Severity.MINOR, message(house, written),
        _WITH_REFERENCE if house.of_reference else _ALONE, house.example, fix,
    )  # fmt: skip


def message(house: House, written: str) -> str:
    """Say what is written otherwise elsewhere."""
    names = {"elsewhere": house.example, "here": written}
    return _("The article has “%(here)s” here and elsewhere writes as in “%(elsewhere)s”.") % names


CHECK = Check(
    "consistency",
    N_("Consistency"),
    N_(
        "One thing written in two ways in one article: AP and Associated Press, U.S. and US, Gen. and"
        " General, October 31st and Oct. 31, 10 a.m. and 10:00 AM, 3,000 and 3000, $900 and 900 dollars, 4%"
        " and 4 percent, an age in brackets and between commas, colour and color, e-mail and email; and one"
        " phrase of the reference worded in two ways (ghost company, shell company). What the article, and"
        " the reference, write less often is marked."
    ),
    find,
    wide=True,
)
