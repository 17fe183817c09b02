"""The cluster's work beside the local run's: a real scheduler, two workers, one of them killed midway."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pyarrow.parquet as pq
import pytest

ROOT = Path(__file__).parents[2]
PARTITIONS, ROWS = 12, 4000
WORDS = ["amber", "birch", "Cedar", "delta", "ember", "frost", "grove", "heath", "Inlet", "jetty", "knoll"]


def process(*command):
    """Start a process that sees this code; what it says is read from its stderr."""
    return subprocess.Popen(
        [sys.executable, *map(str, command)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), "DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "10s"},
    )


@contextmanager
def ended(child):
    try:
        yield child
    finally:
        child.kill()
        child.wait()
        child.stderr.close()


def heard(child, pattern):
    """Wait until a process says something, and give what."""
    for line in child.stderr:
        if found := re.search(pattern, line):
            return found[1]
    raise AssertionError(pattern)


@pytest.fixture
def cluster():
    """Give a scheduler's address and two workers' processes."""
    quiet = ["--no-dashboard", "--host", "127.0.0.1"]
    with ExitStack() as stack:
        scheduler = process("-m", "distributed.cli.dask_scheduler", "--port", "0", *quiet)
        stack.enter_context(ended(scheduler))
        address = heard(scheduler, r"Scheduler at:\s+(tcp://\S+)")
        options = ["--no-nanny", "--nthreads", "1", *quiet]
        workers = [process("-m", "distributed.cli.dask_worker", address, *options) for _ in range(2)]
        for worker in workers:
            stack.enter_context(ended(worker))
        for worker in workers:
            heard(worker, r"(Registered to):")
        yield address, workers


@pytest.fixture
def partitions(tmp_path):
    """Give TSV files of different rows, one of them broken."""
    folder = tmp_path / "parts"
    folder.mkdir()
    for part in range(PARTITIONS):
        rows = ["id\ttranslation\treference"]
        for row in range(ROWS):
            words = [WORDS[(part * 7 + row * k) % len(WORDS)] for k in range(1, 30)]
            rows.append(f"{row}\t{' '.join(words[:-1])}\t{' '.join(words[1:])}")
        rows[5] += "\tone too many" if part == 3 else ""
        (folder / f"{part:02}.tsv").write_text("\n".join(rows) + "\n")
    return folder


def workbench(*arguments):
    return subprocess.Popen(
        [sys.executable, ROOT / "main.py", "score", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def done(run):
    """Wait for a run to end well and give what it said."""
    out, _err = run.communicate(timeout=200)
    assert run.returncode == 0, out
    return out


def rows_of(folder):
    """Give the rows of all files of a folder, each with its file's metadata of scores, sorted."""
    tables = {path.name: pq.read_table(path) for path in folder.iterdir()}
    return sorted(
        json.dumps([name, row])
        for name, table in tables.items()
        for row in [*table.to_pylist(), json.loads(table.schema.metadata[b"workbench"])["sums"]]
    )


def wait_until(there, patience=100.0):
    """Look again and again until something is there."""
    end = time.monotonic() + patience
    while not there():
        assert time.monotonic() < end
        os.sched_yield()


@pytest.mark.slow
def test_a_killed_worker_costs_nothing(cluster, partitions, tmp_path):
    address, workers = cluster
    options = [partitions / "*.tsv", "--metric", "chrf++,ter"]
    here, there = tmp_path / "here", tmp_path / "there"
    run = workbench(*options, "-o", there, "--scheduler", address)
    wait_until(lambda: any(there.glob("*.parquet")))
    workers[0].send_signal(signal.SIGKILL)
    workers[0].wait()
    assert len(list(there.glob("*.parquet"))) < PARTITIONS
    said = done(run)
    assert done(workbench(*options, "-o", here)) == said
    assert "03.tsv: Line 6 has not as many columns" in said
    assert rows_of(there) == rows_of(here)
    assert len(rows_of(there)) == PARTITIONS * (ROWS + 1) - 1
    assert {path.name for path in there.iterdir()} == {f"{part:02}.parquet" for part in range(PARTITIONS)}

    (there / "05.parquet").unlink()
    before = {path.name: path.stat().st_mtime_ns for path in there.iterdir()}
    said_again = done(workbench(*options, "-o", there, "--scheduler", address, "--resume"))
    after = {path.name: path.stat().st_mtime_ns for path in there.iterdir()}
    assert before == {name: time for name, time in after.items() if name != "05.parquet"}
    assert rows_of(there) == rows_of(here)
    assert said_again.partition("03.tsv")[0].split("\n")[:4] == said.split("\n")[:4]


def test_a_scheduler_that_is_not_there_is_said_in_one_line(partitions, tmp_path):
    pytest.importorskip("distributed")
    run = workbench(partitions / "*.tsv", "-o", tmp_path / "out", "--scheduler", "tcp://127.0.0.1:9")
    said, _err = run.communicate(timeout=100)
    assert run.returncode == 2
    assert said.startswith("workbench: There is no Dask scheduler at tcp://127.0.0.1:9")
    assert said.count("\n") == 1
