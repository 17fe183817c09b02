"""The list of words that machines confuse holds together: each word once, its senses apart."""

import re
from collections import Counter
from importlib.resources import files

import pytest

from workbench.lang.homonyms import phrases, senses


def lines(language):
    text = files("workbench.lang").joinpath(f"data/homonyms-{language}.tsv").read_text(encoding="utf-8")
    return [
        re.sub(r"(?m)^~?=?|(?<=\t)!", "", line).split("\t")
        for line in text.split("\n")
        if line and not line.startswith("#")
    ]


def test_every_word_has_senses_that_share_nothing():
    for forms, *said in lines("ko"):
        words = [word for one in said for word in one.split(", ")]
        assert len(said) > 1, forms
        assert len(words) == len(set(words)), forms


def test_no_word_is_listed_twice():
    """One line may say what tells by itself, another what counts only where the source holds the word."""
    written = files("workbench.lang").joinpath("data/homonyms-ko.tsv").read_text(encoding="utf-8").split("\n")
    listed = Counter(
        (line.startswith("~"), *sorted(forms.split("|")))
        for line, (forms, *_said) in zip(filter(is_entry, written), lines("ko"), strict=True)
    )
    assert [forms for forms, times in listed.items() if times > 1] == []


def is_entry(line):
    return line and not line.startswith("#")


def test_what_counts_only_beside_the_source_is_marked():
    loose = next(sense for sense in senses("ko")["gutsy"] if "배포" in sense.forms)
    assert loose.only_held
    assert all(sense.line != loose.line for sense in senses("ko", alone=True).get("gutsy", ()))
    assert not next(sense for sense in senses("ko")["ceasefire"] if "정전" in sense.forms).only_held


@pytest.mark.parametrize(
    ("word", "form"),
    [("ceasefire", "정전"), ("power outage", "정전"), ("cease fire", "정전"), ("pear", "배")],
)
def test_senses_are_found_by_what_english_says(word, form):
    assert any(form in sense.forms for sense in senses("ko")[word])


def test_what_is_said_with_several_words_is_found_by_the_first():
    assert ("power", "outage") in phrases("ko")["power"]
    assert all(len(said) > 1 for found in phrases("ko").values() for said in found)


def test_a_language_without_data_has_none():
    assert not senses("fr")
    assert not senses("../ko")


def test_what_a_word_never_means_is_marked():
    doctor = next(sense for sense in senses("ko")["doctor"] if "의사를 밝" in sense.forms)
    assert doctor.never == doctor.forms
    assert "사임 의사" in doctor.forms
    wish = next(sense for sense in senses("ko")["willingness"] if sense.forms == doctor.forms)
    assert wish.never == ()


def test_a_form_of_a_table_has_just_its_own_sense():
    army = next(sense for sense in senses("ko")["army"] if "해병대" in sense.forms)
    assert army.never == ("해군", "공군", "해병대")
