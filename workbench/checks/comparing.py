"""Denials that compare: no larger, never so much; a superlative says the same."""

from workbench.checks.denials import Denied
from workbench.checks.side import Side
from workbench.lang.denial import denial
from workbench.lang.wordnet import base_forms, parts_of_speech

_NEAR, _FAR = (
    3,
    8,
)  # words behind a denial in which it compares, and behind one of a thing: no card is stronger


def is_outdone(side: Side, each: Denied) -> bool:
    """Tell whether a denial compares: no larger, never so much; a superlative says the same."""
    known = denial(side.known.language)
    reach = _FAR if side.words[each.at].folded in known.turned else _NEAR
    after = [word.folded for word in side.words[each.end : each.end + reach]]
    return any(word in known.comparing or (word.endswith("er") and is_compared(word)) for word in after)


def is_compared(word: str) -> bool:
    """Tell whether a word is the comparative of an adjective: larger, not water."""
    adjective = base_forms(word, "a")
    return adjective != (word,) and not parts_of_speech(word)[0]


def outdoes(side: Side, other: Side) -> bool:
    """Tell whether a side has a superlative, or what says as much (unprecedented), that the other has not."""
    utmost, there = denial(side.known.language).utmost, other.vocabulary
    return any(
        (word.folded in utmost or word.folded.endswith("est")) and word.folded not in there
        for word in side.words
    )
