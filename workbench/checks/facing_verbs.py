"""Verbs of both sides that may tell of one deed otherwise: found at little cost before any is read."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from workbench.checks.article import Row
from workbench.checks.links import NONE
from workbench.checks.side import Side
from workbench.checks.verb_groups import PARTICIPLES
from workbench.checks.verbs import Form, form
from workbench.lang.persons import persons
from workbench.lang.roles import deed_of, is_one_of, places_of, role_words
from workbench.lang.vocabulary import vocabulary
from workbench.lang.wordnet import parts_of_speech

_KNOWN_WORDS = 1 << 16  # how many words' answers are kept
_NEAR = 8  # words within which what moved across a verb may be its subject or object
_AUXILIARIES = 3


def facing(row: Row) -> Iterator[tuple[int, int]]:
    """Yield verbs and nouns of deeds that may tell otherwise: linked, or the only ones of their family."""
    forward, words = row.links.forward, row.translation.words
    free = []
    for one, word in enumerate(words):
        other = forward[one]
        if other == NONE:
            if families_of(word.folded):
                free.append(one)
        elif may_tell(word.folded) and may_turn(row, one, other):
            yield one, other
    if free:
        yield from of_one_family(row, free)


def of_one_family(row: Row, free: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield unlinked verbs and the only unlinked ones of their families: he resigned, she fired him."""
    backward, words, others = row.links.backward, row.translation.words, row.reference.words
    left = [at for at, link in enumerate(backward) if link == NONE and families_of(others[at].folded)]
    for one in free if left else ():
        mine = families_of(words[one].folded)
        found = [other for other in left if not mine.isdisjoint(families_of(others[other].folded))]
        if len(found) == 1:
            yield one, found[0]


def may_turn(row: Row, one: int, other: int) -> bool:
    """Tell whether two verbs are told in other voices, or something beside them moved across."""
    word, another = row.translation.words[one].folded, row.reference.words[other].folded
    if deed_of(word) or deed_of(another) or (word != another and are_converse(word, another)):
        return True
    if signs(row.translation, one) != signs(row.reference, other):
        return True
    mine, yours = pronoun_before(row.translation, one), pronoun_before(row.reference, other)
    if mine and yours and mine != yours:
        return True
    return moved(row, range(max(0, one - _NEAR), one), other, 1) or moved(
        row, range(one + 1, min(len(row.links.forward), one + _NEAR)), other, -1
    )


def moved(row: Row, places: range, other: int, way: int) -> bool:
    """Tell whether a name, noun or pronoun of some words stands across a verb's counterpart."""
    forward, content, words = row.links.forward, row.translation.content, row.translation.words
    known = persons("en")
    for at in places:
        there = forward[at]
        if there != NONE and (there - other) * way > 0 and (content[at] or words[at].folded in known):
            return True
    return False


def pronoun_before(side: Side, verb: int) -> str:
    """Give the person of a pronoun right before a verb or its auxiliary."""
    words, known = side.words, persons("en")
    return known.get(words[verb - 1].folded, "") or known.get(words[verb - 2].folded, "") if verb else ""


def signs(side: Side, verb: int) -> tuple[bool, bool]:
    """Tell what shows a verb's voice: a form of be before it, "by" behind it."""
    words = side.words
    by = "by" in vocabulary(side.text) and any(word.folded == "by" for word in words[verb + 1 : verb + _NEAR])
    if form(words[verb].folded) not in PARTICIPLES:
        return False, by
    return any(word.folded in role_words("be") for word in words[max(0, verb - _AUXILIARIES) : verb]), by


@lru_cache(maxsize=_KNOWN_WORDS)
def may_tell(word: str) -> bool:
    """Tell whether a word may be a verb, or a noun of a deed."""
    if deed_of(word):
        return True
    made = form(word)
    if made is Form.PLAIN:
        nouns, verbs, *_others = parts_of_speech(word)
        return 2 * verbs > nouns and not is_one_of("mutual", word)
    return made not in {Form.NONE, Form.AUXILIARY} and not is_one_of("mutual", word)


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
