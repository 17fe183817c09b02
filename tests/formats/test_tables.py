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
from workbench.figures import listed
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
    ("a.tsv", "a\tb\nc\td\n", r"No column is headed “translation”: the first line is “a” and “b”"),
    ("a.tsv", "mt\n", "holds no rows"),
    ("a.csv", 'mt\n"open', "Line 2 cannot be read as CSV"),
    ("a.csv", 'mt\nx\ny\n"z,\nx\n', "Line 4 cannot be read as CSV"),
    ("a.csv", 'mt\n"a"b\n', "No row of the table can be read; the first that cannot is line 2"),
    ("a.tsv", "mt\tx\na\nb\n", "No row of the table can be read; the first that cannot is line 2"),
    ("a.jsonl", '\n[1]\n{"mt"\n', "Line 2 is no JSON object, nor is any other"),
    ("a.jsonl", '{"mt": 1}\n', "No row of the table can be read; the first that cannot is line 1"),
    ("a.jsonl", '{"mt":\n"a"}\n', "Line 1 is no JSON object"),
    ("a.jsonl", '{"mt": "a"} x\n', "Line 1 is no JSON object"),
    ("a.jsonl", '{"mt": ' + "[" * 100_000 + "\n", "Line 1 is no JSON object"),
    ("a.jsonl", '{"mt": ' + "9" * 100_000 + "}\n", "Line 1 is no JSON object"),
    ("a.parquet", "PAR1 and no more", "no Parquet file"),
]


@pytest.mark.parametrize(("name", "text", "said"), REFUSED)
def test_what_is_no_table_is_said(name, text, said):
    with pytest.raises(WorkbenchError, match=rf"{name}: .*{said}"):
        read_document(text.encode(), Path(name))


# Rows that are none, by their lines; in each file one text can be read: d.
UNREAD = [
    ("a.tsv", "source\tmt\nx\nc\td\ne\tf\tg\n", ("2", "4")),
    ("a.csv", 'source,mt\nx\nc,d\ne,f,g\n', ("2", "4")),
    ("a.csv", 'source,mt\r\n"x"y,z\r\n"c",d\r\ne,"f" ,"g"', ("2", "4")),
    ("a.csv", 'source,mt\n"two\nlines" x,"z,\n"\nc,d\n', ("2",)),
    ("a.jsonl", '{}\n{"mt": "d"}\n[1]\n"x"\n{"mt": "e"} x\n{"mt": 1}\n{"mt": null}\n{[1]: "x"}\n{1: "x"}\n',
     ("1", "3", "4", "5", "6", "7", "8", "9")),
    ("a.jsonl", '{"mt": "\\ud800"}\n{"mt": "d"}\n{"mt": ' + "[" * 100_000 + "\n", ("1", "3")),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "lines"), UNREAD)
def test_rows_that_are_none_are_named_and_stay(name, text, lines):
    data = text.encode()
    document = read_document(data, Path(name))
    assert [unit.text for unit in document.units] == ["d"]
    assert document.unread == lines
    assert document.warnings[0].endswith(f": {listed(lines)}.")
    assert write_back(document, data) == data
    changed = replace(document, units=(replace(document.units[0], text="DD"),))
    d = data.index(b'"d"') + 1 if name.endswith("jsonl") else data.index(b"d", data.index(b"c") + 1)
    assert write_back(changed, data) == data[:d] + b"DD" + data[d + 1 :]


# The file, the columns that are named, and source and text of its first row.
NAMED = [
    ("a.tsv", "Quelle\tZiel\na\tb\n", {"text": "Ziel"}, (None, "b")),
    ("a.csv", "Quelle;Ziel\na;b\n", {"text": "ziel", "source": "QUELLE"}, ("a", "b")),
    ("a.csv", "source,mt,post\na,b,c\n", {"text": "post"}, ("a", "c")),
    ("a.csv", "source,mt\na,b\n", {"text": "source", "source": "mt"}, ("b", "a")),
    ("a.csv", "source,mt\na,b\n", {"text": "source"}, (None, "a")),
    ("a.tsv", "en\tde\tko-KR\na\tb\tc\n", {"text": "ko", "source": "de"}, ("b", "c")),
    ("a.tsv", "en\tde\tko\na\tb\tc\n", {"source": "de"}, ("b", "c")),
    ("a.jsonl", '{"Quelle": "a", " Ziel ": "b"}\n', {"text": "Ziel", "source": "Quelle"}, ("a", "b")),
]


@pytest.mark.parametrize(("name", "text", "columns", "expected"), NAMED)
def test_columns_are_named(name, text, columns, expected):
    data = text.encode()
    document = read_document(data, Path(name), None, columns)
    unit = document.units[0]
    assert (unit.source, unit.text) == expected
    changed = replace(document, units=(replace(unit, text="new"),))
    at = text.rindex(expected[1])
    assert write_back(changed, data).decode() == text[:at] + "new" + text[at + 1 :]


WRONG = [
    (
        "a.tsv",
        "Quelle\tZiel\na\tb\n",
        {"text": "Target"},
        "no column “Target”; .*: “Quelle” and “Ziel”",
    ),
    ("a.jsonl", '{"Quelle": "a"}\n', {"text": "Target"}, "There is no column “Target”; .*: “Quelle”"),
    ("a.csv", "a,b\n1,2\n", {"text": "a", "source": "A"}, "“a” and “a” are not different"),
    ("a.txt", "a,b\n1,2\n", {"text": "a"}, "This is no table"),
    ("a.tsv", "\t".join(map(str, range(99))) + "\n", {"text": "x"}, ": “0”, “1”, .*, “19”, and others"),
]


@pytest.mark.parametrize(("name", "text", "columns", "said"), WRONG)
def test_columns_that_are_not_there_are_said(name, text, columns, said):
    with pytest.raises(WorkbenchError, match=rf"{name}: .*{said}") as caught:
        read_document(text.encode(), Path(name), None, columns)
    assert "\n" not in str(caught.value)


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
