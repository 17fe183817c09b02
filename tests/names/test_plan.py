"""Plans of edits: what they change, and that they can be taken back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.names.mentions import mention_spans
from workbench.names.plan import Edit, applied, apply_form, inverse, plan, wrong_spans

FORM, RIGHT = "Olysia Rutsevich", "Orysia Lutsevych"


def planned(text, form=FORM, right=RIGHT):
    return plan(text, wrong_spans(text, form, right), form, right, english=True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a Rutsevich", [(2, "Rutsevich", "Lutsevych", "name")]),
        ("RUTSEVICH", [(0, "RUTSEVICH", "LUTSEVYCH", "capitals")]),
        ("nobody", []),
    ],
)
def test_a_plan_names_what_it_changes(text, expected):
    edits = planned(text, "Rutsevich", "Lutsevych")
    assert [(edit.start, edit.old, edit.new, edit.kind) for edit in edits] == expected


def test_the_article_before_a_name_is_an_edit_of_its_own():
    assert [edit.kind for edit in planned("an Olysia", "Olysia", "Marysia")] == ["article", "name"]


def test_overlapping_spans_are_planned_once():
    text = "Olysia Rutsevich"
    assert len(plan(text, [(0, 16), (7, 16), (0, 16)], FORM, RIGHT, english=True)) == 1


def test_a_plan_for_another_text_is_refused():
    with pytest.raises(ValueError, match="Rutsevich"):
        applied("nothing here", [Edit(0, "Rutsevich", "Lutsevych", "name")])


pieces = st.sampled_from(
    [
        "Olysia Rutsevich", "OLYSIA RUTSEVICH", "Olysia\nRutsevich",
        "an ", "a ", "A ", " ", "’s", "s’", "-led", "x@y.z",
        "http://x.y/", "`", ". ", "Orysia Lutsevych", "\u200b", "é", "e\u0301", "김", "🙂", "Rutsevich",
        "_", "\0",
    ]
)  # fmt: skip
texts = st.lists(pieces, max_size=14).map("".join)


@given(texts)
def test_what_was_planned_can_be_taken_back_to_the_byte(text):
    edits = planned(text)
    assert applied(applied(text, edits), inverse(edits)).encode() == text.encode()


@given(texts)
def test_a_second_run_changes_nothing(text):
    once = apply_form(text, FORM, RIGHT)
    assert apply_form(once, FORM, RIGHT) == once


@given(texts, st.data())
def test_only_ticked_mentions_change(text, data):
    spans = wrong_spans(text, FORM, RIGHT)
    ticked = [span for span in spans if data.draw(st.booleans())]
    after = applied(text, plan(text, ticked, FORM, RIGHT, english=False))
    assert len(mention_spans(after, FORM)) == len(spans) - len(ticked)


ADDRESSES = [
    "http://x.y/Rutsevich",
    "Rutsevich@x.org",
    "www.Rutsevich.org",
    "`Rutsevich`",
    "my_Rutsevich",
    "@Rutsevich",
]


@given(st.lists(st.sampled_from([*ADDRESSES, "Rutsevich", "a", "Rutsevich’s", "“"]), max_size=12))
def test_addresses_and_code_stay_as_they_are(words):
    after = apply_form(" ".join(words), "Rutsevich", "Lutsevych").split(" ")
    expected = [word if word in ADDRESSES else word.replace("Rutsevich", "Lutsevych") for word in words]
    assert after == (expected or [""])
