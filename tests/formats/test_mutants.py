"""Damaged files: read to the last segment or refused in a sentence, never a crash and never a loss."""

import random
from dataclasses import replace
from pathlib import Path
from time import process_time

import pytest

from tests.oracles.segment_counts import csv_rows, po_translations, xml_segments
from workbench.errors import WorkbenchError
from workbench.formats import FORMATS, write_back
from workbench.formats.splicing import file_text

FOLDER = Path(__file__).parent.parent / "data" / "formats"
ROWS = b"id\tstatus\ttranslation\toriginal\treference\tsource\n0\tapproved\tx\ty\t\tz\n1\t\t'=1\t\t\tb\n"
SEEDS = {
    name: [path.read_bytes() for path in sorted(FOLDER.iterdir()) if path.suffix in FORMATS[name].suffixes]
    for name in ("po", "xliff", "tmx")
} | {
    "tsv": [b"source\ttarget\tstatus\na\tb\tapproved\n\nc\td \xc3\xa9\t\r\n", ROWS],
    "csv": [b'source,mt,status\na,"b ""x"", y",approved\n"two\nlines",z,\n', ROWS.replace(b"\t", b";")],
    "jsonl": [
        b'{"source": "a", "target": "b \\u00e9 \\" {"}\n\n {"target":"c","source":"d","n":[1,{}]} \n',
        b'{"id": 1, "mt": "\xed\x95\x9c", "status": "approved"}\r\n{"mt": null}\n',
    ],
}
WORDS = {
    "po": [
        b'"',
        b"\\",
        b"\n",
        b"\r",
        b"#",
        b"#~ ",
        b"#, fuzzy\n",
        b'msgid "x"\n',
        b'msgstr "y"\n',
        b'msgctxt "c"\n',
        b'msgid_plural "p"\n',
        b'msgstr[0] "q"\n',
        b"msgstr[99] ",
        b'domain "d"\n',
        b"<<<<<<< ours\n",
        b"\0",
        b"\xff",
        b"\xc3",
        b"\xed\xa0\x80",
        b"\\x",
        b"\\777",
        b"charset=EUC-KR",
        b"charset=UTF-16",
        b"\xef\xbb\xbf",
        b"nplurals=99999999",
        b"#= approved\n",
        b'#| msgid "z"\n',
        b'#~| msgid "z"\n',
        b"\xe2\x80\xa8",
    ],
    "xliff": [
        b"<",
        b">",
        b"&",
        b"&amp;",
        b"&#0;",
        b"&#x1F600;",
        b"]]>",
        b"<![CDATA[",
        b"<!--",
        b"-->",
        b"<?p ?>",
        b'<x id="1"/>',
        b'<g id="1">',
        b"</g>",
        b"<target>",
        b"</target>",
        b"<target/>",
        b"<source>",
        b"</source>",
        b'<mrk mtype="seg" mid="1">',
        b"</mrk>",
        b' translate="no"',
        b' approved="yes"',
        b' xml:space="preserve"',
        b"<trans-unit>",
        b"</trans-unit>",
        b"<unit>",
        b"</unit>",
        b"<segment>",
        b"</segment>",
        b"<!ENTITY a 'b'>",
        b'<!DOCTYPE a [<!ENTITY b "c">]>',
        b"\0",
        b"\xff",
        b"'",
        b'"',
        b"\xe2\x9f\xa6",
        b"\xe2\x9f\xa7",
        b"\r",
    ],
}
WORDS["tmx"] = [
    *WORDS["xliff"][:13],
    b"<tu>",
    b"</tu>",
    b"<tuv>",
    b"</tuv>",
    b"<seg>",
    b"</seg>",
    b'<tuv xml:lang="de">',
    b'<prop type="x-status">',
    b"</prop>",
    b"<header/>",
    b"*all*",
    b"<hi>",
    b"</hi>",
]
WORDS["tsv"] = WORDS["csv"] = WORDS["jsonl"] = [
    b"\t", b"\n", b"\r", b"\r\n", b",", b";", b'"', b'""', b'","', b"'", b"=1", b"\\n", b"\\", b"\0", b"\xff",
    b"{", b"}", b'{"mt": "x"}\n', b'"mt":', b"[", b"null", b"\\ud800", b"\\u0000", b"\xef\xbb\xbf",
    b"\xe2\x80\xa8", b"mt",
]  # fmt: skip
COUNTS = {
    "po": po_translations,
    "tsv": lambda text: sum(bool(line.strip()) for line in text.split("\n")) - 1,
    "csv": csv_rows,
    "jsonl": lambda text: sum(bool(line.strip()) for line in text.split("\n")),
}
_PATIENCE = 2.0  # seconds of the processor


def mutated(data, words, chooser):
    """Damage a file in one to four places."""
    for _time in range(chooser.randint(1, 4)):
        start = chooser.randrange(len(data) + 1)
        end = min(len(data), start + chooser.choice([0, 0, 1, 2, 8, 40]))
        kind = chooser.randrange(6)
        piece = {
            0: chooser.choice(words),
            1: b"",
            2: data[start:end] * 2,
            3: bytes([chooser.randrange(256)]),
            4: data[(other := chooser.randrange(len(data) + 1)) : other + chooser.randrange(60)],
            5: chooser.choice(words) + data[start:end] + chooser.choice(words),
        }[kind]
        data = data[:start] + piece + data[end:]
        if chooser.random() < 0.02:
            data = data[:start]
        data = data or b"x"
    return data


def expect_whole(form, data, chooser):
    """Read, count, write unchanged, edit one segment; tell whether it could be read."""
    try:
        document = form.read(data, None)
    except WorkbenchError:
        return False
    there = len(document.units) + len(document.unread)
    text = file_text(data, document.charset).text
    count = COUNTS.get(form.name)
    assert there == (count(text) if count else xml_segments(without_declaration(text)))
    assert write_back(document, data) == data
    number = chooser.randrange(len(document.units))
    unit = document.units[number]
    changed = replace(unit, text=unit.text + chooser.choice(["x", "한", " &<", "\n", '"']))
    units = (*document.units[:number], changed, *document.units[number + 1 :])
    try:
        written = write_back(replace(document, units=units), data, document)
    except WorkbenchError:
        return True
    assert [one.text for one in form.read(written, document.charset).units] == [one.text for one in units]
    return True


def without_declaration(text):
    """Hand the text over in UTF-8, whatever its declaration says."""
    start = text.find("?>") + 2 if text.lstrip().startswith("<?xml") else 0
    return text[start:].encode("utf-8", "replace").strip()


@pytest.mark.parametrize("name", SEEDS)
@pytest.mark.parametrize(
    "count", [pytest.param(300, id="some"), pytest.param(10_000, id="many", marks=pytest.mark.slow)]
)
def test_a_damaged_file_is_read_whole_or_refused(name, count):
    chooser = random.Random(count)
    form = FORMATS[name]
    read = 0
    for _number in range(count):
        data = mutated(chooser.choice(SEEDS[name]), WORDS[name], chooser)
        start = process_time()
        try:
            read += expect_whole(form, data, chooser)
        except BaseException as error:
            error.add_note(repr(data))
            raise
        assert process_time() - start < _PATIENCE, data
    assert read > count // 20  # else nothing was tested
