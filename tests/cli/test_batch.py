"""`workbench score` with many files, compressed ones, standard input, and bad ones."""

import gzip
import lzma
import re
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pytest

ROOT = Path(__file__).parents[2]
HEAD = "id\ttranslation\treference\n"
TEXT = HEAD + "a\tThe cat sat here.\tA cat sat here.\nb\tIt rains.\tIt is raining.\n"


def zst(data):
    return pa.compress(data, "zstd", asbytes=True)


def score_of(out):
    return re.search(r"chrf .* (\d+\.\d\d)", out)[1]


@pytest.fixture
def expected(workbench, tmp_path):
    (tmp_path / "plain.tsv").write_text(TEXT)
    _code, out, _lines = workbench("score", tmp_path / "plain.tsv", "--metric", "chrf")
    return score_of(out)


@pytest.mark.parametrize(("suffix", "compress"), [("gz", gzip.compress), ("xz", lzma.compress), ("zst", zst)])
def test_compressed_tables_are_read(workbench, tmp_path, expected, suffix, compress):
    path = tmp_path / f"t.tsv.{suffix}"
    path.write_bytes(compress(TEXT.encode()))
    code, out, _lines = workbench("score", path, "--metric", "chrf")
    assert (code, score_of(out)) == (0, expected)


def test_a_pattern_names_many_files(workbench, tmp_path, expected):
    for name in ("one.tsv", "two.tsv"):
        (tmp_path / name).write_text(TEXT)
    code, out, _lines = workbench(
        "score", tmp_path / "*[eo].tsv", "--metric", "chrf", "-o", tmp_path / "o.jsonl"
    )
    assert (code, score_of(out)) == (0, expected)
    assert "4 segments" in out
    assert (tmp_path / "o.jsonl").read_text().count("two.tsv") == 2


def test_standard_input_is_read(expected):
    command = [sys.executable, ROOT / "main.py", "score", "-", "--metric", "chrf"]
    run = subprocess.run(command, input=TEXT.encode(), capture_output=True, check=True)
    assert score_of(run.stdout.decode()) == expected


def test_a_threshold_brings_its_metric_and_says_what_fell_short(workbench, tmp_path):
    path = tmp_path / "t.tsv"
    path.write_text(TEXT)
    limits = ["--min", "chrf=99", "--min", "bleu:intl=1", "--min", "ter=1"]
    code, out, lines = workbench("score", path, "--metric", "chrf", *limits)
    assert code == 1
    assert "bleu:intl" in out
    assert [line.split()[1] for line in lines] == ["chrf", "ter"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "id\ttranslation\na\tb\n",
            "no column “reference”; the first line names: “id” and “translation”.",
        ),
        (HEAD + "a\tb\tNaN\n", "Line 2: “reference” is missing (NaN)"),
        (HEAD + "a\tb\tc\na\tb\tc\n", "t.tsv, line 3: the id “a” was there before"),
        ("", "t.tsv is empty."),
    ],
)
def test_a_bad_table_is_named_once(refused, tmp_path, text, said):
    path = tmp_path / "t.tsv"
    path.write_text(text)
    line = refused("score", path)
    assert said in line
    assert line.count("t.tsv") == 1


def test_a_bad_reference_is_named_and_not_the_translation(refused, tmp_path):
    good, bad = tmp_path / "good.tsv", tmp_path / "bad.tsv"
    good.write_text(TEXT)
    bad.write_text("id\tother\na\tb\n")
    line = refused("score", good, "-r", bad)
    assert "bad.tsv: There is no column “reference”" in line
    assert "good.tsv" not in line
