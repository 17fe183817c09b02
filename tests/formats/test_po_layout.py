"""An edited translation is laid out as its entry was; what gettext wrapped stays as gettext would wrap it."""

import random
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from workbench.formats import po_document
from workbench.formats.po_header import stamped

FOLDER = Path(__file__).parent.parent / "data" / "formats"
LONG_LINES = (
    '""\n"Dieser neue Satz ist so lang, dass er in keine Zeile von neunundsiebzig "\n"Spalten passen will."'
)
LONG = "Dieser neue Satz ist so lang, dass er in keine Zeile von neunundsiebzig Spalten passen will."
LINES = {
    "wrapped, edited long": ("wrapped.po", 0, LONG, LONG_LINES),
    "wrapped, edited short": ("wrapped.po", 0, "Kurz.", '"Kurz."'),
    "content on the first line": ("wrapped.po", 1, "A\nB\n", '"A\\n"\n"B\\n"'),
    "short in a wrapped file": ("wrapped.po", 2, LONG, LONG_LINES),
    "not wrapped": ("unwrapped.po", 0, LONG, f'"{LONG}"'),
    "lines in one string": ("unwrapped.po", 1, "eins\nzwei", '"eins\\nzwei"'),
    "short in a file that is not wrapped": ("unwrapped.po", 2, LONG, f'"{LONG}"'),
    "indented by a tab": ("indented.po", 0, "x\ny", '"x\\n"\n\t"y"'),
    "indented by blanks": ("indented.po", 1, "x\ny", '""\n  "x\\n"\n  "y"'),
    "CRLF": ("crlf.po", 0, "x\ny", '""\r\n"x\\n"\r\n"y"'),
    "CRLF in a part of the file": ("mixed-ends.po", 1, "x\ny", '""\r\n"x\\n"\r\n"y"'),
    "LF in the other part": ("mixed-ends.po", 0, "x\ny", '""\n"x\\n"\n"y"'),
    "lone CR": ("lone-cr.po", 0, "x\ny", '""\r"x\\n"\r"y"'),
}  # fmt: skip


def edited(data, number, **changes):
    document = po_document.read(data)
    units = list(document.units)
    units[number] = replace(units[number], **changes)
    return po_document.write(replace(document, units=tuple(units)), data)


@pytest.mark.parametrize(("name", "number", "text", "strings"), LINES.values(), ids=LINES)
def test_an_entry_keeps_its_layout(name, number, text, strings):
    data = (FOLDER / name).read_bytes()
    start, end = po_document.read(data).units[number].span
    assert edited(data, number, text=text) == data[:start] + strings.encode() + data[end:]


GERMAN = "Datei|öffnen|nicht-mehr|könnte|Verzeichnis/Pfad|Fehler|(beim)|Lesen|der|Größe|und|%s|Zeile,|a|b"
KOREAN = "열기|파일을|저장할|수|없습니다.|디렉터리|오류가|발생했습니다|(읽는)|동안"
JAPANESE = "「ファイル」を、開く|ことが|できません。|エラー|ディレクトリー（読み取り）"


def by_msgcat(data):
    return subprocess.run(["msgcat", "-"], input=data, capture_output=True, check=True).stdout


@pytest.mark.skipif(shutil.which("msgcat") is None, reason="needs gettext")
@pytest.mark.parametrize("words", [GERMAN, KOREAN, JAPANESE], ids=["de", "ko", "ja"])
@pytest.mark.parametrize("seed", range(5))
def test_gettext_would_wrap_it_just_so(words, seed):
    words, chooser = words.split("|"), random.Random(seed)
    entries = (
        f'msgid "{number}"\nmsgstr "{" ".join(chooser.choices(words, k=chooser.randint(1, 40)))}"\n\n'
        for number in range(8)
    )
    header = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    data = by_msgcat((header + "".join(entries)).encode())
    text = " ".join(chooser.choices(words, k=chooser.randint(1, 60))) + chooser.choice(["", "\n", "\nZwei\n"])
    written = edited(data, chooser.randrange(8), text=text)
    assert by_msgcat(written) == written


def test_the_header_is_brought_up_to_date_only_when_asked():
    data = (FOLDER / "context.po").read_bytes()
    fields = {"PO-Revision-Date": "2026-01-02 03:04+0000", "Last-Translator": 'A "B" <c@d.e>'}
    once = stamped(data, "utf-8", fields)
    lines = [b'"PO-Revision-Date: 2026-01-02 03:04+0000\\n"\n', b'"Last-Translator: A \\"B\\" <c@d.e>\\n"\n']
    assert once.replace(lines[0], b"").replace(lines[1], b"") == data
    twice = stamped(once, "utf-8", fields | {"PO-Revision-Date": "2027-01-01 00:00+0000"})
    assert twice == once.replace(b"2026-01-02 03:04", b"2027-01-01 00:00")
    assert po_document.read(twice).units == tuple(
        replace(unit, span=now.span, place=now.place)
        for unit, now in zip(po_document.read(data).units, po_document.read(twice).units, strict=True)
    )
    headless = (FOLDER / "no-header.po").read_bytes()
    assert stamped(headless, "utf-8", fields) == headless


@pytest.mark.parametrize(
    ("old", "text", "new"),
    [
        (r"x\a", "\a\vy", "\\a\vy"),
        (r"\v\\a", "\a\v\\", "\a\\v\\\\"),
        ("plain", "\a", "\a"),
    ],
)
def test_rare_escapes_are_written_where_the_entry_has_them(old, text, new):
    data = f'msgid "a"\nmsgstr "{old}"\n'.encode()
    assert edited(data, 0, text=text) == f'msgid "a"\nmsgstr "{new}"\n'.encode()
