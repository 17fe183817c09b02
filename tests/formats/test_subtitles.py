"""Subtitles: cues are read whole, and an edit moves no time, number, setting or line end."""

import re
import time
from dataclasses import replace
from pathlib import Path

import pytest

from workbench.errors import WorkbenchError
from workbench.formats.subtitles import SRT, VTT

DOCUMENTS = Path(__file__).parent.parent / "data" / "documents"
TIMES = "00:00:01,000 --> 00:00:02,000"


def units(form, data):
    return [(unit.place, unit.text) for unit in form.read(data, None).units]


def edited(form, data, number, text):
    document = form.read(data, None)
    changed = [
        replace(unit, text=text if n == number else unit.text) for n, unit in enumerate(document.units)
    ]
    return form.write(replace(document, units=tuple(changed)), data)


def test_subrip_with_all_that_occurs():
    assert units(SRT, (DOCUMENTS / "film.srt").read_bytes()) == [
        ("1", "Erste Zeile,\nzweite Zeile."),
        ("2", "- Ja?\n- Nein < 3 & 4."),
        ("4", "Rot\nnach der Leerzeile"),
        ("5", "42"),
    ]


def test_webvtt_with_all_that_occurs():
    assert units(VTT, (DOCUMENTS / "film.vtt").read_bytes()) == [
        ("1", "Guten Tag & Abend,\nzweite Zeile."),
        ("2", "<ja> gelb"),
        ("4", "Ende"),
    ]


SRT_EDITS = [
    ("a b", "a c", "a c"),
    ("<i>a</i> b", "c b", "<i>c</i> b"),
    ("{\\an8}a", "b", "{\\an8}b"),
    ("a\nb", "a\nc", "a\nc"),
    ("a \n  b c", "a\nb d", "a \n  b d"),
    ("a </i> \n<i> b c", "a \n b d", "a </i> \n<i> b d"),
    ("a\nb", "a b", "a b"),
    ("a b", "a\n\n b\n", "a\nb"),
    ("a < b & c", "a < b & d", "a < b & d"),
    ("- Ja?\n- Nein.", "- Ja!\n- Doch.", "- Ja!\n- Doch."),
]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be"])
@pytest.mark.parametrize(("text", "new", "wanted"), SRT_EDITS)
def test_an_edit_changes_a_cue_of_subrip(text, new, wanted, codec, newline):
    film = f"1\n{TIMES}  X1:1\n{text}\n\n2\n{TIMES}\nEnde"
    data = film.replace("\n", newline).encode(codec)
    after = edited(SRT, data, 0, new)
    assert after == film.replace(text, wanted).replace("\n", newline).encode(codec)
    assert SRT.recognises(after[:1000]) or codec == "utf-16-be"


VTT_EDITS = [
    ("a &amp; b", "a & c", "a &amp; c"),
    ("a b", "a < b --> c", "a &lt; b --&gt; c"),
    ("<v Anna><b>a</b> b", "c b", "<v Anna><b>c</b> b"),
    ("a <00:01.500>b", "a c", "a <00:01.500>c"),
    ("a", "NOTE", "NOTE"),
]


@pytest.mark.parametrize(("text", "new", "wanted"), VTT_EDITS)
def test_an_edit_changes_a_cue_of_webvtt(text, new, wanted):
    film = f"WEBVTT\n\nname\n00:01.000 --> 00:02.000 line:0\n{text}\n\nNOTE\n\n00:03.000 --> 00:04.000\nEnde"
    after = edited(VTT, film.encode(), 0, new).decode()
    assert after == film.replace(f"\n{text}\n", f"\n{wanted}\n")


@pytest.mark.parametrize("new", [TIMES, f"a\n2\n{TIMES}\nb", "<i>a</i>", "{\\an8}a"])
def test_what_would_be_markup_in_subrip_is_refused(new):
    with pytest.raises(WorkbenchError, match="Paragraph 7 cannot be written as srt"):
        edited(SRT, f"7\n{TIMES}\nb\n".encode(), 0, new)


def test_times_and_numbers_are_never_touched():
    for name, form in (("film.srt", SRT), ("film.vtt", VTT)):
        data = (DOCUMENTS / name).read_bytes()
        for number in range(len(form.read(data, None).units)):
            after = edited(form, data, number, "Neu\nund anders & mehr")
            before, now = (re.findall(rb"[^\r\n]*-->.*|^\d\r$", each, re.MULTILINE) for each in (data, after))
            assert before == now


@pytest.mark.parametrize("data", [b"WEBVTT\n", b"1\n2\n", b"a --> b\nc", b"\n"])
def test_what_holds_no_cues_is_said(data):
    for form in (SRT, VTT):
        with pytest.raises(WorkbenchError, match=r"no subtitles|no text"):
            form.read(data, None)


def test_cues_of_a_file_without_numbers():
    assert units(SRT, f"{TIMES}\na\n{TIMES}\nb\n\n{TIMES}\nc".encode()) == [
        ("1", "a"),
        ("2", "b"),
        ("3", "c"),
    ]


HOSTILE = {
    "a long line": f"1\n{TIMES}\n".encode() + b"x" * 10_000_000,
    "a long line of spaces": f"1\n{TIMES}\nx".encode() + b" " * 5_000_000 + b"y",
    "open tags": f"1\n{TIMES}\n".encode() + b"x<b " * 500_000,
    "empty lines": f"1\n{TIMES}\nx".encode() + b"\n" * 1_000_000 + b"y",
    "numbers": b"1\n" * 500_000 + f"{TIMES}\nx".encode(),
    "digits": b"1" * 5_000_000 + f"\n{TIMES}\nx".encode(),
    "times without end": f"{TIMES} ".encode() * 50_000 + b"\nx",
    "references": f"1\n{TIMES}\nx".encode() + b"&#" + b"9" * 100_000 + b";",
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("form", [SRT, VTT], ids=["srt", "vtt"])
def test_hostile_files_are_read_at_once(form, data):
    started = time.process_time()
    assert form.read(data, None).units
    assert time.process_time() - started < 2
