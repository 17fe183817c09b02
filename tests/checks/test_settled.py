"""Of two fixes of the same few words one is kept, and what gives way is left out beside another's finding."""

import pytest

from workbench.checks import CHECKS, Check, Passage, find, read
from workbench.checks.hit import Hit
from workbench.model.document import Role
from workbench.model.finding import Severity

LANGUAGES = {Role.TRANSLATION: "en", Role.SOURCE: "ko"}


@pytest.mark.parametrize(
    ("translation", "reference", "text", "fix"),
    [
        (
            "He spoke of South Korea’s presence in Russia last month.",
            "He spoke last month of the North’s presence in Russia.",
            "South",
            "North",
        ),
        (
            "In testimony last year, he told the Senate about calls to Beijing.",
            "In testimony later that year, he told the Senate about calls to Beijing.",
            "last year",
            "later that year",
        ),
    ],
)  # fmt: skip
def test_fixes_of_the_same_words_do_not_overlap(translation, reference, text, fix):
    found = find(read([Passage(0, (translation,), (reference,))], LANGUAGES), CHECKS)
    assert [(one.text, one.fix) for one in found if one.fix] == [(text, fix)]


def test_a_slip_inside_a_long_clause_is_kept():
    text = (
        "Although the the country has stood by its neighbor over the course of the war, but it sent no arms."
    )
    found = find(read([Passage(0, (text,))], LANGUAGES), CHECKS)
    assert [one.check for one in found] == ["splices", "typography"]


def test_what_gives_way_is_left_out_where_another_finding_touches_it():
    def marking(name, *spans, gives_way=False):
        hits = [Hit(span, "accuracy", Severity.MINOR, name, 0.6) for span in spans]
        return Check(name, name, name, lambda _row, _article: hits, gives_way=gives_way)

    checks = [marking("meek", (0, 3), (4, 20), (21, 24), gives_way=True), marking("firm", (2, 5), (24, 26))]
    found = find(read([Passage(0, ("It has been said again and again.",))], LANGUAGES), checks)
    assert [(one.check, one.span) for one in found] == [
        ("firm", (2, 5)),
        ("meek", (21, 24)),
        ("firm", (24, 26)),
    ]
