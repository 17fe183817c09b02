"""Who is told of in an English sentence: subjects, antecedents, and what is said of them between commas."""

from functools import cache

from workbench.checks.clauses import is_adverb, person_of
from workbench.checks.noun_phrases import Party, phrase_after, phrase_before
from workbench.checks.persons import follows_on
from workbench.checks.side import Side
from workbench.checks.verb_groups import gap
from workbench.checks.words import Kind
from workbench.lang.grammar import grammar_words
from workbench.lang.roles import is_one_of, role_words
from workbench.lang.verbs import verb_forms

_CHAIN = 3  # phrases hung on one another: the head of the agency in Kampala
_ENDS = frozenset([",", ".", ";", "—", ""])


def chain(side: Side, last: int) -> list[Party]:
    """Give the noun phrases hung on one another that end with a word, the nearest first."""
    found: list[Party] = []
    party = phrase_before(side, last)
    while party is not None and len(found) < _CHAIN:
        found.append(party)
        joint = party.start - 1
        if joint < 1 or not (follows_on(side, party.start) and follows_on(side, joint)):
            break
        if side.words[joint].folded not in role_words("joints"):
            break
        party = phrase_before(side, joint - 1) if not person_of(side, joint - 1) else None
    return found


def subject(side: Side, last: int) -> Party | None:
    """Give the noun phrase that a verb behind a word has for its subject; None where it is unclear."""
    found = chain(side, last)
    if not found or not may_begin(side, found[-1].start):
        return None
    if side.words[found[-1].start].folded in role_words("nobody"):
        whole = tuple(at for party in reversed(found) for at in party.words)
        return Party(found[-1].start, last + 1, whole)  # no one from a NATO country
    return found[-1]


@cache
def beginnings() -> frozenset[str]:
    """Give the words that a subject may begin behind."""
    kinds = (role_words(kind) for kind in ("subordinators", "relatives", "times"))
    return verb_forms("en")["speech"].union(*kinds)


def may_begin(side: Side, at: int) -> bool:
    """Tell whether a subject may begin at a word."""
    if at == 0 or gap(side, at) != " " or side.words[at].folded == "whose":
        return True
    word = side.words[at - 1]
    if word.folded in grammar_words("en")["prepositions"]:
        return word.folded in beginnings()
    is_date = word.kind is Kind.NUMBER and at > 1 and side.words[at - 2].folded in role_words("times")
    return (
        is_date or word.folded in beginnings() or is_adverb(word.folded) or is_one_of("saying", word.folded)
    )


def antecedent(side: Side, last: int) -> Party | None:
    """Give what a relative clause behind a word may belong to: any of the phrases hung on one another."""
    found = chain(side, last)
    if not found or found[0].person not in {"", "he", "she", "they"}:
        return None
    words = tuple(index for party in found for index in party.words)
    return Party(found[-1].start, last + 1, words, found[0].person)


def with_apposition(side: Side, party: Party) -> Party:
    """Add what is said of a party between commas: a Danish company, Harbor Line."""
    if party.person or party.end >= len(side.words) or gap(side, party.end) != ", ":
        return party
    is_named, after = side.words[party.end - 1].is_capital, side.words[party.end]
    fits = after.folded in {"a", "an", "the"} if is_named else after.is_capital
    other = phrase_after(side, party.end) if fits else None
    if other is None or side.text[side.words[other.end - 1].end :][:1] not in _ENDS:
        return party
    return Party(party.start, party.end, party.words + other.words)
