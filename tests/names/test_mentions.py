"""The safe replacement of one name."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.names import apply_form, mention_spans

L = "Lutsevych"
R = "Rutsevich"


@pytest.mark.parametrize(
    ("text", "form", "proposal", "expected"),
    [
        ("Rutsevich’s plan, Rutsevich's plan", R, L, "Lutsevych’s plan, Lutsevych's plan"),
        ("the Rutsevichs’ house", R, L, "the Rutsevichs’ house"),
        ("James’ and James’s", "James", "Charles", "Charles’ and Charles’s"),
        ("Rutsevich’ll see, Rutsevich’d seen", R, L, "Lutsevych’ll see, Lutsevych’d seen"),
        ("(Rutsevich), “Rutsevich” ‘Rutsevich’.", R, L, "(Lutsevych), “Lutsevych” ‘Lutsevych’."),
        ("a Rutsevich-led, anti-Rutsevich crowd", R, L, "a Lutsevych-led, anti-Lutsevych crowd"),
        ("Rutsevich-Kim and Kim-Rutsevich", R, L, "Rutsevich-Kim and Kim-Rutsevich"),
        ("Rutseviches, Rutsevichova", R, L, "Rutseviches, Rutsevichova"),
        ("Lee Jin-man", "Jin", "Chin", "Lee Jin-man"),
        ("O’Brien, d'Artagnan O'Brien", "Brien", "Brian", "O’Brien, d'Artagnan O'Brien"),
        ("le plan d’Olysia", "Olysia", "Orysia", "le plan d’Orysia"),
        ("foo_Rutsevich Rutsevich_bar", R, L, "foo_Rutsevich Rutsevich_bar"),
        ("see https://x.org/Rutsevich now", R, L, "see https://x.org/Rutsevich now"),
        ("see www.Rutsevich.org or rutsevich.com", R, L, "see www.Rutsevich.org or rutsevich.com"),
        ("write to a@Rutsevich.com", R, L, "write to a@Rutsevich.com"),
        (
            "@Rutsevich #Rutsevich `Rutsevich` Rutsevich()",
            R,
            L,
            "@Rutsevich #Rutsevich `Rutsevich` Rutsevich()",
        ),
        ("It was Rutsevich.He left", R, L, "It was Lutsevych.He left"),
        ("RUTSEVICH SPEAKS", R, L, "LUTSEVYCH SPEAKS"),
        ("rutsevich", R, L, "rutsevich"),
        ("Li met Li Zuocheng", "Li", "Li Zuocheng", "Li Zuocheng met Li Zuocheng"),
        ("Gen. Li Chuo left", "Li Chuo", "Li Zuocheng", "Gen. Li Zuocheng left"),
        ("Ukraine\nAlert’s editor", "Ukraine Alert", "UkraineAlert", "UkraineAlert’s editor"),
        ("Li\nChuo", "Li Chuo", "Li Zuocheng", "Li\nZuocheng"),
        ("an Olysia fan", "Olysia", "Marysia", "a Marysia fan"),
        ("A Rutsevich aide", R, "Utsevych", "An Utsevych aide"),
        ("a “Rutsevich” aide", R, "Utsevych", "an “Utsevych” aide"),
        ("a Rutsevich aide", R, "Ukrainov", "a Ukrainov aide"),
        ("an Ivan", "Ivan", "Yvan", "a Yvan"),
        ("la Rutsevich", R, "Utsevych", "la Utsevych"),
        ("Wo\u0301jcik, Wójcik", "Wójcik", "Wojcik", "Wojcik, Wojcik"),
        ("O\u2019Nil and O'Nil", "O’Nil", "O’Neill", "O’Neill and O’Neill"),
        ("Zelenskiyа", "Zelenskiy", "Zelensky", "Zelenskiyа"),  # a Cyrillic letter at its end
        ("Nothing here.", R, L, "Nothing here."),
        ("", R, L, ""),
    ],
)
def test_one_name_is_replaced_and_nothing_else(text, form, proposal, expected):
    assert apply_form(text, form, proposal) == expected


def test_the_article_is_left_alone_in_other_languages():
    assert apply_form("a Rutsevich", R, "Utsevych", language="pt") == "a Utsevych"


def test_spans_leave_the_possessive_out_and_are_in_order():
    text = "Rutsevich’s friend met RUTSEVICH."
    assert [text[start:end] for start, end in mention_spans(text, R)] == ["Rutsevich", "RUTSEVICH"]


@pytest.mark.parametrize("form", ["", " ", "\n"])
def test_an_empty_form_is_nowhere(form):
    assert mention_spans("any text", form) == []


PARTS = ["Li", "Chuo", "Zuocheng", "Olysia", "Éva", "O’Neil", "Jin-man"]
names = st.lists(st.sampled_from(PARTS), min_size=1, max_size=3).map(" ".join)
texts = st.lists(
    st.one_of(names, st.sampled_from(["a ", " ", "’s ", "-", ". ", "_", "an ", "LI", "x@", "\u0301", "\n"])),
    max_size=12,
).map("".join)


@given(texts, names, names)
def test_a_second_run_changes_nothing(text, form, proposal):
    if form.startswith(proposal) or form.endswith(proposal):
        return  # what is left of a shortened name may meet its neighbours anew
    once = apply_form(text, form, proposal)
    assert apply_form(once, form, proposal) == once


@given(texts, names)
def test_spans_are_disjoint_and_read_as_the_form(text, form):
    spans = mention_spans(text, form)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    for start, end in spans:
        written = unicodedata.normalize("NFC", " ".join(text[start:end].split()))
        assert written.upper() == unicodedata.normalize("NFC", form).upper()


@given(texts, names)
def test_what_is_outside_the_mentions_stays(text, form):
    spans = mention_spans(text, form)
    kept = "".join(
        text[a:b]
        for a, b in zip([0, *(e for _, e in spans)], [*(s for s, _ in spans), len(text)], strict=True)
    )
    assert apply_form(text, form, "\u4e2d", language="zh").replace("\u4e2d", "") == kept
