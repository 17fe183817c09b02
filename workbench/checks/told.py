"""A deed as a verb and its family tell it: who resigns is the one that is dismissed."""

from functools import lru_cache

from workbench.checks.article import Row
from workbench.checks.deeds import Deed, deed
from workbench.checks.links import NONE
from workbench.checks.noun_phrases import Party
from workbench.checks.nouns_of_deeds import noun_deed
from workbench.checks.objects import behind
from workbench.checks.side import Side
from workbench.lang.denial import opposed
from workbench.lang.kinship import Kin, kinship
from workbench.lang.name_words import name_words
from workbench.lang.roles import Place, deed_of, is_one_of, places_of, role_words

_KNOWN_WORDS = 1 << 16  # how many words' answers are kept
_PLAIN = Place(-1, suffers=False, behind="")


def read(side: Side, at: int) -> Deed | None:
    """Read a verb's parties, or those of a noun of a deed."""
    if not side.content[at]:
        return None
    if deed_of(side.words[at].folded):
        found = noun_deed(side, at)
        if found:
            return found
    return deed(side, at)


@lru_cache(maxsize=_KNOWN_WORDS)
def common(word: str, another: str) -> tuple[Place, Place] | None:
    """Give two verbs' places in a family they share; plain ones of one verb; None where they are others."""
    mine, yours = (places_of(deed_of(each) or each) + places_of(each) for each in (word, another))
    if kinship(word, another) is Kin.SAME:
        plain = next((place for place in mine if place in yours and not place.suffers), _PLAIN)
        return plain, plain
    for place in mine:
        for there in yours:
            if place.family == there.family:
                return place, there
    if opposed(word, another) or kinship(word, another) < Kin.SYNONYMS:
        return None
    return _PLAIN, _PLAIN


def placed(side: Side, told: Deed, place: Place) -> Deed:
    """Give a deed with its parties as the family counts them: who resigns is the one that is dismissed."""
    if told.source and not told.passive and is_one_of("two_ways", side.words[told.at].folded):
        return told._replace(passive=True, doer=told.source, done_to=told.doer, source=None)
    if told.passive and place.suffers:
        return told._replace(passive=False, doer=told.source, done_to=told.doer, source=None, target=None)
    if told.passive or not (place.behind or place.suffers):
        return told
    other = behind(side, told.at, place.behind) if place.behind else told.done_to
    if place.behind and other is None:
        other = told.done_to if not place.suffers and told.done_to and told.done_to.end <= told.at else None
    end = max(told.end, other.end) if other else told.end
    if place.suffers:
        told = told._replace(passive=True, doer=other, done_to=told.doer)
    else:
        told = told._replace(done_to=other)
    return told._replace(end=end, source=None, target=None)


def is_same(row: Row, one: Party | None, other: Party | None) -> bool:
    """Tell whether two parties are one."""
    if one is None or other is None:
        return False
    forward = row.links.forward
    if one.person or other.person:
        if forward[one.words[0]] != NONE and one.person:
            return forward[one.words[0]] in other.words
        return one.person == other.person
    if any(forward[at] in other.words for at in one.words):
        return True
    names = {row.translation.words[at].folded for at in one.words}
    return any(row.reference.words[at].folded in names for at in other.words) or are_described(
        row, one, other
    )


def are_described(row: Row, one: Party, other: Party) -> bool:
    """Tell whether parties of other names are described alike, or kin: Danish vessel, Danish cutter."""
    forward, backward = row.links.forward, row.links.backward
    if any(forward[at] != NONE for at in one.words) or any(backward[at] != NONE for at in other.words):
        return False
    heads = row.translation.words[one.words[-1]].folded, row.reference.words[other.words[-1]].folded
    if is_country(*heads) or is_country(*reversed(heads)):
        return True
    said = [at for at in range(one.start, one.end) if row.translation.content[at]]
    return any(other.start <= forward[at] < other.end for at in said) or kinship(*heads) >= Kin.NEAR


def is_country(name: str, noun: str) -> bool:
    """Tell whether a name is a country's and a noun says country: Iran, her country."""
    return noun in role_words("countries") and name in name_words("en").territories
