"""A review written anew as a page, a Word document and a text, judged by lxml and by our own readers."""

import io
import zipfile

import pytest
from lxml import etree, html

from workbench.formats import COMPOSERS, FORMATS
from workbench.model.bitext import Bitext, BitextPair
from workbench.model.document import Role
from workbench.model.status import Status

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TROUBLE = [
    "plain",
    "He said \"<b>no</b>\" & left; &amp; 'so' </td><script>alert(1)</script>",
    "]]> <!-- -- > \u2028 \u202e 🙂 e\u0301",
    "tab\there",
    "한국어 漢字 العربية",
]


def pair(text, status=Status.UNREVIEWED, original=None):
    return BitextPair(
        text, text if original is None else original, f"ref {text}", f"src {text}", status, (("a", 1),)
    )


def bitext(texts, language="en"):
    languages = {Role.TRANSLATION: language, Role.REFERENCE: language, Role.SOURCE: "ko"}
    return Bitext("A <title> & more", languages, tuple(map(pair, texts)), 1.0, paragraphs=tuple(texts))


def test_a_page_shows_the_texts_side_by_side_and_runs_nothing():
    page = html.document_fromstring(COMPOSERS[".html"].compose(bitext(TROUBLE)).decode())
    rows = [[cell.text_content() for cell in row][2:] for row in page.iter("tr")]
    assert rows == [["Translation", "Reference", "Source"]] + [[t, f"ref {t}", f"src {t}"] for t in TROUBLE]
    assert page.findtext(".//title") == "A <title> & more"
    assert not list(page.iter("script", "link", "img", "iframe"))
    assert {cell.get("lang") for cell in page.findall(".//td")} == {None, "en", "ko"}


def test_a_page_shows_what_was_decided_and_what_the_machine_wrote():
    pairs = (pair("new", Status.APPROVED, "old"), pair("same", Status.NEEDS_WORK), pair("added", original=""))
    page = html.document_fromstring(
        COMPOSERS[".html"].compose(Bitext("t", {Role.TRANSLATION: "en"}, pairs, 1.0)).decode()
    )
    assert [[cell.text_content() for cell in row] for row in page.iter("tr")][1:] == [
        ["1", "✓", "newold"],
        ["2", "✗", "same"],
        ["3", "○", "added"],
    ]
    assert [each.text for each in page.iter("del")] == ["old"]


@pytest.mark.parametrize("language", ["en", "ko", "ar-EG"])
def test_a_word_document_holds_the_paragraphs(language):
    data = COMPOSERS[".docx"].compose(bitext(TROUBLE, language))
    assert [unit.text for unit in FORMATS["docx"].read(data, None).units] == TROUBLE
    archive = zipfile.ZipFile(io.BytesIO(data))
    assert archive.testzip() is None
    parts = {name: etree.fromstring(archive.read(name)) for name in archive.namelist()}
    body = parts["word/document.xml"][0]
    assert [child.tag for child in body] == [f"{W}p"] * len(TROUBLE) + [f"{W}sectPr"]
    attribute = {"en": "val", "ko": "eastAsia", "ar-EG": "bidi"}[language]
    assert {each.get(f"{W}{attribute}") for each in body.iter(f"{W}lang")} == {language}
    assert len(list(body.iter(f"{W}bidi"))) == (len(TROUBLE) if language == "ar-EG" else 0)
    assert COMPOSERS[".docx"].compose(bitext(TROUBLE, language)) == data


def test_a_text_has_a_line_a_paragraph():
    texts = ["One.", "", "Two\nlines.", " \t", "Three."]
    assert COMPOSERS[".txt"].compose(bitext(texts)).decode() == "One.\nTwo lines.\nThree.\n"


@pytest.mark.parametrize("suffix", [".html", ".docx", ".txt"])
def test_what_no_file_can_hold_becomes_a_sign_for_it(suffix):
    data = COMPOSERS[suffix].compose(bitext(["a\0b", "c\ud800d", "e\x1bf", "g\uffffh"]))
    form = {".html": "html", ".docx": "docx", ".txt": "text"}[suffix]
    texts = "".join(unit.text for unit in FORMATS[form].read(data, "utf-8").units)
    assert "b" in texts
    assert "\0" not in texts
