"""The trained reader: a doubt for each word, and none where it cannot read."""

from workbench.checks.article import Row
from workbench.checks.passage import Passage
from workbench.lang.reader import LONGEST, Mark, Marked, by_word
from workbench.lang.wordpieces import pieces
from workbench.model.document import Role

RIGHT = "The port was closed for three days after the storm."
WRONG = "The airport was sold for three days after the storm."


def read(text, other):
    """Let the reader read a text beside another, with the marks that the checks give it."""
    return Row(Passage(0, (text,), (other,)), {Role.TRANSLATION: "en", Role.SOURCE: "ko"}).doubts


def test_each_word_has_a_doubt_between_none_and_certainty():
    found = read(WRONG, RIGHT)
    assert len(found) == len(WRONG.split())
    assert all(0 <= doubt <= 1 for doubt in found)


def test_a_text_is_not_doubted_beside_itself_and_other_words_are():
    assert max(read(RIGHT, RIGHT)) < 0.3
    wrong = read(WRONG, RIGHT)
    assert max(wrong) == max(wrong[1], wrong[3])


def test_what_is_too_long_or_empty_is_not_read():
    long = "word " * LONGEST
    assert read(long, RIGHT) == ()
    assert read("", RIGHT) == ()
    assert read(RIGHT, "") == ()


def test_a_word_is_doubted_as_much_as_its_worst_piece():
    text = Marked("Lutsevych said so", ((0, 9, Mark.SAME), (10, 14, Mark.REWORDED)))
    cut = pieces(text.text)
    values = [0.1, 0.7, 0.2, 0.3, 0.4, 0.9]
    assert [piece.start for piece in cut] == [0, 2, 4, 6, 10, 15]
    assert by_word(text, cut, values) == (0.7, 0.4)
