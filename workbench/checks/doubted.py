"""What the trained reader's doubts say of a pair, of what other checks found in it, and of an article."""

from collections.abc import Iterable

from workbench.checks.article import Article, Row
from workbench.checks.hit import Hit

_MOST = 500  # pairs of what is read: ten milliseconds each
_STRONG = 0.8  # a doubt that a pair of a good translation seldom has
# Before anything is read, this share of so many pairs is taken to have one: a few pairs say little.
_USUAL, _PAIRS = 0.12, 20


def is_read(row: Row, article: Article) -> bool:
    """Tell whether a pair is read: English beside another wording of it, in an article.

    What was said of a pair is kept while its texts stay, also where a split makes the article too long.
    """
    ours, theirs = row.translation, row.reference
    is_english = ours.known.language == theirs.known.language == "en"
    is_short = len(article.rows) <= _MOST and not article.context.is_part
    return is_short and is_english and bool(ours and theirs) and ours.text != theirs.text


def read_ahead(row: Row, article: Article) -> None:
    """Let a pair be read before any is asked about: what the whole article tells needs all of them."""
    if is_read(row, article):
        _ = row.doubts


def suspicion(article: Article) -> float:
    """Give the share of an article's pairs in which the reader doubts some word strongly.

    In good translations it is some .1, in those that come through another language and a machine .2 to .3.
    """
    read = [row for row in article.rows if is_read(row, article)]
    strong = sum(max(row.doubts, default=0.0) >= _STRONG for row in read)
    return (strong + _USUAL * _PAIRS) / (len(read) + _PAIRS)


def doubted_hits(row: Row, article: Article, hits: Iterable[Hit], least: float) -> list[Hit]:
    """Leave out hits whose words are all doubted less, but none in a pair that is not read."""
    asked = list(hits)
    found = row.doubts if asked and is_read(row, article) else ()
    if not found:
        return asked
    words = row.translation.words_in
    return [hit for hit in asked if max((found[at] for at in words(hit.span)), default=1.0) >= least]
