"""Sentences without content left over from a verb's ending, and pieces cut off from their sentence."""

import re
from collections.abc import Iterator
from functools import lru_cache

from workbench.checks.article import Article, Row
from workbench.checks.broken import broken
from workbench.checks.check import Check
from workbench.checks.hit import Hit, Span
from workbench.checks.links import NONE
from workbench.checks.quoting import quoting
from workbench.checks.side import Side
from workbench.checks.verbs import Finite, finite
from workbench.checks.words import Kind
from workbench.i18n import N_, _
from workbench.lang.grammar import grammar_words
from workbench.lang.hollow import hollow_words
from workbench.lang.polarity import negations
from workbench.lang.wordnet import base_forms
from workbench.model.finding import Severity

_LONGEST = 12  # words: what a verb's ending leaves behind is short, and so is what is cut off
_SHORTEST = 3  # words of a piece without a verb; "Not yet." is a sentence
# Said to somebody, or of something.
_ASIDE = frozenset(["you", "your", "who", "what", "why", "how", "where", "when", "which", "if"])
_ANEW = frozenset(["it", "he", "she", "they"])
_SHORT = 4  # words of a clause that alone says too little
_GROUP = 3  # words from the first to the last verb of one clause: "has not been closed"
_RELATIVE = frozenset(["that", "which", "who"])
_MOST = 0.5  # of a piece's words of content: so many have their counterpart inside one sentence
# Confidence by evidence.
_FEWER, _SAME, _UNSURE = 0.85, 0.65, 0.4


_APART = re.compile(r"[:—–]|\A(?:What|How)\b")  # lists, datelines, exclamations


def find(row: Row, article: Article) -> Iterator[Hit]:
    """Yield the sentences of a pair's translation that are none."""
    side = row.translation
    if side.known.language != "en" or not side:
        return
    yield from broken(row)
    for number, span in enumerate(side.sentences):
        words = side.words_in(span)
        if not 1 < len(words) <= _LONGEST or not ends_plainly(side, span):
            continue
        if is_hollow(side, number, words):
            yield from leftover(row, article, span, words)
        elif is_broken_out(row, words):
            yield broken_out(row, span, words)
        elif len(words) >= _SHORTEST and not begins_with_and(side, words) and is_verbless(side, words):
            yield from piece(row, span, words)


def ends_plainly(side: Side, span: Span) -> bool:
    """Tell whether a sentence ends with a full stop and stands outside brackets and quotations."""
    text = side.text[slice(*span)]
    if not text.endswith(".") or text.endswith("..") or not text[0].isupper() or _APART.search(text):
        return False
    return not quoting(side.text, side.language).holds(span[0])


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
        if len(theirs) <= _LONGEST and is_hollow(other, number, theirs):
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


def is_broken_out(row: Row, words: range) -> bool:
    """Tell whether a short sentence is, word for word, a relative clause of the reference."""
    side = row.translation
    first, *rest = (side.words[at].folded for at in words)
    if (
        first not in _ANEW
        or not rest
        or len(rest) > _SHORT
        or len(row.reference.sentences) >= len(side.sentences)
    ):
        return False
    there = [word.folded for word in row.reference.words]
    size = len(rest)
    return any(there[at + 1 : at + 1 + size] == rest for at, word in enumerate(there) if word in _RELATIVE)


def broken_out(row: Row, span: Span, words: range) -> Hit:
    """Make a hit that joins a relative clause to its sentence."""
    side = row.translation
    before = side.text[: span[0]].rstrip()
    first, rest = side.words[words.start], [side.words[at].folded for at in words[1:]]
    there = [word.folded for word in row.reference.words]
    relative = next(
        word
        for at, word in enumerate(there)
        if word in _RELATIVE and there[at + 1 : at + 1 + len(rest)] == rest
    )
    joins = before.endswith(".")
    return Hit(
        (len(before) - 1, first.end) if joins else span,
        "fluency/fragment",
        Severity.MAJOR,
        _("This belongs to the sentence before; the reference joins it with “%(word)s”.")
        % {"word": relative},
        _SAME,
        row.reference.text,
        f" {relative}" if joins else None,
    )


