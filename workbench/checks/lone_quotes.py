"""Quotation marks without a partner, in a pair and its neighbours."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from workbench.checks.article import Article, Row
from workbench.checks.attribution import attribution
from workbench.checks.hit import Hit, Span
from workbench.checks.quoting import CATEGORY, has_marks, quoting, sure_marks
from workbench.checks.side import Side
from workbench.i18n import _
from workbench.lang.quotes import quotes
from workbench.model.finding import Severity

_NEAR = 12  # pairs: a quotation that runs over more of them has lost its mark
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Lone:
    """The marks of a pair that have no partner in it nor in its neighbours."""

    unclosed: tuple[int, ...] = ()
    unopened: tuple[int, ...] = ()


def lone_marks(article: Article) -> Mapping[int, Lone]:
    """Give the marks without a partner, by row: a quotation may run on to the next pairs and paragraphs."""
    found: dict[int, Lone] = {}
    pending: tuple[Row, int] | None = None
    for row in article.rows:
        here = quoting(row.translation.text, row.translation.language)
        unopened = here.unopened
        far = pending is not None and row.passage.row - pending[0].passage.row > _NEAR
        if pending and (is_carried_on(pending[0], row) or (unopened and not far)):
            pending, unopened = None, unopened[1:]
        if pending and (here.unclosed or far or has_double(row.translation)):
            note(found, pending[0], unclosed=(pending[1],))
            pending = None
        note(found, row, unopened=unopened, unclosed=here.unclosed[:-1])
        if here.unclosed:
            pending = row, here.unclosed[-1]
    if pending:
        note(found, pending[0], unclosed=(pending[1],))
    return found


def has_double(side: Side) -> bool:
    """Tell whether a side has a whole quotation in double marks: within another one they would be single."""
    known = sure_marks(side.language)
    return any(side.text[start] in known for start, _end in quoting(side.text, side.language).spans)


def is_carried_on(before: Row, row: Row) -> bool:
    """Tell whether a paragraph takes a quotation up again with a mark, as English does."""
    side = row.translation
    first = side.text[:1]
    return row.passage.paragraph != before.passage.paragraph and first in quotes(side.language).closing


def note(
    found: dict[int, Lone], row: Row, *, unclosed: tuple[int, ...] = (), unopened: tuple[int, ...] = ()
) -> None:
    """Add lone marks to those of a row, unless the reference leaves a mark alone as well."""
    if row.reference and (unclosed or unopened):
        there = quoting(row.reference.text, row.reference.language)
        if (unclosed and there.unclosed) or (unopened and there.unopened):
            return
    known = found.get(row.passage.row, Lone())
    if unclosed or unopened:
        found[row.passage.row] = Lone(known.unclosed + unclosed, known.unopened + unopened)


def without_partner(row: Row, lone: Lone) -> Iterator[Hit]:
    """Yield the marks that lack a partner, each with where that belongs."""
    side = row.translation
    closing = quotes(side.language).closing
    for at in lone.unopened:
        mark = next((one for one, other in closing.items() if other == side.text[at]), side.text[at])
        start = where_it_opens(side, at)
        word = _WORD.match(side.text, start)
        if word and word.end() <= at:
            yield missing(row, word.span(), mark + word[0], _("The opening quotation mark is missing."))
    for at in lone.unclosed:
        if not side.text[at + 1 :].strip():
            continue
        span, text = where_it_closes(side, at, closing[side.text[at]])
        yield missing(row, span, text, _("The closing quotation mark is missing."))


def missing(row: Row, span: Span, fix: str, message: str) -> Hit:
    """Make a hit: a reference or source that has a quotation makes it surer, one that has none less."""
    others = [has_marks(side.text, side.language) for side in (row.reference, row.source) if side]
    sure = 0.85 if any(others) else (0.45 if others else 0.7)
    return Hit(span, CATEGORY, Severity.MINOR, message, sure, fix=fix)


def where_it_opens(side: Side, at: int) -> int:
    """Give where a quotation that is closed at a place begins: after "said:", else with its sentence."""
    start = side.sentences[side.sentence_of(at)][0]
    before = quoting(side.text, side.language).spans
    start = max([start, *(end for _start, end in before if end <= at)])
    led = [match.end() for match in re.finditer(r"[:：]\s*|\b(?:said|says|wrote), ", side.text[start:at])]
    start += led[-1] if led else 0
    while side.text[start : start + 1].isspace():
        start += 1
    return start


def where_it_closes(side: Side, at: int, mark: str) -> tuple[Span, str]:
    """Give what to write where a quotation that opens at a place ends: before "he said", else at the end."""
    number = side.sentence_of(at)
    for match in re.finditer(r"(?P<word>[\w’'%]+)(?P<stop>[.,]) (?=\S)", side.text[at:]):
        if attribution().match(side.text, at + match.end()):
            span = at + match.start(), at + match.end() - 1
            return span, f"{match['word']},{mark}"
    end = next_opening(side, at) or side.sentences[-1][1]
    last = [span for span in side.sentences[number:] if span[1] <= end][-1:] or [side.sentences[number]]
    stop = last[0][1]
    start = max(at, side.text.rfind(" ", at, stop) + 1)
    return (start, stop), side.text[start:stop] + mark


def next_opening(side: Side, at: int) -> int:
    """Give where the next quotation opens; 0 if none does."""
    return next((start for start, _end in quoting(side.text, side.language).spans if start > at), 0)
