"""What is exported, judged by readers that are not ours."""

import json
import subprocess
import sys
from pathlib import Path

import polib
import pytest

from workbench.errors import WorkbenchError
from workbench.model.document import Role
from workbench.model.pair import Status
from workbench.project.exporting import export, unit_text

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
    assert scores.startswith("chrF ")
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
