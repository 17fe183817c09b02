"""A sense of a homonym for another: a ceasefire for a power failure, which Korean writes alike.

The translation has a word of one sense where the reference has one of the other, and neither has a word of
the sense that it lacks. The source, where there is one, must hold the homonym.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from workbench.checks.article import Row
from workbench.checks.hit import Hit
from workbench.checks.links import NONE
from workbench.checks.side import Side
from workbench.checks.wording import like
from workbench.i18n import _
from workbench.lang.homonyms import Sense, phrases, senses
from workbench.lang.wordnet import Kin, base_forms, kinship
from workbench.model.finding import Severity

_WITH_SOURCE, _ALONE = 0.9, 0.75
_APART = 0.25  # of the length: how far apart the places of one thing stand in two sentences
_LANGUAGES = ("ko",)  # whose homonyms are looked for when there is no source
_KNOWN_WORDS = 1 << 16  # how many words' senses are kept: more than the vocabulary of a novel


class Said(NamedTuple):
    """Words [start, stop) of a side that stand for a sense."""

    start: int
    stop: int
    sense: Sense


def misread_homonyms(row: Row) -> Iterator[Hit]:
    """Yield the words that are another sense of what the reference has in their place."""
    for language in [row.source.known.language] if row.source else _LANGUAGES:
        ours = list(said(row.translation, language))
        theirs = list(said(row.reference, language)) if ours else []
        for one in ours:
            other = next((each for each in theirs if is_misread(row, one, each, ours, theirs)), None)
            if other is not None:
                yield hit(row, one, other)


def said(side: Side, language: str) -> Iterator[Said]:
    """Yield what stands for a sense of a homonym, of several at one place the longest."""
    at = 0
    while senses(language) and at < len(side.words):
        length, found = longest(side, at, language)
        yield from (Said(at, at + length, sense) for sense in found)
        at += length


def longest(side: Side, at: int, language: str) -> tuple[int, Sequence[Sense]]:
    """Give how many words stand for a sense from a place on, and the senses; one and none where none do."""
    word = side.words[at].folded
    for phrase in phrases_of(language, word):
        here = side.words[at + 1 : at + len(phrase)]
        if len(here) == len(phrase) - 1 and all(
            one in forms(each.folded) for one, each in zip(phrase[1:], here, strict=True)
        ):
            return len(phrase), senses(language)[" ".join(phrase)]
    return 1, senses_of(language, word) if side.content[at] else ()


@lru_cache(maxsize=_KNOWN_WORDS)
def forms(word: str) -> frozenset[str]:
    """Give a word and what it may be a form of."""
    return frozenset((word, *base_forms(word, "n"), *base_forms(word, "v")))


@lru_cache(maxsize=_KNOWN_WORDS)
def phrases_of(language: str, word: str) -> Sequence[tuple[str, ...]]:
    """Give what may begin with a word in any of its forms."""
    known = phrases(language)
    return tuple(phrase for form in sorted(forms(word)) for phrase in known.get(form, ()))


@lru_cache(maxsize=_KNOWN_WORDS)
def senses_of(language: str, word: str) -> Sequence[Sense]:
    """Give the senses of a word in any of its forms."""
    known = senses(language)
    return tuple(sense for form in sorted(forms(word)) for sense in known.get(form, ()))


def is_misread(row: Row, one: Said, other: Said, ours: list[Said], theirs: list[Said]) -> bool:
    """Tell whether two words are different senses of one homonym, the other's nowhere on this side."""
    same = one.sense.forms == other.sense.forms and one.sense.number != other.sense.number
    if not same or (row.source and not any(form in row.source.text for form in one.sense.forms)):
        return False
    lacking = other.sense not in [each.sense for each in ours] and one.sense not in [
        each.sense for each in theirs
    ]
    return lacking and are_placed_alike(row, one, other) and not is_answered(row, one, other)


def are_placed_alike(row: Row, one: Said, other: Said) -> bool:
    """Tell whether two words are linked, or stand about as far from the beginning of their sides."""
    if row.links.forward[one.start] == other.start:
        return True
    return abs(one.start / len(row.translation.words) - other.start / len(row.reference.words)) <= _APART


def is_answered(row: Row, one: Said, other: Said) -> bool:
    """Tell whether either word has a counterpart that says the same."""
    forward, backward = row.links.forward, row.links.backward
    pairs = [(at, forward[at]) for at in range(one.start, one.stop)]
    pairs += [(backward[at], at) for at in range(other.start, other.stop)]
    return any(
        NONE not in (at, there)
        and kinship(row.translation.words[at].folded, row.reference.words[there].folded) >= Kin.NEAR
        for at, there in pairs
    )


def hit(row: Row, one: Said, other: Said) -> Hit:
    """Mark the words and give the reference's in their form."""
    words, others = row.translation.words, row.reference.words
    span = (words[one.start].start, words[one.stop - 1].end)
    evidence = row.reference.text[others[other.start].start : others[other.stop - 1].end]
    message = _("The reference has “%(text)s” in its place.") % {"text": evidence}
    fix = like(row.translation.text[slice(*span)], evidence)
    sure = _WITH_SOURCE if row.source else _ALONE
    return Hit(span, "accuracy/mistranslation", Severity.MAJOR, message, sure, evidence, fix)
