"""What becomes of the program when its output goes nowhere."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
WORDS = ["amber", "birch", "cedar", "delta", "ember", "frost", "grove", "heath", "inlet", "jetty", "knoll"]


def shell(script, *arguments, **variables):
    """Run a shell script in which "$@" is the program with these arguments."""
    return subprocess.run(
        ["bash", "-c", f"set -o pipefail; {script}", "bash", sys.executable, ROOT / "main.py", *arguments],
        capture_output=True,
        env={**os.environ, **variables},
        timeout=120,
        check=False,
    )


@pytest.fixture
def long_texts(tmp_path):
    """Give two texts whose alignment is far longer than a pipe holds (64 KiB)."""
    lines = [f"The {a} {b} stands by the {c} today." for a in WORDS for b in WORDS for c in WORDS[:6]]
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("\n".join(lines) + "\n")
    return tmp_path / "a.txt", tmp_path / "b.txt"


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "both.tsv"
    path.write_text("translation\treference\nThe cat.\tA cat.\n")
    return path


@pytest.mark.parametrize("reader", ["true", "head -n 1", "head -c 9"])
def test_a_reader_that_stops_early_is_no_error(long_texts, reader):
    run = shell(f'"$@" | {reader} >/dev/null', "align", *long_texts, "--presegmented")
    assert (run.returncode, run.stderr) == (0, b"")
    whole = shell('"$@" | wc -c', "align", *long_texts, "--presegmented")
    assert int(whole.stdout) > 1 << 16


# Through click (--help), rich (a table) and bytes of our own (JSON), into a pipe nobody reads any more.
@pytest.mark.parametrize("arguments", [["--help"], ["score", "TABLE"], ["score", "TABLE", "--json"]])
def test_a_reader_that_is_gone_is_no_error(table, arguments):
    given = [table if argument == "TABLE" else argument for argument in arguments]
    run = shell('mkfifo "$F"; (exec 3<"$F") & exec 4>"$F"; wait; "$@" >&4', *given, F=str(table) + ".fifo")
    assert (run.returncode, run.stderr) == (0, b"")


@pytest.mark.parametrize("where", [">/dev/full", ">&-"])
@pytest.mark.parametrize("form", [[], ["--json"]])
def test_an_output_that_refuses_is_one_line_and_code_2(table, where, form):
    run = shell(f'"$@" {where}', "score", table, *form)
    assert run.returncode == 2
    assert run.stderr.count(b"\n") == 1
    assert run.stderr.startswith(b"workbench: The system refused: ")


def test_help_to_a_full_disk_is_one_line_and_code_2():
    run = shell('"$@" >/dev/full', "--help")
    assert (run.returncode, run.stderr.count(b"\n")) == (2, 1)


def test_no_stderr_is_no_reason_to_fail(table):
    assert shell('"$@" 2>&-', "score", table).returncode == 0
    assert shell('"$@" 2>&-', "score", table.with_name("missing")).returncode == 2
    assert shell('"$@" >&- 2>&-', "score", table).returncode == 2


def test_what_ascii_cannot_write_is_escaped(tmp_path):
    path = tmp_path / "한국어.txt"
    path.write_text("The cat sat.\n")
    run = shell('"$@"', "review", path, "--out", tmp_path / "out", PYTHONIOENCODING="ascii")
    assert (run.returncode, run.stderr) == (0, b"")
    assert b"\\ud55c\\uad6d\\uc5b4.txt" in run.stdout
