"""What is exported, judged by readers that are not ours."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import polib
import pytest

from workbench.errors import WorkbenchError
from workbench.formats import FileChangedError, read_document
from workbench.model.document import Role
from workbench.model.pair import Status
from workbench.project import Project
from workbench.project.exporting import Keep, Options, export, unit_text

# In a process of its own: translate-toolkit is under the GPL and never imported here.
TOOLKIT = """
import json, sys
from translate.storage import pypo
store = pypo.pofile.parsefile(sys.argv[1])
print(json.dumps([[str(u.source), str(u.target), u.isfuzzy()] for u in store.units if not u.isheader()]))
"""


def check_with_msgfmt(path, warnings=()):
    run = subprocess.run(
        ["msgfmt", "-c", "-o", "/dev/null", str(path)], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    said = run.stderr.removesuffix("\n").split("\n") if run.stderr else []
    assert all(any(known in line for known in warnings) for line in said), run.stderr


def read_by_toolkit(path):
    run = subprocess.run(
        [sys.executable, "-c", TOOLKIT, str(path)], capture_output=True, text=True, check=True
    )
    return [tuple(unit) for unit in json.loads(run.stdout)]


def expected(project):
    pairs = project.pairs()
    source = Role.SOURCE in project.documents()
    return [
        (
            pair.text(Role.SOURCE) if source else pair.original,
            pair.text(Role.TRANSLATION),
            pair.status is not Status.APPROVED,
        )
        for pair in pairs
    ]


def exported(project, name="out.po"):
    path = project.path.with_name(name)
    export(project.snapshot(), path)
    return path


def test_the_sample_reads_back_equal_in_three_readers(article):
    ids = article.pair_ids()
    article.set_status(ids[:5], Status.APPROVED)
    article.set_text(ids[2], "South Korean intelligence … “North Korea’s” presence\\in\tRussia.")
    path = exported(article)
    check_with_msgfmt(path)
    wanted = expected(article)
    catalogue = polib.pofile(str(path))
    assert [(e.msgid, e.msgstr, e.fuzzy) for e in catalogue] == wanted
    assert read_by_toolkit(path) == wanted


def test_the_header_and_the_comments_say_what_they_must(article):
    catalogue = polib.pofile(str(exported(article)))
    assert catalogue.metadata["Language"] == "en"
    assert catalogue.metadata["Plural-Forms"] == "nplurals=2; plural=(n != 1);"
    assert catalogue.metadata["X-Generator"].startswith("Translation Review Workbench ")
    entry = catalogue[0]
    reference, scores = entry.comment.split("\n")
    assert reference.startswith("Reference: WASHINGTON — Russia’s")
    assert scores.startswith("Fidelity ")
    assert ", chrF " in scores
    assert entry.occurrences == [("north-korean-troops.en-mt.txt", "1")]


def test_without_a_source_the_machine_sentence_is_the_msgid(make):
    project = make(translation="One is here.\nTwo is there.\n")
    project.set_text(project.pair_ids()[0], "Uno is here.")
    path = exported(project)
    check_with_msgfmt(path)
    assert [(e.msgid, e.msgstr) for e in polib.pofile(str(path))] == [
        ("One is here.", "Uno is here."),
        ("Two is there.", "Two is there."),
    ]


def test_equal_msgids_get_a_context_each(make):
    project = make(translation="Why now?\nBecause.\nWhy now?\nWhy now? Why now?\n")
    path = exported(project)
    check_with_msgfmt(path)
    contexts = [e.msgctxt for e in polib.pofile(str(path))]
    assert contexts[1] is None
    same = [context for context in contexts if context]
    assert len(set(same)) == len(same) == 4


TROUBLE = [
    'He said "yes" and \\n left \\',
    "#. looks like a comment",
    'msgid "looks like a msgid"',
    "tab\there and a no-break\u00a0space, a \u2028 separator, 🙂, e\u0301",
    "%s of 100 % %d",
    "<b>bold</b> & co",
    "\u202eevil\u202c and \u200b zero",
]


@pytest.mark.parametrize("text", TROUBLE)
def test_troublesome_text_reads_back_equal(make, text):
    project = make(translation="First sentence here.\nSecond.\n")
    project.set_text(project.pair_ids()[0], text)
    path = exported(project)
    check_with_msgfmt(path)
    assert polib.pofile(str(path))[0].msgstr == text
    assert read_by_toolkit(path)[0][1] == text


def test_a_file_name_with_spaces_stays_one_reference(make, tmp_path):
    path = tmp_path / "my article.txt"
    path.write_text("One is here.\n")
    out = exported(make(translation=path))
    check_with_msgfmt(out)
    assert "#: \u2068my article.txt\u2069:1" in out.read_text()


PO = """msgid ""
msgstr ""
"Language: de\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

# a translator's note
#: src/a.c:1
msgctxt "menu"
msgid "Open"
msgstr "Öffnen"

#, fuzzy
#| msgid "Closed"
msgid "Close"
msgstr "Zu"

msgid "%d file"
msgid_plural "%d files"
msgstr[0] "%d Datei"
msgstr[1] "%d Datein"

