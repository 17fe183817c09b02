"""Verbs of both sides that may tell of one deed otherwise: found at little cost before any is read."""

from collections.abc import Iterator, Sequence
from enum import IntEnum
from functools import lru_cache

from workbench.checks.article import Row
from workbench.checks.links import NONE
from workbench.checks.side import Side
from workbench.checks.verb_groups import PARTICIPLES
from workbench.checks.verbs import Form, form
from workbench.checks.words import Word
from workbench.lang.persons import persons
from workbench.lang.roles import deed_of, is_one_of, places_of, role_words
from workbench.lang.vocabulary import vocabulary
from workbench.lang.wordnet import Kin, kinship, parts_of_speech

_KNOWN_WORDS = 1 << 16  # how many words' answers are kept
_NEAR = 8  # words within which what moved across a verb may be its subject or object
_AUXILIARIES = 3
_AHEAD = (1, 2)  # words from a pronoun to its verb: we have asked
_NOT_TOO = (1, 2, 3)  # we did not ask


class Worth(IntEnum):
    """How far two linked words are looked into."""

    NOTHING = 0
    A_LOOK = 1
    READING = 2


def facing(row: Row) -> Iterator[tuple[int, int]]:
    """Yield verbs and nouns of deeds that may tell otherwise: linked, or the only ones of their family."""
    others, looked, free = row.reference.words, [], []
    for one, (word, other) in enumerate(zip(row.translation.words, row.links.forward, strict=True)):
        if families_of(word.folded) and (other == NONE or is_lent(word.folded, others[other].folded)):
            free.append(one)
        if other != NONE and worth(word.folded, others[other].folded):
            looked.append((one, other))
    if looked:
        yield from turning(row, looked)
    if free:
        yield from of_one_family(row, free)


def turning(row: Row, linked: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the linked verbs told in other voices, or across which a name, noun or pronoun moved."""
    words, others, known = row.translation.words, row.reference.words, persons("en")
    places = [
        there if says or word.folded in known else NONE
        for there, says, word in zip(row.links.forward, row.translation.content, words, strict=True)
    ]
    pronouns = not known.keys().isdisjoint(vocabulary(row.reference.text))
    for one, other in linked:
        if (
            worth(words[one].folded, others[other].folded) is Worth.READING
            or signs(row.translation, one) != signs(row.reference, other)
            or max(places[max(0, one - _NEAR) : one], default=NONE) > other
            or any(NONE < there < other for there in places[one + 1 : one + _NEAR])
            or (pronouns and is_told_of_others(words, one, others, other))
        ):
            yield one, other


def of_one_family(row: Row, free: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield unlinked verbs and the only unlinked ones of their families: he resigned, she fired him."""
    words, others = row.translation.words, row.reference.words
    left = [
        at
        for at, link in enumerate(row.links.backward)
        if (link == NONE or is_lent(others[at].folded, words[link].folded)) and families_of(others[at].folded)
    ]
    for one in free if left else ():
        mine = families_of(words[one].folded)
        found = [other for other in left if not mine.isdisjoint(families_of(others[other].folded))]
        if len(found) == 1:
            yield one, found[0]


def is_told_of_others(words: Sequence[Word], one: int, others: Sequence[Word], other: int) -> bool:
    """Tell whether the pronouns before and behind two verbs are of two persons, or changed places."""
    before, after = pronoun_before(words, one), pronoun_behind(words, one)
    ahead, behind = pronoun_before(others, other), pronoun_behind(others, other)
    crossing = (before and before == behind) or (after and after == ahead)
    return are_of_others(before, ahead) or are_of_others(after, behind) or bool(crossing)


def are_of_others(person: str, another: str) -> bool:
    """Tell whether both verbs have a pronoun before them, of two persons."""
    return bool(person and another) and person != another


def pronoun_before(words: Sequence[Word], verb: int) -> str:
    """Give the person of a pronoun right before a verb or its auxiliary."""
    known = persons("en")
    near = _NOT_TOO if verb and words[verb - 1].folded == "not" else _AHEAD
    return next(filter(None, (known.get(words[verb - step].folded, "") for step in near if step <= verb)), "")


def pronoun_behind(words: Sequence[Word], verb: int) -> str:
    """Give the person of a pronoun right behind a verb."""
    return persons("en").get(words[verb + 1].folded, "") if verb + 1 < len(words) else ""


def signs(side: Side, verb: int) -> tuple[bool, bool]:
    """Tell what shows a verb's voice: a form of be before it, "by" behind it."""
    words, known = side.words, role_words("be")
    by = "by" in vocabulary(side.text) and "by" in [word.folded for word in words[verb + 1 : verb + _NEAR]]
    if form(words[verb].folded) not in PARTICIPLES:
        return False, by
    return any(word.folded in known for word in words[max(0, verb - _AUXILIARIES) : verb]), by


@lru_cache(maxsize=_KNOWN_WORDS)
def worth(word: str, another: str) -> Worth:
    """Tell what two linked words may be worth: verbs, or a noun of a deed, and told from its two sides."""
    if deed_of(word) or deed_of(another) or is_one_of("two_ways", word) or are_converse(word, another):
        return Worth.READING
    return Worth.A_LOOK if may_tell(word) or may_tell(another) else Worth.NOTHING


@lru_cache(maxsize=_KNOWN_WORDS)
def may_tell(word: str) -> bool:
    """Tell whether a word may be a verb whose parties tell something."""
    made = form(word)
    if made is Form.PLAIN:
        nouns, verbs, *_others = parts_of_speech(word)
        return 2 * verbs > nouns and not is_one_of("mutual", word)
    return made not in {Form.NONE, Form.AUXILIARY} and not is_one_of("mutual", word)


@lru_cache(maxsize=_KNOWN_WORDS)
def is_lent(word: str, light: str) -> bool:
    """Tell whether a verb is linked with one that only makes a deed of its noun: told, gave instructions."""
    makes = is_one_of("doing", light) or is_one_of("suffering", light)
    return makes and kinship(word, light) < Kin.SYNONYMS and families_of(word).isdisjoint(families_of(light))


@lru_cache(maxsize=_KNOWN_WORDS)
def families_of(word: str) -> frozenset[int]:
    """Give the families of a verb or of a deed's noun."""
    return frozenset(place.family for place in (*places_of(word), *places_of(deed_of(word) or "")))


@lru_cache(maxsize=_KNOWN_WORDS)
def are_converse(word: str, another: str) -> bool:
    """Tell whether two verbs tell of one deed from its two sides: buy and sell."""
    mine, yours = places_of(word), places_of(another)
    return any(
        one.family == other.family and one.suffers is not other.suffers for one in mine for other in yours
    )
