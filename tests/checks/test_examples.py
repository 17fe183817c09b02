"""Every check on its own table of examples."""

from importlib.resources import files

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


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_a_check_has_twenty_examples_of_each_kind(check):
    wrong = [case for case in examples(check.name) if case.found]
    assert len(wrong) >= 20
    assert len(examples(check.name)) - len(wrong) >= 20


def test_every_check_of_the_package_is_registered():
    folder = files("workbench.checks")
    modules = {
        path.name.removesuffix(".py")
        for path in folder.iterdir()
        if path.name.endswith(".py") and "CHECK = Check(" in path.read_text(encoding="utf-8")
    }
    assert modules == {check.name for check in CHECKS}
