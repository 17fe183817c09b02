"""Whom an English verb is followed by: its object, and who stands behind "by", "from" or "to"."""

from workbench.checks.clauses import adjoins
from workbench.checks.noun_phrases import Party, phrase_after
from workbench.checks.parties import with_apposition
from workbench.checks.side import Side
from workbench.checks.verb_groups import gap
from workbench.checks.verbs import Form, form
from workbench.checks.words import Kind
from workbench.lang.roles import is_one_of, role_words

_FAR = 7  # words between a verb and its "by"
_AUXILIARIES = 3  # words from a relative pronoun to its verb: who has not been
_VERBS = frozenset({Form.AUXILIARY, Form.PAST, Form.PARTICIPLE, Form.PAST_OR_PARTICIPLE})
_ENDS = frozenset(["and", "who", "that", "which", "by"])  # behind these another clause or party is told of


def behind(side: Side, verb: int, word: str) -> Party | None:
    """Give the party behind "by" or "from" after a verb, within its clause."""
    for at in range(verb + 1, min(verb + _FAR, len(side.words) - 1)):
        each = side.words[at]
        if gap(side, at) != " ":
            return None
        if each.folded == word:
            party = phrase_after(side, at + 1) if adjoins(side, at) else None
            fits = party and (word != "by" or is_somebody(side, party))
            return with_apposition(side, party) if party and fits else None
        if each.folded in _ENDS or form(each.straight) in _VERBS:
            return None
    return None


def is_somebody(side: Side, party: Party) -> bool:
    """Tell whether a party behind "by" may do something: it is no number, no way, no time."""
    first, last = side.words[party.start], side.words[party.end - 1]
    if party.person:
        return True
    is_bare = party.end - party.start == 1
    return not (is_bare and last.folded in role_words("means")) and first.kind is not Kind.NUMBER


def given_to(side: Side, verb: int) -> Party | None:
    """Give whom a verb of giving gives something to."""
    return behind(side, verb, "to") if is_one_of("giving", side.words[verb].folded) else None


def object_of(side: Side, verb: int) -> Party | None:
    """Give the object right behind a verb or its particle."""
    at = verb + 1
    if at + 1 < len(side.words) and side.words[at].folded in role_words("particles") and gap(side, at) == " ":
        at += 1
    if at >= len(side.words) or gap(side, at) != " ":
        return None
    party = phrase_after(side, at)
    if (
        party is None
        or side.words[party.end - 1].folded in role_words("times")
        or is_subject(side, verb, party)
    ):
        return None
    return with_apposition(side, party)


def is_subject(side: Side, verb: int, party: Party) -> bool:
    """Tell whether a party begins another clause, as its verb shows: when it breaks Russia is blamed.

    Behind a relative pronoun that verb is the main clause's: the broker who deceived her has fled.
    """
    before = side.words[max(0, verb - _AUXILIARIES) : verb]
    if any(word.folded in role_words("relatives") for word in before):
        return False
    after = side.words[party.end : party.end + 1]
    return bool(after) and gap(side, party.end) == " " and form(after[0].straight) is Form.AUXILIARY
