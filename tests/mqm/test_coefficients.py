"""Worked examples of the sources, and obvious slow versions as judges."""

from itertools import combinations, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.mqm.coefficients import Level, kendall_tau, krippendorff_alpha

# Krippendorff 2011, section C: 4 observers, 12 units, None where one did not look.
OBSERVERS = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3],
    [None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None],
]
UNITS = [[value for value in unit if value is not None] for unit in zip(*OBSERVERS, strict=True)]
RATINGS = st.lists(st.lists(st.integers(0, 3), min_size=1, max_size=3), min_size=1, max_size=8)
SERIES = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=2, max_size=10)


@pytest.mark.parametrize(
    ("level", "alpha"), [(Level.NOMINAL, 0.743), (Level.ORDINAL, 0.815), (Level.INTERVAL, 0.849)]
)
def test_krippendorffs_own_example(level, alpha):
    assert krippendorff_alpha(UNITS, level) == pytest.approx(alpha, abs=5e-4)


def test_two_coders_and_two_values_as_krippendorff_works_them():
    """Section A: ten units, .095."""
    a, b = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]
    assert krippendorff_alpha(list(zip(a, b, strict=True))) == pytest.approx(0.095, abs=5e-4)


@pytest.mark.parametrize(("units", "alpha"), [([[1, 1], [1, 1]], None), ([[1], [2]], None), ([], None)])
def test_nothing_to_agree_about_is_none(units, alpha):
    assert krippendorff_alpha(units) is alpha


@given(RATINGS)
@settings(deadline=None)
def test_alpha_is_what_its_definition_counts(units):
    """Disagreement of pairs within units, over that of all pairs of values."""
    told = [unit for unit in units if len(unit) > 1]
    values = [value for unit in told for value in unit]
    if len(set(values)) < 2:
        assert krippendorff_alpha(units, Level.INTERVAL) is None
        return
    within = sum((a - b) ** 2 / (len(unit) - 1) for unit in told for a, b in permutations(unit, 2))
    between = sum((a - b) ** 2 for a, b in permutations(values, 2)) / (len(values) - 1)
    assert krippendorff_alpha(units, Level.INTERVAL) == pytest.approx(1 - within / between)


def test_kendalls_worked_example():
    assert kendall_tau([1, 2, 2, 3], [1, 2, 3, 3]) == pytest.approx(0.8)
    assert kendall_tau([1, 2, 3], [3, 2, 1]) == -1
    assert kendall_tau([1, 1], [1, 2]) is None
    assert kendall_tau([], []) is None


@given(SERIES)
@settings(deadline=None)
def test_tau_is_what_its_definition_counts(pairs):
    alike = other = only_a = only_b = 0
    for (a, b), (c, d) in combinations(pairs, 2):
        alike += (a - c) * (b - d) > 0
        other += (a - c) * (b - d) < 0
        only_a += a == c and b != d
        only_b += b == d and a != c
    norm = (alike + other + only_a) * (alike + other + only_b)
    found = kendall_tau([a for a, _b in pairs], [b for _a, b in pairs])
    assert found == (None if not norm else pytest.approx((alike - other) / norm**0.5))
