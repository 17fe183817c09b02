"""Edits laid over pieces: whatever the pieces and the texts, the file shows what it should."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workbench.formats.pieces import Kind, Piece, changes, edits

TEXT = st.text(st.sampled_from("ab cde  é漢字\n,.&"), max_size=24)
KINDS = st.sampled_from([Kind.TEXT, Kind.TEXT, Kind.CODE, Kind.ATOM, Kind.ELEMENT])


@st.composite
def passages(draw):
    """Make a file whose pieces stand between marks; what is shown as a whole is written in brackets."""
    file, pieces = "#", []
    for text, kind in draw(st.lists(st.tuples(TEXT.filter(bool), KINDS), min_size=1, max_size=5)):
        written = text if kind in {Kind.TEXT, Kind.CODE} else f"[{text}]"
        pieces.append(Piece(len(file), len(file) + len(written), text, kind))
        file += written + "#"
    return file, pieces


def spliced(file, found):
    for start, end, new in sorted(found, reverse=True):
        file = file[:start] + new + file[end:]
    return file


@given(passages(), TEXT)
@example(passage=("#aa#", [Piece(1, 3, "aa", Kind.TEXT)]), new="aaa.")  # two insertions at one place
def test_the_file_shows_the_new_text_and_keeps_its_marks(passage, new):
    file, pieces = passage
    found = sorted(edits(pieces, new, lambda text, _kind: text))
    assert all(first[1] <= second[0] for first, second in pairwise(found))
    after = spliced(file, found)
    assert after.count("#") == file.count("#")
    assert after.replace("#", "").replace("[", "").replace("]", "") == new


@given(TEXT, TEXT)
def test_changes_are_in_order_and_lead_from_one_text_to_the_other(old, new):
    found = list(changes(old, new))
    text, done = "", 0
    for change in found:
        assert change.start >= done
        text += old[done : change.start]
        assert len(text) == change.new_start
        text += new[change.new_start : change.new_end]
        done = change.end
    assert text + old[done:] == new


CASES = [
    ("with link to x", "with  to x", [("", " "), ("link ", "")]),
    ("a book here", "a books here", [("", "s")]),
    ("big blue sea", "big sea", [(" blue", "")]),
    ("Der große Baum", "Große Baum", [("Der ", ""), ("g", "G")]),
    ("same", "same", []),
    ("한국어 문장", "한국의 문장", [("어", "의")]),
    ("", "new", [("", "new")]),
]


@pytest.mark.parametrize(("old", "new", "wanted"), CASES)
def test_what_differs_is_said_by_words(old, new, wanted):
    found = [(old[c.start : c.end], new[c.new_start : c.new_end]) for c in changes(old, new)]
    assert found == wanted


def test_a_text_too_long_to_compare_is_changed_as_a_whole_between_what_is_the_same():
    old, new = (" ".join(f"{word}{n}" for n in range(5_000)) for word in ("a", "b"))
    assert len(list(changes(f"one {old} two", f"one {new} two"))) == 1
