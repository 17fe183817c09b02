"""The beginning of a file is there before its end is read."""

from dataclasses import replace
from pathlib import Path

import pytest

from workbench.errors import WorkbenchError
from workbench.formats import read_document, read_in_parts, write_back, xml_stream
from workbench.formats.parts import whole
from workbench.model.status import Status
from workbench.project.intake import first_look, read_text

FOLDERS = [Path(__file__).parent.parent / "data" / name for name in ("formats", "documents")]
FILES = [path for folder in FOLDERS for path in sorted(folder.iterdir())]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_parts_are_the_whole(path):
    data = path.read_bytes()
    assert whole(read_in_parts(data, path)) == read_document(data, path)


PO = "".join(f'msgid "{number}"\nmsgstr "é"\n\n' for number in range(20_000)) + "msgid\n"
UNIT = '<tu><tuv xml:lang="en"><seg>a{0}</seg></tuv><tuv xml:lang="de"><seg>é{0}</seg></tuv></tu>\n'
TMX = "<tmx><header srclang='en'/><body>" + "".join(map(UNIT.format, range(6_000))) + "</wrong>"
XLF_UNIT = '<trans-unit id="{0}"><source>a</source><target>é</target></trans-unit>\n'
XLIFF = (
    '<xliff version="1.2"><file source-language="en" target-language="de"><body>'
    + "".join(map(XLF_UNIT.format, range(6_000)))
    + "</wrong>"
)


@pytest.mark.parametrize(("name", "text"), [("a.po", PO), ("a.tmx", TMX), ("a.xlf", XLIFF)])
def test_the_beginning_is_given_before_the_end_is_read(tmp_path, name, text):
    path = tmp_path / name
    path.write_text(text, "utf-8")
    look = first_look(path)
    assert 100 < len(look.document.units) < 2_000
    assert look.document.units[0].text.startswith("é")
    assert look.document.is_bilingual
    parts = read_in_parts(path.read_bytes(), path)
    assert next(parts).units == look.document.units
    with pytest.raises(WorkbenchError, match=rf"{name}: .*(line|Line)"):
        list(parts)


def test_a_small_file_is_wholly_in_its_first_look(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("One sentence. And another.\n\nThe end.\n", "utf-8")
    assert first_look(path) == read_text(path)


XML = [path for path in FILES if path.suffix in {".xlf", ".tmx", ".sdlxliff", ".mqxliff"}]


@pytest.mark.parametrize("size", [1, 5, 64, 300])
@pytest.mark.parametrize("path", XML, ids=lambda path: path.name)
def test_the_size_of_the_windows_makes_no_difference(monkeypatch, path, size):
    data = path.read_bytes()
    document = read_document(data, path)
    number = len(document.units) - 1
    unit = document.units[number]
    approved = replace(unit, status=Status.APPROVED, text=unit.text + "x")
    changed = replace(document, units=(*document.units[:number], approved))
    written = write_back(changed, data)
    monkeypatch.setattr(xml_stream, "_WINDOW", size)
    assert read_document(data, path) == document
    assert write_back(changed, data) == written


def test_a_mark_between_units_is_a_character():
    units = "".join(f"\ufeff<tu>{UNIT.format(number)[4:]}" for number in range(5_000))
    data = f"<tmx><header srclang='en'/><body>{units}</body></tmx>".encode()
    document = read_document(data, Path("a.tmx"))
    assert [data[slice(*unit.span)].decode() for unit in document.units] == [
        unit.text for unit in document.units
    ]
