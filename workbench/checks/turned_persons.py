"""Pronouns that make another the subject of a verb: I said, for they told us; he, where Putin is meant."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from workbench.checks.article import Row
from workbench.checks.bearers import Bearer, bearer, before, person
from workbench.checks.clauses import person_of
from workbench.checks.doers import Other, hit, verb_after
from workbench.checks.hit import Hit
from workbench.checks.links import NONE
from workbench.checks.noun_phrases import Party
from workbench.checks.quoting import quoting
from workbench.checks.same_deeds import counterpart
from workbench.checks.side import Side
from workbench.checks.told import is_same
from workbench.lang.posts import posts
from workbench.lang.verbs import verb_forms

_SPEAKING, _ONE = frozenset(["i", "we"]), frozenset(["he", "she"])  # persons, as `person_of` gives them
_TURNING = _SPEAKING | _ONE | {"they"}
_SHORT = ("'m", "'re", "'ve", "'ll", "'d")  # the "'s" of he's is cut off as a possessive's
_SURE, _BOUND = 0.8, 0.75


def turned_persons(row: Row) -> Iterator[Hit]:
    """Yield pronouns whose verb has another person, a body or another name for its subject there."""
    ours = row.translation.vocabulary
    if not row.translation.pronouns or forms(_TURNING).isdisjoint(ours):
        return
    speaking = not forms(_SPEAKING).isdisjoint(ours | row.reference.vocabulary)
    sought = forms(_TURNING if speaking else _ONE)
    for at, who in row.translation.pronouns.items():
        facing = read(row, at) if row.translation.words[at].folded in sought else None
        if facing:
            yield from compared(row, who, *facing)


@cache
def forms(whom: frozenset[str]) -> frozenset[str]:
    """Give the pronouns that are subjects, alone or with a short verb: he, he'd."""
    return whom | {word + end for word in whom for end in _SHORT}


def read(row: Row, at: int) -> tuple[Bearer, Bearer] | None:
    """Read a pronoun's verb, and the reference's for it if it has a subject of its own and the same voice."""
    verb = verb_after(row.translation, at)
    there = counterpart(row, verb) if verb is not None else None
    mine = bearer(row.translation, verb) if verb is not None and there is not None else None
    if mine is None or there is None or not mine.own or mine.own.start != at:
        return None
    other = bearer(row.reference, there)
    return (mine, other) if other and other.own and other.passive is mine.passive else None


def compared(row: Row, who: str, mine: Bearer, other: Bearer) -> Iterator[Hit]:
    """Yield a pronoun if the reference's subject cannot be the one that it stands for."""
    if mine.own is None or other.own is None:
        return
    whom = person(row.reference, other.own)
    if is_turned(row, who, mine, other):
        yield marked(row, mine.own, other, _SURE)
    elif who in _ONE and not whom and (is_body(row.reference, other.own) or is_bound(row, who, mine, other)):
        yield marked(row, mine.own, other, _BOUND)


def is_turned(row: Row, who: str, mine: Bearer, other: Bearer) -> bool:
    """Tell whether just one of two verbs is told by the one who does it, both in or out of quotations."""
    whom = person(row.reference, other.own) if other.own else ""
    if whom == "you" or (who in _SPEAKING) is (whom in _SPEAKING):
        return False
    if whom not in _TURNING | {"it", ""} or (who not in _SPEAKING and whom not in _SPEAKING):
        return False
    return is_quoted(row.translation, mine.verb) is is_quoted(row.reference, other.verb)


def is_quoted(side: Side, at: int) -> bool:
    """Tell whether a word stands in a quotation."""
    return quoting(side.text, side.language).holds(side.words[at].start)


def is_body(side: Side, party: Party) -> bool:
    """Tell whether a party is a firm, a ministry, an army: no he or she."""
    return side.words[party.words[-1]].folded in posts("en").bodies


def is_bound(row: Row, who: str, mine: Bearer, other: Bearer) -> bool:
    """Tell whether a he must be the one that spoke before, and the reference names another behind that one.

    A name behind "he said that" is never his who said it.
    """
    side, there, own = row.translation, row.reference, other.own
    if own is None or mine.own is None or any(row.links.backward[at] != NONE for at in own.words):
        return False
    if side.words[mine.verb].folded in verb_forms("en")["speech"]:
        return False
    theirs = list(before(there, own.start))
    for one in before(side, mine.own.start):
        same = [each for each in theirs if is_same(row, one, each) and not is_same(row, one, own)]
        if same:
            return person(side, one) in {"", who}
    return False


def marked(row: Row, own: Party, other: Bearer, sure: float) -> Hit:
    """Mark a pronoun; what to write for it is certain for one pronoun in another's place."""
    party = other.own
    if party is None:
        raise ValueError
    there = row.reference
    name = there.text[there.words[party.start].start : there.words[party.end - 1].end]
    made = hit(row, own.start, Other(name, party.end - 1, other.verb), sure)
    return made if person_of(row.translation, own.start) in _SPEAKING else replace(made, fix=None)
