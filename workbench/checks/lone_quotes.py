"""Quotation marks without a partner, in a pair and its neighbours."""

import re
from collections.abc import Iterator, Mapping, Sequence
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
_RUN = 4  # pairs on which the reference may close a quotation that the translation never closes
_STRAY = 0.7
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Lone:
    """The marks of a pair without a partner in it or its neighbours.

    `unclosed` has of each quotation where it opens (0 if in a pair before) and the mark that would close it.
    """

    unclosed: tuple[tuple[int, str], ...] = ()
    unopened: tuple[int, ...] = ()


def lone_marks(article: Article) -> Mapping[int, Lone]:
    """Give the marks without a partner, by row: a quotation may run on to the next pairs and paragraphs."""
    found: dict[int, Lone] = {}
    pending: tuple[int, int] | None = None  # the index of a row, and the place of its mark
    for number, row in enumerate(article.rows):
        here = quoting(row.translation.text, row.translation.language)
        unopened = here.unopened
        before = article.rows[pending[0]] if pending else row
        far = row.passage.row - before.passage.row > _NEAR
        if pending and unopened and not far:
            pending, unopened = None, unopened[1:]
        elif pending and is_carried_on(before, row):
            pending = None
        elif pending and (here.unclosed or far or has_double(row.translation)):
            note_unclosed(found, article.rows[pending[0] :], pending[1])
            pending = None
        note_unopened(found, row, unopened)
        for at in here.unclosed[:-1]:
            note_unclosed(found, article.rows[number:], at)
        if here.unclosed:
            pending = number, here.unclosed[-1]
    if pending:
        note_unclosed(found, article.rows[pending[0] :], pending[1])
    return found


def has_double(side: Side) -> bool:
    """Tell whether a side has a whole quotation in double marks: within another one they would be single."""
    known = sure_marks(side.language)
    return any(side.text[start] in known for start, _end in quoting(side.text, side.language).spans)


def is_carried_on(before: Row, row: Row) -> bool:
    """Tell whether the next paragraph takes a quotation up again with a mark, as English does.

    Where the other side closes the quotation before, its mark is lost, and the next is another quotation.
    """
    first, next_one = row.translation.text[:1], row.passage.paragraph - before.passage.paragraph == 1
    return next_one and first in quotes(row.translation.language).closing and not is_whole(before)


def is_whole(row: Row) -> bool:
    """Tell whether the reference, or else the source, closes every quotation that it opens in a pair."""
    other = row.reference or row.source
    there = quoting(other.text, other.language)
    return bool(there.spans) and not there.unclosed


def note_unopened(found: dict[int, Lone], row: Row, places: tuple[int, ...]) -> None:
    """Add closing marks to the lone ones of a row, unless the reference leaves one alone as well."""
    if places and not quoting(row.reference.text, row.reference.language).unopened:
        known = found.get(row.passage.row, Lone())
        found[row.passage.row] = Lone(known.unclosed, known.unopened + places)


def note_unclosed(found: dict[int, Lone], rows: Sequence[Row], place: int) -> None:
    """Add an opening mark to the lone ones, of its row or of the one where the reference closes it."""
    side = rows[0].translation
    mark = quotes(side.language).closing[side.text[place]]
    if quoting(rows[0].reference.text, rows[0].reference.language).unclosed:
        rows, place = rows_that_close(rows[1 : 1 + _RUN]), 0
    for row in rows[:1]:
        known = found.get(row.passage.row, Lone())
        found[row.passage.row] = Lone((*known.unclosed, (place, mark)), known.unopened)


def rows_that_close(rows: Sequence[Row]) -> Sequence[Row]:
    """Give the rows from the one whose reference closes a quotation; none if another mark comes before."""
    for number, row in enumerate(rows):
        if has_marks(row.translation.text, row.translation.language):
            break
        there = quoting(row.reference.text, row.reference.language)
        if there.unopened and row.translation:
            return rows[number:]
        if there.spans or there.unclosed:
            break
    return ()


def without_partner(row: Row, lone: Lone, *, quotes_here: bool) -> Iterator[Hit]:
    """Yield the marks that lack a partner, each with where that belongs.

    `quotes_here` says that the reference marks quotations: where it has none, a closing mark is one too many.
    """
    side = row.translation
    if quotes_here and lone.unopened and not lone.unclosed and is_plain(row):
        for at in lone.unopened:
            message = _("The closing quotation mark has no partner; the reference has no quotation here.")
            yield Hit((at, at + 1), CATEGORY, Severity.MINOR, message, _STRAY, row.reference.text, "")
        return
    closing = quotes(side.language).closing
    for at in lone.unopened:
        mark = next((one for one, other in closing.items() if other == side.text[at]), side.text[at])
        start = where_it_opens(side, at)
        word = _WORD.match(side.text, start)
        if word and word.end() <= at:
            yield missing(row, word.span(), mark + word[0], _("The opening quotation mark is missing."))
    for at, mark in lone.unclosed:
        if not side.text[at + 1 :].strip():
            continue
        span, text = where_it_closes(side, at, mark)
        yield missing(row, span, text, _("The closing quotation mark is missing."))


def is_plain(row: Row) -> bool:
    """Tell whether neither the reference nor the source has any quotation, and there is a reference."""
    others = [side for side in (row.reference, row.source) if side]
    return bool(row.reference) and not any(has_marks(side.text, side.language) for side in others)


def has_quotations(article: Article) -> bool:
    """Tell whether the reference of an article marks quotations anywhere."""
    return any(has_marks(row.reference.text, row.reference.language) for row in article.rows)


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
