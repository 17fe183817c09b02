"""Glossaries as CSV and TBX."""

from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import WorkbenchError
from workbench.formats.glossary import read_glossary, write_glossary
from workbench.model.glossary import GlossaryEntry, Standing, Term

CSV, TBX = Path("g.csv"), Path("g.tbx")
FORBIDDEN, ADMITTED = Standing.FORBIDDEN, Standing.ADMITTED


def read(text, path=CSV, language="en", encoding="utf-8"):
    return read_glossary(text.encode(encoding), path, language)


def terms(entry):
    return [(term.form, term.language, term.standing.value) for term in entry.terms]


FULL = GlossaryEntry(
    (
        Term("Orysia Lutsevych", "en"),
        Term("O. Lutsevych", "en", ADMITTED),
        Term("Olysia Rutsevich", "en", FORBIDDEN),
        Term("오리시아 루체비치", "ko"),
    ),
    "person",
    "of Chatham House, “quoted”, <b>",
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("form\nLi Zuocheng\n", [("Li Zuocheng", "en", "preferred")]),
        ("Term,Lang\nLi,en-GB\n", [("Li", "en-GB", "preferred")]),
        ("form;ko\nLi;리\n", [("Li", "en", "preferred"), ("리", "ko", "preferred")]),
        ("ko\ten\n리\tLi\n", [("Li", "en", "preferred"), ("리", "ko", "preferred")]),
        ("source,target\n리,Li\n", [("Li", "en", "preferred"), ("리", "und", "preferred")]),
        ("form,wrong\nL,A | B\n", [("L", "en", "preferred"), *((f, "en", "forbidden") for f in "AB")]),
        ('form,note\n"Li, Z.","a ""b"""\n', [("Li, Z.", "en", "preferred")]),
        ("\ufeffform\r\nLi\r\n", [("Li", "en", "preferred")]),
        ("form\nA | B\n", [("A", "en", "preferred"), ("B", "en", "admitted")]),
    ],
)  # fmt: skip
def test_csv_is_read_by_its_heading(text, expected):
    assert [terms(entry) for entry in read(text)] == [expected]


def test_rows_are_known_by_the_line_they_begin_on():
    entries = read('form,note\nA,"two\nlines"\n\nB,\n')
    assert [(entry.terms[0].form, entry.place) for entry in entries] == [("A", "line 2"), ("B", "line 5")]


@pytest.mark.parametrize(
    ("text", "said"),
    [("a name,else\nx,y\n", "“form”"), ("", "“form”"), ("x" * 10, "Line 1")],
)
def test_csv_without_a_heading_is_refused(text, said):
    with pytest.raises(WorkbenchError, match=said):
        read(text)


TBX2 = """<?xml version='1.0'?><!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en"><text><body><termEntry id="c7">
<descrip type="subjectField">person</descrip><langSet xml:lang="en">
<tig><term>Orysia Lutsevych</term></tig>
<ntig><termGrp><term>Olysia <hi>Rutsevich</hi></term>
<termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termGrp></ntig>
</langSet><langSet xml:lang="ko"><tig><term>루체비치</term></tig></langSet>
</termEntry></body></text></martif>"""
TBX3 = """<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
 xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"><text><body>
<conceptEntry id="c7"><min:subjectField>person</min:subjectField><langSec xml:lang="en">
<termSec><term>Orysia Lutsevych</term></termSec>
<termSec><term>Olysia Rutsevich</term>
<min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus></termSec>
</langSec><langSec xml:lang="ko"><termSec><term>루체비치</term></termSec></langSec>
</conceptEntry></body></text></tbx>"""


@pytest.mark.parametrize("text", [TBX2, TBX3])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_both_editions_of_tbx_say_the_same(text, encoding):
    (entry,) = read(text, TBX, encoding=encoding)
    assert terms(entry) == [
        ("Orysia Lutsevych", "en", "preferred"),
        ("Olysia Rutsevich", "en", "forbidden"),
        ("루체비치", "ko", "preferred"),
    ]
    assert (entry.kind, entry.place) == ("person", "concept c7")


