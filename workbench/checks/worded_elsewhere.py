"""Opposites that are none of each other: what one of them says, another word of the other side says.

In "asked them to stay, though they were to withdraw" and "to be left there, though they were to depart" it is
withdraw that stands for depart. Nor are those that only compare, contest or raise what differs itself.
"""

from workbench.checks.article import Row
from workbench.checks.clauses import is_in_ly
from workbench.checks.links import NONE
from workbench.checks.places import NOUN, part_in_place
from workbench.checks.side import Side
from workbench.checks.verbs import Form, form
from workbench.lang.denial import opposed, scope
from workbench.lang.kinship import Kin, kinship
from workbench.lang.wordings import bases, said_as
from workbench.lang.wordnet import base_forms, parts_of_speech

_COMPARED = 8  # words from what compares to its "than"
_BEFORE = 4  # words from a verb of contest to its preposition: compete in the bidding with


def is_worded_elsewhere(row: Row, one: int, other: int) -> bool:
    """Tell whether a word without counterpart says what one of two opposites says, or others say both."""
    ours, theirs, links = row.translation, row.reference, row.links
    here = candidates(ours, one, theirs, other)
    there = candidates(theirs, other, ours, one)
    if here and there:
        return True
    return any(links.forward[at] == NONE for at in here) or any(links.backward[at] == NONE for at in there)


def candidates(side: Side, but: int, other: Side, at: int) -> list[int]:
    """Give the words of a side, but one, that may stand for a word of the other side."""
    if not other.content[at]:
        return []
    word, is_noun = other.words[at].folded, part_in_place(other, at) == NOUN
    return [
        place
        for place, each in enumerate(side.words)
        if place != but
        and side.content[place]
        and may_stand(each.folded, word)
        and (is_noun or not is_noun_here(side, place))
    ]


def is_noun_here(side: Side, at: int) -> bool:
    """Tell whether a word is a noun where it stands, or one made of a verb: a ruling."""
    word = side.words[at].folded
    made = form(word) is Form.PRESENT_PARTICIPLE and word in base_forms(word, "n")
    return made or part_in_place(side, at) == NOUN


def may_stand(word: str, other: str) -> bool:
    """Tell whether a word is kin to another, or is written for it, and does not say its opposite."""
    near = kinship(word, other) >= Kin.NEAR or not said_as(other).isdisjoint(bases(word))
    return near and not opposed(word, other)


def is_contest(row: Row, one: int, other: int) -> bool:
    """Tell whether two prepositions stand behind verbs of contest: to compete with is to compete against."""
    return all(is_behind_contest(*each) for each in ((row.translation, one), (row.reference, other)))


def is_compared_otherwise(row: Row, one: int, other: int) -> bool:
    """Tell whether what is compared changed places: more a habit than a plan, less a plan than a habit."""
    here, there = than_behind(row.translation, one), than_behind(row.reference, other)
    if here is None or there is None:
        return False
    ours, theirs = (
        next((at for at in range(than, len(side.small)) if side.content[at]), NONE)
        for side, than in ((row.translation, here), (row.reference, there))
    )
    facing = row.links.forward[ours] if ours != NONE else NONE
    back = row.links.backward[theirs] if theirs != NONE else NONE
    return other < facing < there or one < back < here


def than_behind(side: Side, at: int) -> int | None:
    """Give the "than" shortly behind a word."""
    near = range(at + 1, min(len(side.words), at + 1 + _COMPARED))
    return next((place for place in near if side.small[place] == "than"), None)


def tells_how(row: Row, one: int, other: int) -> bool:
    """Tell whether a "more" belongs to an adverb and a verb faces it: speak more quietly, lower the voice."""
    ours, theirs = (row.translation, one), (row.reference, other)
    return (is_of_adverb(*ours) and may_be_verb(*theirs)) or (is_of_adverb(*theirs) and may_be_verb(*ours))


def is_of_adverb(side: Side, at: int) -> bool:
    """Tell whether a word of grammar stands before an adverb in -ly."""
    return not side.content[at] and at + 1 < len(side.small) and is_in_ly(side.small[at + 1])


def may_be_verb(side: Side, at: int) -> bool:
    """Tell whether a word of content is ever a verb: lower, not less."""
    return side.content[at] and parts_of_speech(side.small[at])[1] > 0


def is_behind_contest(side: Side, at: int) -> bool:
    """Tell whether a verb of contest stands shortly before a word."""
    known = scope(side.known.language, "contests")
    before = side.words[max(0, at - _BEFORE) : at]
    return any(not known.isdisjoint(base_forms(word.folded)) for word in before)