def is_verbless(side: Side, words: range) -> bool:
    """Tell whether no word can be a finite verb; after a preposition a relative clause may have one."""
    verbs = [at for at in words if finite(side.words, at) is not Finite.NO]
    if verbs and verbs[-1] - verbs[0] <= _GROUP and leads(side, words.start):
        return any(side.words[at].folded in _RELATIVE for at in words[1:] if at < verbs[0])
    return not verbs


def begins_with_and(side: Side, words: range) -> bool:
    """Tell whether a sentence begins with a conjunction before a capital, which `splices` finds."""
    first, second = side.words[words.start], side.words[words.start + 1]
    return first.folded in grammar_words("en")["conjunctions"] and second.is_capital


def piece(row: Row, span: Span, words: range) -> Iterator[Hit]:
    """Yield a piece without a verb, if the reference has its words inside a sentence that has one."""
    if len(row.translation.sentences) == 1 or not row.reference:
        return
    place = phrase(row, words)
    if place is None:
        return
    fewer = len(row.reference.sentences) < len(row.translation.sentences)
    text = row.reference.text[slice(*place)]
    where, fix = joined(row.translation, span, words, text)
    yield Hit(
        where,
        "fluency/fragment",
        Severity.MAJOR,
        _("This has no verb; in the reference it is part of a sentence: “%(phrase)s”.") % {"phrase": text},
        _FEWER if fewer else _SAME,
        text,
        fix,
    )


def joined(side: Side, span: Span, words: range, text: str) -> tuple[Span, str | None]:
    """Give what joins a piece to the sentence before: a small letter, or else the reference's words."""
    start, end = span
    before = side.text[:start].rstrip()
    if not before.endswith(".") or before.endswith(".."):
        return span, None
    first = side.words[words.start]
    if leads(side, words.start):
        return (len(before) - 1, first.end), f" {first.text.lower()}"
    if text.split(maxsplit=1)[0] in grammar_words("en")["prepositions"]:
        return (len(before) - 1, end - 1), f" {text}"
    return span, None


def phrase(row: Row, words: range) -> Span | None:
    """Give where the reference says a piece's words: within one sentence with a verb, as its smaller part."""
    forward, other = row.links.forward, row.reference
    end = next((at for at in words[1:] if row.translation.words[at].folded in _RELATIVE), words.stop)
    says = [at for at in range(words.start, end) if row.translation.content[at]]
    linked = sorted(forward[at] for at in says if forward[at] != NONE)
    if not linked or len(linked) < _MOST * len(says):
        return None
    first, last = widened(row, linked[0], linked[-1])
    span = other.words[first].start, other.words[last].end
    number = other.sentence_of(span[0])
    whole = other.words_in(other.sentences[number])
    if last >= whole.stop or is_verbless(other, whole) or last - first + 1 > len(words) + _SHORTEST:
        return None
    return span if len(whole) >= last - first + 1 + _SHORTEST else None


def widened(row: Row, first: int, last: int) -> tuple[int, int]:
    """Take the articles and the preposition before a phrase in."""
    other = row.reference
    start = other.sentences[other.sentence_of(other.words[first].start)][0]
    while first:
        between = other.text[other.words[first - 1].end : other.words[first].start]
        if (
            other.words[first - 1].start < start
            or between.strip()
            or not (
                leads(other, first - 1) or other.words[first - 1].folded in grammar_words("en")["articles"]
            )
        ):
            break
        first -= 1
    return first, last


def leads(side: Side, at: int) -> bool:
    """Tell whether a word is a preposition."""
    return side.words[at].folded in grammar_words("en")["prepositions"]


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
