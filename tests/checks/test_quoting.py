"""Which quotation marks belong together, by language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.checks.quoting import quoting


@pytest.mark.parametrize(
    ("text", "language", "spans", "unclosed", "unopened"),
    [
        ("“A,” he said. “B.", "en", [(0, 4)], [14], []),
        ("This is it.” He left.", "en", [], [], [11]),
        ('He said "no" and left.', "en", [(8, 12)], [], []),
        ('A 6" pipe and 5\' 9".', "en", [], [], []),
        ("“He said ‘no’,” I wrote.", "en", [(0, 15), (9, 13)], [], []),
        ("the boys’ ‘game’ isn’t", "en", [(10, 16)], [], []),
        ("Er rief: „Nein“, und ging.", "de", [(9, 15)], [], []),
        ("Il dit : « non » et partit.", "fr", [(9, 16)], [], []),
        ("彼は「いいえ」と言った。", "ja", [(2, 7)], [], []),
        ("Hon sa ”nej” och gick.", "sv", [(7, 12)], [], []),
        ("nothing", "xx", [], [], []),
    ],
)
def test_marks_pair_off(text, language, spans, unclosed, unopened):
    found = quoting(text, language)
    assert [list(found.spans), list(found.unclosed), list(found.unopened)] == [spans, unclosed, unopened]


@given(st.text("ab .,“”‘’\"'„«»", max_size=40), st.sampled_from(["en", "de", "fr", "sv"]))
def test_every_span_lies_in_the_text_and_marks_are_counted_once(text, language):
    found = quoting(text, language)
    places = [place for start, end in found.spans for place in (start, end - 1)]
    places += [*found.unclosed, *found.unopened]
    assert len(set(places)) == len(places)
    assert all(0 <= place < len(text) for place in places)
