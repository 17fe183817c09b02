"""Sentences without content left over from a verb's ending, and pieces cut off from their sentence."""

import re
from collections.abc import Iterator

from workbench.checks.article import Article, Row
from workbench.checks.broken import broken
from workbench.checks.check import Check
from workbench.checks.hit import Hit, Span
from workbench.checks.leftovers import (
    LONGEST,
    is_condition,
    is_hollow,
    is_of_superlative,
    is_unanswered,
    leftover,
)
from workbench.checks.pieces import SHORTEST, begins_with_and, broken_out, is_broken_out, is_verbless, piece
from workbench.checks.quoting import quoting
from workbench.checks.side import Side
from workbench.i18n import N_

_APART = re.compile(r"[:—–]|\A(?:What|How)\b")  # lists, datelines, exclamations


def find(row: Row, article: Article) -> Iterator[Hit]:
    """Yield the sentences of a pair's translation that are none."""
    side = row.translation
    if side.known.language != "en" or not side:
        return
    if len(side.sentences) == 1 and len(side.words) > LONGEST:  # most: neither a piece nor two
        return
    seams = list(broken(row))
    yield from seams
    for number, span in enumerate(side.sentences):
        words = side.words_in(span)
        joined = any(hit.span[0] < span[1] and span[0] < hit.span[1] for hit in seams)
        if 1 < len(words) <= LONGEST and not joined:
            yield from short(row, article, number, words)


def short(row: Row, article: Article, number: int, words: range) -> Iterator[Hit]:
    """Yield a short sentence that says nothing of its own or is a piece of another."""
    side, span = row.translation, row.translation.sentences[number]
    if is_condition(side, words):
        yield from leftover(row, article, span, words)
    elif not ends_plainly(side, span):
        return
    elif is_hollow(side, number, words) or is_unanswered(row, words) or is_of_superlative(row, words):
        yield from leftover(row, article, span, words)
    elif is_broken_out(row, words):
        yield broken_out(row, span, words)
    elif len(words) >= SHORTEST and not begins_with_and(side, words) and is_verbless(side, words):
        yield from piece(row, span, words)


def ends_plainly(side: Side, span: Span) -> bool:
    """Tell whether a sentence ends with a full stop and stands outside brackets and quotations."""
    text = side.text[slice(*span)]
    if not text.endswith(".") or text.endswith("..") or not text[0].isupper() or _APART.search(text):
        return False
    return not quoting(side.text, side.language).holds(span[0])


CHECK = Check(
    "fragments",
    N_("Fragments and leftovers"),
    N_(
        "A sentence that says nothing of its own and has no counterpart, such as a verb’s ending leaves"
        " behind (“It is said so.”), and a piece without a verb that was cut off from its sentence. Headings,"
        " captions, questions and what the reference has as well are left alone."
    ),
    find,
    wide=True,
)
