import pytest

from workbench.errors import WorkbenchError
from workbench.formats import tmx
from workbench.project.training import read_examples

PAIRS = [("비가 왔다.", "It rained."), ("개가 짖었다.", "A dog barked.")]


def test_a_translation_memory(tmp_path):
    path = tmp_path / "memory.tmx"
    path.write_bytes(tmx(("en", "ko"), [(two, one) for one, two in PAIRS]))
    assert read_examples([path, path], ("ko", "en")) == PAIRS * 2


def test_two_columns(tmp_path):
    path = tmp_path / "pairs.tsv"
    path.write_text("비가 왔다.\tIt rained.\t.9\n\nno tab\n개가 짖었다.\tA dog barked.\r\n", "utf-8")
    assert read_examples([path], ("ko", "en")) == PAIRS


def test_an_earlier_review(article):
    article.close()
    found = read_examples([article.path], ("ko-KR", "en"))
    sides = [set(pair) for pair in found]
    assert {"Why now?", "왜 지금인가?"} in sides
    assert len(found) > 90  # the source stands beside the translation and beside the reference


@pytest.mark.parametrize(
    ("name", "content", "languages", "message"),
    [
        ("a.tsv", "no tab\n", ("ko", "en"), "a.tsv has no sentences in both ko and en"),
        ("a.tmx", "<tmx", ("ko", "en"), "a.tmx: This is not XML"),
        ("a.tmx", "<tmx/>", ("ko", "en"), "no sentences in both"),
        ("a.tsv", "a\tb\n", ("en-GB", "en-US"), "two languages"),
        ("a.tsv", "", ("ko", "en"), "empty"),
    ],
)
def test_what_teaches_nothing(tmp_path, name, content, languages, message):
    path = tmp_path / name
    path.write_text(content, "utf-8")
    with pytest.raises(WorkbenchError, match=message):
        read_examples([path], languages)
