"""Nearness in sound."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.lang.name_words import name_words
from workbench.names.explain import differences
from workbench.names.opaque import prose
from workbench.names.sound import key, nearness
from workbench.names.wording import is_derived
from workbench.names.words import plain


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rutsevich", "Lutsevych"),
        ("Kachinsky", "Kaczyński"), ("Sigeru", "Shigeru"), ("Bwodimir", "Volodymyr"),
        ("Zemlyanichenko", "Zemlianichenko"), ("Oreksi", "Oleksii"), ("Anjei", "Andrzej"), ("Joi", "Zoe"),
    ],
)  # fmt: skip
def test_one_name_through_another_script_is_nearer_than_chance(one, other):
    assert nearness(one, other) > 0.62  # one in a hundred pairs of different names is nearer


@pytest.mark.parametrize(("one", "other"), [("Putin", "Blinken"), ("Milley", "Howell"), ("Seoul", "Senate")])
def test_different_names_are_far(one, other):
    assert nearness(one, other) < 0.62


@pytest.mark.parametrize(("one", "other"), [("Wójcik", "Wojcik"), ("Łódź", "LODZ"), ("Jin-man", "Jinman")])
def test_diacritics_case_and_hyphens_are_no_difference(one, other):
    assert nearness(one, other) == 1


@given(st.text(max_size=20), st.text(max_size=20))
def test_nearness_is_symmetric_and_bounded(one, other):
    assert 0 <= nearness(one, other) <= 1 + 1e-9
    assert nearness(one, other) == pytest.approx(nearness(other, one))


@given(st.text(max_size=30))
def test_folding_is_stable(text):
    assert plain(plain(text)) == plain(text)
    assert key(text) == key(plain(text))


@given(st.text(max_size=60))
def test_blanking_keeps_every_place(text):
    blanked = prose(text)
    assert len(blanked) == len(text)
    assert all(new in (old, "\ue000") for old, new in zip(text, blanked, strict=True))


@pytest.mark.parametrize(
    ("form", "proposal", "expected"),
    [
        ("Olysia Rutsevich", "Orysia Lutsevych", ["l/r", "r/l", "i/y"]),
        ("Zelenskiy", "Zelensky", ["i/–"]),
        ("Li Chuo", "Li Chuo", []),
    ],
)
def test_differing_letters_are_named(form, proposal, expected):
    assert ["/".join(pair) for pair in differences(form, proposal)] == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Marx", "Marxists", True),
        ("Parisian", "Paris", True),
        ("Hivite", "Hivites", True),
        ("Borne", "Born", False),
    ],
)
def test_derived_words_are_known(one, other, expected):
    assert is_derived(one, other, name_words("en")) is expected
