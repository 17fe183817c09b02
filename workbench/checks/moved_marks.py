"""Quotations that end or begin elsewhere than in the reference, where the words show it."""

import re
from collections.abc import Iterator, Mapping, Sequence

from workbench.checks.article import Article, Row
from workbench.checks.attribution import attribution
from workbench.checks.hit import Hit, Span
from workbench.checks.links import NONE
from workbench.checks.quoting import quoting
from workbench.checks.side import Side
from workbench.i18n import _
from workbench.lang.verbs import verb_forms
from workbench.model.finding import Severity

_ENOUGH = 2  # words of content, or one more of any kind, that the reference has within the quotation
_FAR = 3  # pairs that a quotation runs on for after the mark that closed it
_CATEGORY = "fluency/punctuation"


def moved_marks(row: Row) -> Iterator[Hit]:
    """Yield the closing marks that come too early and those that come after who spoke."""
    side, other = row.translation, row.reference
    if side.known.language != "en" or not side or not other:
        return
    here, there = quoting(side.text, side.language), quoting(other.text, other.language)
    if not here.spans or not there.spans:
        return
    for number, span in enumerate(here.spans):
        quoted = counterpart(row, span, there.spans)
        if quoted is None:
            continue
        limit = here.spans[number + 1][0] if number + 1 < len(here.spans) else len(side.text)
        yield from too_early(row, span, quoted, limit)
        yield from too_late(row, span, quoted)


def closed_too_early(article: Article) -> Mapping[int, Sequence[Hit]]:
    """Give by row the closing marks that the reference has some pairs later, and where they belong."""
    found: dict[int, list[Hit]] = {}
    for number, row in enumerate(article.rows):
        side = row.translation
        here, there = quoting(side.text, side.language), quoting(row.reference.text, row.reference.language)
        if there.unclosed and not here.unclosed and here.spans and here.spans[-1][1] == len(side.text):
            last = pair_that_closes(article.rows[number + 1 : number + 1 + _FAR])
            if last is not None:
                found[row.passage.row] = [moved_hit(row, (len(side.text) - 1, len(side.text)), "")]
                found[last.passage.row] = [moved_hit(last, *with_mark(last.translation, side.text[-1]))]
    return found


def pair_that_closes(rows: Sequence[Row]) -> Row | None:
    """Give the first pair whose reference closes a quotation, if no translation has any mark until there."""
    for row in rows:
        here = quoting(row.translation.text, row.translation.language)
        there = quoting(row.reference.text, row.reference.language)
        if (
            not row.translation
            or here.spans
            or here.unclosed
            or here.unopened
            or there.spans
            or there.unclosed
        ):
            return None
        if there.unopened:
            return row
    return None


def with_mark(side: Side, mark: str) -> tuple[Span, str]:
    """Give the last word of a side, and it with a mark after it."""
    start = side.text.rfind(" ") + 1
    return (start, len(side.text)), side.text[start:] + mark


def moved_hit(row: Row, span: Span, fix: str) -> Hit:
    """Make a hit for a mark that belongs some pairs away."""
    message = _("In the reference the quotation goes on.")
    return Hit(span, _CATEGORY, Severity.MINOR, message, 0.75, row.reference.text, fix)


def counterpart(row: Row, span: Span, quotations: tuple[Span, ...]) -> Span | None:
    """Give the quotation of the reference that most linked words of one of the translation stand in."""
    side, other = row.translation, row.reference
    places = [
        other.words[row.links.forward[at]].start
        for at in side.words_in(span)
        if row.links.forward[at] != NONE and side.content[at]
    ]
    best = max(quotations, key=lambda one: sum(one[0] <= place < one[1] for place in places))
    inside = sum(best[0] <= place < best[1] for place in places)
    return best if inside and inside * 2 > len(places) else None


def too_early(row: Row, span: Span, quoted: Span, limit: int) -> Iterator[Hit]:
    """Yield a closing mark after which the reference's quotation goes on."""
    side = row.translation
    after = side.text[span[1] : limit]
    begins = re.match(r"\s+(?=\w)", after)
    mark = side.text[span[1] - 1]
    stop = side.text[span[1] - 2]
    if not begins or attribution().match(after, begins.end()) or is_said(side, span[1] + begins.end()):
        return
    goes_on = after[begins.end()].islower()
    if goes_on != (stop == ",") or (not goes_on and stop != "."):
        return
    end = reach(row, span[1], quoted, limit)
    if end is None:
        return
    start = span[1] - (2 if goes_on else 1)
    between = side.text[span[1] : end]
    yield Hit(
        (start, end),
        _CATEGORY,
        Severity.MINOR,
        _("In the reference the quotation goes on."),
        0.75,
        row.reference.text[slice(*quoted)],
        between + mark,
    )


def is_said(side: Side, at: int) -> bool:
    """Tell whether a verb of speech stands at a place."""
    words = side.words_in((at, at + 1))
    return bool(words) and side.words[words.start].folded in verb_forms("en")["speech"]


def reach(row: Row, start: int, quoted: Span, limit: int) -> int | None:
    """Give where the words after a place end that the reference has within a quotation; None if too few."""
    side, other, forward = row.translation, row.reference, row.links.forward
    last, content, linked = None, 0, 0
    for at in side.words_in((start, limit)):
        if side.words[at].folded in verb_forms("en")["speech"]:
            break
        if forward[at] == NONE:
            continue
        if not quoted[0] <= other.words[forward[at]].start < quoted[1]:
            if side.content[at]:
                break
            continue
        last, content, linked = at, content + side.content[at], linked + 1
    if last is None or (content < _ENOUGH and linked <= _ENOUGH):
        return None
    stop = re.search(r"[.,!?]", side.text[side.words[last].end :])
    return side.words[last].end + stop.end() if stop else None


def too_late(row: Row, span: Span, quoted: Span) -> Iterator[Hit]:
    """Yield a closing mark that comes after "he said" where the reference has that outside."""
    side, text = row.translation, row.reference.text[slice(*quoted)]
    match = re.search(
        r"(?P<comma>,) (?P<who>[^,.“”]{2,40})(?P<stop>[.,])(?P<mark>[”\"])\Z", side.text[slice(*span)]
    )
    if not match or not attribution().fullmatch(match["who"]):
        return
    verbs = verb_forms("en")["speech"]
    if any(word in verbs for word in re.findall(r"\w+", text)):
        return
    start = span[0] + match.start("comma")
    yield Hit(
        (start, span[1]),
        _CATEGORY,
        Severity.MINOR,
        _("Who spoke stands within the quotation."),
        0.85,
        text,
        f",{match['mark']} {match['who']}{match['stop']}",
    )
