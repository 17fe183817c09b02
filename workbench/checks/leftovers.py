"""Sentences without content that a verb's ending left behind, such as “I will.” and “It was recorded.”."""

from collections.abc import Iterator
from functools import lru_cache

from workbench.checks.article import Article, Row
from workbench.checks.hit import Hit, Span
from workbench.checks.links import NONE
from workbench.checks.side import Side
from workbench.checks.verbs import Finite, finite
from workbench.checks.words import Kind
from workbench.i18n import _
from workbench.lang.hollow import hollow_words
from workbench.lang.polarity import negations
from workbench.lang.wordnet import base_forms
from workbench.model.finding import Severity

_BRIEF = 9  # words of a sentence that says nothing the reference says
LONGEST = 12  # words: what a verb's ending leaves behind is short, and so is what is cut off
# Said to somebody, or of something.
_ASIDE = frozenset(["you", "your", "who", "what", "why", "how", "where", "when", "which", "if"])
# Confidence by evidence.
_FEWER, _SAME, _UNSURE = 0.85, 0.65, 0.4


def is_hollow(side: Side, number: int, words: range) -> bool:
    """Tell whether a sentence says nothing but what the sentences before it said, and has its verb."""
    if any(side.words[at].kind is Kind.NUMBER or side.words[at].folded in _ASIDE for at in words):
        return False
    if not any(finite(side.words, at) is not Finite.NO for at in words):
        return False
    return all(
        not side.content[at] or is_hollow_word(side.words[at].folded) or said_before(side, number, at)
        for at in words
    )


@lru_cache(maxsize=1 << 14)
def is_hollow_word(word: str) -> bool:
    """Tell whether a word is a form of a hollow one."""
    return not hollow_words("en").isdisjoint(base_forms(word))


def said_before(side: Side, number: int, at: int) -> bool:
    """Tell whether an earlier sentence of the side has the word."""
    word = side.words[at].folded
    start = side.sentences[number][0]
    return any(other.folded == word for other in side.words if other.start < start)


def is_unanswered(row: Row, words: range) -> bool:
    """Tell whether no word of a sentence has a counterpart, in a pair of fewer sentences in the reference.

    What names somebody or counts something says too much for a verb's ending.
    """
    side = row.translation
    if not row.reference or len(side.sentences) <= len(row.reference.sentences):
        return False
    if len(words) > _BRIEF or any(tells(side, at, words.start) for at in words):
        return False
    return not any(side.content[at] and row.links.forward[at] != NONE for at in words)


def tells(side: Side, at: int, start: int) -> bool:
    """Tell whether a word of a sentence names somebody or counts something."""
    word = side.words[at]
    return word.kind is Kind.NUMBER or (word.is_capital and at > start)


def leftover(row: Row, article: Article, span: Span, words: range) -> Iterator[Hit]:
    """Yield a sentence without content, if nothing stands for it on the other sides."""
    if row.reference and len(row.translation.sentences) <= len(row.reference.sentences):
        return
    if row.reference and is_said_there(row.reference, row.translation, words):
        return
    yield Hit(
        with_space(row.translation, span),
        "fluency/fragment",
        Severity.MAJOR,
        _("This sentence says nothing of its own and has no counterpart."),
        leftover_confidence(row, article),
        row.reference.text,
        "",
    )


def leftover_confidence(row: Row, article: Article) -> float:
    """Weigh the counterparts: fewer sentences there than here is what a split-off ending leaves."""
    count = len(row.translation.sentences)
    others = [side for side in (row.reference, row.source) if side]
    if not others:
        alone = bool(article.fact(has_reference)) and not row.reference
        return _SAME if alone else _UNSURE
    fewer = [len(side.sentences) < count for side in others]
    if all(fewer):
        return _FEWER + 0.05 * len(others)
    return _FEWER - 0.1 if any(fewer) else _UNSURE


def has_reference(article: Article) -> bool:
    """Tell whether the article has a reference at all."""
    return any(row.reference for row in article.rows)


def is_said_there(other: Side, side: Side, words: range) -> bool:
    """Tell whether the other side has a sentence as hollow, the same words in a row, or the same denial."""
    mine = [side.words[at].folded for at in words]
    if " ".join(mine) in " ".join(word.folded for word in other.words):
        return True
    if any(map(denies, mine)) and any(denies(word.folded) for word in other.words):
        return True
    for number, span in enumerate(other.sentences):
        theirs = other.words_in(span)
        if len(theirs) <= LONGEST and is_hollow(other, number, theirs):
            return True
    return False


def denies(word: str) -> bool:
    """Tell whether an English word denies something."""
    return word.endswith("n't") or word in negations("en")


def with_space(side: Side, span: Span) -> Span:
    """Give a sentence with the space that goes when it does."""
    if span[0]:
        return span[0] - 1, span[1]
    return span[0], min(span[1] + 1, len(side.text))
