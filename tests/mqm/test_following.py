import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.mqm import following
from workbench.mqm.following import Followed, changes, follow

TEXTS = st.text("ab 나.", max_size=12)


def spans_of(text):
    return [(start, end) for start in range(len(text) + 1) for end in range(start, len(text) + 1)]


def after(old, new, marked):
    start = old.index(marked)
    (found,) = follow(old, new, [(start, start + len(marked))])
    return None if found.gone else new[slice(*found.span)]


@pytest.mark.parametrize(
    ("old", "new", "marked", "now"),
    [
        ("about South Korea’s role", "about North Korea’s role", "South Korea’s", "North Korea’s"),
        ("about South Korea’s role", "on South Korea’s role", "South Korea’s", "South Korea’s"),
        ("Zelenskiy told Zelenskiy so", "Zelensky told Zelensky so", "told", "told"),
        ("Zelenskiy told Zelenskiy so", "Zelensky told Zelensky so", "Zelenskiy", "Zelensky"),
        ("a bad word", "a word", "bad", None),
        ("a bad word", "a fine word", "bad", None),
        ("a bad word", "a very bad word", "bad", "bad"),
        ("a bad word", "a badly word", "bad", "bad"),
        ("a bad word", "a b-ad word", "bad", "b-ad"),
        ("a bad word", "abad word", "bad", "bad"),
        ("abc d e", "xyz d e", "bc d", " d"),
        ("one two", "", "two", None),
    ],
)
def test_marks_follow_an_edit(old, new, marked, now):
    assert after(old, new, marked) == now


def test_a_gap_stays_between_its_neighbours():
    assert follow("abc", "abXc", [(2, 2), (3, 3)]) == [
        Followed((2, 2), gone=False),
        Followed((4, 4), gone=False),
    ]
    assert follow("abc", "c", [(1, 1)]) == [Followed((0, 0), gone=False)]


@given(TEXTS, TEXTS)
@settings(deadline=None)
def test_the_changes_make_the_new_text_of_the_old(old, new):
    made, done = "", 0
    for one in changes(old, new):
        assert done <= one.start <= one.end
        made += old[done : one.start] + new[one.new_start : one.new_end]
        assert len(made) == one.new_end
        done = one.end
    assert made + old[done:] == new


@given(TEXTS, TEXTS)
@settings(deadline=None)
def test_a_mark_is_gone_just_when_no_character_of_it_is_left(old, new):
    edits = list(changes(old, new))
    lost = {place for one in edits for place in range(one.start, one.end)}
    for span, found in zip(spans_of(old), follow(old, new, spans_of(old)), strict=True):
        start, end = found.span
        assert 0 <= start <= end <= len(new)
        assert found.gone == (span[0] < span[1] and set(range(*span)) <= lost)
        assert (start == end) == (found.gone or span[0] == span[1])


@given(TEXTS, TEXTS, TEXTS, TEXTS)
@settings(deadline=None)
def test_what_no_edit_touched_keeps_its_text(before, marked, behind, new):
    """An edit before or behind a mark moves it and no more, unless the texts run into one another."""
    word = f"<{marked}>"
    old = before + word + behind
    (found,) = follow(old, new + word + behind, [(len(before), len(before) + len(word))])
    assert (new + word + behind)[slice(*found.span)] == word


@given(TEXTS, TEXTS)
@settings(deadline=None)
def test_order_and_nesting_are_kept(old, new):
    spans = [span for span in spans_of(old) if span[0] < span[1]]
    moved = dict(zip(spans, follow(old, new, spans), strict=True))
    for outer in spans:
        for inner in spans:
            if outer[0] <= inner[0] and inner[1] <= outer[1] and not moved[inner].gone:
                assert moved[outer].span[0] <= moved[inner].span[0]
                assert moved[inner].span[1] <= moved[outer].span[1]


@given(TEXTS)
@settings(deadline=None)
def test_no_edit_moves_nothing(text):
    assert follow(text, text, spans_of(text)) == [Followed(span, gone=False) for span in spans_of(text)]


def test_a_text_without_end_is_one_edit(monkeypatch):
    monkeypatch.setattr(following, "_MOST_TOKENS", 3)
    old, new = "start b c d e end", "start B c D e end"
    (one,) = changes(old, new)
    assert old[one.start : one.end] == "b c d"
    assert follow(old, new, [(14, 17), (8, 9)])[0] == Followed((14, 17), gone=False)
