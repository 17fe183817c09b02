"""`workbench convert`, and documents through the whole program: in, reviewed, and out again."""

import io
import json
import zipfile
from pathlib import Path

import polib
import pytest
from lxml import etree, html

from workbench.formats import read_document
from workbench.model.document import Role
from workbench.project import Project

DOCUMENTS = Path(__file__).parent.parent / "data" / "documents"
NAMES = ["article.docx", "page.html", "readme.md", "film.srt", "film.vtt"]
OUT = ["po", "xlf", "tmx", "tsv", "csv", "txt", "html", "docx"]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PO = """msgid ""
msgstr ""
"Language: de\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

#, fuzzy
msgid "Close"
msgstr "Zu & auf"

msgid "Open <b>"
msgstr "Öffnen <b>"
"""


def docx_texts(data):
    tree = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))
    return ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in tree.iter(f"{W}p")]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("suffix", OUT)
def test_any_document_converts_to_any_format(workbench, tmp_path, name, suffix):
    out = tmp_path / f"out.{suffix}"
    code, printed, _lines = workbench("convert", DOCUMENTS / name, out, "--language", "de")
    assert (code, printed.strip()) == (0, str(out))
    if name.endswith(suffix):
        assert out.read_bytes() == (DOCUMENTS / name).read_bytes()
    else:
        assert out.stat().st_size > 40


def test_paragraphs_go_into_a_text_and_a_word_document(workbench, tmp_path):
    texts = ["Eine große Überschrift", "Punkt zwei", "b & c"]
    assert workbench("convert", DOCUMENTS / "readme.md", tmp_path / "a.docx")[0] == 0
    assert workbench("convert", tmp_path / "a.docx", tmp_path / "a.txt")[0] == 0
    assert workbench("convert", DOCUMENTS / "readme.md", tmp_path / "b.txt")[0] == 0
    lines = (tmp_path / "b.txt").read_text(encoding="utf-8").split("\n")
    assert set(texts) <= set(lines)
    assert (tmp_path / "a.txt").read_text(encoding="utf-8").split("\n") == lines
    assert set(texts) <= set(docx_texts((tmp_path / "a.docx").read_bytes()))


def test_a_bilingual_file_keeps_its_sources_and_its_marks(workbench, tmp_path):
    (tmp_path / "a.po").write_text(PO, encoding="utf-8")
    assert workbench("convert", tmp_path / "a.po", tmp_path / "b.xlf", "--source-language", "en")[0] == 0
    assert workbench("convert", tmp_path / "b.xlf", tmp_path / "c.po")[0] == 0
    entries = [(entry.msgid, entry.msgstr) for entry in polib.pofile(str(tmp_path / "c.po"))]
    assert entries == [("Close", "Zu & auf"), ("Open <b>", "Öffnen <b>")]
    assert workbench("convert", tmp_path / "a.po", tmp_path / "page.html", "--source-language", "en")[0] == 0
    page = html.parse(str(tmp_path / "page.html"))
    rows = [[cell.text_content() for cell in row] for row in page.iter("tr")]
    assert rows == [
        ["#", "", "Translation", "Source"],
        ["1", "✗", "Zu & auf", "Close"],
        ["2", "○", "Öffnen <b>", "Open <b>"],
    ]
    assert [cell.get("lang") for cell in page.findall(".//td")][2:4] == ["de", "en"]


RICH = """msgid ""
msgstr ""
"Language: de\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

#. A note
msgctxt "menu"
msgid "Open"
msgstr "Öffnen"

#. Another ⟦note⟧
msgctxt "state"
msgid "Open"
msgstr "Offen"

#, fuzzy
msgid "Close"
msgstr "Zu"
"""


@pytest.mark.parametrize("suffix", ["xlf", "tmx", "tsv", "csv", "jsonl", "parquet"])
def test_contexts_notes_and_marks_go_along_and_come_back(workbench, tmp_path, suffix):
    (tmp_path / "a.po").write_text(RICH, encoding="utf-8")
    languages = ["--language", "de", "--source-language", "en"]
    assert workbench("convert", tmp_path / "a.po", tmp_path / f"b.{suffix}", *languages)[0] == 0
    assert workbench("convert", tmp_path / f"b.{suffix}", tmp_path / "c.po", *languages)[0] == 0
    entries = [
        (entry.msgctxt or None, entry.msgid, entry.msgstr, entry.comment, entry.fuzzy)
        for entry in polib.pofile(str(tmp_path / "c.po"))
    ]
    assert entries == [
        ("menu", "Open", "Öffnen", "A note", False),
        ("state", "Open", "Offen", "Another ⟦note⟧", False),
        (None, "Close", "Zu", "", True),
    ]


XLIFF = """<xliff version="1.2"><file source-language="en" target-language="de"><body><trans-unit id="a">
<source>Press <g id="1">OK<x id="2"/></g> ⟦now⟧</source>
<target>Jetzt <g id="1"><x id="2"/>OK</g> ⟦drücken⟧</target>
</trans-unit></body></file></xliff>"""


