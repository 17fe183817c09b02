"""`workbench export`: every format by its suffix, and what of a review goes out."""

import pytest

from workbench.formats import COMPOSERS
from workbench.model.document import Role
from workbench.project import Project


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


UNIT = "<trans-unit id='1'><source>a</source><target>é ä</target></trans-unit>"
IN_LATIN_1 = {
    "a.po": (
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=ISO-8859-1\\n"\n\nmsgid "a"\nmsgstr "é ä"\n'
    ),
    "a.xlf": (
        '<?xml version="1.0" encoding="ISO-8859-1"?>\n<xliff version="1.2"><file source-language="en"'
        f' target-language="de"><body>{UNIT}</body></file></xliff>'
    ),
    "a.html": "<!DOCTYPE html><meta charset=ISO-8859-1><p>é ä</p>",
    "a.txt": "é ä, é ä.\r\n",
    "a.tsv": "x\tmt\n1\té ä\n",
}


@pytest.mark.parametrize("name", IN_LATIN_1)
def test_a_file_whose_charset_lacks_a_character_goes_out_in_utf_8(tmp_path, workbench, refused, name):
    path, out = tmp_path / name, tmp_path / f"out-{name}"
    path.write_bytes(IN_LATIN_1[name].encode("iso-8859-1"))
    assert workbench("review", path, "--out", tmp_path / "out", "--charset", "iso-8859-1")[0] == 0
    review = (tmp_path / "out" / name).with_suffix(".twb")
    with Project.open(review) as project:
        pair = project.pairs()[-1]
        text = pair.text(Role.TRANSLATION)
        project.set_text(pair.id, text + " 한")
    if name != "a.html":  # it can write any character by its number
        assert "has no “한”; export it in UTF-8 (--utf-8)" in refused("export", review, "-o", out)
        assert not out.exists()
    assert workbench("export", review, "-o", out, "--utf-8")[0] == 0
    expected = IN_LATIN_1[name].replace("ISO-8859-1", "UTF-8").replace(text, text + " 한")
    assert out.read_bytes().decode() == expected