msgid "New"
msgstr ""

#~ msgid "Old"
#~ msgstr "Alt"
"""


def test_a_po_file_is_reviewed_entry_by_entry_and_written_back(make):
    project = make(translation=PO)
    assert [(p.text(Role.SOURCE), p.text(Role.TRANSLATION)) for p in project.pairs()] == [
        ("Open", "Öffnen"),
        ("Close", "Zu"),
        ("%d file", "%d Datei"),
        ("%d files", "%d Datein"),
        ("New", ""),
    ]
    _open, close, _one, many, new = project.pair_ids()
    project.set_text(many, "%d Dateien")
    project.set_text(new, "Neu")
    project.set_text(close, "Schließen")
    project.set_status([close], Status.APPROVED)
    path = exported(project)
    check_with_msgfmt(path, warnings=["header field"])  # the header is the file's own
    written = {e.msgid: e for e in polib.pofile(str(path))}
    assert written["%d file"].msgstr_plural == {0: "%d Datei", 1: "%d Dateien"}
    assert written["New"].msgstr == "Neu"
    assert (written["Close"].msgstr, written["Close"].fuzzy) == ("Schließen", False)
    assert written["Open"].tcomment == "a translator's note"
    assert (written["Open"].msgctxt, written["Old"].obsolete) == ("menu", True)
    assert "Closed" not in path.read_text()


def test_a_text_is_written_back_with_nothing_else_changed(make):
    data = "\ufeffOne is here.  Two is there.\r\n\r\n  Three.\r\nFour".encode()
    project = make(translation=data)
    out = exported(project, "same.txt")
    assert out.read_bytes() == data
    project.set_text(project.pair_ids()[1], "Two is gone.")
    project.set_text(project.pair_ids()[3], "")
    assert exported(project, "new.txt").read_bytes() == data.replace(b"there", b"gone").replace(b"Four", b"")


def test_a_table_has_a_line_a_pair(make):
    project = make(translation="One\tis.\nTwo.\n", reference="One is.\nTwo.\n")
    lines = exported(project, "out.tsv").read_text().rstrip("\n").split("\n")
    assert lines[0].split("\t")[:6] == ["id", "status", "translation", "original", "reference", "source"]
    assert lines[1].split("\t")[:3] == ["0", "unreviewed", "One\\tis."]


def test_an_unknown_suffix_is_answered_with_those_there_are(make):
    with pytest.raises(WorkbenchError, match=r"\.po, \.txt, \.xlf"):
        export(make(translation="One.\n").snapshot(), Path("x.dat"))


@pytest.mark.parametrize(
    ("text", "sentences", "wanted"),
    [
        ("A. B. C.", ["A.>", "B.>B.", "C.>C."], "B. C."),
        ("  A. B.\n", ["A.>", "B.>B."], "  B.\n"),
        ("A. B. C.", ["A.>", "B.>", "C.>C."], "C."),
        ("A.  B. C.", ["A.>A.", "B.>", "C.>C."], "A. C."),
        ("A. B.", ["A.>A.", "B.>"], "A."),
        ("A. B. ", ["A.>", "B.>"], " "),
        ("A. B.", ["A.>A.", ">New.", "B.>B."], "A. New. B."),
        ("A. B.", ["A.>", ">New.", "B.>B."], "New. B."),
        (" A. B.", [">New.", "A.>A.", "B.>B."], " New. A. B."),
        ("甲。乙。", ["甲。>甲。", "乙。>乙!"], "甲。乙!"),
    ],
)
def test_a_paragraph_keeps_its_gaps_and_no_others(text, sentences, wanted):
    assert unit_text(text, [tuple(sentence.split(">")) for sentence in sentences]) == wanted


def test_only_what_is_approved_goes_out_when_asked(make):
    project = make(translation=PO)
    _open, close, one, many, new = project.pair_ids()
    for pair, text in ((close, "Schließen"), (many, "%d Dateien"), (new, "Neu")):
        project.set_text(pair, text)
    project.set_status([close, one, many], Status.APPROVED)
    path = project.path.with_name("own.po")
    export(project.snapshot(), path, options=Options(Keep.APPROVED))
    written = {e.msgid: e for e in polib.pofile(str(path))}
    assert (written["Close"].msgstr, written["Close"].fuzzy) == ("Schließen", False)
    assert written["%d file"].msgstr_plural == {0: "%d Datei", 1: "%d Dateien"}
    assert written["New"].msgstr == ""
    table = project.path.with_name("out.tsv")
    export(project.snapshot(), table, options=Options(Keep.APPROVED))
    rows = [line.split("\t")[1:3] for line in table.read_text().rstrip("\n").split("\n")[1:]]
    assert rows == [["approved", "Schließen"], ["approved", "%d Datei"], ["approved", "%d Dateien"]]


def test_everything_goes_out_and_what_is_not_approved_is_marked_when_asked(make):
    project = make(translation=PO)
    _open, close, *_rest = project.pair_ids()
    project.set_status([close], Status.APPROVED)
    path = project.path.with_name("own.po")
    export(project.snapshot(), path, options=Options(Keep.MARKED))
    written = {e.msgid: e.fuzzy for e in polib.pofile(str(path))}
    assert written == {"Open": True, "Close": False, "%d file": True, "New": False, "Old": False}


def test_nothing_approved_is_said(make):
    project = make(translation="One.\n")
    with pytest.raises(WorkbenchError, match="No pair is approved yet"):
        export(project.snapshot(), project.path.with_name("x.xlf"), options=Options(Keep.APPROVED))


def test_the_files_own_marks_are_decisions_from_the_start(make):
    project = make(translation=PO)
    statuses = [pair.status for pair in project.pairs()]
    assert statuses == [Status.UNREVIEWED, Status.NEEDS_WORK, *[Status.UNREVIEWED] * 3]


def test_who_changed_the_file_is_written_only_when_asked(make):
    project = make(translation=PO)
    project.set_text(project.pair_ids()[0], "Auf")
    plain, stamped = (project.path.with_name(name) for name in ("plain.po", "stamped.po"))
    export(project.snapshot(), plain)
    export(project.snapshot(), stamped, options=Options(translator="Ann <a@b.c>"))
    assert "Last-Translator" not in plain.read_text()
    lines = [line for line in stamped.read_text().split("\n") if line not in plain.read_text().split("\n")]
    assert [line.split(":")[0] for line in lines] == ['"PO-Revision-Date', '"Last-Translator']


def test_a_file_that_somebody_changed_is_not_replaced_unasked(make):
    project = make(translation=PO)
    own = Path(project.documents()[Role.TRANSLATION].path)
    project.set_text(project.pair_ids()[0], "Auf")
    export(project.snapshot(), own)
    project.set_text(project.pair_ids()[0], "Offen")
    export(project.snapshot(), own)  # what is there is our own
    other = own.read_text().replace("Offen", "Geöffnet")
    own.write_text(other)
    with pytest.raises(FileChangedError, match="changed by somebody"):
        export(project.snapshot(), own)
    assert own.read_text() == other
    export(project.snapshot(), own, options=Options(over_changed=True))
    assert own.read_text() == other.replace("Geöffnet", "Offen")
    own.unlink()
    export(project.snapshot(), own)
    assert "Offen" in own.read_text()


DATA = Path(__file__).parent.parent / "data" / "formats"


@pytest.mark.parametrize("name", ["two.xlf", "inline.xlf", "memory.tmx", "trados.sdlxliff", "utf-16.xlf"])
def test_a_bilingual_file_is_reviewed_and_written_back_in_its_own_format(make, name):
    data = (DATA / name).read_bytes()
    project = make(translation=DATA / name)
    out = project.path.with_name(f"out{Path(name).suffix}")
    export(project.snapshot(), out)
    assert out.read_bytes() == data
    first = project.pairs()[0]
    text = first.text(Role.TRANSLATION)
    project.set_text(first.id, f"{text} qzx")
    export(project.snapshot(), out)
    codec = "utf-16" if name.startswith("utf-16") else "utf-8-sig"
    assert out.read_bytes().decode(codec).replace(" qzx", "", 1) == data.decode(codec)
    project.set_status([first.id], Status.APPROVED)
    export(project.snapshot(), out)
    again = read_document(out.read_bytes(), out)
    assert (again.units[0].text, again.units[0].status) == (f"{text} qzx", Status.APPROVED)


def test_a_review_goes_out_as_xliff_and_tmx_that_are_read_back(article):
    ids = article.pair_ids()
    article.set_status(ids[:3], Status.APPROVED)
    article.set_status(ids[3:5], Status.NEEDS_WORK)
    pairs = [pair for pair in article.pairs() if pair.text(Role.TRANSLATION)]
    for name in ("out.xlf", "out.tmx"):
        document = read_document(exported(article, name).read_bytes(), Path(name))
        units = [unit for unit in document.units if unit.text]
        assert [unit.text for unit in units] == [pair.text(Role.TRANSLATION) for pair in pairs]
        assert [unit.status for unit in units] == [pair.status for pair in pairs]
        assert (document.source_language, document.language) == ("ko", "en")


def test_no_text_of_a_spreadsheet_is_a_formula(make):
    project = make(translation='=HYPERLINK("x")\n+1\n-2 degrees\n@you\nplain, "quoted"\n')
    data = exported(project, "out.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfid,status")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    cells = [row["translation"] for row in rows]
    assert cells == ['\'=HYPERLINK("x")', "'+1", "'-2 degrees", "'@you", 'plain, "quoted"']
    exact = exported(project, "out.tsv").read_text().split("\n")
    assert exact[1].split("\t")[2] == '=HYPERLINK("x")'


def test_what_the_reader_had_to_say_is_kept_with_the_review(make):
    lying = (
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=ISO-8859-1\\n"\n\nmsgid "a"\nmsgstr "é"\n'
    )
    project = make(translation=lying)
    copy = project.path.with_name("copy.twb")
    project.copy_to(copy)
    with Project.open(copy) as again:
        for review in (project, again):
            infos = review.documents()
            assert "ISO-8859-1" in infos[Role.TRANSLATION].warnings[0]
            assert not infos[Role.SOURCE].warnings
