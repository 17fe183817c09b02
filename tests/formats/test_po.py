import subprocess
from dataclasses import replace

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import WorkbenchError
from workbench.formats import po_document
from workbench.formats.po_strings import quoted, text_of
from workbench.model.status import Status

HEADER = 'msgid ""\nmsgstr ""\n"Language: ko\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
FILE = (
    "# Translators:\n#, fuzzy\n"
    + HEADER
    + r"""#. note
#: a.c:1
#, c-format, fuzzy
#| msgid "Old"
#| msgctxt "menu"
msgctxt "menu"
msgid "One "
"and %d\n"
msgstr ""
"Eins\tund \a\x41\101\303\251 "
"%d\n"

msgid "file"   "s"
msgstr "Datei"
#, fuzzy
msgid "%d file"
msgid_plural "%d files"
msgstr[0] "%d Datei"
msgstr[1] "%d Dateien"

#, fuzzy
#| msgid "gone before"
#~ msgid "gone"
#~ msgstr "weg"

# no space
msgid"last"
msgstr"letzte"

#~| msgid "older"
#~ msgid "old"
#~ msgstr "alt"
"""
)
FUZZY, PLAIN, APPROVED = Status.NEEDS_WORK, Status.UNREVIEWED, Status.APPROVED
WAYS = [
    (codec, newline) for codec in ["utf-8", "utf-8-sig", "utf-16", "utf-16-be"] for newline in ["\n", "\r\n"]
]


def written(data, number, **changes):
    document = po_document.read(data)
    units = list(document.units)
    units[number] = replace(units[number], **changes)
    return po_document.write(replace(document, units=tuple(units)), data)


@pytest.mark.parametrize(("codec", "newline"), WAYS)
def test_an_untouched_file_is_identical(codec, newline):
    data = FILE.replace("\n", newline).encode(codec)
    document = po_document.read(data, codec)
    assert po_document.write(document, data) == data
    assert [unit.text for unit in document.units] == [
        "Eins\tund \aAAé %d\n", "Datei", "%d Datei", "%d Dateien", "letzte",
    ]  # fmt: skip
    assert [unit.status for unit in document.units] == [FUZZY, PLAIN, FUZZY, FUZZY, PLAIN]
    assert [unit.source for unit in document.units][1:] == ["files", "%d file", "%d files", "last"]
    assert document.units[0].context == "menu"
    assert document.language == "ko"


@pytest.mark.parametrize(
    ("number", "changes", "old", "new"),
    [
        (1, {"text": 'Da"te\\ien'}, 'msgstr "Datei"', r'msgstr "Da\"te\\ien"'),
        (1, {"text": "a\nb"}, 'msgstr "Datei"', 'msgstr ""\n"a\\n"\n"b"'),
        (1, {"text": "a\n"}, 'msgstr "Datei"', 'msgstr "a\\n"'),
        (3, {"text": "neu"}, 'msgstr[1] "%d Dateien"', 'msgstr[1] "neu"'),
        (4, {"text": ""}, 'msgstr"letzte"', 'msgstr""'),
        (0, {"text": "x"}, '""\n"Eins\\tund \\a\\x41\\101\\303\\251 "\n"%d\\n"', '"x"'),
        (1, {"status": FUZZY}, 'msgid "file"', '#, fuzzy\nmsgid "file"'),
        (4, {"status": FUZZY}, 'msgid"last"', '#, fuzzy\nmsgid"last"'),
        (
            0,
            {"status": APPROVED},
            '#, c-format, fuzzy\n#| msgid "Old"\n#| msgctxt "menu"\n',
            "#, c-format\n",
        ),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_an_edit_changes_its_own_span_and_no_other_byte(number, changes, old, new, newline):
    assert FILE.count(old) == 1
    data = FILE.replace("\n", newline).encode()
    assert written(data, number, **changes).decode() == FILE.replace(old, new, 1).replace("\n", newline)


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-16-be"])
def test_a_flag_at_the_very_beginning_comes_after_the_byte_order_mark(codec):
    data = 'msgid "a"\nmsgstr "가"\n'.encode(codec)
    assert written(data, 0, status=FUZZY) == '#, fuzzy\nmsgid "a"\nmsgstr "가"\n'.encode(codec)


@pytest.mark.parametrize(
    ("before", "statuses", "fuzzy"),
    [
        ("", [PLAIN, APPROVED], False),
        ("", [FUZZY, PLAIN], True),
        ("", [APPROVED, FUZZY], True),
        ("#, fuzzy\n", [APPROVED, FUZZY], True),
        ("#, fuzzy\n", [FUZZY, APPROVED], True),
        ("#, fuzzy\n", [APPROVED, APPROVED], False),
    ],
)
def test_an_entry_is_fuzzy_until_all_its_forms_are_approved(before, statuses, fuzzy):
    data = f'{before}msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[1] "d"\n'.encode()
    document = po_document.read(data)
    units = tuple(replace(unit, status=one) for unit, one in zip(document.units, statuses, strict=True))
    assert (b"#, fuzzy\n" in po_document.write(replace(document, units=units), data)) is fuzzy


MALFORMED = [
    ('msgid "a"\nmsgstr "A\n', 2),
    ('msgid "a"\nmsgstr "A\\"\n', 2),
    ('msgid "a"\n\nmsgid "b"\nmsgstr "B"\n', 1),
    ('msgid "b"\nmsgstr "B"\nmsgid "a"\n', 3),
    ('msgid "a"\nmsgid_plural "b"\nmsgstr "A"\n', 1),
    ('msgid "a"\nmsgstr[0] "A"\n', 1),
    ('msgid "a"\nmsgid_plural "b"\nmsgstr[0] "A"\nmsgstr[99999999999999999999] "B"\n', 4),
    ('msgid "a"\nmsgid_plural "b"\nmsgstr[0] "A"\nmsgstr[999] "B"\n', 1),
    ('msgid "a"\nmsgid_plural "b"\nmsgstr[1] "A"\n', 1),
    ('msgid "a"\nmsgstr "A"\nmsgstr "B"\n', 1),
    ('msgid "a"\nmsgid_plural "b"\nmsgstr[0] "A"\nmsgstr[1] "B"\nmsgstr[1] "C"\n', 1),
    ('msgid "a"\nmsgid "b"\nmsgstr "B"\n', 1),
    ('msgctxt "a"\nmsgstr "B"\n', 1),
    ('msgstr "B"\n', 1),
    ('"lost"\nmsgid "a"\nmsgstr "A"\n', 1),
    ('msgid "a"\nmsgstr "A"\n# note\n"lost"\n', 4),
    ('msgid "a"\nmsgstr "A" lost\n', 2),
    ('msgid "a"\nmsgstr "A"\nlost\n', 3),
    ('msgid a\nmsgstr "A"\n', 1),
    ('msgid "a"\n#~ msgid "b"\n#~ msgstr "B"\n', 1),
    ('msgid "a"\n<<<<<<< ours\nmsgstr "A"\n', 2),
]


@pytest.mark.parametrize(("text", "line"), MALFORMED)
def test_what_is_not_po_is_said_with_its_line(text, line):
    with pytest.raises(WorkbenchError, match=rf"(?i)line {line}\b"):
        po_document.read(text.encode())


STRINGS = st.text(st.characters(codec="utf-8", exclude_characters="\0"))


@given(STRINGS)
def test_a_string_reads_back_as_it_was_written(text):
    assert text_of(quoted(text)) == text


PROSE = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]) | st.sampled_from('\n\t\r"\\'))


