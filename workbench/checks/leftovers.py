"""Sentences without content that a verb's ending left behind, such as “I will.” and “It was recorded.”."""

from collections.abc import Iterator
from functools import lru_cache

from workbench.checks.article import Article, Row
from workbench.checks.hit import Hit, Span
from workbench.checks.links import NONE
from workbench.checks.quoting import has_marks
from workbench.checks.side import Side
from workbench.checks.verbs import Finite, finite
from workbench.checks.words import Kind
from workbench.i18n import _
from workbench.lang.hollow import hollow_words
from workbench.lang.polarity import negations
from workbench.lang.remembered import remembered
from workbench.lang.roles import role_words
from workbench.lang.wordnet import base_forms
from workbench.model.finding import Severity

_BRIEF = 9  # words of a sentence that says nothing the reference says
LONGEST = 12  # words: what a verb's ending leaves behind is short, and so is what is cut off
_LEAD = 3  # words: that is what, it is seen
_POINTING = frozenset(["that", "this", "it"])
# Said to somebody, or of something.
_ASIDE = frozenset(["you", "your", "who", "what", "why", "how", "where", "when", "which", "if"])
_IFS = frozenset(["if", "when", "once", "unless", "until"])
_SHORT = 5  # words of an if that says nothing
_TOLD = 2  # words of a sentence that stand elsewhere, so that it is answered there
# Confidence by evidence.
_FEWER, _SAME, _UNSURE = 0.85, 0.65, 0.4


def is_hollow(side: Side, number: int, words: range) -> bool:
    """Tell whether a sentence says nothing but what the sentences before it said, and has its verb."""
    kind = "pointing" if points_back(side, words) else "words"
    told = words[_LEAD:] if kind == "pointing" else words
    if any(side.words[at].kind is Kind.NUMBER or side.words[at].folded in _ASIDE for at in told):
        return False
    if not any(finite(side.words, at) is not Finite.NO for at in words):
        return False
    return all(
        not side.content[at] or is_hollow_word(side.words[at].folded, kind) or said_before(side, number, at)
        for at in told
    )


def points_back(side: Side, words: range) -> bool:
    """Tell whether a sentence begins with what points back and says nothing: it is seen as such."""
    first = [side.words[at].straight for at in words[:_LEAD]]
    if len(first) < _LEAD or first[0] not in _POINTING or first[1] not in role_words("be"):
        return False
    if first[-1] in hollow_words("en", "questions"):
        return is_hollow_word(side.words[words[-1]].folded)
    return is_hollow_word(first[-1], "pointing")


@lru_cache(maxsize=1 << 14)
def is_hollow_word(word: str, kind: str = "words") -> bool:
    """Tell whether a word is a form of a hollow one; of one of a `kind`, too."""
    bases = base_forms(word)
    return not (hollow_words("en").isdisjoint(bases) and hollow_words("en", kind).isdisjoint(bases))


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


def is_of_superlative(row: Row, words: range) -> bool:
    """Tell whether a sentence says but the adjective of the reference's superlative: it seems early."""
    side = row.translation
    if not row.reference or side.words[words.start].folded != "it":
        return False
    said = [
        side.words[at].folded
        for at in words
        if side.content[at] and not is_hollow_word(side.words[at].folded)
    ]
    other = row.reference.vocabulary
    return len(said) == 1 and said[0] not in other and not superlatives(said[0]).isdisjoint(other)


@remembered
def superlatives(word: str) -> frozenset[str]:
    """Give how the superlative of a short adjective may be spelled: earliest, latest."""
    stem = word[:-1] + "i" if word.endswith("y") else word
    return frozenset([stem + "est", stem + "st"])


def is_condition(side: Side, words: range) -> bool:
    """Tell whether a sentence is but an if and what says nothing: if so, if that is done."""
    ends = side.text[side.words[words.stop - 1].end :].startswith(". ")
    if side.words[words.start].folded not in _IFS or len(words) > _SHORT or not ends:
        return False
    rest = [side.words[at].folded for at in words[1:]]
    return all(is_hollow_word(word) or word in side.known.grammar for word in rest)


def leftover(row: Row, article: Article, span: Span, words: range) -> Iterator[Hit]:
    """Yield a sentence without content, if nothing stands for it on the other sides."""
    if row.reference and not is_over(row, words):
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


def is_over(row: Row, words: range) -> bool:
    """Tell whether the reference has fewer sentences, or only such as say what other sentences here do."""
    side, other = row.translation, row.reference
    if len(side.sentences) > len(other.sentences):
        return True
    told = [at for at, here in enumerate(row.links.backward) if here != NONE and here not in words]
    return all(sum(at in other.words_in(span) for at in told) >= _TOLD for span in other.sentences)


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
    if any(fewer):
        return _FEWER - 0.1
    return _SAME if row.reference else _UNSURE


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
        quotes = has_marks(other.text[slice(*span)], other.language)  # "he said" beside one says who spoke
        if len(theirs) <= LONGEST and not quotes and is_hollow(other, number, theirs):
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
