"""Quotation marks: missing, doubled, swapped, closed too early, and the stops beside them."""

import re
from collections.abc import Iterator

from workbench.checks.article import Article, Row
from workbench.checks.check import Check
from workbench.checks.hit import Hit, Span
from workbench.checks.lone_quotes import has_quotations, lone_marks, without_partner
from workbench.checks.moved_marks import closed_too_early, moved_marks
from workbench.checks.quote_stops import custom, stops
from workbench.checks.quoting import CATEGORY, has_marks, quoting
from workbench.checks.split_quotes import split_pairs, split_quotes
from workbench.i18n import N_, _
from workbench.lang.quotes import quotes
from workbench.model.finding import Severity

_DOUBLED = re.compile(r"([“”„«»「」『』])\1+|(?<![\w\"])\"\"(?=\w)|(?<=[\w.,!?])\"\"(?!\w)")
_AROUND = 10  # characters on either side that make a place the same in the reference


def find(row: Row, article: Article) -> Iterator[Hit]:
    """Yield what is wrong with a pair's quotation marks; what the reference writes so too is right."""
    for hit in of_marks(row, article):
        if not is_there(row, hit.span):
            yield hit


def is_there(row: Row, span: Span) -> bool:
    """Tell whether the reference has a place with what stands around it; at an edge, at its own edge."""
    text, reference = (f"\n{side.text}\n" for side in (row.translation, row.reference))
    start, end = span
    return text[max(0, start + 1 - _AROUND) : end + 1 + _AROUND] in reference


def of_marks(row: Row, article: Article) -> Iterator[Hit]:
    """Yield what is wrong with a pair's marks by themselves and beside the reference's."""
    far = article.fact(closed_too_early).get(row.passage.row, ())
    lone = article.fact(lone_marks).get(row.passage.row)
    if not has_marks(row.translation.text, row.translation.language):
        yield from far
        if lone and not far:
            yield from without_partner(row, lone, quotes_here=article.fact(has_quotations))
        return
    wrong = [*doubled(row), *swapped(row)]
    yield from wrong
    yield from mixed(row)
    yield from stops(row)
    yield from custom(row, article)
    if wrong:
        return
    moved = [*moved_marks(row), *split_quotes(row), *far, *article.fact(split_pairs).get(row.passage.row, ())]
    yield from moved
    if lone and not moved:
        yield from without_partner(row, lone, quotes_here=article.fact(has_quotations))


def doubled(row: Row) -> Iterator[Hit]:
    """Yield marks that stand twice."""
    text = row.translation.text
    for match in _DOUBLED.finditer(text):
        message = _("A quotation mark stands twice.")
        yield Hit(match.span(), CATEGORY, Severity.MINOR, message, 0.9, fix=match[0][0])


def mixed(row: Row) -> Iterator[Hit]:
    """Yield the mark of a quotation that is of another kind than its partner."""
    side = row.translation
    closing = quotes(side.language).closing
    for start, end in quoting(side.text, side.language).spans:
        opener, closer = side.text[start], side.text[end - 1]
        if closing[opener] == closer:
            continue
        message = _("The two marks of the quotation are of different kinds.")
        if opener == '"':
            fix = next(one for one, other in closing.items() if other == closer)
            yield Hit((start, start + 1), "fluency/typography", Severity.MINOR, message, 0.85, fix=fix)
        else:
            fix = closing[opener]
            yield Hit((end - 1, end), "fluency/typography", Severity.MINOR, message, 0.85, fix=fix)


def swapped(row: Row) -> Iterator[Hit]:
    """Yield opening marks where one closes and closing ones where one opens."""
    side = row.translation
    pair = quotes(side.language).pairs[0]
    if pair[0] == pair[1] or pair[0] == '"' or pair[1] in "’'":
        return
    opening, closing = map(re.escape, pair)
    last = rf"|(?<=[.!?…,]) ?{opening}(?=$)" if quoting(side.text, side.language).unclosed[1:] else ""
    pattern = rf"(?:(?<=^)|(?<=[\s(,:])){closing}(?=\w)|(?<=[\w.,!?…]){opening}(?=[\s.,!?;:)]|$){last}"
    for match in re.finditer(pattern, side.text):
        fix = pair[0] if match[0] == pair[1] else pair[1]
        message = _("An opening and a closing quotation mark are swapped.")
        yield Hit(match.span(), CATEGORY, Severity.MINOR, message, 0.85, fix=fix)


CHECK = Check(
    "quotations",
    N_("Quotations"),
    N_(
        "Quotation marks that are missing, doubled or swapped, quotations that end or begin elsewhere"
        " than in the reference, full stops that a closing mark leaves behind, and a comma lost before"
        " it. A quotation that runs over several paragraphs and opens again in each is left alone."
    ),
    find,
    wide=True,
)
