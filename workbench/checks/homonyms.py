"""A sense of a homonym for another: a ceasefire for a power failure, which Korean writes alike.

The translation has a word of one sense where the reference has one of the other, and neither has a word of
the sense that it lacks. A source that holds the homonym makes it sure; one that does not was worded otherwise
than what the lists know, and then vague words are no sign: took, spent.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from workbench.checks.article import Row
from workbench.checks.hit import Hit
from workbench.checks.links import NONE
from workbench.checks.sense_places import known_senses, senses_told, told
from workbench.checks.side import Side
from workbench.checks.wording import like
from workbench.i18n import _
from workbench.lang.homonyms import Sense, line_of
from workbench.lang.kinship import Kin, kinship
from workbench.lang.vague import is_vague
from workbench.lang.wordnet import parts_of_speech
from workbench.model.finding import Severity

_WITH_SOURCE, _ALONE, _NOT_IN_SOURCE = 0.9, 0.75, 0.65
_APART = 0.25  # of the length: how far apart the places of one thing stand in two sentences
_OFTEN = 3  # times as often as in another part of speech a word may be used, to fit in this one
_LONG = 3  # syllables of a form that has one sense
_LANGUAGES = ("ko",)  # whose homonyms are looked for when there is no source


class Said(NamedTuple):
    """Words [start, stop) of a side that stand for a sense."""

    start: int
    stop: int
    sense: Sense


def misread_homonyms(row: Row) -> Iterator[Hit]:
    """Yield the words that are another sense of what the reference has in their place."""
    for language in [row.source.known.language] if row.source else _LANGUAGES:
        both = lines_of_both(row, language)
        if not both:
            continue
        ours, theirs = (
            by_line(side, language, both, alone=not row.source) for side in (row.translation, row.reference)
        )
        for one in (one for found in ours.values() for one in found):
            others = theirs[one.sense.line]
            other = next(
                (each for each in others if is_misread(row, one, each, ours[one.sense.line], others)), None
            )
            if other is not None:
                yield hit(row, one, other)


def lines_of_both(row: Row, language: str) -> Collection[int]:
    """Give the homonyms of which each side may have a sense that the other lacks."""
    alone = not row.source
    mine = senses_told(row.translation, language, alone=alone)
    yours = senses_told(row.reference, language, alone=alone)
    ours, theirs = frozenset().union(*(mine - yours)), frozenset().union(*(yours - mine))
    return set(map(line_of, ours - theirs)) & set(map(line_of, theirs - ours))


def by_line(side: Side, language: str, wanted: Collection[int], *, alone: bool) -> Mapping[int, list[Said]]:
    """Give what is said by the homonyms it may stand for, those that are wanted."""
    said: dict[int, list[Said]] = defaultdict(list)
    for place in told(side, language, alone=alone):
        is_phrase = place.stop > place.start + 1
        for sense in known_senses(language, place.words, is_phrase=is_phrase, alone=alone):
            if sense.line in wanted:
                said[sense.line].append(Said(place.start, place.stop, sense))
    return said


def is_misread(row: Row, one: Said, other: Said, ours: list[Said], theirs: list[Said]) -> bool:
    """Tell whether two words are different senses of one homonym, the other's nowhere on this side."""
    if one.sense.number == other.sense.number:
        return False
    held = is_held(row.source, one.sense)
    if is_never(other.sense) and not held:
        return False
    if not held and (one.sense.only_held or (row.source and is_vaguely_said(row, one, other))):
        return False
    if is_lessened(row.translation, one) is not is_lessened(row.reference, other):
        return False
    lacking = other.sense not in [each.sense for each in ours] and one.sense not in [
        each.sense for each in theirs
    ]
    return lacking and are_placed_alike(row, one, other) and not is_answered(row, one, other)


def is_lessened(side: Side, said: Said) -> bool:
    """Tell whether a word stands for its opposite: less loudly."""
    return said.start > 0 and side.small[said.start - 1] == "less"


def is_held(source: Side, sense: Sense) -> bool:
    """Tell whether the source has a homonym, in any of its forms."""
    return any(form in source.text for form in sense.forms)


def is_vaguely_said(row: Row, one: Said, other: Said) -> bool:
    """Tell whether either word may stand for too much to be a sign by itself: took, served."""
    words, others = row.translation.words, row.reference.words
    ends = words[one.stop - 1].folded, others[other.stop - 1].folded
    return any(is_vague(word, "en") for word in ends)


def is_never(sense: Sense) -> bool:
    """Tell whether no form of a homonym has a sense: a reference that says it has it from elsewhere.

    Of a short form it only is rare: seaweed for steam.
    """
    return len(sense.never) == len(sense.forms) and min(map(len, sense.forms)) >= _LONG


def is_in_table(sense: Sense) -> bool:
    """Tell whether a sense is one of a table: what is a part of one is no answer to another."""
    return 0 < len(sense.never) < len(sense.forms)


def are_placed_alike(row: Row, one: Said, other: Said) -> bool:
    """Tell whether two words are linked, or stand about as far from the beginning of their sides."""
    if row.links.forward[one.start] == other.start:
        return True
    return abs(one.start / len(row.translation.words) - other.start / len(row.reference.words)) <= _APART


def is_answered(row: Row, one: Said, other: Said) -> bool:
    """Tell whether either word, or the last of either phrase, has a counterpart that says the same.

    House arrest is not answered by the home of a home pension, nor a colonel by a lieutenant colonel.
    """
    here, there = row.links.forward[one.stop - 1], row.links.backward[other.stop - 1]
    if (
        is_in_table(one.sense)
        and other.start <= here < other.stop
        and max(one.stop - one.start, other.stop - other.start) > 1
    ):
        return False
    pairs = [(one.stop - 1, here), (there, other.stop - 1)]
    return any(
        NONE not in pair
        and kinship(row.translation.words[pair[0]].folded, row.reference.words[pair[1]].folded) >= Kin.NEAR
        for pair in pairs
    )


def hit(row: Row, one: Said, other: Said) -> Hit:
    """Mark the words and give the reference's in their form."""
    words, others = row.translation.words, row.reference.words
    span = (words[one.start].start, words[one.stop - 1].end)
    evidence = row.reference.text[others[other.start].start : others[other.stop - 1].end]
    message = _("The reference has “%(text)s” in its place.") % {"text": evidence}
    fix = in_its_form(row.translation.text[slice(*span)], evidence)
    return Hit(
        span, "accuracy/mistranslation", Severity.MAJOR, message, sureness(row.source, one), evidence, fix
    )


def sureness(source: Side, one: Said) -> float:
    """Give the share of such findings that are right, by what the source says."""
    if not source:
        return _ALONE
    return _WITH_SOURCE if is_held(source, one.sense) else _NOT_IN_SOURCE


def in_its_form(text: str, evidence: str) -> str | None:
    """Give the reference's words in the form of the translation's; None for another part of speech."""
    if " " not in text and " " not in evidence:
        ours, theirs = parts_of_speech(text.lower()), parts_of_speech(evidence.lower())
        if _OFTEN * theirs[ours.index(max(ours))] < max(theirs):
            return None
    return like(text, evidence)
