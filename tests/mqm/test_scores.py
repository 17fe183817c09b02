import pytest

from workbench.model.annotation import Annotation
from workbench.model.document import Role
from workbench.mqm.ratings import Key, Rating, Segment
from workbench.mqm.scores import (
    calibrated_quality,
    counted,
    penalty,
    per_word,
    quality,
    raw_quality,
    segment_penalty,
    unknown,
)
from workbench.mqm.typology import built_in
from workbench.mqm.words import word_count

CORE, WMT = built_in("mqm-core"), built_in("wmt")


def mark(severity, category="accuracy/mistranslation"):
    return Annotation(0, Role.TRANSLATION, (0, 1), category, severity)


def segment(*raters):
    ratings = tuple(Rating(f"r{number}", tuple(marks)) for number, marks in enumerate(raters))
    return Segment(Key("", "", "", "1"), "", "a b c", ratings)


def test_the_worked_examples_of_the_docstrings():
    assert penalty([mark("critical"), mark("minor"), mark("minor")], CORE) == 27
    assert segment_penalty(segment([mark("major")], [], [mark("minor")]), CORE) == 2
    assert per_word(20, 500) == 0.04
    assert raw_quality(per_word(10, 1000)) == 99
    assert calibrated_quality(20, threshold=90, acceptable=10) == 80
    assert calibrated_quality(20, threshold=90, acceptable=5) == 60
    assert calibrated_quality(7, threshold=93, acceptable=7) == 93


def test_a_non_translation_stands_for_everything_else():
    rows = [mark("Major", "Non-translation!"), mark("Major"), mark("Minor", "Fluency/Punctuation")]
    assert penalty(rows, WMT) == 25
    assert penalty(rows[1:], WMT) == pytest.approx(5.1)


def test_a_text_is_scored_as_mqm_says():
    """20 points in 1,000 words, from a mean of two reviewers: NPT 20, SF 1, CQS 80 below 90."""
    rated = [
        segment([mark("major")] * 4, [mark("major")] * 2),
        segment([mark("minor")] * 5, [mark("minor")] * 5),
    ]
    found = quality(rated, 1000, CORE)
    assert (found.penalty, found.per_thousand, found.per_segment) == (20, 20, 10)
    assert (found.per_word, found.raw, found.quality) == (0.02, 98, 80)
    assert (found.passed, found.fatal, found.errors, found.segments) == (False, 0, 16, 2)
    assert quality(rated, 2000, CORE).passed


def test_one_critical_error_fails_a_text_whatever_its_score():
    found = quality([segment([mark("critical")])], 100_000, CORE)
    assert found.quality > 99
    assert (found.fatal, found.passed) == (1, False)
    assert quality([segment([mark("critical")])], 100_000, WMT).passed


def test_what_nobody_rated_does_not_count():
    assert segment_penalty(segment(), CORE) is None
    found = quality([segment(), segment([])], 0, CORE)
    assert (found.segments, found.penalty, found.per_word, found.quality) == (1, 0, 0, 100)


def test_errors_are_counted_by_the_names_of_the_typology():
    rows = [mark("Major", "accuracy/omission"), mark("major", "Accuracy/Omission"), mark("odd", "else")]
    assert counted(rows, WMT) == {("Accuracy/Omission", "Major"): 2, ("else", "odd"): 1}
    assert unknown(rows, WMT) == ["odd"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("U.S. forces’ 1,000.5 well-known it's — yes…", 6),
        ("나토 본부와 유엔", 3),
        ("我们对宇宙", 5),
        ("カタカナとkanji", 6),
        ("สวัสดี", 4),
        ("e\u0301te\u0301 deux", 2),
    ],
)
def test_words_are_counted_in_any_script(text, count):
    assert word_count(text) == count