@pytest.mark.parametrize(
    ("suffix", "held"),
    [
        ("po", 'msgstr "Jetzt <1><2/>OK</1> ⟦drücken⟧"'),
        ("tsv", "\tJetzt OK ⟦drücken⟧\t"),
        ("txt", "Jetzt OK ⟦drücken⟧\n"),
        ("html", ">Jetzt OK ⟦drücken⟧<"),
        ("xliff", XLIFF),
        ("tmx", '<seg>Jetzt <bpt i="1" x="1"/><ph x="2"/>OK<ept i="1"/> ⟦drücken⟧</seg>'),
    ],
)
def test_inline_codes_become_what_the_format_has_for_them(workbench, tmp_path, suffix, held):
    (tmp_path / "a.xlf").write_text(XLIFF, encoding="utf-8")
    assert workbench("convert", tmp_path / "a.xlf", tmp_path / f"b.{suffix}")[0] == 0
    assert held in (tmp_path / f"b.{suffix}").read_text(encoding="utf-8")


def test_inline_codes_go_from_a_memory_into_xliff(workbench, tmp_path):
    (tmp_path / "a.xlf").write_text(XLIFF, encoding="utf-8")
    assert workbench("convert", tmp_path / "a.xlf", tmp_path / "b.tmx")[0] == 0
    assert workbench("convert", tmp_path / "b.tmx", tmp_path / "c.xlf")[0] == 0
    target = '<target>Jetzt <ph id="b1"/><ph id="2"/>OK<ph id="e1"/> ⟦drücken⟧</target>'
    assert target in (tmp_path / "c.xlf").read_text(encoding="utf-8")


def test_what_a_reader_may_miss_is_said(workbench, tmp_path):
    code, _out, lines = workbench("convert", DOCUMENTS / "article.docx", tmp_path / "a.txt")
    assert code == 0
    assert any("article.docx: Tracked changes are shown as if accepted" in line for line in lines)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["missing.docx", "b.po"], "There is no file"),
        (["a.txt", "a.txt"], "is an input; choose another B"),
        (["a.txt", "b.xyz"], r"can be exported as .po, .txt"),
        (["a.txt", "b"], "can be exported as"),
        (["a.docx", "b.po"], "a.docx: This Office file is damaged"),
        (["a.txt", "b.po", "--language", "e"], "is not a language tag"),
    ],
)
def test_what_cannot_be_converted_is_said_in_one_line(refused, tmp_path, monkeypatch, arguments, said):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("One is here.\n")
    (tmp_path / "a.docx").write_text("One is here.\n")
    assert said in refused("convert", *arguments)
    assert not (tmp_path / "b.po").exists()


@pytest.mark.parametrize("name", NAMES)
def test_a_document_is_reviewed_and_one_sentence_changes(workbench, tmp_path, name):
    (tmp_path / "ref.html").write_text(
        "<!DOCTYPE html><p>Der erste Satz.</p><p>Ende &amp; aus.</p>", encoding="utf-8"
    )
    options = ["--reference", tmp_path / "ref.html", "--out", tmp_path / "out", "--language", "de", "--json"]
    code, printed, lines = workbench("review", DOCUMENTS / name, *options)
    assert code == 0, lines
    assert len(json.loads(printed)["warnings"]) == (2 if name.endswith("docx") else 0)
    review = (tmp_path / "out" / name).with_suffix(".twb")
    same, new = tmp_path / f"same-{name}", tmp_path / f"new-{name}"
    assert workbench("export", review, "-o", same)[0] == 0
    assert same.read_bytes() == (DOCUMENTS / name).read_bytes()
    with Project.open(review) as project:
        pair = next(pair for pair in project.pairs() if "e" in pair.text(Role.TRANSLATION))
        project.set_text(pair.id, pair.text(Role.TRANSLATION).replace("e", "eee", 1))
    assert workbench("export", review, "-o", new)[0] == 0
    before, after = (read_document(path.read_bytes(), path).units for path in (same, new))
    changed = [(old.text, now.text) for old, now in zip(before, after, strict=True) if old.text != now.text]
    assert changed == [(old, old.replace("e", "eee", 1)) for old, _now in changed]
    assert len(changed) == 1


@pytest.mark.parametrize(
    ("options", "held"), [([], "'=SUM(A1),"), (["--exact"], "\r\n=SUM(A1),"), (["--exact"], "\r\n'=2,")]
)
def test_csv_is_guarded_against_spreadsheets_unless_it_is_to_be_exact(workbench, tmp_path, options, held):
    (tmp_path / "a.tsv").write_text("mt\tsource\n=SUM(A1)\ta\n'=2\tb\n", encoding="utf-8")
    assert workbench("convert", tmp_path / "a.tsv", tmp_path / "b.csv", *options)[0] == 0
    assert held.encode() in (tmp_path / "b.csv").read_bytes()
    assert workbench("convert", tmp_path / "b.csv", tmp_path / "c.txt")[0] == 0
    assert (tmp_path / "c.txt").read_text() == "=SUM(A1)\n'=2\n"


@pytest.mark.parametrize("suffix", ["txt", "docx", "tmx"])
def test_an_untranslated_file_gives_no_empty_one(workbench, refused, tmp_path, suffix):
    (tmp_path / "a.po").write_text('msgid "a"\nmsgstr ""\n', encoding="utf-8")
    assert "Nothing is translated yet" in refused("convert", tmp_path / "a.po", tmp_path / f"b.{suffix}")
    assert not (tmp_path / f"b.{suffix}").exists()
    assert workbench("convert", tmp_path / "a.po", tmp_path / "b.xlf")[0] == 0
