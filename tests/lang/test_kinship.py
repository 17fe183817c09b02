"""Kinship, kinds and opposites of English words: examples, and the definition asked of each base form."""

from itertools import pairwise, product

import pytest

from workbench.lang.denial import has_opposite, opposed
from workbench.lang.kinship import Kin, are_kin, are_opposites, is_kind_of, is_person, kinship, share_kind
from workbench.lang.wordings import wordings
from workbench.lang.wordnet import above, base_forms, meaning, number_of

KIN = [
    ("ships", "ship", Kin.SAME),
    ("took", "takes", Kin.SAME),
    ("Zelensky", "Zelensky", Kin.SAME),
    ("purchase", "bought", Kin.SYNONYMS),
    ("zxqv", "ship", Kin.NONE),
    ("potato", "verdict", Kin.NONE),
]
KINDS = [
    ("typhoon", "storm", True),
    ("storm", "typhoon", False),
    ("wheat", "storm", False),
    ("zxqv", "storm", False),
]
OPPOSITES = [
    ("rose", "fell", True),
    ("first", "last", True),
    ("ships", "boats", False),
    ("zxqv", "fell", False),
]
# Words with some that translators write for them, of which many are kin, and with words of any kind.
SAID = [(word, other) for word, said in list(wordings("en").items())[::61] for other in said.split()[:4]]
PAIRS = [
    *SAID,
    *((one + "s", other + "ing") for one, other in SAID),
    *((one, other) for (one, _), (other, _) in pairwise(SAID)),
    ("rose", "fallen"), ("no-word", "best"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "kin"), KIN)
def test_how_near_two_words_are(one: str, other: str, kin: Kin) -> None:
    assert kinship(one, other) is kinship(other, one) is kin


@pytest.mark.parametrize(("one", "other", "is_kind"), KINDS)
def test_a_kind_is_told_from_what_it_is_a_kind_of(one: str, other: str, is_kind: bool) -> None:
    assert is_kind_of(one, other) is is_kind


@pytest.mark.parametrize(("one", "other", "are_so"), OPPOSITES)
def test_opposites(one: str, other: str, are_so: bool) -> None:
    assert are_opposites(one, other) is are_so
    assert opposed(one, other) is are_so


def test_of_a_verb_that_says_little_wordnet_alone_tells_no_opposite() -> None:
    assert are_opposites("give", "take")
    assert not opposed("give", "take")


def test_an_envoy_and_a_reporter_are_both_persons_and_a_ship_is_none() -> None:
    assert share_kind("envoy", "reporter")
    assert not share_kind("envoy", "wheat")


def test_words_are_as_near_as_the_nearest_two_that_they_may_be_forms_of() -> None:
    assert {kinship(*pair) for pair in PAIRS} == set(Kin)
    for one, other in PAIRS:
        bases = list(product(base_forms(one), base_forms(other)))
        assert kinship(one, other) is max(by_definition(*pair) for pair in bases), (one, other)


def by_definition(one: str, other: str) -> Kin:
    mine, yours = meaning(one), meaning(other)
    if one == other:
        return Kin.SAME
    if mine is None or yours is None:
        return Kin.NONE
    if mine.own & yours.own:
        return Kin.SYNONYMS
    if mine.own & yours.near or mine.near & yours.own:
        return Kin.NEAR
    return Kin.COUSINS if mine.near & yours.near else Kin.NONE


def test_a_word_is_of_the_kinds_that_any_of_its_base_forms_is_of() -> None:
    assert {is_kind_of(*pair) for pair in PAIRS} == {True, False}
    for one, other in PAIRS:
        aims = [known.own for base in base_forms(other) if (known := meaning(base))]
        kinds = [above(known.own, 3) for base in base_forms(one) if (known := meaning(base))]
        assert is_kind_of(one, other) is any(aim & kind for aim, kind in product(aims, kinds)), (one, other)


def test_kin_are_all_that_are_near_or_of_whose_kind_one_is() -> None:
    assert {are_kin(*pair) for pair in PAIRS} == {True, False}
    for one, other in PAIRS:
        kinds = is_kind_of(one, other) or is_kind_of(other, one)
        assert are_kin(one, other) is (kinds or kinship(one, other) > Kin.NONE), (one, other)


@pytest.mark.parametrize(("word", "is_one"), [("inspectors", True), ("father", True), ("wheat", False)])
def test_who_is_a_person(word: str, is_one: bool) -> None:
    assert is_person(word) is is_one


def test_words_are_opposites_when_any_two_that_they_may_be_forms_of_are() -> None:
    assert {are_opposites(*pair) for pair in PAIRS} == {True, False}
    for one, other in PAIRS:
        listed = [known.opposites for base in base_forms(one) if (known := meaning(base))]
        numbers = {number_of(base) for base in base_forms(other)}
        assert are_opposites(one, other) is any(opposites & numbers for opposites in listed), (one, other)
        assert has_opposite(one) or not opposed(one, other)
