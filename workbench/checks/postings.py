"""Whose ambassador it is, and where: Moscow's ambassador, its ambassador to Moscow."""

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.checks.article import Row
from workbench.checks.hit import Hit
from workbench.checks.links import NONE
from workbench.checks.moved_peoples import made
from workbench.checks.side import Side
from workbench.lang.countries import Country, countries
from workbench.lang.grammar import grammar_words
from workbench.lang.posts import posts

_BETWEEN = frozenset(["high", "former", "new", "own", "deputy", "acting", "chief"])
_AT, _OF = frozenset(["to", "in", "at"]), frozenset(["of", "from"])
_SURE = 0.8


@dataclass(frozen=True, slots=True)
class Posting:
    """An office abroad: [start, end) in the text, the countries that may own it, and those it may be in."""

    start: int
    end: int
    owner: frozenset[str]
    place: frozenset[str]


def moved_postings(row: Row) -> Iterator[Hit]:
    """Yield offices that belong to the country that they are in in the reference, or are in another one."""
    known = posts("en").abroad
    if known.isdisjoint(row.translation.vocabulary) or known.isdisjoint(row.reference.vocabulary):
        return
    for one in [at for at, word in enumerate(row.translation.small) if word in known]:
        other = row.links.forward[one]
        if other == NONE or row.reference.small[other] not in known:
            continue
        ours, theirs = posting(row.translation, one), posting(row.reference, other)
        if are_apart(ours, theirs):
            yield made((ours.start, ours.end), row.reference.text[theirs.start : theirs.end], _SURE)


def are_apart(ours: Posting, theirs: Posting) -> bool:
    """Tell whether two offices differ in owner or place, or one's place is the other's owner."""
    if ours.owner & theirs.owner or ours.place & theirs.place:
        return False
    if (ours.owner and theirs.owner) or (ours.place and theirs.place):
        return True
    return bool(ours.owner & theirs.place or ours.place & theirs.owner)


def posting(side: Side, at: int) -> Posting:
    """Read an office's owner right before it, and where it is right behind it."""
    word = side.words[at]
    start, end, owner, place = word.start, word.start + len(word.folded), frozenset[str](), frozenset[str]()
    for one in countries(side.text, "en", compass=False):
        if one.end <= word.start and is_before(side, one, at):
            start, owner = one.start, one.codes
        joint = joint_before(side, one, at)
        if joint in _AT or (joint == "from" and is_own(side, at)):
            end, place = one.end, one.codes
        elif joint in _OF:
            end, owner = one.end, one.codes
    return Posting(start, end, owner, place)


def is_before(side: Side, one: Country, at: int) -> bool:
    """Tell whether a country is said right before an office: Russia’s new ambassador, the Russian one."""
    between = side.text[one.end : side.words[at].start].replace("’s", "").replace("'s", "").strip(" ’'")
    return all(word in _BETWEEN for word in between.split())


def joint_before(side: Side, one: Country, at: int) -> str:
    """Give the preposition between an office and a country; "" where anything else stands there."""
    between = side.text[side.words[at].end : one.start].split() if one.start > side.words[at].end else []
    return between[0] if between and between[1:] in ([], ["the"]) else ""


def is_own(side: Side, at: int) -> bool:
    """Tell whether somebody's own office is spoken of: its ambassador, the one recalled from somewhere."""
    owners = grammar_words("en")["possessives"]
    return any(word.folded in owners for word in side.words[max(0, at - 2) : at])
