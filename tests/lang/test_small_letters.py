"""Letters that a pattern takes for others when case is ignored stop no reader: laſt year, sıx hours."""

import pytest

from workbench.checks import CHECKS
from workbench.checks.examples import examples
from workbench.lang.moments import moments
from workbench.lang.quantities import quantities
from workbench.lang.small_letters import small_letters

TEXTS = sorted({text for check in CHECKS for case in examples(check.name) for text in case.translation})


@pytest.mark.parametrize(("one", "other"), [("s", "ſ"), ("i", "ı"), ("i", "İ"), ("k", "\u212a")])
def test_readers_read_on(one, other):
    told = 0
    for text in TEXTS:
        changed = text.replace(one, other)
        found = (*moments(changed, "en"), *quantities(changed, "en"))
        told += changed != text and bool(found)
        assert all(0 <= each.start < each.end <= len(changed) for each in found)
    assert told > 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [("laſt WINTER", "last winter"), ("İn wınter", "in winter"), ("\u212aıev", "kiev"), ("Straße", "straße")],
)
def test_small_letters(text, expected):
    assert small_letters(text) == expected
