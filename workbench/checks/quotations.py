"""Quotation marks: missing, doubled, swapped, closed too early, and the stops beside them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from workbench.checks.article import Article, Row
from workbench.checks.attribution import attribution
from workbench.checks.check import Check
from workbench.checks.hit import Hit, Span
from workbench.checks.moved_marks import closed_too_early, moved_marks
from workbench.checks.quoting import quoting
from workbench.checks.side import Side
from workbench.i18n import N_, _
from workbench.lang.abbreviations import abbreviations
from workbench.lang.quotes import quotes
from workbench.model.finding import Severity

_NEAR = 12  # pairs: a quotation that runs over more of them has lost its mark
_SHARE, _LEAST = 0.8, 4  # of an article's closing marks, and how many, until where it puts stops is a custom
_AROUND = 10  # characters on either side that make a place the same in the reference
_CATEGORY = "fluency/punctuation"
# A stop after a closing mark; a stop before one where the sentence goes on.
_AFTER = re.compile(r"(?<=[.!?…,][”\"]) ?\.(?=\s|$)|(?<=[”\"]) \.(?=\s|$)")
_BEFORE = re.compile(r"(?P<word>[\w’'-]+)\.(?P<mark>[”\"]) (?P<next>[a-z]+)\b")
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Lone:
    """The marks of a pair that have no partner in it nor in its neighbours."""

    unclosed: tuple[int, ...] = ()
    unopened: tuple[int, ...] = ()


def find(row: Row, article: Article) -> Iterator[Hit]:
    """Yield what is wrong with a pair's quotation marks; what the reference writes so too is right."""
    text, reference = (f"\n{side.text}\n" for side in (row.translation, row.reference))
    for hit in of_marks(row, article):
        start, end = hit.span
        if text[max(0, start + 1 - _AROUND) : end + 1 + _AROUND] not in reference:
            yield hit


def of_marks(row: Row, article: Article) -> Iterator[Hit]:
    """Yield what is wrong with a pair's marks by themselves and beside the reference's."""
    far = article.fact(closed_too_early).get(row.passage.row, ())
    if not has_marks(row.translation):
        yield from far
        return
    wrong = [*doubled(row), *swapped(row)]
    yield from wrong
    yield from mixed(row)
    yield from stops(row)
    yield from custom(row, article)
    if wrong:
        return
    moved = [*moved_marks(row), *far]
    yield from moved
    lone = article.fact(lone_marks).get(row.passage.row)
    if lone and not moved:
        yield from without_partner(row, lone)


def has_marks(side: Side) -> bool:
    """Tell whether a side has any quotation marks."""
    return any(mark in side.text for mark in marks(side.language))


@cache
def marks(language: str) -> frozenset[str]:
    """Give the quotation marks of a language that are no apostrophes."""
    return frozenset("".join(quotes(language).pairs)) - set("'‘’‚‹›")


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
    known = marks(side.language)
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
    others = [has_marks(side) for side in (row.reference, row.source) if side]
    sure = 0.85 if any(others) else (0.45 if others else 0.7)
    return Hit(span, _CATEGORY, Severity.MINOR, message, sure, fix=fix)


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


def doubled(row: Row) -> Iterator[Hit]:
    """Yield marks that stand twice."""
    text = row.translation.text
    for match in re.finditer(r"([“”„«»「」『』])\1+|(?<![\w\"])\"\"(?=\w)|(?<=[\w.,!?])\"\"(?!\w)", text):
        message = _("A quotation mark stands twice.")
        yield Hit(match.span(), _CATEGORY, Severity.MINOR, message, 0.9, fix=match[0][0])


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
        yield Hit(match.span(), _CATEGORY, Severity.MINOR, message, 0.85, fix=fix)


def stops(row: Row) -> Iterator[Hit]:
    """Yield the stops that a closing mark leaves behind or keeps from their sentence."""
    side = row.translation
    if side.known.language != "en":
        return
    for match in _AFTER.finditer(side.text):
        stopped = side.text[match.start() - 2] in ".!?…,"
        fix = "" if stopped else "."
        message = (
            _("A full stop is left over after a quotation.") if stopped else _("A space before a full stop.")
        )
        yield Hit(match.span(), _CATEGORY, Severity.MINOR, message, 0.95, fix=fix)
    for match in _BEFORE.finditer(side.text):
        if is_short(match["word"]):
            continue
        start = match.end("word")
        speaks = attribution().match(side.text, match.start("next"))
        fix = ("," if speaks else "") + match["mark"]
        message = _("A full stop ends the quotation, but its sentence goes on.")
        yield Hit((start, start + 2), _CATEGORY, Severity.MINOR, message, 0.9 if speaks else 0.7, fix=fix)


def is_short(word: str) -> bool:
    """Tell whether a stop belongs to the word: an initial, an abbreviation."""
    known = abbreviations("en")
    return len(word) == 1 or word in known.joins | known.numbered | known.may_end | known.ends


def custom(row: Row, article: Article) -> Iterator[Hit]:
    """Yield the stops outside closing marks in an article that keeps them inside."""
    side = row.translation
    if side.known.language != "en" or not article.fact(keeps_inside):
        return
    for match in re.finditer(r"(?<=[\w%])”(?P<stop>[.,])(?=\s|$)", side.text):
        if match[0] not in row.reference.text:
            message = _("Elsewhere the article puts the stop before the closing quotation mark.")
            yield Hit(
                match.span(), "style/consistency", Severity.MINOR, message, 0.75, fix=f"{match['stop']}”"
            )


def keeps_inside(article: Article) -> bool:
    """Tell whether an article puts stops before closing marks as a custom."""
    texts = [row.translation.text for row in article.rows]
    inside = sum(len(re.findall(r"\w[.,]”", text)) for text in texts)
    outside = sum(len(re.findall(r"\w”[.,]", text)) for text in texts)
    return inside >= _LEAST and inside >= _SHARE * (inside + outside)


CHECK = Check(
    "quotations",
    N_("Quotations"),
    N_(
        "Quotation marks that are missing, doubled or swapped, quotations that end or begin elsewhere than in"
        " the reference, and full stops that a closing mark leaves behind. A quotation that runs over several"
        " paragraphs and opens again in each is left alone."
    ),
    find,
    wide=True,
)
