"""Which words of an English side may tell who does what to whom: verbs, and nouns of deeds."""

from functools import cache, lru_cache

from workbench.checks.side import Side
from workbench.checks.verbs import Form, form
from workbench.lang.kinship import Kin, kinship
from workbench.lang.remembered import remembered
from workbench.lang.roles import deed_of, family_words, is_one_of, nouns_of_deeds, places_of, role_words
from workbench.lang.wordnet import parts_of_speech, spellings

_KNOWN_WORDS = 1 << 16  # how many words' answers are kept


@remembered
def is_telling(word: str) -> bool:
    """Tell whether a word may tell anything of a deed: most words do not, and need not be looked at again."""
    return word in deed_forms() or may_tell(word)


@remembered
def may_tell(word: str) -> bool:
    """Tell whether a word may be a verb whose parties tell something."""
    made = form(word)
    if made is Form.PLAIN:
        nouns, verbs, *_others = parts_of_speech(word)
        return 2 * verbs > nouns and not is_one_of("mutual", word)
    return made not in {Form.NONE, Form.AUXILIARY} and not is_one_of("mutual", word)


@cache
def deed_forms() -> frozenset[str]:
    """Give the words of which some have a family, are nouns of deeds or verbs of either side; no other is."""
    return spellings(family_words() | nouns_of_deeds() | role_words("two_ways"))


def of_families(side: Side) -> list[int]:
    """Give the places of the verbs and nouns of deeds of a side that have families: most sides have few."""
    found = {word for word in deed_forms() & side.folded if families_of(word)}
    return [at for at, word in enumerate(side.small) if word in found] if found else []


@remembered
def families_of(word: str) -> frozenset[int]:
    """Give the families of a verb or of a deed's noun."""
    return frozenset(place.family for place in (*places_of(word), *places_of(deed_of(word) or "")))


@lru_cache(maxsize=_KNOWN_WORDS)
def is_lent(word: str, light: str) -> bool:
    """Tell whether a verb is linked with one that only makes a deed of its noun: told, gave instructions."""
    makes = is_one_of("doing", light) or is_one_of("suffering", light)
    return makes and kinship(word, light) < Kin.SYNONYMS and families_of(word).isdisjoint(families_of(light))


@lru_cache(maxsize=_KNOWN_WORDS)
def are_worth_reading(word: str, another: str) -> bool:
    """Tell whether linked words are read in any case: one is a noun of a deed, or both sides may tell it."""
    if deed_of(word) or deed_of(another):
        return True
    return is_one_of("two_ways", word) or are_converse(word, another)


def are_converse(word: str, another: str) -> bool:
    """Tell whether two verbs tell of one deed from its two sides: buy and sell."""
    mine, yours = places_of(word), places_of(another)
    return any(
        one.family == other.family and one.suffers is not other.suffers for one in mine for other in yours
    )
