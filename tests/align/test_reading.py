"""What the scanner sees in a sentence."""

import numpy as np
import pytest

from workbench.align.boundaries import classes, learn_worth
from workbench.align.cognates import shared_features
from workbench.align.features import NUMBER, PUNCTUATION, own_features
from workbench.align.kernel import kernel
from workbench.align.letters import alphabet
from workbench.align.numerals import numerals, read_number
from workbench.align.tokens import codes_of, tokenise

MASK = (1 << 20) - 1


def scanned(text):
    letters = alphabet([[text]])
    codes, offsets = codes_of([text])
    return codes, letters, tokenise(codes, offsets, letters)


@kernel
def all_numbers(codes, fold, tokens, words):
    found = [0.0]
    k, stop = 0, len(tokens.start)
    while k < stop:
        used, value = read_number(codes, fold, tokens, words, k, stop)
        if used:
            found.append(value)
        k += max(1, used)
    return found[1:]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("1,000 men and 2.5 million", "en", [1000, 2_500_000]),
        ("hundred, one, and two hundred thousand", "en", [1, 200_000]),
        ("five six seven", "en", [5, 6, 7]),
        ("Oct. 31 2005", "en", [10, 31, 2005]),
        ("in May", "en", []),
        ("1억1천만 달러", "ko", [110_000_000]),
        ("12조3천억 번의", "ko", [12_300_000_000_000]),
        ("10만명이 만 원을", "ko", [100_000]),
        ("三十五人、两千万、3.5亿", "zh", [35, 20_000_000, 350_000_000]),
        ("二〇〇五年", "zh", [2005]),
        ("þúsund og tólf", "is", [12]),
        ("no number", "en", []),
    ],
)
def test_numbers(text, language, expected):
    codes, letters, tokens = scanned(text)
    assert all_numbers(codes, letters.fold, tokens, numerals(language)) == expected


def shared(text, language="en"):
    codes, letters, tokens = scanned(text)
    found = shared_features(codes, letters, tokens, numerals(language), MASK)
    kept = ~np.isin(found.kinds, [PUNCTUATION])
    return set(zip(found.kinds[kept].tolist(), found.ids[kept].tolist(), strict=True))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("젤렌스키는", "Zelensky"),
        ("워싱턴에서", "Washington"),
        ("블링컨", "Blinken"),
        ("모스크바의", "Moscow"),
        ("Путин", "Putin"),
        ("Αθήνα", "Athina"),
        ("トヨタ", "Toyota"),
        ("Ísafjörður", "Isafjordur"),
    ],
)
def test_names_sound_alike(one, two):
    assert shared(one) & shared(two)


def test_numbers_are_shared_across_languages():
    assert {kind for kind, _ in shared("10월 3만명", "ko") & shared("October 30,000", "en")} == {NUMBER}


def own(text):
    codes, letters, tokens = scanned(text)
    return sorted(own_features(codes, letters.fold, tokens, MASK).ids.tolist())


@pytest.mark.parametrize(
    ("one", "two"),
    [("The “Cat”", 'the "cat"'), ("ＡＢＣ１", "abc1"), ("don’t", "don't"), ("a – b", "a - b"), ("①", "①")],
)
def test_what_is_the_same_sentence(one, two):
    assert own(one) == own(two)


@pytest.mark.parametrize(("one", "two"), [("cat dog", "dog cat"), ("a b", "ab"), ("no. no", "no no")])
def test_what_is_not(one, two):
    assert own(one) != own(two)


def ends(sentences, paragraphs=None):
    letters = alphabet([sentences])
    codes, offsets = codes_of(sentences)
    return classes(codes, letters, tokenise(codes, offsets, letters), paragraphs).tolist()


@pytest.mark.parametrize(
    ("sentences", "paragraphs", "expected"),
    [
        (["He said.", "“Yes!”", "Why?", "And"], None, [1, 4, 3, 0]),
        (["He came,", "and saw", "Rome。"], None, [7, 0, 1]),
        (["One.", "Two.", "Three."], [0, 0, 1], [1, 11, 11]),
        (["", "  ", "…"], None, [0, 0, 1]),
    ],
)
def test_the_ends_of_sentences(sentences, paragraphs, expected):
    assert ends(sentences, None if paragraphs is None else np.array(paragraphs)) == expected


def test_what_ends_teach():
    a = np.array([1, 3, 1, 3, 2] * 20, np.int8)
    path = np.array([[k, k + 1, k, k + 1] for k in range(100)])
    worth = learn_worth(a, a, path)
    assert worth.joint[1, 1] > 0 > worth.joint[1, 3]
    useless = learn_worth(np.ones(100, np.int8), a, path)
    assert abs(useless.joint[1, 1] - useless.joint[1, 3]) < 0.2
