"""Other ways to write a name."""

import pytest

from workbench.lang.name_words import name_words
from workbench.names.variants import plural, variants


def ways(form, proposal):
    return {(way.form, way.proposal) for way in variants(form, proposal, name_words("en"))}


def test_a_full_name_has_a_surname_initials_a_turned_order_and_plurals():
    assert ways("Olysia Rutsevich", "Orysia Lutsevych") == {
        ("Rutsevich", "Lutsevych"),
        ("Rutseviches", "Lutsevyches"),
        ("Rutsevichs", "Lutsevyches"),
        ("O. Rutsevich", "O. Lutsevych"),
        ("Rutsevich, Olysia", "Lutsevych, Orysia"),
        ("Rutsevich Olysia", "Lutsevych Orysia"),
    }


@pytest.mark.parametrize(
    ("form", "proposal", "expected"),
    [
        ("Jan-Ruku Meranshon", "Jean-Luc Mélenchon", ("J.-R. Meranshon", "J.-L. Mélenchon")),
        ("John Ronal Torkin", "John Ronald Tolkien", ("J.R. Torkin", "J.R. Tolkien")),
        ("Li Chuo", "Li Zuocheng", ("Li", "Li")),
        ("Zelenskiy", "Zelensky", ("Zelenskiys", "Zelenskys")),
    ],
)
def test_initials_and_family_names_follow_the_custom(form, proposal, expected):
    assert expected in ways(form, proposal)


def test_names_with_the_family_first_are_not_turned():
    assert ("Chuo Li", "Zuocheng Li") not in ways("Li Chuo", "Li Zuocheng")


@pytest.mark.parametrize(
    ("name", "many"), [("Jones", "Joneses"), ("Kennedy", "Kennedys"), ("Marx", "Marxes"), ("Kim", "Kims")]
)
def test_plurals_of_names(name, many):
    assert plural(name) == many
