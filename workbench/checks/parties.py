"""Who is spoken of right before or right behind a place in an English sentence: noun phrases, read tightly."""

from dataclasses import dataclass
from functools import cache, lru_cache

from workbench.checks.clauses import SUBJECTS, is_adverb, person_of
from workbench.checks.persons import adjoins
from workbench.checks.side import Side
from workbench.checks.verbs import Finite, Form, finite, form, straight
from workbench.checks.words import Kind
from workbench.lang.grammar import grammar_words
from workbench.lang.roles import is_one_of, role_words
from workbench.lang.verbs import verb_forms
from workbench.lang.wordnet import parts_of_speech

_LONGEST = 8  # words of one noun phrase
_CHAIN = 3  # phrases hung on one another: the head of the agency in Kampala
_PASTS = frozenset({Form.PAST, Form.PAST_OR_PARTICIPLE, Form.PARTICIPLE})


@dataclass(frozen=True, slots=True)
class Party:
    """One that acts or is acted on: [start, end) in `Side.words`, those that name it, its person if a pronoun."""

    start: int
    end: int
    words: tuple[int, ...]
    person: str = ""


@cache
def determiners() -> frozenset[str]:
    """Give the words that a noun phrase begins with."""
    known = grammar_words("en")
    return (
        (known["articles"] - {"that"})
        | known["possessives"]
        | (known["determiners"] - {"every", "each"})
        | {"all", "both", "several", "many"}
    )


@lru_cache(maxsize=1 << 16)
def is_nominal(word: str) -> bool:
    """Tell whether a word in small letters is a noun rather than anything else; or unknown."""
    noun, verb, adjective, adverb = parts_of_speech(word)
    return (noun >= verb and noun >= adjective and noun >= adverb and noun > 0) or not (
        verb + adjective + adverb
    )


@lru_cache(maxsize=1 << 16)
def is_attribute(word: str) -> bool:
    """Tell whether a word in small letters may stand before a noun in its phrase."""
    noun, verb, adjective, adverb = parts_of_speech(word)
    return max(noun, adjective) >= max(verb, adverb) and form(word) not in _PASTS


def may_head(side: Side, at: int) -> bool:
    """Tell whether a word may be the last of a noun phrase."""
    word = side.words[at]
    if word.kind is Kind.NUMBER or not side.content[at] or word.folded in role_words("times"):
        return False
    if word.is_capital or is_nominal(word.folded):
        return True
    after_article = at > 0 and side.words[at - 1].folded in determiners() and adjoins(side, at)
    return after_article and parts_of_speech(word.folded)[0] > 0


def may_belong(side: Side, at: int) -> bool:
    """Tell whether a word may stand within a noun phrase, before its last word."""
    word = side.words[at]
    if word.folded in role_words("times"):
        return False
    if word.kind is Kind.NUMBER:
        return True
    if not side.content[at] or is_adverb(word.folded):
        return False
    if word.is_capital:
        return True
    return is_attribute(word.folded) and finite(side.words, at) is not Finite.SURE


def phrase_before(side: Side, last: int) -> Party | None:
    """Give the noun phrase or subject pronoun that ends with a word."""
    person = person_of(side, last)
    if person:
        plain = straight(side.words[last]).split("'")[0]
        return Party(last, last + 1, (last,), person) if plain in SUBJECTS else None
    if not may_head(side, last) or straight(side.words[last]).endswith(("'s", "'")):
        return None
    start = last
    while start and last - start < _LONGEST and adjoins(side, start) and may_belong(side, start - 1):
        start -= 1
    named = naming(side, start, last)
    if start and adjoins(side, start) and side.words[start - 1].folded in determiners():
        start -= 1
    return Party(start, last + 1, named)


def naming(side: Side, start: int, last: int) -> tuple[int, ...]:
    """Give the words that name a party: the last, and those with capitals right before one with a capital."""
    first = last
    if side.words[last].is_capital:
        while (
            first > start
            and side.words[first - 1].is_capital
            and side.words[first - 1].text[-2:] not in {"’s", "'s"}
        ):
            first -= 1
    return tuple(range(first, last + 1))


