"""What grows with the square of a text's length would take minutes here."""

import pytest

from workbench.checks import CHECKS, Passage, find, read
from workbench.model.document import Role

TEXTS = {
    "dates": "word and another thing happened on Monday 3 " * 8000,
    "spaces before marks": "he said , and she said , " * 800,
    "one word": "x" * 500_000 + " ,",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_long_sentence_is_checked_in_time(text):
    article = read([Passage(0, (text,))], {Role.TRANSLATION: "en"})
    assert isinstance(find(article, CHECKS), list)
