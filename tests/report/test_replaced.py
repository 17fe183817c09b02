import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from workbench.report.article_text import pieces
from workbench.report.markup import together
from workbench.report.replaced import replaced

TEXT = st.text(st.sampled_from("ab 나中。.\n"), max_size=20)


def shown(before, after):
    return html.fromstring(replaced(before, after, "en", "en"))


def test_a_changed_word_stands_beside_what_it_was():
    tree = shown("The bad cat sat.", "The good cat sat.")
    assert [(one.tag, one.text) for one in tree] == [("del", "bad "), ("ins", "good ")]


@given(TEXT, TEXT)
@settings(deadline=None)
def test_what_stayed_and_what_went_is_the_old_text_and_what_came_the_new(before, after):
    tree = html.fromstring(f"<div>{replaced(before, after, 'en', 'en')}</div>")
    old = "".join(tree.xpath(".//text()[not(parent::ins)]"))
    new = "".join(tree.xpath(".//text()[not(parent::del)]"))
    assert (old, new) == (before, after)


@pytest.mark.parametrize(
    ("spans", "marked"),
    [([(0, 2)], ["a<"]), ([(2, 9)], ["b&c"]), ([], []), ([(1, 1)], []), ([(0, 1), (4, 5)], ["a", "c"])],
)
def test_marked_spans_keep_the_text(spans, marked):
    tree = html.fromstring(f"<p>{together(pieces('a<b&c', spans, 'mark'))}</p>")
    assert tree.text_content() == "a<b&c"
    assert [one.text for one in tree.iter("mark")] == marked
