import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.store.hashes import encode, row_hash

VALUES = st.none() | st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False) | st.text() | st.binary()


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ((), "e4a6a0577479b2b4"),
        ((None,), "5dba33a5971e98b4"),
        ((1, "a\0한", 2.5, b"\xff", None, -3), "4ff705a8fd5c6b9b"),
        ((2**63 - 1, -0.0, ""), "880a49670db63e04"),
    ],
)
def test_the_hash_is_part_of_the_file_format(row, expected):
    assert row_hash(*row).hex() == expected


@given(st.lists(VALUES), st.lists(VALUES))
def test_different_rows_are_encoded_differently(one, other):
    same = [repr(v) for v in one] == [repr(v) for v in other]
    assert (b"".join(map(encode, one)) == b"".join(map(encode, other))) == same


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("a", "b"), ("ab", "")),
        ((1,), (1.0,)),
        (("1",), (1,)),
        ((b"a",), ("a",)),
        ((None,), ("",)),
        ((0.0,), (-0.0,)),
    ],
)
def test_types_and_borders_count(one, other):
    assert row_hash(*one) != row_hash(*other)
