"""Verbs of both sides that may tell of one deed otherwise: found at little cost before any is read."""

from collections.abc import Iterator, Sequence
from functools import cache

from workbench.checks.article import Row
from workbench.checks.links import NONE
from workbench.checks.side import Side
from workbench.checks.telling_verbs import (
    are_worth_reading,
    deed_forms,
    families_of,
    is_lent,
    is_telling,
    may_tell,
    of_families,
)
from workbench.checks.verb_groups import PARTICIPLES
from workbench.checks.verbs import form
from workbench.lang.persons import persons
from workbench.lang.roles import role_words

_NEAR = 8  # words within which what moved across a verb may be its subject or object
_AUXILIARIES = 3
_AHEAD = (1, 2)  # words from a pronoun to its verb: we have asked
_NOT_TOO = (1, 2, 3)  # we did not ask


def facing(row: Row) -> Iterator[tuple[int, int]]:
    """Yield verbs and nouns of deeds that may tell otherwise: linked, or the only ones of their family."""
    yield from turning(row)
    yield from of_one_family(row)


def turning(row: Row) -> Iterator[tuple[int, int]]:
    """Yield linked verbs and nouns: some in any case, others that are told otherwise."""
    words, others = row.translation.small, row.reference.small
    known = deed_forms()
    places, of_persons = placed(row), have_pronouns(row)
    for one, other in enumerate(row.links.forward):
        if other == NONE:
            continue
        word, another = words[one], others[other]
        if not (is_telling(word) or (another != word and is_telling(another))):
            continue
        fits = (word in known or another in known) and are_worth_reading(word, another)
        if not fits and (may_tell(word) or (another != word and may_tell(another))):
            fits = is_told_otherwise(row, one, other, places)
            fits = fits or (of_persons and is_told_of_others(words, one, others, other))
        if fits:
            yield one, other


def is_told_otherwise(row: Row, one: int, other: int, places: Sequence[int]) -> bool:
    """Tell whether verbs are told in other voices, or a name, noun or pronoun moved across them."""
    if places and moves_across(places, one, other):
        return True
    return signs(row.translation, one) != signs(row.reference, other)


def placed(row: Row) -> list[int]:
    """Give the counterparts of words of content and of pronouns, NONE for others; [] where no word moved."""
    if not row.is_crossed:
        return []
    known, side = pronouns(), row.translation
    return [
        there if says or word in known else NONE
        for there, says, word in zip(row.links.forward, side.content, side.small, strict=True)
    ]


def moves_across(places: Sequence[int], one: int, other: int) -> bool:
    """Tell whether anything near before a word stands behind its counterpart, or the reverse."""
    if max(places[max(0, one - _NEAR) : one], default=NONE) > other:
        return True
    behind = [there for there in places[one + 1 : one + _NEAR] if there < other]
    return max(behind, default=NONE) != NONE


def of_one_family(row: Row) -> Iterator[tuple[int, int]]:
    """Yield unlinked verbs and the only unlinked ones of their families: he resigned, she fired him."""
    ours = of_families(row.translation)
    theirs = of_families(row.reference) if ours else []
    if not theirs:
        return
    words, others, links = row.translation.small, row.reference.small, row.links
    free = [at for at in ours if is_free(words, at, others, links.forward[at])]
    left = [at for at in theirs if is_free(others, at, words, links.backward[at])]
    for one in free if left else ():
        mine = families_of(words[one])
        found = [other for other in left if not mine.isdisjoint(families_of(others[other]))]
        if len(found) == 1:
            yield one, found[0]


def is_free(words: Sequence[str], at: int, others: Sequence[str], there: int) -> bool:
    """Tell whether a word is linked with none, or with one that only makes a deed of its noun."""
    return there == NONE or is_lent(words[at], others[there])


def have_pronouns(row: Row) -> bool:
    """Tell whether both sides have pronouns."""
    known = pronouns()
    return not (known.isdisjoint(row.reference.vocabulary) or known.isdisjoint(row.translation.folded))


@cache
def pronouns() -> frozenset[str]:
    """Give the pronouns of persons."""
    return frozenset(persons("en"))


def is_told_of_others(words: Sequence[str], one: int, others: Sequence[str], other: int) -> bool:
    """Tell whether the pronouns before and behind two verbs are of two persons, or changed places."""
    before, after = pronoun_before(words, one), pronoun_behind(words, one)
    ahead, behind = pronoun_before(others, other), pronoun_behind(others, other)
    crossing = (before and before == behind) or (after and after == ahead)
    return are_of_others(before, ahead) or are_of_others(after, behind) or bool(crossing)


def are_of_others(person: str, another: str) -> bool:
    """Tell whether both verbs have a pronoun before them, of two persons."""
    return bool(person and another) and person != another


def pronoun_before(words: Sequence[str], verb: int) -> str:
    """Give the person of a pronoun right before a verb or its auxiliary."""
    known = persons("en")
    near = _NOT_TOO if verb and words[verb - 1] == "not" else _AHEAD
    return next(filter(None, [known.get(words[verb - step], "") for step in near if step <= verb]), "")


def pronoun_behind(words: Sequence[str], verb: int) -> str:
    """Give the person of a pronoun right behind a verb."""
    return persons("en").get(words[verb + 1], "") if verb + 1 < len(words) else ""


def signs(side: Side, verb: int) -> tuple[bool, bool]:
    """Tell what shows a verb's voice: a form of be before it, "by" behind it."""
    words, known = side.small, role_words("be")
    by = "by" in side.vocabulary and "by" in words[verb + 1 : verb + _NEAR]
    if form(words[verb]) not in PARTICIPLES:
        return False, by
    return not known.isdisjoint(words[max(0, verb - _AUXILIARIES) : verb]), by
