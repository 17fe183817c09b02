"""What becomes of a deed that a noun names: called off their strike for resumed their strike."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from workbench.checks.article import Row
from workbench.checks.clauses import is_in_ly
from workbench.checks.denials import is_denied
from workbench.checks.hit import Hit
from workbench.checks.links import NONE
from workbench.checks.side import Side
from workbench.i18n import _
from workbench.lang.courses import courses
from workbench.lang.grammar import grammar_words
from workbench.lang.remembered import remembered
from workbench.lang.wordnet import base_forms, parts_of_speech
from workbench.model.finding import Severity

_SURE = 0.75
_REACH = 4  # words between a noun and its verb
_LONGEST = 3  # words of a verb with its particles


class Course(NamedTuple):
    """A verb's words, [start, stop), and what it makes of a deed."""

    start: int
    stop: int
    kind: str


def other_courses(row: Row) -> Iterator[Hit]:
    """Yield the verbs that make of a deed what cannot be true together with the reference's."""
    forms = courses("en").forms
    if row.translation.known.language != "en" or forms.isdisjoint(row.translation.vocabulary):
        return
    if forms.isdisjoint(row.reference.vocabulary):
        return
    ours = list(told(row.translation))
    theirs = list(told(row.reference)) if ours else []
    kinds = [{each.kind for each in side} for side in (ours, theirs)]
    if len(kinds[0]) != 1 or len(kinds[1]) != 1 or frozenset().union(*kinds) not in courses("en").apart:
        return
    for noun, there in enumerate(row.links.forward):
        if there != NONE and parts_of_speech(row.translation.words[noun].folded)[0]:
            mine, yours = of_noun(row.translation, noun, ours), of_noun(row.reference, there, theirs)
            if mine and yours and not is_turned(row, mine, yours):
                yield hit(row, mine, yours)
                return


def told(side: Side) -> Iterator[Course]:
    """Yield the verbs of a side that make something of a deed; longer ones first where several begin."""
    known = courses("en")
    for at, word in enumerate(side.small):
        for first in starts(word) if word in known.spelled else ():
            words = [first, *side.small[at + 1 : at + _LONGEST]]
            lengths = (length for length in range(len(words), 0, -1) if tuple(words[:length]) in known.verbs)
            length = next(lengths, 0)
            if length:
                yield Course(at, at + length, known.verbs[tuple(words[:length])])
                break


@remembered
def starts(word: str) -> tuple[str, ...]:
    """Give the base forms of an English word that begin such a verb."""
    return tuple(base for base in base_forms(word, "v") if base in courses("en").first)


def of_noun(side: Side, noun: int, found: list[Course]) -> Course | None:
    """Give the verb whose object a noun is, or whose subject."""
    for each in found:
        if each.stop <= noun <= each.stop + _REACH and is_joined(side, each.stop, noun, is_attribute):
            return each
        if noun < each.start <= noun + 1 + _REACH and is_joined(side, noun + 1, each.start, is_passed):
            return each
    return None


def is_joined(side: Side, start: int, stop: int, fits: Callable[[str], bool]) -> bool:
    """Tell whether nothing but spaces and fitting words stands from a word to before another."""
    between = side.text[side.words[start - 1].end : side.words[stop].start]
    return not any(mark in between for mark in ",;:.!?—“”") and all(
        fits(word.folded) for word in side.words[start:stop]
    )


@remembered
def is_attribute(word: str) -> bool:
    """Tell whether a word may stand between a verb and the noun of its object."""
    kinds = grammar_words("en")
    if word in kinds["articles"] | kinds["possessives"] | kinds["determiners"]:
        return True
    nouns, verbs, adjectives, _adverbs = parts_of_speech(word)
    return nouns + adjectives > 0 and nouns + adjectives >= verbs


@remembered
def is_passed(word: str) -> bool:
    """Tell whether a word may stand between a subject and its verb."""
    return word in courses("en").passed or is_in_ly(word)


def is_turned(row: Row, mine: Course, yours: Course) -> bool:
    """Tell whether either side denies it: the strike has not ended, continues."""
    ours, theirs = row.denials
    return is_denied(ours, mine.start) or is_denied(theirs, yours.start)


def hit(row: Row, mine: Course, yours: Course) -> Hit:
    """Mark the verb, and give the reference's."""
    (start, stop), (other, end) = (
        (side.words[each.start].start, side.words[each.stop - 1].end)
        for side, each in ((row.translation, mine), (row.reference, yours))
    )
    evidence = row.reference.text[other:end]
    message = _("The reference has “%(text)s” in its place.") % {"text": evidence}
    return Hit((start, stop), "accuracy/mistranslation", Severity.MAJOR, message, _SURE, evidence)
