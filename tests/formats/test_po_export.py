import subprocess
from dataclasses import replace

import polib
import pytest

from workbench.formats import po_document, po_export
from workbench.model.bitext import Bitext, BitextPair
from workbench.model.document import Role
from workbench.model.pair import Status

CONTROLS = "".join(map(chr, [1, 2, 3, *range(5, 9), *range(11, 13), *range(14, 32), 127]))


def bitext(translation="Text", source="Source", name="a.txt", title="Title", status=Status.APPROVED):
    pair = BitextPair(translation, "Machine", "Reference", source, status, ((name, 3),))
    return Bitext(title, {Role.TRANSLATION: "ko", Role.SOURCE: "en"}, (pair,), 0.0)


def checked(data, folder):
    (folder / "a.po").write_bytes(data)
    subprocess.run(["msgfmt", "-c", "-o", folder / "a.mo", folder / "a.po"], check=True, capture_output=True)
    return polib.mofile(str(folder / "a.mo"))


@pytest.mark.parametrize("name", ["a\nb.txt", "a\rb.txt", "a\tb c.txt", "a\\b", 'a"b', "a\u2028b", "a\\n b"])
def test_any_name_of_a_file_and_a_review_is_read_back(name, tmp_path):
    data = po_export.compose(bitext(name=name, title=name))
    catalogue = checked(data, tmp_path)
    assert catalogue.metadata["Project-Id-Version"] == " ".join(name.split())
    assert (
        next(line for line in data.decode().split("\n") if line.startswith("#:")).endswith(":3")
        or " " in name
    )
    assert po_document.read(data).units[0].text == "Text"


@pytest.mark.parametrize(
    "text", [*(f"a{char}b" for char in CONTROLS), 'a"b\\', "a\tb\r\nc\\n", "a\u2028b\x85c"]
)
def test_msgfmt_and_polib_read_the_same_text(text, tmp_path):
    data = po_export.compose(bitext(translation=text))
    assert [entry.msgstr for entry in checked(data, tmp_path) if entry.msgid] == [text]
    assert polib.pofile(str(tmp_path / "a.po"))[0].msgstr == text
    assert po_document.read(data).units[0].text == text


def test_what_po_cannot_hold_is_shown_as_replaced(tmp_path):
    data = po_export.compose(bitext(translation="a\0b\x04c"))
    assert checked(data, tmp_path)[0].msgstr == "a\ufffdb\ufffdc"


@pytest.mark.parametrize("source", ["S", "S\n", "\nS", "\nS\n"])
@pytest.mark.parametrize("text", ["T", "T\n", "\nT", "\nT\n", ""])
def test_line_ends_about_a_text_are_the_sources(source, text, tmp_path):
    pair = replace(bitext().pairs[0], source=source, translation=text)
    data = po_export.compose(replace(bitext(), pairs=(pair,)))
    checked(data, tmp_path)
    assert po_document.read(data).units[0].text == (source.replace("S", "T") if text else "")
