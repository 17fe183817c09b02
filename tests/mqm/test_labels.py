"""What categories and severities are called in other languages."""

from workbench import i18n
from workbench.mqm.labels import WORDS, said
from workbench.mqm.typology import built_in


def test_every_word_that_the_window_marks_by_can_be_translated_and_no_other():
    typology = built_in("mqm-core")
    labels = [one.label for one in (*typology.severities, *typology.categories)]
    assert set(WORDS) == {word for label in labels for word in label.split("/")}
    assert len(WORDS) == len(set(WORDS))


def test_each_level_is_said_for_itself(monkeypatch):
    monkeypatch.setattr("workbench.mqm.labels._", {"Accuracy": "정확성", "Addition": "추가"}.get)
    assert said("Accuracy/Addition") == "정확성/추가"


def test_a_word_of_the_users_own_stays():
    assert i18n.use_language("ko") == "ko"
    assert said("Mine/And this") == "Mine/And this"
