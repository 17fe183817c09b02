"""`workbench export`: every format by its suffix, and what of a review goes out."""

import pytest

from workbench.formats import COMPOSERS


@pytest.fixture
def review(workbench, tmp_path):
    text = tmp_path / "t.txt"
    text.write_text("One is here.\nTwo is there.\n")
    assert workbench("review", text, "--reference", text, "--out", tmp_path / "out")[0] == 0
    return tmp_path / "out" / "t.twb"


@pytest.mark.parametrize("suffix", list(COMPOSERS))
def test_each_suffix_is_a_format(workbench, review, tmp_path, suffix):
    out = tmp_path / f"result{suffix}"
    code, told, _lines = workbench("export", review, "-o", out)
    assert (code, told.strip()) == (0, str(out))
    assert out.stat().st_size > 20


def test_only_what_is_approved_goes_out_when_asked(refused, review, tmp_path):
    line = refused("export", review, "-o", tmp_path / "a.po", "--keep", "approved")
    assert "No pair is approved yet" in line
    assert not (tmp_path / "a.po").exists()


def test_the_translator_is_named_when_asked(workbench, tmp_path):
    po = tmp_path / "t.po"
    po.write_text('msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nLast-Translator: A\\n"\n\n'
                  'msgid "Hello there"\nmsgstr "Bonjour"\n')  # fmt: skip
    assert workbench("review", po, "--out", tmp_path / "out")[0] == 0
    twb = tmp_path / "out" / "t.twb"
    assert workbench("export", twb, "-o", tmp_path / "a.po")[0] == 0
    assert (tmp_path / "a.po").read_text() == po.read_text()
    assert workbench("export", twb, "-o", tmp_path / "b.po", "--translator", "Kim <k@example.org>")[0] == 0
    assert "Last-Translator: Kim <k@example.org>" in (tmp_path / "b.po").read_text()
