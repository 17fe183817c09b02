"""Quotations broken in two at a mark where nothing stands between them."""

import re
from collections.abc import Iterator, Mapping

from workbench.checks.article import Article, Row
from workbench.checks.hit import Hit, Span
from workbench.checks.quoting import CATEGORY
from workbench.i18n import _
from workbench.model.finding import Severity

_SEAM = re.compile(r"(?P<stop>[.!?,])(?P<closing>[”\"]) (?P<opening>[“\"])(?=[A-Za-z])")
_CLOSING = ("”", '"')
_SURE = 0.8


def split_quotes(row: Row) -> Iterator[Hit]:
    """Yield a closing and an opening mark side by side, which the reference has nowhere."""
    for match in _SEAM.finditer(row.translation.text):
        if not _SEAM.search(row.reference.text):
            yield hit((match.start("closing"), match.end()), " ")


def hit(span: Span, fix: str) -> Hit:
    """Make a hit that takes the marks away."""
    message = _("In the reference the quotation goes on.")
    return Hit(span, CATEGORY, Severity.MINOR, message, _SURE, fix=fix)


def split_pairs(article: Article) -> Mapping[int, tuple[Hit, ...]]:
    """Give by row the closing mark behind which the next pair of the paragraph opens a quotation anew."""
    found: dict[int, tuple[Hit, ...]] = {}
    for one, two in zip(article.rows, article.rows[1:], strict=False):
        if one.passage.paragraph != two.passage.paragraph or not one.reference or not two.reference:
            continue
        here = one.translation.text
        if seam(here, two.translation.text) and not seam(one.reference.text, two.reference.text):
            found[one.passage.row] = (hit((len(here) - 1, len(here)), ""),)
    return found


def seam(one: str, two: str) -> bool:
    """Tell whether a quotation ends a text and another begins the next."""
    return one.endswith(_CLOSING) and bool(_SEAM.search(f"{one[-2:]} {two[:2]}"))
