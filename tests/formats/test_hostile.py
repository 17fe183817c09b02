"""Files made to hurt: a clear sentence, or the plain truth, within two seconds and half a gigabyte."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
DOCTYPE = b'<!DOCTYPE xliff SYSTEM "http://127.0.0.1:1/x.dtd">'
FILE_ENTITY = b'<!DOCTYPE x [<!ENTITY s SYSTEM "file:///etc/passwd">]>'
WEB_ENTITY = b'<!DOCTYPE tmx [<!ENTITY % p SYSTEM "http://127.0.0.1:1/x.dtd"> %p;]><tmx/>'
HEAD = b'<?xml version="1.0"?>\n'
BOMB = b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 10))
FILE = b'<file source-language="en" target-language="%s"><body>%s</body></file>'
XLIFF = b'<xliff version="1.2">' + FILE + b"</xliff>"
UNIT = b"<trans-unit id='1'><source>a</source><target>%s</target></trans-unit>"
PO = b'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n%s\n\nmsgid "a"\nmsgstr "%s"\n'

# The name of the file, how to make it, and what is said of it.
FILES = {
    "billion laughs": (
        "a.xlf",
        lambda: HEAD + b"<!DOCTYPE x [<!ENTITY a0 'ha'>" + BOMB + b"]>" + XLIFF % (b"de", UNIT % b"&a9;"),
        "entities",
    ),
    "external entity": ("a.xlf", lambda: HEAD + FILE_ENTITY + XLIFF % (b"de", UNIT % b"&s;"), "entities"),
    "parameter entity": ("a.tmx", lambda: HEAD + WEB_ENTITY, "entities"),
    "external DTD": ("a.xlf", lambda: HEAD + DOCTYPE + XLIFF % (b"de", UNIT % b"b"), "1 segments"),
    "entity of an unread DTD": (
        "a.xlf",
        lambda: HEAD + DOCTYPE + XLIFF % (b"de", UNIT % b"b&nbsp;c"),
        "1 segments",
    ),
    "deep": ("a.xlf", lambda: XLIFF % (b"de", UNIT % (b"<g>" * 100_000 + b"</g>" * 100_000)), "are not read"),
    "unclosed": ("a.xlf", lambda: b"<xliff>" + b"<a " * 1_000_000, "not XML"),
    "unclosed comments": ("a.tmx", lambda: b"<tmx>" + b"<!--" * 500_000, "not XML"),
    "brackets": ("a.tmx", lambda: b"<!DOCTYPE tmx " + b"[" * 1_000_000, "not XML"),
    "one text of 11 MB": ("a.xlf", lambda: XLIFF % (b"de", UNIT % (b"x" * 11_000_000)), "1 segments"),
    "many codes": ("a.xlf", lambda: XLIFF % (b"de", UNIT % (b"<x id='1'/>" * 50_000)), "1 segments"),
    "NUL in XML": ("a.xlf", lambda: XLIFF % (b"de", UNIT % b"a\0b"), "text file|XML"),
    "surrogate in XML": ("a.xlf", lambda: XLIFF % (b"de", UNIT % b"a\xed\xa0\x80b"), ""),
    "surrogate by number": ("a.xlf", lambda: XLIFF % (b"de", UNIT % b"a&#xD800;b"), "not XML"),
    "path for a language": ("a.xlf", lambda: XLIFF % (b"../../x", UNIT % b"b"), "1 segments"),
    "no XLIFF inside": ("a.xlf", lambda: b"<xliff/>", "no segments"),
    "line of 10 MB": ("a.po", lambda: PO % (b"", b"x" * 10_000_000), "1 segments"),
    "a million escapes": ("a.po", lambda: PO % (b"", b"\\n" * 1_000_000), "1 segments"),
    "million strings": ("a.po", lambda: PO % (b"", b'"\n"' * 1_000_000), "1 segments"),
    "million comments": ("a.po", lambda: b"# x\n" * 1_000_000 + PO % (b"", b"x"), "1 segments"),
    "comments without end": ("a.po", lambda: b"#~\n" * 500_000 + PO % (b"", b"x"), "1 segments"),
    "quotes": ("a.po", lambda: b'msgid "a"\nmsgstr ' + b'"' * 1_000_001, "not PO"),
    "backslashes": ("a.po", lambda: b'msgid "a"\nmsgstr "' + b"\\" * 1_000_001, "not PO"),
    "blank": ("a.po", lambda: b" " * 5_000_000 + b"x", "not PO"),
    "nplurals": (
        "a.po",
        lambda: PO % (b'"Plural-Forms: nplurals=99999999; plural=n/0;\\n"', b"x"),
        "1 segments",
    ),
    "path for a language in PO": ("a.po", lambda: PO % (b'"Language: ../../x\\n"', b"x"), "1 segments"),
    "NUL in PO": ("a.po", lambda: PO % (b"", b"a\0b"), "text file"),
    "nested divs": (
        "a.html",
        lambda: b"<!DOCTYPE html>" + b"<div>" * 100_000 + b"text",
        "1 segments|nested|deep",
    ),
    "closed nested divs": (
        "a.html",
        lambda: b"<!DOCTYPE html>" + b"<div>" * 100_000 + b"text" + b"</div>" * 100_000,
        "1 segments|nested|deep",
    ),
    "open brackets of HTML": ("a.html", lambda: b"<!DOCTYPE html><p>a</p>" + b"<" * 500_000, "segments"),
    "open comments of HTML": ("a.html", lambda: b"<!DOCTYPE html><p>a</p>" + b"<!--" * 300_000, "segments"),
    "references of HTML": ("a.html", lambda: b"<!DOCTYPE html><p>" + b"&amp" * 300_000, "segments"),
    "attributes of HTML": (
        "a.html",
        lambda: b"<!DOCTYPE html><p " + b"a='" * 300_000 + b">x",
        "segments|no text",
    ),
    "line of 10 MB in HTML": ("a.html", lambda: b"<!DOCTYPE html><p>" + b"x" * 10_000_000, "1 segments"),
    "brackets of Markdown": ("a.md", lambda: b"[" * 50_000 + b"a", "segments|longer"),
    "stars of Markdown": ("a.md", lambda: b"*a **b " * 20_000, "segments|longer"),
    "quotes of Markdown": ("a.md", lambda: b">" * 50_000 + b"a", "segments|no text"),
    "lists of Markdown": ("a.md", lambda: b"".join(b" " * n + b"- a\n" for n in range(1_000)), "segments"),
    "ticks of Markdown": ("a.md", lambda: b"".join(b"`" * n + b"a " for n in range(700)), "segments"),
    "line of 10 MB in text": ("a.txt", lambda: b"x" * 10_000_000, "1 segments"),
    "arrows of subtitles": (
        "a.srt",
        lambda: b"1\n00:00:01,000 --> 00:00:02,000\na\n" + b"-->" * 300_000,
        "segments",
    ),
    "line of 10 MB in subtitles": (
        "a.vtt",
        lambda: b"WEBVTT\n\n00:01.000 --> 00:02.000\n" + b"x" * 10_000_000,
        "segments",
    ),
    "columns of TSV": ("a.tsv", lambda: b"\t" * 1_000_000 + b"mt\n" + b"\t" * 1_000_000 + b"x", "1 segments"),
    "heading of 10 MB": ("a.csv", lambda: b"x" * 10_000_000 + b",b\n1,2\n", "no column is headed"),
    "quotes of CSV": ("a.csv", lambda: b"mt,x\n" + b'"' * 1_000_001, "line 2 cannot"),
    "quotes of CSV that pair": ("a.csv", lambda: b"mt,x\n" + b'"' * 1_000_000 + b",1\n", "1 segments"),
    "cell of 10 MB": ("a.csv", lambda: b"mt,x\n" + b"x" * 10_000_000 + b",1\n", "1 segments"),
    "deep JSON": ("a.jsonl", lambda: b'{"mt": "a", "x": ' + b"[" * 1_000_000, "line 1 is no JSON"),
    "number of JSON": (
        "a.jsonl",
        lambda: b'{"mt": "a", "x": ' + b"9" * 1_000_000 + b"}",
        "line 1 is no JSON",
    ),
    "half a character in JSON": ("a.jsonl", lambda: b'{"mt": "a"}\n{"mt": "\\ud800"}', "1 segments"),
    "control characters in JSON": ("a.jsonl", lambda: b'{"mt": "a\\u0000\\u001b"}', "1 segments"),
    "no Parquet": ("a.parquet", lambda: b"PAR1" + b"\xff" * 1_000_000 + b"PAR1", "no Parquet"),
    "ZIP for a text": ("a.txt", lambda: b"PK\x03\x04" + bytes(1_000), "Office"),
    "conflict": ("a.po", lambda: PO % (b"", b"x") + b"<<<<<<< ours\n", "line 8"),
}

CHILD = """
import json, resource, sys, time
from pathlib import Path
resource.setrlimit(resource.RLIMIT_AS, (2**31, 2**31))
from workbench.errors import WorkbenchError
from workbench.project.intake import read_text
for path in map(Path, sys.argv[1:]):
    started = time.process_time()
    try:
        text = read_text(path)
        answer = f"{len(text.document.units)} segments {text.language}"
    except WorkbenchError as error:
        answer = str(error)
    status = Path("/proc/self/status").read_text()  # ru_maxrss would be that of the process that forked us
    peak = int(status.split("VmHWM:")[1].split()[0]) // 1024
    print(json.dumps([answer, time.process_time() - started, peak]), flush=True)
"""
_SECONDS, _MEGABYTES = 2.0, 500
_CHARACTERS = 2_000  # of an answer that a person reads


@pytest.fixture(scope="module")
def answers(tmp_path_factory):
    """Read all the files in one process, which must live through each."""
    folder = tmp_path_factory.mktemp("hostile")
    paths = []
    for number, (name, make, _said) in enumerate(FILES.values()):
        paths.append(folder / f"{number}-{name}")
        paths[-1].write_bytes(make())
    command = [sys.executable, "-c", CHILD, *paths]
    run = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT, timeout=200)
    assert run.returncode == 0, run.stderr[-500:]
    lines = run.stdout.rstrip("\n").split("\n")
    return dict(zip(FILES, map(json.loads, lines), strict=True))


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_is_answered_soon(name, answers):
    said = FILES[name][2].lower().split("|")
    answer, seconds, megabytes = answers[name]
    assert any(word in answer.lower() for word in said), answer
    assert "root:" not in answer
    assert ".." not in answer
    assert len(answer) < _CHARACTERS
    assert seconds < _SECONDS
    assert megabytes < _MEGABYTES
