"""Which words of an English sentence carry it."""

import pytest

from workbench.checks.clauses import is_passive, subject_of, third_person
from workbench.checks.side import Side
from workbench.checks.verbs import Finite, finite


def carrying(sentence):
    words = Side((sentence,), "en").words
    return [word.text for at, word in enumerate(words) if finite(words, at) is not Finite.NO]


@pytest.mark.parametrize(
    ("sentence", "verbs"),
    [
        ("Seminars organized by universities.", []),
        ("A report released on Tuesday by the bureau.", []),
        ("The mayor with his deputy in 2018.", []),
        ("The price of the ticket to leave.", []),
        ("I will.", ["will"]),
        ("The army has left.", ["has", "left"]),
        ("They didn’t mind.", ["didn’t"]),
        ("The bank’s closing.", ["bank’s"]),
        ("The bank’s offer.", []),
        ("The will of the people.", []),
        ("Rivers rose.", ["rose"]),
        ("She plans it.", ["plans"]),
        ("The ministry plans talks.", ["plans", "talks"]),
    ],
)
def test_finite_verbs_are_told_from_other_forms(sentence, verbs):
    assert carrying(sentence) == verbs


@pytest.mark.parametrize(
    ("sentence", "verb", "subject"),
    [
        ("Norway could soon send the fleet.", "send", "Norway"),
        ("He said it is relying on luck.", "relying", "it"),
        ("They want to send the fleet.", "send", None),
        ("In the end, sent home.", "sent", None),
        ("I’m reviewing it.", "reviewing", "I’m"),
    ],
)
def test_the_subject_of_a_verb_stands_before_it(sentence, verb, subject):
    side = Side((sentence,), "en")
    at = subject_of(side, [word.text for word in side.words].index(verb))
    assert (side.words[at].text if at is not None else None) == subject


def test_a_passive_is_told_from_an_active():
    passive, active = Side(("The fleet was quickly sent.",), "en"), Side(("He has sent the fleet.",), "en")
    assert is_passive(passive, 4)
    assert not is_passive(active, 2)


@pytest.mark.parametrize(
    ("plain", "third"),
    [("rely", "relies"), ("say", "says"), ("go", "goes"), ("have", "has"), ("am", "is"), ("was", "was"),
     ("would", "would"), ("reach", "reaches"), ("do", "does")],
)  # fmt: skip
def test_verbs_agree_with_it(plain, third):
    assert third_person(plain) == third
