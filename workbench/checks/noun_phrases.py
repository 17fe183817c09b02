"""Noun phrases right before or right behind a place in an English sentence, read tightly."""

from functools import cache
from typing import NamedTuple

from workbench.checks.clauses import SUBJECTS, is_adverb, person_of
from workbench.checks.persons import follows_on
from workbench.checks.side import Side
from workbench.checks.verbs import Finite, Form, finite, form
from workbench.checks.words import Kind
from workbench.lang.grammar import grammar_words
from workbench.lang.name_words import name_words
from workbench.lang.remembered import remembered
from workbench.lang.roles import role_words
from workbench.lang.spelled_numbers import spelled_numbers
from workbench.lang.wordnet import parts_of_speech

_LONGEST = 8  # words of one noun phrase
_PASTS = frozenset({Form.PAST, Form.PAST_OR_PARTICIPLE, Form.PARTICIPLE})
_PARTICIPLES = _PASTS | {Form.PRESENT_PARTICIPLE}
_OWNERS = ("'s", "s'", "'")


class Party(NamedTuple):
    """One that acts or is acted on: [start, end) in `Side.words`.

    `words` are those of them that name it, `person` is a pronoun's.
    """

    start: int
    end: int
    words: tuple[int, ...]
    person: str = ""


@cache
def determiners() -> frozenset[str]:
    """Give the words that a noun phrase begins with."""
    known = grammar_words("en")
    return (
        (known["articles"] - {"that"})
        | known["possessives"]
        | (known["determiners"] - {"every", "each"})
        | {"all", "both", "several", "many"}
    )


@remembered
def is_nominal(word: str) -> bool:
    """Tell whether a word in small letters is a noun rather than anything else; or unknown."""
    noun, verb, adjective, adverb = parts_of_speech(word)
    return (noun >= verb and noun >= adjective and noun >= adverb and noun > 0) or not (
        verb + adjective + adverb
    )


@remembered
def is_attribute(word: str) -> bool:
    """Tell whether a word in small letters may stand before a noun in its phrase."""
    noun, verb, adjective, adverb = parts_of_speech(word)
    return max(noun, adjective) >= max(verb, adverb) and form(word) not in _PASTS


def may_head(side: Side, at: int) -> bool:
    """Tell whether a word may be the last of a noun phrase."""
    word = side.words[at]
    if word.folded in role_words("nouns_behind_articles"):
        return after_attribute(side, at)
    if word.kind is Kind.NUMBER or not side.content[at] or word.folded in role_words("times"):
        return False
    if word.is_capital or is_nominal(word.folded):
        return True
    return after_attribute(side, at) and parts_of_speech(word.folded)[0] > 0


def after_attribute(side: Side, at: int) -> bool:
    """Tell whether a word stands behind a determiner, or behind an adjective that does."""
    if not at or not follows_on(side, at):
        return False
    before = side.words[at - 1].folded
    if before in determiners() or is_describing(side, at - 1):
        return True
    noun, verb, adjective, _adverb = parts_of_speech(before)
    is_adjective = adjective > max(noun, verb) and at > 1 and follows_on(side, at - 1)
    return is_adjective and side.words[at - 2].folded in determiners()


def may_belong(side: Side, at: int) -> bool:
    """Tell whether a word may stand within a noun phrase, before its last word."""
    word = side.words[at]
    if word.folded in role_words("times"):
        return False
    if word.kind is Kind.NUMBER:
        return True
    if not side.content[at] or is_adverb(word.folded):
        return False
    if word.is_capital or is_describing(side, at):
        return True
    return (is_attribute(word.folded) and finite(side.words, at) is not Finite.SURE) or is_behind_article(
        side, at
    )


def is_behind_article(side: Side, at: int) -> bool:
    """Tell whether a word that may be a noun stands right behind an article: the pump house."""
    if not at or not follows_on(side, at) or not parts_of_speech(side.words[at].folded)[0]:
        return False
    return side.words[at - 1].folded in grammar_words("en")["articles"] - {"that"}


