"""Large reviews are checked part by part in processes, and only the parts that changed."""

import gc
from dataclasses import replace

import pytest

from workbench.checks import CHECKS, Context, Passage, find, read
from workbench.model.document import Role
from workbench.progress import Cancelled, silent
from workbench.project.check_parts import Before, findings_by_parts

ENGLISH = {Role.TRANSLATION: "en"}
FEW = [check for check in CHECKS if check.name in {"numbers", "typography"}]
PART = 2000
PASSAGES = [
    Passage(row, (f"The  ships left on day {row % 9}.",), (f"The ships left on day {row % 8}.",))
    for row in range(2 * PART + 500)
]


@pytest.fixture(scope="module")
def findings():
    return findings_by_parts(PASSAGES, ENGLISH, Context(), silent, FEW)


def test_parts_say_what_the_whole_says(findings):
    assert findings == find(read(PASSAGES, ENGLISH), FEW)
    assert {finding.pair // PART for finding in findings} == {0, 1, 2}
    assert gc.isenabled()


def test_only_parts_that_changed_are_checked_again(findings):
    edited = list(PASSAGES)
    edited[PART + 7] = replace(edited[PART + 7], translation=("The ships  left.",))
    steps = set()
    again = findings_by_parts(
        edited,
        ENGLISH,
        Context(),
        lambda done, total: steps.add((done, total)),
        FEW,
        Before(PASSAGES, (), findings),
    )
    assert again == find(read(edited, ENGLISH), FEW) != findings
    assert {total for _done, total in steps} == {1}


def test_a_large_check_can_be_stopped():
    def stop(*_steps):
        raise Cancelled

    with pytest.raises(Cancelled):
        findings_by_parts(PASSAGES, ENGLISH, Context(), stop, FEW)
    assert gc.isenabled()
