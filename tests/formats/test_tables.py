"""Tables as files to review: read by their headings, edited cell by cell, nothing else changed."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import WorkbenchError
from workbench.formats import COMPOSERS, read_document, write_back
from workbench.formats.tables import undefused
from workbench.model.bitext import Bitext, BitextPair
from workbench.model.document import Role
from workbench.model.status import Status

PLAIN, APPROVED, WORK = Status.UNREVIEWED, Status.APPROVED, Status.NEEDS_WORK

# The name of the file, what is in it, and source, text and status of each row.
READ = [
    ("a.tsv", "source\ttarget\na\tb\n\nc\td", [("a", "b", PLAIN), ("c", "d", PLAIN)]),
    ("a.tsv", "ID\tMT\r\n1\tC:\\new\r\n", [(None, "C:\\new", PLAIN)]),
    ("a.tsv", "en\tde-AT\nHello\tServus\n", [("Hello", "Servus", PLAIN)]),
    ("a.csv", 'source,translation\na,"b ""x"", y"\n"two\nlines",z\n',
     [("a", 'b "x", y', PLAIN), ("two\nlines", "z", PLAIN)]),
    ("a.csv", "\ufefftranslation;status\r\nja;approved\r\nnein;needs-work\r\nach;maybe\r\n",
     [(None, "ja", APPROVED), (None, "nein", WORK), (None, "ach", PLAIN)]),
    ("a.csv", 'translation,source\nsaid 5" wide,x\n', [("x", 'said 5" wide', PLAIN)]),
    ("a.jsonl", '{"source": "a", "target": "b \\u00e9 \\" {"}\n\n {"target":"c","source":"d","n":[1,{}]} \n',
     [("a", 'b é " {', PLAIN), ("d", "c", PLAIN)]),
    ("a.ndjson", '{"mt": "x\u2028y"}', [(None, "x\u2028y", PLAIN)]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "expected"), READ)
def test_a_table_is_read_by_its_headings(name, text, expected):
    data = text.encode()
    document = read_document(data, Path(name))
    assert [(unit.source, unit.text, unit.status) for unit in document.units] == expected
    assert write_back(document, data) == data


# The text, the row to edit with its new text and status, and what is written.
EDITED = [
    ("a.tsv", "source\ttarget\r\na\tb\r\nc\td", 1, "D é", PLAIN, "source\ttarget\r\na\tb\r\nc\tD é"),
    ("a.csv", 'mt,status,x\n"b",approved, 1 \nc,unreviewed,2\n', 0, 'B, "q"', WORK,
     'mt,status,x\n"B, ""q""",needs-work, 1 \nc,unreviewed,2\n'),
    ("a.csv", "mt,status\nb,\nc,mine\n", 0, "b", APPROVED, "mt,status\nb,approved\nc,mine\n"),
    ("a.csv", "mt,status\nb,\nc,mine\n", 1, "C", APPROVED, "mt,status\nb,\nC,mine\n"),
    ("a.csv", "mt;x\nb;1\nc;2", 1, "c;d\ne", PLAIN, 'mt;x\nb;1\n"c;d\ne";2'),
    ("a.csv", "mt,x\nb,1\n", 0, "=SUM(A1)", PLAIN, "mt,x\n=SUM(A1),1\n"),
    ("a.jsonl", '{ "mt":"b" , "x": 1.50}\n{"mt": "c"}', 0, 'B\n"한', PLAIN,
     '{ "mt":"B\\n\\"한" , "x": 1.50}\n{"mt": "c"}'),
    ("a.jsonl", '{"mt": "\\u00e9"}\n', 0, "\u00e8", PLAIN, '{"mt": "\\u00e8"}\n'),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "number", "new", "status", "expected"), EDITED)
def test_an_edit_changes_its_cell_alone(name, text, number, new, status, expected):
    data = text.encode()
    document = read_document(data, Path(name))
    units = list(document.units)
    units[number] = replace(units[number], text=new, status=status)
    assert write_back(replace(document, units=tuple(units)), data, document).decode() == expected


REFUSED = [
    ("a.tsv", "a\tb\nc\td\n", r"No column is headed “translation”: the first line is a, b"),
    ("a.tsv", "mt\n", "holds no rows"),
    ("a.csv", 'mt\n"open', "Line 2 cannot be read as CSV"),
    ("a.csv", 'mt\nx\n"a"b\n', "Line 3 cannot be read as CSV"),
    ("a.jsonl", '{"mt": "a"}\n[1]\n', "Line 2 is no JSON object"),
    ("a.jsonl", '{"mt": "a"} x\n', "Line 1 is no JSON object"),
    ("a.jsonl", '{"mt": ' + "[" * 100_000 + "\n", "Line 1 is no JSON object"),
    ("a.jsonl", '{"mt": ' + "9" * 100_000 + "}\n", "Line 1 is no JSON object"),
    ("a.parquet", "PAR1 and no more", "no Parquet file"),
]