@given(st.lists(st.tuples(PROSE.filter(bool), PROSE), min_size=1, max_size=4))
def test_a_file_by_polib_is_read_as_polib_reads_it(pairs):
    catalogue = polib.POFile(wrapwidth=30)
    catalogue.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    for msgid, msgstr in pairs:
        catalogue.append(polib.POEntry(msgid=msgid, msgstr=msgstr))
    units = po_document.read(str(catalogue).encode()).units
    assert [(unit.source, unit.text) for unit in units] == pairs


@pytest.mark.parametrize(
    "inside", [r"\a\b\f\n\r\t\v\\\"", r"\x41", r"\x41g", r"\101", r"\1011", r"\303\251", r"\xc3\xa9", r"\7x"]
)
def test_escapes_mean_what_msgfmt_takes_them_for(inside, tmp_path):
    source = f'{HEADER}msgid "a"\nmsgstr "<{inside}>"\n'
    (tmp_path / "a.po").write_text(source, encoding="utf-8")
    subprocess.run(["msgfmt", "-o", tmp_path / "a.mo", tmp_path / "a.po"], check=True)
    with (tmp_path / "a.mo").open("rb") as file:
        assert polib.mofile(file.name)[0].msgstr == po_document.read(source.encode()).units[0].text


def test_a_charset_that_lacks_a_character_is_named():
    data = 'msgid "a"\nmsgstr "é"\n'.encode("cp1252")
    document = po_document.read(data, "cp1252")
    edited = replace(document, units=(replace(document.units[0], text="한"),))
    with pytest.raises(WorkbenchError, match="cp1252, the file's charset, has no “한”"):
        po_document.write(edited, data)


def test_a_charset_with_two_ways_to_write_one_text_keeps_the_files_own():
    data = b'msgid "a"\nmsgstr "\x1b$B4A\x1b(B\x1b(B"\n\nmsgid "b"\nmsgstr "\x1b$B4A\x1b(B"\n'
    document = po_document.read(data, "iso2022_jp")
    units = (document.units[0], replace(document.units[1], text="字"))
    written = po_document.write(replace(document, units=units), data)
    assert written == data[: data.rindex(b"\x1b$B")] + "字".encode("iso2022_jp") + b'"\n'


@pytest.mark.parametrize("broken", [b"files", b"zwei", b"drei"])
@pytest.mark.parametrize("behind", [b"", b'\nmsgid "a"\nmsgstr "b"\n'])
def test_a_form_beside_one_that_cannot_be_read_is_corrected(broken, behind):
    data = f"# {'번역하는 사람에게 ' * 9}\n{HEADER}".encode() + (
        b'msgid "file"\nmsgid_plural "files"\nmsgstr[0] "eins"\nmsgstr[1] "zwei"\nmsgstr[2] "drei"\n' + behind
    ).replace(broken, b"\xff")
    document = po_document.read(data)
    assert document.unread
    units = (replace(document.units[0], text="uno"), *document.units[1:])
    assert po_document.write(replace(document, units=units), data) == data.replace(b"eins", b"uno")
