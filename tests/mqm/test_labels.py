"""What categories and severities are called in other languages."""

import pytest

from workbench import i18n
from workbench.mqm.labels import WORDS, said
from workbench.mqm.typology import built_in


@pytest.mark.parametrize("name", ["mqm-core", "wmt", "simple"])
def test_every_word_of_a_typology_that_comes_with_the_program_can_be_translated(name):
    typology = built_in(name)
    labels = [one.label for one in (*typology.severities, *typology.categories)]
    assert labels
    assert {word for label in labels for word in label.split("/")} <= set(WORDS)


def test_no_word_is_left_over():
    names = ("mqm-core", "wmt", "simple")
    labels = [one.label for name in names for one in (*built_in(name).severities, *built_in(name).categories)]
    assert set(WORDS) == {word for label in labels for word in label.split("/")}
    assert len(WORDS) == len(set(WORDS))


def test_each_level_is_said_for_itself(monkeypatch):
    monkeypatch.setattr("workbench.mqm.labels._", {"Accuracy": "정확성", "Addition": "추가"}.get)
    assert said("Accuracy/Addition") == "정확성/추가"


def test_a_word_of_the_users_own_stays():
    assert i18n.use_language("ko") == "ko"
    assert said("Mine/And this") == "Mine/And this"
