"""The cluster's work beside the local run's: a real scheduler, two workers, one of them killed midway."""

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
PARTITIONS, ROWS = 10, 400
WORDS = ["amber", "birch", "Cedar", "delta", "ember", "frost", "grove", "heath", "Inlet", "jetty", "knoll"]


def process(*command):
    """Start a process that sees this code, and find out its address by what it says."""
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
    run = process("main.py", *arguments) if False else None
    del run
    return subprocess.run(
        [sys.executable, ROOT / "main.py", *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
    )


def rows_of(paths):
    return sorted(repr(row) for path in sorted(paths) for row in pq.read_table(path).to_pylist())
