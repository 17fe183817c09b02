"""Forms of a name that name one thing, and such as do not."""

import pytest

from workbench.checks.names import is_same_name


@pytest.mark.parametrize(
    ("written", "other", "same"),
    [
        ("Tirso River", "River Tirso", True),
        ("Morazán Boulevard", "Boulevard Morazán", True),
        ("As Banco Litoral", "When Banco Litoral", True),
        ("Oulu University", "University of Oulu", True),
        ("Kim Park", "Park Kim", False),
        ("Grant Hill", "Hill Grant", False),
        ("Tirso River", "River Terso", False),
        ("Do Kyung-soo", "So Kyung-soo", False),
        ("Will Smith", "May Smith", False),
        ("US Bank", "Bank", False),
        ("As Smith", "When Smith", False),
        ("", "Foo", False),
        ("\u2003", "Foo", False),
        ("The  ", "Foo", False),
    ],
)
def test_what_is_one_name(written, other, same):
    assert is_same_name(written, other) is same
