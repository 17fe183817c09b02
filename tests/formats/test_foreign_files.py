"""Files by hand for each oddity that real ones have: in and out, unchanged or changed in one place alone."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from workbench.formats import read_document, write_back
from workbench.model.status import Status

FOLDER = Path(__file__).parent.parent / "data" / "formats"
FILES = sorted(path.name for path in FOLDER.iterdir() if not path.name.startswith("."))
FUZZY, PLAIN, APPROVED = Status.NEEDS_WORK, Status.UNREVIEWED, Status.APPROVED

# What is read: charset, then text, source, context and status of each segment.
CONTENT = {
    "context.po": (
        "utf-8",
        [("Öffnen", "Open", "menu", PLAIN), ("Offen", "Open", "state", PLAIN), ("offen", "Open", "", PLAIN)],
    ),
    "plurals-1.po": ("utf-8", [("%d 個のファイル", "%d files", None, PLAIN)]),
    "plurals-6.po": (
        "utf-8",
        [("يوم 0", "%d day", None, PLAIN), *((f"يوم {n}", "%d days", None, PLAIN) for n in range(1, 6))],
    ),
    "fuzzy-previous.po": (
        "utf-8",
        [
            ("Zu", "Close", "new", FUZZY),
            ("%d Ding", "%d item", None, FUZZY),
            ("%d Dinge", "%d items", None, FUZZY),
            ("schlicht", "plain", None, PLAIN),
        ],
    ),
    "obsolete.po": ("utf-8", [("da", "kept", None, PLAIN), ("zwischen", "between", None, PLAIN)]),
    "comments.po": ("utf-8", [("b", "a", None, PLAIN)]),
    "domain.po": ("utf-8", [("A", "a", None, PLAIN), ("AA", "a", None, PLAIN)]),
    "escapes.po": (
        "utf-8",
        [
            ('Glocke\a Tab\t \v\f\b AA é " \\ \r\n', "bell\a tab\t vt\v ff\f bs\b AA é", None, PLAIN),
            ("\x0101", "split", None, PLAIN),
        ],
    ),
    "flags-review.po": (
        "utf-8",
        [
            ("A", "a", None, FUZZY),
            ("B %d", "b %d", None, APPROVED),
            ("C", "c", None, APPROVED),
            ("D", "d", None, PLAIN),
        ],
    ),
    "lone-cr.po": ("utf-8", [("A", "a", None, PLAIN), ("B", "b", None, PLAIN)]),
    "stray-cr.po": ("utf-8", [("A\rB", "a", None, PLAIN), ("B", "b", None, PLAIN)]),
    "one-line.po": ("utf-8", [("A", "a", None, PLAIN), ("B", "b", "c", PLAIN), ("Bs", "bs", "c", PLAIN)]),
    "utf-16.po": ("utf-16", [("Ä한", "a", None, PLAIN), ("🙂", "b", None, PLAIN)]),
    "utf-16-be.po": ("utf-16", [("Ä한", "a", None, PLAIN)]),
    "shift_jis.po": ("shift_jis", [("表示ソース", "open", None, PLAIN), ("ascii", "ascii", None, PLAIN)]),
    "big5.po": ("big5", [("許功蓋", "open", None, PLAIN), ("ascii", "ascii", None, PLAIN)]),
    "damaged.po": ("utf-8", [("schöne Grüße", "a", None, PLAIN), ("Käse für später", "c", None, PLAIN)]),
    "states.xlf": (
        "utf-8",
        [
            ("A", "a", None, APPROVED),
            ("B", "b", None, FUZZY),
            ("C", "c", None, PLAIN),
            ("D", "d", None, APPROVED),
            ("E", "e", None, PLAIN),
        ],
    ),
    "inline.xlf": (
        "utf-8",
        [
            (
                "⟦1⟧Die ⟦2/⟧-Taste⟦/1⟧ drücken & ⟦b3/⟧warten⟦e3/⟧",
                "Press ⟦1⟧the ⟦2/⟧ key⟦/1⟧ & ⟦b3/⟧wait⟦e3/⟧",
                None,
                PLAIN,
            ),
            (
                "Ein ⟦mrk⟧Begriff⟦/mrk⟧⟦x/⟧ und ⟦x:2/⟧mehr ⟦(⟧1⟦)⟧",
                "A ⟦mrk⟧term⟦/mrk⟧⟦x/⟧ and ⟦x:2/⟧more ⟦(⟧1⟦)⟧",
                None,
                PLAIN,
            ),
        ],
    ),
    "missing-targets.xlf": (
        "utf-8",
        [
            ("", "No target", None, PLAIN),
            ("", "Empty", None, PLAIN),
            ("", "Blank", None, PLAIN),
            ("Mit Rand", "Layout", None, PLAIN),
            (" y\n ", " x\n ", None, PLAIN),
        ],
    ),
    "cdata.xlf": (
        "utf-8",
        [("<b>Fett</b> & mehr", "<b>Bold</b>", None, PLAIN), ("a < b ß —", "a < b", None, PLAIN)],
    ),
    "utf-16.xlf": ("utf-16", [("Ä 한 🙂", "a", None, PLAIN)]),
    "trados.sdlxliff": ("utf-8-sig", [("Erstens.", "First.", None, APPROVED), ("", "Second.", None, FUZZY)]),
    "memoq.mqxliff": (
        "utf-8",
        [
            ("Egy ⟦b1/⟧kettő⟦e1/⟧ ", "One ⟦b1/⟧two⟦e1/⟧ ", None, APPROVED),
            ("Három", "Three", None, FUZZY),
            ("", "Four", None, PLAIN),
        ],
    ),
    "two.xlf": (
        "utf-8",
        [
            ("⟦1⟧저기⟦/1⟧ 안녕⟦2/⟧", "Hello ⟦1⟧there⟦/1⟧⟦2/⟧", "greeting", PLAIN),
            ("안녕히 ⟦cp/⟧⟦b3/⟧x⟦e3/⟧", "Bye ⟦cp/⟧⟦b3/⟧x⟦e3/⟧", "greeting", APPROVED),
            ("", "New", "greeting", PLAIN),
            ("나쁜", "Bad", None, FUZZY),
        ],
    ),
    "memory.tmx": (
        "utf-8",
        [
            ("Hallo ⟦b1/⟧du⟦e1/⟧", "Hello ⟦b1/⟧you⟦e1/⟧", None, PLAIN),
            ("Zwei ⟦hi⟧fette⟦/hi⟧ ⟦1/⟧", "Two ⟦hi⟧bold⟦/hi⟧ ⟦1/⟧", None, APPROVED),
            ("Vier", "Four", None, PLAIN),
        ],
    ),
    "all-languages.tmx": ("utf-8", [("One", "하나", None, PLAIN)]),
}
UNREAD = {
    "damaged.po": ("11",),
    "missing-targets.xlf": ("5",),
    "trados.sdlxliff": ("8f",),
    "two.xlf": ("u2",),
    "memory.tmx": ("3",),
}
WARNED = {"lies-legacy.po", "lies-utf-8.po", "damaged.po", "unknown-charset.po"}
LANGUAGES = {
    "two.xlf": ("en", "ko"),
    "trados.sdlxliff": ("en-US", "de-DE"),
    "memory.tmx": ("en-US", "de"),
    "doctype.xlf": ("en", "fr"),
    "context.po": (None, "de"),
}


def read(name):
    data = (FOLDER / name).read_bytes()
    return data, read_document(data, Path(name))


@pytest.mark.parametrize("name", FILES)
def test_an_untouched_file_is_identical(name):
    data, document = read(name)
    assert write_back(document, data) == data
    assert write_back(document, data, document) == data
    assert document.unread == UNREAD.get(name, ())
    assert bool(document.warnings) == (name in WARNED)


@pytest.mark.parametrize("name", CONTENT)
def test_each_segment_is_read_for_what_it_says(name):
    _data, document = read(name)
    units = [(unit.text, unit.source, unit.context, unit.status) for unit in document.units]
    assert (document.charset, units) == CONTENT[name]


@pytest.mark.parametrize("name", LANGUAGES)
def test_the_languages_are_the_files_own(name):
    _data, document = read(name)
    assert (document.source_language, document.language) == LANGUAGES[name]


@pytest.mark.parametrize("name", FILES)
def test_each_segment_edited_changes_its_own_place_alone(name):
    data, document = read(name)
    for number, unit in enumerate(document.units):
        text = f"new {unit.text or unit.source} end"
        units = (*document.units[:number], replace(unit, text=text), *document.units[number + 1 :])
        written = write_back(replace(document, units=units), data, document)
        start, end = unit.span
        assert written.startswith(data[:start])
        assert written.endswith(data[end:])
        again = read_document(written, Path(name), document.charset)
        assert [one.text for one in again.units] == [one.text for one in units]
        assert [one.status for one in again.units] == [one.status for one in document.units]
        assert write_back(replace(document, units=units), data) == written


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("status", [FUZZY, APPROVED])
def test_a_decision_is_written_where_the_format_has_a_place_and_changes_no_text(name, status):
    data, document = read(name)
    units = tuple(replace(unit, status=status) for unit in document.units)
    again = read_document(write_back(replace(document, units=units), data), Path(name), document.charset)
    assert [unit.text for unit in again.units] == [unit.text for unit in document.units]
    storable = document.format != "po" and (status is APPROVED or name != "prefixed.xlf")
    if status is FUZZY and document.format == "po":
        assert {unit.status for unit in again.units} == {FUZZY}
    elif document.format == "po":
        assert FUZZY not in {unit.status for unit in again.units}
    elif storable:
        has_target = [unit.text or status is APPROVED for unit in document.units]
        assert all(
            unit.status is status for unit, there in zip(again.units, has_target, strict=True) if there
        )


def by_msgcat(data, path):
    path.write_bytes(data)
    return subprocess.run(["msgcat", "--no-wrap", path], capture_output=True, check=True).stdout


@pytest.mark.skipif(shutil.which("msgcat") is None, reason="needs gettext")
@pytest.mark.parametrize(
    "name", ["obsolete.po", "fuzzy-previous.po", "comments.po", "plurals-3.po", "crlf.po"]
)
def test_msgcat_sees_the_one_change(name, tmp_path):
    data, document = read(name)
    unit = document.units[-1]
    units = (*document.units[:-1], replace(unit, text=f"{unit.text} qzx"))
    before = by_msgcat(data, tmp_path / name)
    after = by_msgcat(write_back(replace(document, units=units), data), tmp_path / name)
    assert after.replace(b" qzx", b"") == before
    assert after != before


def test_clearing_fuzzy_drops_the_previous_msgid_of_that_entry_alone():
    data, document = read("fuzzy-previous.po")
    units = (replace(document.units[0], status=APPROVED), *document.units[1:])
    text = write_back(replace(document, units=units), data).decode()
    gone = '#, fuzzy\n#| msgctxt "old"\n#| msgid "Closed "\n#| "and sealed"\n'
    assert text == data.decode().replace(gone, "")


@pytest.mark.parametrize(
    ("number", "status", "old", "new"),
    [
        (0, APPROVED, "#= fuzzy, approved\n", "#= approved\n"),
        (1, FUZZY, "#, c-format\n#= approved\n", "#, fuzzy, c-format\n"),
        (2, FUZZY, "#= custom-flag, reviewed\n", "#= custom-flag\n#, fuzzy\n"),
        (3, FUZZY, '#=\nmsgid "d"', '#=\n#, fuzzy\nmsgid "d"'),
        (2, APPROVED, "", ""),
    ],
)
def test_review_flags_stay_in_their_line_and_new_ones_go_where_gettext_says(number, status, old, new):
    data, document = read("flags-review.po")
    units = list(document.units)
    units[number] = replace(units[number], status=status)
    text = write_back(replace(document, units=tuple(units)), data).decode()
    assert text == data.decode().replace(old, new, 1)