@pytest.mark.parametrize(("name", "text", "said"), REFUSED)
def test_what_is_no_table_is_said(name, text, said):
    with pytest.raises(WorkbenchError, match=rf"{name}: .*{said}"):
        read_document(text.encode(), Path(name))


def test_rows_that_are_none_are_named_and_stay():
    data = b"source\tmt\nx\nc\td\ne\tf\tg\n"
    document = read_document(data, Path("a.tsv"))
    assert [unit.text for unit in document.units] == ["d"]
    assert document.unread == ("2", "4")
    assert "2, 4" in document.warnings[0]
    changed = replace(document, units=(replace(document.units[0], text="D"),))
    assert write_back(changed, data) == data.replace(b"\td\n", b"\tD\n")


def test_a_tab_has_no_place_in_tsv():
    data = b"mt\nx\n"
    document = read_document(data, Path("a.tsv"))
    with pytest.raises(WorkbenchError, match=r"Line 2: a cell of TSV cannot hold '\\t'"):
        write_back(replace(document, units=(replace(document.units[0], text="a\tb"),)), data)


def test_parquet_keeps_its_other_columns():
    out = io.BytesIO()
    table = pa.table({
        "n": pa.array([1, 2, 3], pa.int16()), "mt": ["a", None, "c"], "source": ["x", "y", "z"],
        "status": ["approved", "unreviewed", "unreviewed"],
    }).replace_schema_metadata({"made": "here"})  # fmt: skip
    pq.write_table(table, out)
    data = out.getvalue()
    document = read_document(data, Path("a.parquet"))
    assert [(unit.place, unit.source, unit.text) for unit in document.units] == [
        ("1", "x", "a"),
        ("3", "z", "c"),
    ]
    assert document.unread == ("2",)
    assert write_back(document, data) == data
    units = (document.units[0], replace(document.units[1], text="C", status=APPROVED))
    written = pq.read_table(io.BytesIO(write_back(replace(document, units=units), data)))
    assert written.schema.equals(table.schema, check_metadata=True)
    assert written.to_pydict() == {
        **table.to_pydict(),
        "mt": ["a", None, "C"],
        "status": ["approved", "unreviewed", "approved"],
    }


# No file of text holds these: they tell a binary one.
TEXTS = st.text(
    st.sampled_from("ab,;\t\n\r\"'=+-@\\{} é")
    | st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff\ufeff"),
    max_size=8,
)
PAIRS = st.lists(st.tuples(TEXTS, TEXTS, st.sampled_from(list(Status))), min_size=1, max_size=4)


def composed(pairs, suffix):
    rows = tuple(
        BitextPair(text, text, "", source, status, (("a", 1),), {"chrF": 1.5})
        for source, text, status in pairs
    )
    bitext = Bitext("t", {Role.TRANSLATION: "de", Role.SOURCE: "en"}, rows, 0.0)
    return COMPOSERS[suffix].compose(bitext)


@pytest.mark.parametrize("suffix", [".tsv", ".csv", ".jsonl", ".parquet"])
@given(pairs=PAIRS)
def test_what_we_write_we_read(suffix, pairs):
    data = composed(pairs, suffix)
    document = read_document(data, Path(f"a{suffix}"))
    assert [(unit.source, unit.text, unit.status) for unit in document.units] == pairs


@pytest.mark.parametrize("suffix", [".tsv", ".csv", ".jsonl", ".parquet"])
@given(pairs=PAIRS, new=st.data())
def test_any_text_goes_into_our_own_tables_and_edits_commute(suffix, pairs, new):
    data = composed(pairs, suffix)
    wanted = [new.draw(TEXTS) for _pair in pairs]
    results = []
    for order in (range(len(pairs)), reversed(range(len(pairs)))):
        now = data
        for number in order:
            document = read_document(now, Path(f"a{suffix}"))
            units = list(document.units)
            units[number] = replace(units[number], text=wanted[number])
            now = write_back(replace(document, units=tuple(units)), now, document)
        results.append(now)
        assert [unit.text for unit in read_document(now, Path(f"a{suffix}")).units] == wanted
    if suffix != ".parquet":
        assert results[0] == results[1]


@given(PAIRS)
def test_other_readers_see_the_same_cells(pairs):
    rows = [json.loads(line) for line in composed(pairs, ".jsonl").decode().split("\n") if line]
    assert [(row["source"], row["translation"], row["chrF"]) for row in rows] == [
        (source, text, 1.5) for source, text, _status in pairs
    ]
    table = list(csv.DictReader(io.StringIO(composed(pairs, ".csv").decode("utf-8-sig"), newline="")))
    assert [undefused(row["translation"]) for row in table] == [text for _source, text, _status in pairs]