def phrase_after(side: Side, at: int) -> Party | None:
    """Give the noun phrase or object pronoun that begins with a word."""
    if at >= len(side.words):
        return None
    if is_object(side, at):
        return Party(at, at + 1, (at,), person_of(side, at) or side.words[at].folded)
    if form(side.words[at].folded) is Form.PRESENT_PARTICIPLE or side.words[at].folded in role_words(
        "questions"
    ):
        return None
    start = at
    while at < len(side.words) and side.words[at].folded in determiners():
        if at + 1 >= len(side.words) or not adjoins(side, at + 1):
            return None
        at += 1
    last = run_end(side, at)
    return Party(start, last + 1, naming(side, at, last)) if last is not None else None


def is_object(side: Side, at: int) -> bool:
    """Tell whether a word is a pronoun that something is done to; "her" before a noun is none."""
    word = straight(side.words[at])
    if word not in role_words("objects"):
        return False
    owned = at + 1 < len(side.words) and adjoins(side, at + 1) and may_belong(side, at + 1)
    return not (word == "her" and owned)


def run_end(side: Side, at: int) -> int | None:
    """Give the last word of the noun phrase whose words begin at a place; None where it is unclear."""
    last, place = None, at
    while place < len(side.words) and place - at <= _LONGEST:
        if place > at and not adjoins(side, place):
            break
        owner = straight(side.words[place]).endswith(("'s", "s'", "'"))
        if not owner and (may_head(side, place) or (place > at and may_end(side, place))):
            last = place
        elif not owner and not may_belong(side, place):
            break
        place += 1
    return last


def may_end(side: Side, at: int) -> bool:
    """Tell whether a word behind others of its phrase may be its last, although it is a verb as often."""
    nouns, verbs, *_others = parts_of_speech(side.words[at].folded)
    return side.content[at] and 2 * nouns >= verbs > 0 and form(side.words[at].folded) not in _PASTS


def chain(side: Side, last: int) -> list[Party]:
    """Give the noun phrases hung on one another that end with a word, the nearest first."""
    found: list[Party] = []
    party = phrase_before(side, last)
    while party is not None and len(found) < _CHAIN:
        found.append(party)
        joint = party.start - 1
        if joint < 1 or not (adjoins(side, party.start) and adjoins(side, joint)):
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
    return found[-1]


def may_begin(side: Side, at: int) -> bool:
    """Tell whether a subject may begin at a word."""
    if at == 0 or side.text[side.words[at - 1].end : side.words[at].start] != " ":
        return True
    word = side.words[at - 1].folded
    known = (
        role_words("subordinators")
        | role_words("relatives")
        | role_words("times")
        | verb_forms("en")["speech"]
    )
    return word in known or is_adverb(word) or is_one_of("saying", word)


def antecedent(side: Side, last: int) -> Party | None:
    """Give what a relative clause behind a word may belong to: any of the phrases hung on one another."""
    found = chain(side, last)
    if not found or found[0].person not in {"", "he", "she", "they"}:
        return None
    words = tuple(index for party in found for index in party.words)
    return Party(found[-1].start, last + 1, words, found[0].person)


def with_apposition(side: Side, party: Party) -> Party:
    """Add what is said of a party between commas: a Canadian company, Larkspur Gold."""
    after = party.end
    if (
        party.person
        or after >= len(side.words)
        or side.text[side.words[after - 1].end : side.words[after].start] != ", "
    ):
        return party
    named = side.words[party.end - 1].is_capital
    if named is not (side.words[after].folded in {"a", "an", "the"}):
        return party
    other = phrase_after(side, after)
    if other is None or (not named and not side.words[after].is_capital):
        return party
    ending = side.text[side.words[other.end - 1].end :][:1]
    return (
        Party(party.start, party.end, party.words + other.words)
        if ending in {",", ".", "", ";", "—"}
        else party
    )
