"""What cannot be in a file is refused by its place, in every format; what can reads back as it was."""

from dataclasses import replace
from pathlib import Path

import pytest

from workbench.errors import WorkbenchError
from workbench.formats import FORMATS, read_document, write_back

DATA = Path(__file__).parent.parent / "data"
XLIFF = (
    '<xliff version="1.2"><file source-language="en" target-language="de"><body>'
    '<trans-unit id="1"><source>a</source><target>ab</target></trans-unit></body></file></xliff>'
)
TMX = (
    '<tmx><header srclang="en"/><body><tu><tuv xml:lang="en"><seg>a</seg></tuv>'
    '<tuv xml:lang="de"><seg>ab</seg></tuv></tu></body></tmx>'
)
FILES = {
    "po": ("a.po", b'msgid "a"\nmsgstr "ab"\n'),
    "xliff": ("a.xlf", XLIFF.encode()),
    "tmx": ("a.tmx", TMX.encode()),
    "docx": ("a.docx", (DATA / "documents" / "article.docx").read_bytes()),
    "html": ("a.html", b"<!DOCTYPE html><p>ab</p>"),
    "markdown": ("a.md", b"ab\n"),
    "srt": ("a.srt", b"1\n00:00:01,000 --> 00:00:02,000\nab\n"),
    "vtt": ("a.vtt", b"WEBVTT\n\n00:01.000 --> 00:02.000\nab\n"),
    "text": ("a.txt", b"ab\r\n\r\ncd\r\n"),
    "tsv": ("a.tsv", b"mt\tx\nab\t1\n"),
    "csv": ("a.csv", b"mt,x\nab,1\n"),
    "jsonl": ("a.jsonl", b'{"mt": "ab"}\n'),
}
KEPT = {("po", "\x1b"), ("po", "\ufffe"), ("jsonl", "\0"), ("jsonl", "\x1b"), ("jsonl", "\ufffe")}


def test_every_format_is_tried():
    assert FILES.keys() | {"parquet"} == FORMATS.keys()  # Parquet holds any text


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("sign", ["\0", "\ud800", "\x1b", "\ufffe", "\u2028", "\u202e", "😀"], ids=ascii)
def test_a_character_is_written_or_refused_by_its_place(name, sign):
    file, data = FILES[name]
    document = read_document(data, Path(file))
    text = f"a{sign}b"
    changed = replace(document, units=(replace(document.units[0], text=text), *document.units[1:]))
    if sign not in "\0\ud800\x1b\ufffe" or (name, sign) in KEPT:
        written = write_back(changed, data, document)
        assert read_document(written, Path(file)).units[0].text == text
        return
    with pytest.raises(WorkbenchError) as caught:
        write_back(changed, data, document)
    assert ascii(sign) in str(caught.value)
    assert document.units[0].place in str(caught.value)


def test_a_line_end_in_a_paragraph_is_written_as_the_file_ends_its_lines():
    file, data = FILES["text"]
    document = read_document(data, Path(file))
    changed = replace(document, units=(replace(document.units[0], text="a\nb"), document.units[1]))
    assert write_back(changed, data) == b"a\r\nb\r\n\r\ncd\r\n"
