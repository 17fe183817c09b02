"""What tells a reader at little cost that a text has nothing for it hides nothing that it would read."""

import pytest

from workbench.checks.knowledge import knowledge
from workbench.lang.countries import Form, countries, wording
from workbench.lang.denial import first_words_of_denials, rests_of_denials
from workbench.lang.quantities import quantities
from workbench.lang.relative_times import may_be_relative, relative_phrases, relative_times
from workbench.lang.vocabulary import vocabulary

SPACED = ["en", "de", "fr", "es", "ru", "uk", "pl"]


@pytest.mark.parametrize("language", SPACED)
def test_a_phrase_that_tells_a_time_by_another_is_looked_for(language):
    for phrase in relative_phrases(language):
        text = f"({phrase.upper()})"
        assert list(relative_times(text, language)), text
        assert may_be_relative(vocabulary(text), language), text


@pytest.mark.parametrize("code", ["KR", "KP", "US", "GB", "CI", "TR", "BA", "MK", "CZ", "NL"])
def test_a_country_is_looked_for_by_any_of_its_names(code):
    names = [word for form, word in wording(code).items() if form is not Form.PERSON]
    assert names
    for name in names:
        assert countries(f"“{name.removeprefix('the ')}”", "en"), name


@pytest.mark.parametrize(
    "text",
    ["fifty-fifty", "50-50", "50/50", "even odds", "An even chance", "EVEN CHANCES", "an even chanceſ"],
)
def test_even_odds_are_looked_for(text):
    assert [one.values for one in quantities(text, "en")] == [(0.5,)]


@pytest.mark.parametrize(
    "text", ["A dozen", "a third", "an hour and a half", "a hundred", "a quarter", "an hour and 40 minutes"]
)
def test_an_article_that_begins_a_number_is_looked_at(text):
    (one,) = quantities(text, "en")
    assert (one.start, one.end) == (0, len(text))


@pytest.mark.parametrize("language", SPACED)
def test_no_word_of_grammar_begins_a_denial_that_only_words_of_content_are_asked_for(language):
    begun = {word for word in knowledge(language).grammar if rests_of_denials(language)(word)}
    assert begun <= first_words_of_denials(language)
