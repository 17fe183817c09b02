"""What the window says, in several languages: numbers, lists and dates as each writes them."""

import pytest

from ui.dialogs.batch import came_of
from ui.docks.mqm import summed
from ui.docks.names import left_out
from ui.main_window import titled
from ui.models.steps import said
from ui.views.strip import counts
from ui.widgets import status as foot
from ui.widgets.histogram import column_said
from workbench.figures import here
from workbench.i18n import use_language
from workbench.model.changes import Step
from workbench.model.pair import Pair, Sentence, Status
from workbench.report.data import MqmSummary

WIDE = "\u00a0"
# language: 1,234 and 2.5
WRITTEN = {
    "en": ("1,234", "2.5"),
    "ar": ("1,234", "2.5"),
    "de": ("1.234", "2,5"),
    "ko": ("1,234", "2.5"),
    "uk": (f"1{WIDE}234", "2,5"),
}
EACH = pytest.mark.parametrize("language", WRITTEN)


@pytest.fixture
def speak():
    """Speak the language of the test; the suite goes on in English."""
    yield use_language
    use_language("en")


@EACH
def test_what_the_marks_cost_loses_no_half_point(speak, language):
    speak(language)
    grouped, half = WRITTEN[language]
    found = MqmSummary(
        typology="MQM", raters=("kim",), segments=3, words=9, errors=1234, penalty=2.5, per_thousand=2.5,
        raw=97.5, quality=2.5, threshold=90.5, fatal=0, passed=True, counts={}, faultless=1234,
        assessed=1234, mean_score=2.5,
    )  # fmt: skip
    lines = summed(found).split("\n")
    assert half in lines[0]
    assert WRITTEN[language][1].replace("2", "90") in lines[0]
    assert grouped in lines[1]
    assert lines[2].count(half) == 2
    assert grouped in lines[3]
    assert grouped in lines[4]
    assert half in lines[4]


@EACH
def test_long_lists_say_how_long_they_are(speak, qtbot, language):
    speak(language)
    grouped = WRITTEN[language][0]
    assert grouped in left_out(1234)
    assert column_said(3, 1234).endswith(f": {grouped}")
    assert grouped in counts(pair_of(1234))
    line = foot.Status()
    qtbot.addWidget(line)
    line.show_pairs(1234, 1234)
    line.show_saved(1234)
    assert line.pairs.text().count(grouped) == 2
    assert grouped in line.saved.text()


def pair_of(sentences):
    """Give a pair with so many sentences in the translation, and none beside them."""
    one = Sentence(1, 0, 0, "a", "a")
    return Pair(1, Status.UNREVIEWED, confirmed=False, confidence=1.0, translation=(one,) * sentences)


@pytest.mark.parametrize(
    ("articles", "failed", "wanted"),
    [
        (1, 0, "1 article is reviewed. Enter or a double click opens a review."),
        (5, 2, "3 articles are reviewed. 2 articles failed. Enter or a double click opens a review."),
        (1, 1, "0 articles are reviewed. 1 article failed."),
    ],
)
def test_a_folder_ends_in_whole_sentences(articles, failed, wanted):
    assert came_of(articles, failed) == wanted


def test_the_title_is_one_message():
    assert titled("a.twb", copy=False) == "a.twb — Translation Review Workbench"
    assert titled("a.twb", copy=True) == "a.twb (copy to read) — Translation Review Workbench"


@EACH
@pytest.mark.parametrize("undone", [False, True])
def test_a_step_has_its_time_as_the_language_writes_it(speak, language, undone):
    speak(language)
    assert here(1_790_000_000, language) in said(Step(1, "", undone, 1_790_000_000))
