"""Tables whose columns are named: reviewed, checked, converted and exported by them, like any other file."""

import csv
import json

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from workbench.project import Project

ROWS = [
    ("Quelle, alt", "Ziel", "Ref"),
    ("Am Montag kamen 30. Es regnete.", "On Monday 13 guests came. It rained.", "On Monday 30 guests came."),
    ("Er fuhr nach Kyjiw.", "He drove to Kyiv.", "He went to Kyiv."),
    ("Das war alles.", "That was all.", ""),
]  # fmt: skip
COLUMNS = ["--columns", "translation=ziel,source=Quelle, alt,reference=Ref"]


def table(folder, suffix):
    path = folder / f"article.{suffix}"
    if suffix == "parquet":
        pq.write_table(pa.table(dict(zip(ROWS[0], zip(*ROWS[1:], strict=True), strict=True))), path)
    elif suffix == "jsonl":
        lines = (json.dumps(dict(zip(ROWS[0], row, strict=True))) for row in ROWS[1:])
        path.write_text("\n".join(lines), "utf-8")
    else:
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, "excel" if suffix == "csv" else "excel-tab").writerows(ROWS)
    return path


@pytest.mark.parametrize("suffix", ["tsv", "csv", "jsonl", "parquet"])
def test_a_review_of_named_columns_goes_back_into_them(workbench, tmp_path, suffix):
    path, out = table(tmp_path, suffix), tmp_path / "out"
    code, printed, _lines = workbench("review", path, *COLUMNS, "--out", out, "--json")
    assert code == 0
    assert set(json.loads(printed)["texts"]) == {"translation", "reference", "source"}
    with Project.open(out / "article.twb") as project:
        pairs = project.pairs()
        sides = [tuple(pair.text(role) for role in ("source", "translation", "reference")) for pair in pairs]
        assert sides == ROWS[1:]
        project.set_text(pairs[1].id, "He travelled to Kyiv.")
    new = tmp_path / f"new.{suffix}"
    assert workbench("export", out / "article.twb", "-o", new)[0] == 0
    if suffix == "parquet":
        assert pq.read_table(new).column("Ziel").to_pylist()[1] == "He travelled to Kyiv."
    else:
        assert new.read_bytes() == path.read_bytes().replace(b"He drove", b"He travelled")


def test_a_review_of_other_columns_is_another(workbench, tmp_path):
    path, out = table(tmp_path, "tsv"), tmp_path / "out"
    assert workbench("review", path, *COLUMNS, "--out", out)[0] == 0
    with Project.open(out / "article.twb") as project:
        project.set_text(project.pair_ids()[0], "Work of a person.")
    assert workbench("review", path, *COLUMNS, "--out", out)[0] == 0
    other = "translation=Ref,source=Quelle, alt,reference=Ziel"
    code, _printed, lines = workbench("review", path, "--columns", other, "--out", out)
    assert code == 2
    assert "with another --columns (Ziel, Quelle, alt, not Ref, Quelle, alt)" in lines[-1]


def test_rows_are_pairs_where_only_a_reference_stands_beside(workbench, tmp_path):
    path, out = table(tmp_path, "csv"), tmp_path / "out"
    assert workbench("review", path, "--columns", "translation=Ziel,reference=Ref", "--out", out)[0] == 0
    with Project.open(out / "article.twb") as project:
        sides = [tuple(pair.text(role) for role in ("translation", "reference")) for pair in project.pairs()]
    assert sides == [row[1:] for row in ROWS[1:]]


def test_check_and_names_read_named_columns(workbench, tmp_path):
    path = table(tmp_path, "tsv")
    code, printed, _lines = workbench("check", path, *COLUMNS, "--json")
    assert code == 0
    assert ("13", "numbers") in {(found["text"], found["check"]) for found in json.loads(printed)["findings"]}
    code, printed, _lines = workbench("names", path, *COLUMNS, "--json")
    assert code == 0
    assert "Kyiv" in {name["form"] for name in json.loads(printed)["names"]}


def test_files_beside_have_columns_of_their_own(workbench, tmp_path):
    (tmp_path / "t.txt").write_text("He drove to Kyiv.\n", "utf-8")
    (tmp_path / "r.tsv").write_text("x\tHuman\n1\tHe went to Kyiv.\n", "utf-8")
    files = ["check", tmp_path / "t.txt", "--reference", tmp_path / "r.tsv", "--json"]
    code, printed, _lines = workbench(*files, "--columns", "reference=Human")
    assert (code, json.loads(printed)["pairs"][0]["reference"]) == (0, "He went to Kyiv.")


def test_named_columns_are_converted(workbench, tmp_path):
    path, new = table(tmp_path, "csv"), tmp_path / "new.jsonl"
    assert workbench("convert", path, new, *COLUMNS)[0] == 0
    rows = [json.loads(line) for line in new.read_text("utf-8").splitlines()]
    assert [(row["source"], row["translation"], row["reference"]) for row in rows] == ROWS[1:]


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        (
            "translation=Target",
            "no column “Target”; the first line names: “Quelle, alt”, “Ziel”, and “Ref”.",
        ),
        (
            "translation=Ziel,reference=R",
            "no column “R”; the first line names: “Quelle, alt”, “Ziel”, and “Ref”.",
        ),
        ("target=Ziel", "there are: translation, reference, source"),
        ("translation=Ziel,translation=Ref", "one column for each text"),
        ("translation=Ziel,id=Ref", "one column for each text"),
    ],
)
@pytest.mark.parametrize("command", ["convert", "review"])
def test_a_wrong_name_is_one_line(workbench, tmp_path, command, columns, said):
    more = {"convert": [tmp_path / "b.po"], "review": ["--out", tmp_path / "out"]}
    code, printed, lines = workbench(command, table(tmp_path, "tsv"), *more[command], "--columns", columns)
    assert (code, printed, len(lines)) == (2, "", 1)
    assert said in lines[0]
    assert not (tmp_path / "b.po").exists()
    assert not (tmp_path / "out").exists()
