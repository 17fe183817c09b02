"""Pieces cut off from their sentence, and sentences without a verb."""

from collections.abc import Iterator

from workbench.checks.article import Row
from workbench.checks.hit import Hit, Span
from workbench.checks.links import NONE
from workbench.checks.side import Side
from workbench.checks.verbs import Finite, finite
from workbench.i18n import _
from workbench.lang.grammar import grammar_words
from workbench.model.finding import Severity

SHORTEST = 3  # words of a piece without a verb; "Not yet." is a sentence
_ANEW = frozenset(["it", "he", "she", "they"])
_SHORT = 4  # words of a clause that alone says too little
_GROUP = 3  # words from the first to the last verb of one clause: "has not been closed"
_RELATIVE = frozenset(["that", "which", "who"])
_CLAUSES = _RELATIVE | {"where", "when", "whose"}  # and what else begins a clause about a noun: the day when
_ARTICLES = frozenset(["a", "an", "the"])
_NEAR = 4  # words from a relative pronoun to the verb of its clause
_MOST = 0.4  # of a piece’s words of content: so many have their counterpart inside one sentence
# Confidence by evidence.
_FEWER, _SAME = 0.85, 0.65


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
    """Tell whether no word is a finite verb but, after a phrase, those of one relative clause."""
    verbs = [at for at in words if finite(side.words, at) is not Finite.NO]
    if not verbs:
        return True
    first = side.words[words.start].folded
    joints = [side.words[at].folded for at in words[1:] if at < verbs[0]]
    if leads(side, words.start):
        return verbs[-1] - verbs[0] <= _GROUP and not _RELATIVE.isdisjoint(joints)
    chain = verbs[-1] - verbs[0] == len(verbs) - 1
    return chain and first in _ARTICLES and not _CLAUSES.isdisjoint(joints[-_NEAR:])


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
    if first.folded in _ARTICLES and any(side.words[at].folded in _CLAUSES for at in words):
        return (len(before) - 1, first.end), f", {first.text.lower()}"
    if text.split(maxsplit=1)[0] in grammar_words("en")["prepositions"]:
        return (len(before) - 1, end - 1), f" {text}"
    return span, None


def phrase(row: Row, words: range) -> Span | None:
    """Give where the reference says a piece's words: within one sentence with a verb, as its smaller part."""
    forward, other = row.links.forward, row.reference
    says = [at for at in before_clause(row.translation, words) if row.translation.content[at]]
    linked = sorted(forward[at] for at in says if forward[at] != NONE)
    if not linked or len(linked) < _MOST * len(says):
        return None
    first, last = widened(row, linked[0], linked[-1])
    span = other.words[first].start, other.words[last].end
    number = other.sentence_of(span[0])
    whole = other.words_in(other.sentences[number])
    if last >= whole.stop or is_verbless(other, whole) or last - first + 1 > len(words) + SHORTEST:
        return None
    return span if len(whole) >= last - first + 1 + SHORTEST else None


def before_clause(side: Side, words: range) -> range:
    """Give a piece's words before a relative clause; all of them where an article begins it."""
    if side.words[words.start].folded in _ARTICLES:
        return words
    end = next((at for at in words[1:] if side.words[at].folded in _RELATIVE), words.stop)
    return range(words.start, end)


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
