"""Letters of other scripts and hidden characters in names."""

import unicodedata

import pytest

from workbench.names import Passage, propose_names
from workbench.names.strange import strange_words

CYRILLIC_A, CYRILLIC_U = "\N{CYRILLIC SMALL LETTER A}", "\N{CYRILLIC SMALL LETTER U}"


@pytest.mark.parametrize(
    ("word", "clean"),
    [
        (f"Zel{CYRILLIC_A}nsky", "Zelansky"),
        ("\N{CYRILLIC CAPITAL LETTER VE}lair", "Blair"),
        ("Ze\u200blensky", "Zelensky"),
        ("Ze\u202elensky", "Zelensky"),
        ("Zelen\u00adsky", "Zelensky"),
        ("Pu\ufefftin", "Putin"),
        ("К\u0069ev", "Kiev"),
        ("\u202eyksneleZ\u202c", "yksneleZ"),
        ("\u2066Zelensky\u2069", "Zelensky"),
    ],
)
def test_a_name_that_is_not_written_as_it_looks_is_found(word, clean):
    text = f"He met {word} there."
    (found,) = strange_words(text)
    assert (text[found.start : found.end], found.clean) == (word, clean)
    assert any(unicodedata.name(sign) in found.why for sign in word if sign not in clean)


@pytest.mark.parametrize(
    "text",
    [
        "Zelensky met Łukasz Żółć.",
        "Путин и Зеленский",
        "\u200bThe end\u200b",
        "می\u200cخواهم",
        "क\u200dष",
        "김정은 Kim",
        "e\u0301tude É\u200dtude"[:6],
        "β-carotene",
        "קרא את \u2066Haaretz\u2069 היום",
        "",
    ],
)
def test_what_is_written_as_it_should_be_is_left_alone(text):
    assert list(strange_words(text)) == []


def test_a_mixed_name_is_proposed_as_it_looks_and_found_no_more():
    text = f"Then Volodymyr Zelensk{CYRILLIC_U} came to Kyiv."
    (name,) = [n for n in propose_names([Passage(0, text, None, None)], language="en") if n.proposal]
    ((start, end),) = [mention.span for mention in name.mentions]
    assert (name.proposal, name.confidence) == ("Zelensky", 0.99)
    assert list(strange_words(text[:start] + name.proposal + text[end:])) == []


@pytest.mark.parametrize("form", ["O", "Ö", "李", "É", "X."])
def test_names_of_one_letter_are_endured(form):
    pairs = [Passage(0, f"He met {form} there, {form}’s friend.", f"There was {form}.", "그는 오를 만났다.")]
    assert all(name.proposal is None for name in propose_names(pairs, language="en", source_language="ko"))
