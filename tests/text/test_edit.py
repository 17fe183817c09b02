import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text.edit import distribute, joined

EDITS = [
    (["One.", "Two."], "One! Two.", ["One!", "Two."]),
    (["One.", "Two."], "One. Two more.", ["One.", "Two more."]),
    (["One.", "I will."], "One.", ["One.", ""]),
    (["One.", "I will."], "One. ", ["One. ", ""]),
    (["One.", "", "Three."], "One. 3.", ["One.", "", "3."]),
    (["One.", "Two.", "Three."], "One. T Three.", ["One.", "T", "Three."]),
    (["One.", "Two.", "Three."], "One.ree.", ["One.ree.", "", ""]),
    (["", ""], "New", ["New", ""]),
    (["One."], "", [""]),
    (["A", "B"], "", ["", ""]),
    (["가나다.", "라마바."], "가나다. 라사바.", ["가나다.", "라사바."]),
]


@pytest.mark.parametrize(("parts", "new", "expected"), EDITS)
def test_an_edit_goes_to_the_sentence_it_was_made_in(parts, new, expected):
    assert distribute(parts, new) == expected


TEXT = st.text(alphabet="ab .한", max_size=8)


@given(st.lists(TEXT, min_size=1, max_size=5), TEXT)
def test_no_keystroke_is_lost(parts, new):
    shares = distribute(parts, new)
    assert len(shares) == len(parts)
    assert joined(shares) == new


@given(st.lists(st.text(alphabet="abc", min_size=1, max_size=5), min_size=1, max_size=5), st.data())
def test_sentences_away_from_the_edit_stay(parts, data):
    index = data.draw(st.integers(0, len(parts) - 1))
    edited = [*parts[:index], "XYZ", *parts[index + 1 :]]
    assert distribute(parts, joined(edited)) == edited