def is_describing(side: Side, at: int) -> bool:
    """Tell whether a participle stands behind an article or adjectives after one: a Danish landing ship."""
    if form(side.words[at].folded) not in _PARTICIPLES:
        return False
    while at and follows_on(side, at):
        before = side.words[at - 1].folded
        if before in grammar_words("en")["articles"] - {"that"}:
            return True
        noun, verb, adjective, _adverb = parts_of_speech(before)
        if before not in name_words("en").peoples and adjective <= max(noun, verb):
            return False
        at -= 1
    return False


def may_end(side: Side, at: int) -> bool:
    """Tell whether a word behind others of its phrase may be its last, although it is a verb as often."""
    word = side.words[at].folded
    nouns, verbs, _adjectives, adverbs = parts_of_speech(word)
    if not (side.content[at] and nouns) or adverbs or form(word) in _PASTS or word in role_words("times"):
        return False
    return 2 * nouns >= verbs if verbs else is_last(side, at)  # a coast guard cutter near the island


def is_last(side: Side, at: int) -> bool:
    """Tell whether nothing of a noun phrase stands behind a word."""
    if side.words[at].folded in spelled_numbers("en"):
        return False
    return at + 1 >= len(side.words) or not follows_on(side, at + 1) or not side.content[at + 1]


def owns(side: Side, at: int) -> bool:
    """Tell whether a word has a possessive ending."""
    return side.words[at].straight.endswith(_OWNERS)


def phrase_before(side: Side, last: int) -> Party | None:
    """Give the noun phrase or subject pronoun that ends with a word."""
    person = person_of(side, last)
    if person and not may_head(side, last):
        plain = side.words[last].straight.split("'")[0]
        return Party(last, last + 1, (last,), person) if plain in SUBJECTS else None
    if side.words[last].folded == "one" and last and side.words[last - 1].folded == "no":
        return Party(last - 1, last + 1, (last,))
    if not may_head(side, last) or owns(side, last):
        return None
    start = last
    while start and last - start < _LONGEST and follows_on(side, start) and may_belong(side, start - 1):
        start -= 1
    named = naming(side, start, last)
    if start and follows_on(side, start) and side.words[start - 1].folded in determiners():
        start -= 1
    return Party(start, last + 1, named)


def naming(side: Side, start: int, last: int) -> tuple[int, ...]:
    """Give the words that name a party: the last, and those with capitals right before one with a capital."""
    first = last
    while first > start and side.words[last].is_capital and side.words[first - 1].is_capital:
        if owns(side, first - 1):
            break
        first -= 1
    return tuple(range(first, last + 1))


def phrase_after(side: Side, at: int) -> Party | None:
    """Give the noun phrase or object pronoun that begins with a word."""
    if at >= len(side.words):
        return None
    first = side.words[at].folded
    if is_object(side, at):
        return Party(at, at + 1, (at,), person_of(side, at) or first)
    if form(first) is Form.PRESENT_PARTICIPLE or first in role_words("questions"):
        return None
    start = at
    while side.words[at].folded in determiners():
        at += 1
        if at >= len(side.words) or not follows_on(side, at):
            return None
    last = run_end(side, at)
    return Party(start, last + 1, naming(side, at, last)) if last is not None else None


def is_object(side: Side, at: int) -> bool:
    """Tell whether a word is a pronoun that something is done to; "her" before a noun is none."""
    word = side.words[at].straight
    if word not in role_words("objects"):
        return False
    owned = at + 1 < len(side.words) and follows_on(side, at + 1) and may_belong(side, at + 1)
    return not (word == "her" and owned)


def run_end(side: Side, at: int) -> int | None:
    """Give the last word of the noun phrase whose words begin at a place; None where it is unclear."""
    last, place = None, at
    while place < len(side.words) and place - at <= _LONGEST:
        if place > at and not follows_on(side, place):
            break
        owner = owns(side, place)
        if not owner and (may_head(side, place) or (place > at and may_end(side, place))):
            last = place
        elif not owner and not may_belong(side, place):
            break
        place += 1
    return None if last is not None and last == place - 1 and tells_time(side, place) else last


def tells_time(side: Side, at: int) -> bool:
    """Tell whether a word tells when with what is before it: the same day."""
    if at >= len(side.words) or not follows_on(side, at) or side.words[at].folded not in role_words("times"):
        return False
    before = side.words[at - 1]
    return not (before.is_capital or is_nominal(before.folded))
