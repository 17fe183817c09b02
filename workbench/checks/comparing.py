"""Denials that compare: no larger, never so much; a superlative says the same."""

from collections.abc import Iterator
from itertools import pairwise

from workbench.checks.denials import Denied
from workbench.checks.side import Side
from workbench.lang.denial import denial, scope
from workbench.lang.wordnet import base_forms, parts_of_speech

_NEAR = 3  # words behind a denial in which it compares
_FAR = 8  # and behind one of a thing, in its clause: no card that they hold is stronger
_JOINING = frozenset(["and", "but", "or"])


def is_outdone(side: Side, each: Denied) -> bool:
    """Tell whether a denial compares: no larger, never so much; a superlative says the same."""
    known = denial(side.known.language)
    reach = _FAR if side.words[each.at].folded in known.turned else _NEAR
    after = list(clause_behind(side, each.end, reach))
    return any(word in known.comparing or (word.endswith("er") and is_compared(word)) for word in after)


def clause_behind(side: Side, start: int, reach: int) -> Iterator[str]:
    """Yield the next words of a clause."""
    for at in range(start, min(start + reach, len(side.words))):
        parted = at > start and side.text[side.words[at - 1].end : side.words[at].start].strip()
        if parted or side.small[at] in _JOINING:
            return
        yield side.words[at].folded


def exceeds_all(side: Side, place: int) -> bool:
    """Tell whether a word is of what is outdone by all: faster than anyone foresaw."""
    before, all_ = side.small[max(0, place - _NEAR) : place], scope(side.known.language, "exceeding")
    return any(word == "than" and after in all_ for word, after in pairwise(before))


def is_compared(word: str) -> bool:
    """Tell whether a word is the comparative of an adjective: larger, not water."""
    adjective = base_forms(word, "a")
    nouns, _verbs, adjectives, _adverbs = parts_of_speech(word)
    return adjective != (word,) and nouns <= adjectives


def outdoes(side: Side, other: Side) -> bool:
    """Tell whether a side has a superlative, or what says as much (unprecedented), that the other has not."""
    utmost, there = denial(side.known.language).utmost, other.vocabulary
    return any(
        (word.folded in utmost or word.folded.endswith("est")) and word.folded not in there
        for word in side.words
    )
