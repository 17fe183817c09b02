"""Word documents made to do harm, and ZIP directories that lie: told in one sentence, in little memory."""

import io
import struct
import time
import tracemalloc
import zipfile

import pytest

from workbench.errors import WorkbenchError
from workbench.formats.docx import DOCX

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    f'<Override PartName="/word/document.xml" ContentType="{MAIN}"/></Types>'
)
PARAGRAPH = "<w:p><w:r><w:t>text</w:t></w:r></w:p>"


def body(content):
    return f'<w:document xmlns:w="{NAMESPACE}"><w:body>{content}</w:body></w:document>'


def archive(document=None, types=TYPES, method=zipfile.ZIP_DEFLATED, **parts):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as made:
        made.writestr("[Content_Types].xml", types)
        made.writestr("word/document.xml", body(PARAGRAPH) if document is None else document)
        for name, content in parts.items():
            made.writestr(name, content)
    return file.getvalue()


def patched(data, mark, offset, value, *, last=True):
    """Put a number of four bytes into the last (or first) record of a kind."""
    at = data.rfind(mark) if last else data.find(mark)
    return data[: at + offset] + struct.pack("<L", value) + data[at + offset + 4 :]


ENTRY, END = b"PK\x01\x02", b"PK\x05\x06"
GOOD = archive()
NESTED = "<w:p><w:r>" * 50_000 + "<w:t>text</w:t>" + "</w:r></w:p>" * 50_000
XML = {
    "a billion laughs": '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><x>&b;</x>',
    "a file fetched": '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    + body("<w:p><w:r><w:t>&a;</w:t></w:r></w:p>"),
    "a document type": '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">' + body(PARAGRAPH),
    "an entity nobody declared": body("<w:p><w:r><w:t>&nbsp;</w:t></w:r></w:p>"),
    "no end": body(PARAGRAPH)[:-20],
    "no text": body("<w:p/>"),
    "a zero byte": body(PARAGRAPH) + "\0",
    "another charset": '<?xml version="1.0" encoding="klingon"?>' + body(PARAGRAPH),
    "nothing": "",
}


@pytest.mark.parametrize("document", XML.values(), ids=XML)
def test_xml_that_is_none_or_harms_is_refused(document):
    with pytest.raises(WorkbenchError):
        DOCX.read(archive(document), None)


def test_a_document_type_in_the_table_of_types_is_refused():
    with pytest.raises(WorkbenchError, match="document type"):
        DOCX.read(archive(types=f"<!DOCTYPE x>{TYPES}"), None)


LIES = {
    "cut off": GOOD[:-30],
    "half": GOOD[: len(GOOD) // 2],
    "no directory": GOOD[: GOOD.rfind(END)],
    "a size too small": patched(GOOD, ENTRY, 24, 10),
    "a size too large": patched(GOOD, ENTRY, 24, 1000),
    "a size of gigabytes": patched(GOOD, ENTRY, 24, 0x7FFFFFFF),
    "packed bytes beyond the end": patched(GOOD, ENTRY, 20, 0x7FFFFFFF),
    "a wrong checksum": patched(GOOD, ENTRY, 16, 1),
    "a part elsewhere": patched(GOOD, ENTRY, 42, 5),
    "a part beyond the end": patched(GOOD, ENTRY, 42, 0x7FFFFFFF),
    "two parts in one place": patched(GOOD, ENTRY, 42, 0),
    "sizes above 4 GB": patched(GOOD, ENTRY, 24, 0xFFFFFFFF),
    "a directory elsewhere": patched(GOOD, END, 16, 3),
    "a directory beyond the end": patched(GOOD, END, 16, 0x7FFFFFFF),
    "more parts than there are": patched(GOOD, END, 8, 0x00400040),
    "another method": archive(method=zipfile.ZIP_LZMA),
    "encrypted": GOOD[: GOOD.rfind(ENTRY) + 8] + b"\x01" + GOOD[GOOD.rfind(ENTRY) + 9 :],
    "other names inside": GOOD.replace(b"word/document.xml", b"word/dokument.xml", 1),
    "a name that leads out": archive(**{"../../etc/passwd": "x"}),
    "a name from the root": archive(**{"/etc/passwd": "x"}),
    "a name with a drive": archive(**{"C:\\x": "x"}),
    "a name with a way out behind a backslash": archive(**{"word\\..\\..\\x": "x"}),
    "a name twice": archive(**{"Word/Document.xml": "x"}),
    "too many parts": archive(**{f"a{n}": "" for n in range(6_000)}),
    "a spreadsheet": archive(types=TYPES.replace("wordprocessingml.document", "spreadsheetml.sheet")),
    "macros": archive(types=TYPES.replace(MAIN, "application/vnd.ms-word.document.macroEnabled.main+xml")),
    "no zip": b"PK\x03\x04" + b"word/" * 100,
    "old Word": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500),
}


@pytest.mark.parametrize("data", LIES.values(), ids=LIES)
def test_a_directory_that_lies_is_refused(data):
    started = time.process_time()
    with pytest.raises(WorkbenchError):
        DOCX.read(data, None)
    assert time.process_time() - started < 2


@pytest.fixture(scope="module")
def bomb():
    """Give 40 MB of paragraphs in less than 1 MB."""
    return archive(body(PARAGRAPH * 1_100_000))


def test_a_bomb_is_refused_before_it_is_unpacked(bomb):
    lying = patched(bomb, ENTRY, 24, 2_000_000)  # a size it may have, were it true
    for data in (bomb, lying):
        tracemalloc.start()
        with pytest.raises(WorkbenchError, match="not to be trusted"):
            DOCX.read(data, None)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert peak < 20 << 20


def test_what_is_deep_but_true_is_read():
    started = time.process_time()
    assert [
        unit.text for unit in DOCX.read(archive(body(NESTED), method=zipfile.ZIP_STORED), None).units
    ] == ["text"]
    assert time.process_time() - started < 2


def test_links_out_of_the_file_are_not_followed():
    outside = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Type="x" Target="http://127.0.0.1:9/" TargetMode="External"/>'
        "</Relationships>"
    )
    document = DOCX.read(archive(**{"word/_rels/document.xml.rels": outside}), None)
    assert document.units[0].text == "text"
