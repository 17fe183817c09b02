"""Word documents, judged by zipfile and lxml: which bytes change when a sentence does."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from workbench.errors import WorkbenchError
from workbench.formats.docx import DOCX
from workbench.formats.package import open_package, with_parts

ARTICLE = Path(__file__).parent.parent / "data" / "documents" / "article.docx"
NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{NAMESPACE}}}"
TYPES = (
    b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    b'<Override PartName="/word/document.xml" ContentType="application/'
    b'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)


def docx_of(body, **parts):
    """Make a Word document of the content of its body."""
    document = f'<w:document xmlns:w="{NAMESPACE}"><w:body>{body}</w:body></w:document>'
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("word/document.xml", document.encode())
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def part(data, name="word/document.xml"):
    return zipfile.ZipFile(io.BytesIO(data)).read(name)


def edited(data, texts):
    document = DOCX.read(data, None)
    units = [replace(unit, text=texts.get(n, unit.text)) for n, unit in enumerate(document.units)]
    return DOCX.write(replace(document, units=tuple(units)), data)


def paragraph(*runs):
    return "<w:p>" + "".join(f"<w:r>{run}</w:r>" for run in runs) + "</w:p>"


def test_everything_a_reader_sees_is_read_once():
    document = DOCX.read(ARTICLE.read_bytes(), None)
    assert [(unit.place, unit.text) for unit in document.units] == [
        ("1", "Der erste Satz & sein Ende.\tNach dem Tab\nund der Zeile"),
        ("2", "Das ist richtig."),
        ("3", "Ein Verweis"),
        ("4", "Zelle eins"),
        ("5", "Zelle „zwei“"),
        ("6", "Vor dem Kasten nach dem Kasten"),
        ("7", "Im Kasten"),
        ("8", "漢字 <roh> Ende"),
        ("footnotes 1", "Eine Fußnote"),
        ("endnotes 1", "Eine Endnote"),
        ("comments 1", "Eine Bemerkung"),
        ("header1 1", "Kopfzeile"),
        ("footer1 1", "Fußzeile"),
    ]
    changes, charts = document.warnings
    assert "Tracked changes are shown as if accepted" in changes
    assert "charts" in charts


def test_all_other_members_stay_byte_for_byte():
    data = ARTICLE.read_bytes()
    after = edited(data, {0: "Der zweite Satz & sein Ende.\tNach dem Tab\nund der Zeile", 11: "Kopf"})
    old, new = (zipfile.ZipFile(io.BytesIO(each)) for each in (data, after))
    assert new.testzip() is None
    assert new.comment == b"made by hand"
    for before, now in zip(old.infolist(), new.infolist(), strict=True):
        facts = [
            (i.filename, i.date_time, i.extra, i.comment, i.compress_type, i.external_attr)
            for i in (before, now)
        ]
        assert facts[0] == facts[1]
        if before.filename not in {"word/document.xml", "word/header1.xml"}:
            ends = [
                i.header_offset + 30 + len(i.filename) + len(i.extra) + i.compress_size for i in (before, now)
            ]
            assert data[before.header_offset : ends[0]] == after[now.header_offset : ends[1]]
    assert part(after) == part(data).replace(b"Der erste", b"Der zweite")


def shape(xml):
    """Give the elements with their attributes, letters aside."""
    return [(e.tag, dict(e.attrib)) for e in etree.fromstring(xml).iter() if e.tag != f"{W}t"]


def letters(xml):
    return ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in etree.fromstring(xml).iter(f"{W}p")]


@pytest.mark.parametrize("number", range(8))
def test_lxml_sees_one_paragraph_changed(number):
    data = ARTICLE.read_bytes()
    text = DOCX.read(data, None).units[number].text
    after = edited(data, {number: f"{text[:-1]}x"})
    assert shape(part(after)) == shape(part(data))
    changed = [a for a, b in zip(letters(part(data)), letters(part(after)), strict=True) if a != b]
    assert len(changed) == (
        2 if number == 6 else 1
    )  # lxml finds a box's letters in the paragraph around it, too


BOLD = '<w:rPr><w:b/></w:rPr><w:t xml:space="preserve">'
PLAIN = '<w:t xml:space="preserve">'
RUNS = [
    ("Der große alte Baum", "Der kleine alte Baum", ["Der ", "kleine", " alte Baum"]),
    ("Der große alte Baum", "Der große junge Baum", ["Der ", "große", " junge Baum"]),
    ("Der große alte Baum", "Große alte Bäume", ["", "Große", " alte Bäume"]),
    ("Der große alte Baum", "Der größte Baum", ["Der ", "größte", " Baum"]),
    ("Der große alte Baum", "Der alte Baum", ["Der", "", " alte Baum"]),
    ("Der große alte Baum", "Der große, alte Baum!", ["Der ", "große,", " alte Baum!"]),
    ("Der große alte Baum", "", ["", "", ""]),
]


@pytest.mark.parametrize(("_before", "after", "runs"), RUNS)
def test_runs_that_no_edit_touches_keep_their_words(_before, after, runs):
    data = docx_of(paragraph(f"{PLAIN}Der </w:t>", f"{BOLD}große</w:t>", f"{PLAIN} alte Baum</w:t>"))
    written = part(edited(data, {0: after}))
    assert [t.text or "" for t in etree.fromstring(written).iter(f"{W}t")] == runs
    assert shape(written) == shape(part(data))


def test_white_space_at_the_edge_of_a_run_is_asked_to_be_kept():
    data = docx_of(paragraph("<w:t>ein</w:t>", "<w:rPr><w:b/></w:rPr><w:t>Wort</w:t>"))
    written = part(edited(data, {0: "ein neues Wort "}))
    texts = list(etree.fromstring(written).iter(f"{W}t"))
    space = "{http://www.w3.org/XML/1998/namespace}space"
    assert "".join(t.text for t in texts) == "ein neues Wort "
    assert all(t.get(space) == "preserve" for t in texts if t.text != t.text.strip())


def test_tabs_and_line_ends_are_elements():
    written = part(edited(docx_of(paragraph("<w:t>ab</w:t>")), {0: "a\tx\n\nb"}))
    tags = [
        e.tag.removeprefix(W)
        for e in etree.fromstring(written).iter()
        if e.tag.removeprefix(W) in {"tab", "br"}
    ]
    assert tags == ["tab", "br", "br"]
    assert (
        DOCX.read(edited(docx_of(paragraph("<w:t>ab</w:t><w:tab/>")), {0: "ab\n"}), None).units[0].text
        == "ab\n"
    )


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16"])
@pytest.mark.parametrize("prefix", ["w:", "ns0:", ""])
def test_any_prefix_and_any_unicode(codec, prefix):
    body = paragraph("<w:t>Ein Satz 漢</w:t>").replace("w:", prefix)
    name = f"xmlns:{prefix[:-1]}" if prefix else "xmlns"
    xml = f'<{prefix}document {name}="{NAMESPACE}"><{prefix}body>{body}</{prefix}body></{prefix}document>'
    data = with_parts(open_package(docx_of("")), {"word/document.xml": xml.encode(codec)})
    after = edited(data, {0: "Ein\tWort 漢"})
    assert DOCX.read(after, None).units[0].text == "Ein\tWort 漢"
    assert part(after).decode(codec) == xml.replace(
        "Satz", f'</{prefix}t><{prefix}tab/><{prefix}t xml:space="preserve">Wort'
    ).replace("Ein ", "Ein")


def test_a_control_character_is_named_with_its_paragraph():
    with pytest.raises(WorkbenchError, match=r"Paragraph 1 holds the character '\\x07'"):
        edited(docx_of(paragraph("<w:t>a</w:t>")), {0: "a\a"})
