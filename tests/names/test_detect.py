"""Names found by their capitals."""

import pytest

from workbench.lang.name_words import name_words
from workbench.names.detect import found_names, knowledge
from workbench.names.words import words_of


def find(text, *others):
    lexicon = name_words("en")
    texts = [words_of(one, frozenset(lexicon.titles)) for one in (text, *others)]
    return [(name.form, name.title, name.sure) for name in found_names(text, knowledge(texts, lexicon))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ukrainian President Volodymyr Zelensky spoke.", [("Volodymyr Zelensky", "president", True)]),
        ("U.S. Secretary of State Antony Blinken left.", [("Antony Blinken", "secretary", True)]),
        ("a call with Gen. Mark Milley.", [("Mark Milley", "general", True)]),
        ("the book of J. K. Rowling sold.", [("J. K. Rowling", None, True)]),
        ("the plan of O. R. Smith’s aide.", [("O. R. Smith", None, True)]),
        ("the view of Ursula von der Leyen is", [("Ursula von der Leyen", None, True)]),
        ("the rule of Bashar al-Assad ended.", [("Bashar al-Assad", None, True)]),
        ("the man was Charles de Gaulle.", [("Charles de Gaulle", None, True)]),
        ("a picture (Lee Jin-man/AP)", [("Lee Jin-man", None, True), ("AP", None, True)]),
        ("Chatham’s Lutsevych said so.", [("Chatham", None, False), ("Lutsevych", None, True)]),
        ("But Putin stayed.", [("Putin", None, True)]),
        ("Putin stayed.", [("Putin", None, False)]),
        ("on Monday, in March, a Russian left South Korea.", []),
        ("The Finnish president and I left.", []),
        ("a Putin-led party, an anti-Putin one", [("Putin", None, True), ("Putin", None, True)]),
        ("LEADERS MEET IN WARSAW OVER AID", []),
        ("see https://x.org/Putin and foo_Putin", []),
        ("", []),
    ],
)
def test_names_are_found(text, expected):
    assert find(text) == expected


def test_a_first_word_is_sure_when_it_has_a_capital_elsewhere_in_the_texts():
    assert find("Putin stayed.", "Then Putin left.") == [("Putin", None, True)]


def test_a_first_word_that_is_written_small_elsewhere_is_no_name():
    assert find("Webinars were held.", "In their webinars they spoke.") == []


def test_a_headline_gives_doubtful_names_only():
    assert all(not sure for _, _, sure in find("Polish Leader Tusk Warns About Budget Crisis"))


def test_a_lone_german_noun_is_no_sure_name():
    lexicon = name_words("de")
    words = words_of("Der Unfall geschah, als Olaf Lindner fuhr.", frozenset(lexicon.titles))
    found = found_names("Der Unfall geschah, als Olaf Lindner fuhr.", knowledge([words], lexicon))
    assert {name.form for name in found if name.sure} == {"Olaf Lindner"}
