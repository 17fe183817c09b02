"""Of two fixes of the same few words one is kept: together they would break the text."""

import pytest

from workbench.checks import CHECKS, Passage, find, read
from workbench.model.document import Role

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
