"""What is known of a language's words for names."""

import pytest

from workbench.lang.name_words import name_words


@pytest.mark.parametrize("word", ["south korea", "finnish", "monday", "march", "ukraine", "swedes", "french"])
def test_english_knows_countries_peoples_and_the_calendar(word):
    assert word in name_words("en").phrases


@pytest.mark.parametrize(
    ("word", "title"), [("gen", "general"), ("general", "general"), ("president", "president")]
)
def test_a_title_and_its_abbreviation_are_of_one_class(word, title):
    assert name_words("en").titles[word] == title


@pytest.mark.parametrize(("language", "word"), [("fr", "allemagne"), ("de", "montag"), ("ko", "우크라이나")])
def test_other_languages_have_what_cldr_knows(language, word):
    assert word in name_words(language).phrases


@pytest.mark.parametrize("language", ["xx", "", "tlh-Latn", "en-GB", "sr_Latn"])
def test_any_tag_gives_words(language):
    assert "von" in name_words(language).particles
