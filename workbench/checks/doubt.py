"""How much the trained reader doubts the words of a pair; see `lang.reader`."""

from collections.abc import Iterable, Sequence

from workbench.checks.article import Article, Row
from workbench.checks.hit import Hit
from workbench.checks.links import NONE
from workbench.checks.side import Side
from workbench.checks.unanswered import is_said
from workbench.lang.reader import Mark, Marked, doubts

_MOST = 500  # pairs of what is read: ten milliseconds each


def is_read(row: Row, article: Article) -> bool:
    """Tell whether a pair is read: English beside another wording of it, in an article.

    What was said of a pair is kept while its texts stay, also where a split makes the article too long.
    """
    ours, theirs = row.translation, row.reference
    is_english = ours.known.language == theirs.known.language == "en"
    is_short = len(article.rows) <= _MOST and not article.context.is_part
    return is_short and is_english and bool(ours and theirs) and ours.text != theirs.text


def word_doubts(row: Row) -> Sequence[float]:
    """Give a doubt of 0 to 1 for each word of a translation; none where the pair is too long to be read."""
    ours, theirs, links = row.translation, row.reference, row.links
    return doubts(marked(ours, theirs, links.forward), marked(theirs, ours, links.backward))


def doubted_hits(row: Row, article: Article, hits: Iterable[Hit], least: float) -> list[Hit]:
    """Leave out hits whose words are all doubted less, but none in a pair that is not read."""
    asked = list(hits)
    found = word_doubts(row) if asked and is_read(row, article) else ()
    if not found:
        return asked
    words = row.translation.words_in
    return [hit for hit in asked if max((found[at] for at in words(hit.span)), default=1.0) >= least]


def marked(side: Side, other: Side, links: Sequence[int]) -> Marked:
    """Mark each word of a side by what is known of it beside the other."""
    words = ((word.start, word.end, mark(side, at, other, links[at])) for at, word in enumerate(side.words))
    return Marked(side.text, tuple(words))


def mark(side: Side, at: int, other: Side, linked: int) -> Mark:
    """Give what is known of one word."""
    if not side.content[at]:
        return Mark.FREE_GRAMMAR if linked == NONE else Mark.LINKED_GRAMMAR
    if linked != NONE:
        return Mark.SAME if other.small[linked] == side.small[at] else Mark.REWORDED
    return Mark.FREE_SAID if is_said(side.small[at], other) else Mark.FREE_UNSAID