def test_tbx_is_known_by_its_content_whatever_its_name():
    assert read(TBX3, Path("terms.txt"))[0].kind == "person"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<tbx", "well-formed"),
        ("<?xml version='1.0'?><html/>", "not TBX"),
        ("<tbx>&nothing;</tbx>", "well-formed"),
    ],
)
def test_what_is_no_tbx_is_refused_in_one_sentence(text, said):
    with pytest.raises(WorkbenchError, match=said):
        read(text, TBX)


def test_entities_that_multiply_are_refused():
    lines = ['<!DOCTYPE tbx [<!ENTITY a "xxxxxxxxxx">']
    lines += [f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)]
    with pytest.raises(WorkbenchError):
        read("\n".join([*lines, "]><tbx><note>&i;</note></tbx>"]), TBX)


@pytest.mark.parametrize(
    ("path", "edition"), [(CSV, None), (TBX, None), (TBX, 2), (TBX, 3), (Path("G.XML"), 2)]
)
def test_what_is_written_reads_back(path, edition):
    entries = [FULL, GlossaryEntry((Term("Kim, Jong | Un".replace(" |", ""), "en"),))]
    back = read_glossary(write_glossary(entries, path, edition), path, "en")
    assert [(entry.terms, entry.kind) for entry in back] == [
        (tuple(sorted(entry.terms, key=lambda term: order(term, path))), entry.kind) for entry in entries
    ]


def order(term, path):
    """CSV has the forms to avoid before the admitted ones."""
    return (
        (term.language, [Standing.PREFERRED, ADMITTED, FORBIDDEN].index(term.standing))
        if path == CSV
        else (0, 0)
    )


def test_another_suffix_is_refused():
    with pytest.raises(WorkbenchError, match=r"\.csv"):
        write_glossary([FULL], Path("g.docx"))


forms = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=12).filter(
    lambda form: "|" not in form and form.strip() == form
)


@given(st.lists(forms, min_size=1, max_size=4, unique=True), st.sampled_from([CSV, TBX]))
def test_any_form_survives_both_formats(words, path):
    entry = GlossaryEntry((Term(words[0], "en"), *(Term(word, "en", FORBIDDEN) for word in words[1:])))
    (back,) = read_glossary(write_glossary([entry], path), path, "en")
    assert [term.form for term in back.terms] == words


HEAD = b'<?xml version="1.0"?>'
TERMS = HEAD + b'<tbx><conceptEntry><langSec xml:lang="en">%s</langSec></conceptEntry></tbx>'


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.tbx", HEAD + b'<!DOCTYPE m [<!ENTITY a "x">]><martif>&a;</martif>', "declares entities"),
        ("a.tbx", HEAD + b"<martif>" + b"<a>" * 100_000 + b"</a>" * 100_000 + b"</martif>", ""),
        ("a.tbx", TERMS % (b"<termSec>" * 20_000 + b"<term>x</term>" + b"</termSec>" * 20_000), ""),
        ("a.tbx", TERMS % (b"<termSec><term>" + b"x" * 10_000_000 + b"</term></termSec>"), ""),
        ("a.tbx", HEAD + b"<tbx>" + b"<a>" * 100_000, "not well-formed"),
        ("a.csv", b"form,ko\n" + b'"' * 1_000_001, ""),
        ("a.csv", b"form,ko\n" + b"x" * 10_000_000, "Line 2 cannot be read"),
        ("a.csv", b"form,ko\na\0b,c\n", "not a text file"),
    ],
)
def test_a_glossary_made_to_hurt_is_answered_soon(name, data, said):
    start = process_time()
    try:
        answer = f"{len(read_glossary(data, Path(name), 'en'))} entries"
    except WorkbenchError as error:
        answer = str(error)
    assert said in answer
    assert process_time() - start < 2
