"""Every check on its own table of examples."""

import pytest

from tests.checks.examining import found_by
from workbench.checks import CHECKS
from workbench.checks.examples import examples

CASES = [(check.name, number, case) for check in CHECKS for number, case in enumerate(examples(check.name))]


@pytest.mark.parametrize(
    ("check", "case"),
    [(name, case) for name, _, case in CASES],
    ids=[f"{name}-{number}" for name, number, _ in CASES],
)
def test_example(check, case):
    found = found_by(check, case)
    assert [finding.text for finding in found] == list(case.found)
    if case.fix is not None:
        assert found[0].fix == case.fix
    if case.severity is not None:
        assert found[0].severity == case.severity
