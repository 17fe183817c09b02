"""Long runs: stopped and continued, with broken rows, and with metrics that look at sources."""

import json
import os
import signal
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest

from workbench.errors import WorkbenchError
from workbench.project.batch import Job, Stopped, score_batch
from workbench.project.batch_counting import Recipe
from workbench.project.batch_inputs import Files, Reading
from workbench.score import METRICS

ROWS = 7000  # more than three chunks


@pytest.fixture
def table(tmp_path):
    rows = [f"{row}\tThe cat {row % 7} sat on it.\tA cat {row % 5} sat on it." for row in range(ROWS)]
    path = tmp_path / "table.tsv"
    path.write_text("\n".join(["id\ttranslation\treference", *rows]) + "\n")
    return path


def job(table, output, **options):
    recipe = Recipe(("chrf", "bleu"), "en", (output.suffix,))
    return Job((Files(table),), Reading(), recipe, output, **options)


def interrupt(_done, _total):
    """Press Ctrl+C when a chunk is done."""
    os.kill(os.getpid(), signal.SIGINT)


def rows_in(path: Path):
    if path.suffix == ".parquet":
        return pq.read_table(path).num_rows
    return path.read_bytes().count(b"\n") - (path.suffix == ".tsv")


@pytest.mark.parametrize("suffix", [".tsv", ".jsonl", ".parquet"])
def test_a_stopped_run_leaves_a_whole_file_and_goes_on_from_there(table, tmp_path, suffix):
    whole, output = tmp_path / f"whole{suffix}", tmp_path / f"output{suffix}"
    complete = score_batch(job(table, whole))
    with pytest.raises(Stopped) as stopped:
        score_batch(job(table, output), interrupt)
    assert not stopped.value.outcome.complete
    assert rows_in(output) == stopped.value.outcome.segments
    assert 0 < rows_in(output) < ROWS

    assert score_batch(job(table, output, resume=True)) == complete
    assert output.read_bytes() == whole.read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([output.name, table.name, whole.name])


def test_other_options_do_not_continue_a_run(table, tmp_path):
    begun = job(table, tmp_path / "out.tsv")
    with pytest.raises(Stopped):
        score_batch(begun, interrupt)
    other = replace(begun, recipe=replace(begun.recipe, metrics=("ter",)), resume=True)
    with pytest.raises(WorkbenchError, match="begun with other texts or options"):
        score_batch(other)


def test_parquet_says_what_its_rows_are(table, tmp_path):
    output = tmp_path / "out.parquet"
    outcome = score_batch(
        replace(job(table, output), recipe=Recipe(("bleu:intl",), "en", (".parquet",), statistics=True))
    )
    read = pq.read_table(output)
    meta = json.loads(read.schema.metadata[b"workbench"])
    assert read.schema.metadata[b"signature.bleu:intl"].decode() == outcome.signatures["bleu:intl"]
    sums = np.sum(read["bleu:intl_statistics"].to_pylist(), axis=0)
    assert meta["sums"]["bleu:intl"] == sums.tolist()
    corpus = METRICS["bleu"]("en").corpora(sums[None])[0]
    assert outcome.corpus["bleu:intl"] == pytest.approx(corpus, abs=1e-9)


def test_a_broken_row_is_left_out_or_stops_the_run(table, tmp_path):
    lines = table.read_text().split("\n")
    lines[5000] += "\tone too many"
    table.write_text("\n".join(lines))
    outcome = score_batch(job(table, tmp_path / "out.tsv"))
    assert (outcome.segments, outcome.broken) == (ROWS - 1, 1)
    assert str(outcome.problems[0]).startswith(f"{table}: Line 5001 ")
    assert f"\n{5000 - 1}\t" not in (tmp_path / "out.tsv").read_text()
    with pytest.raises(WorkbenchError, match=r"table\.tsv: Line 5001 "):
        score_batch(job(table, tmp_path / "strict.tsv", strict=True))


@dataclass(frozen=True)
class Copied:
    """A metric of its own: 100 where the translation is the source."""

    name: str = "copied"
    label: str = "Copied"
    higher_is_better: bool = True
    reads_sources: bool = True

    def signature(self, references=1):
        return f"nrefs:{references}"

    def statistics(self, hypotheses, _references, sources=None):
        return np.array([[a == b, 1.0] for a, b in zip(hypotheses, sources, strict=True)], np.float64)

    def segments(self, rows):
        return 100 * rows[:, 0]

    def corpora(self, sums):
        return 100 * sums[:, 0] / sums[:, 1]


@pytest.mark.parametrize("beside", [True, False])
def test_sources_reach_the_metric_that_wants_them(tmp_path, monkeypatch, beside):
    monkeypatch.setitem(METRICS, "copied", lambda _language: Copied())
    texts = {"translation": "a\nb\nc\n", "reference": "x\ny\nz\n", "source": "a\nb\nd\n"}
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text)
    rows = zip(
        *(text.split("\n") for text in [f"{name}\n{text}" for name, text in texts.items()]), strict=True
    )
    (tmp_path / "all.tsv").write_text("\n".join("\t".join(row) for row in rows if any(row)) + "\n")
    paths = [tmp_path / f"{name}.txt" for name in texts]
    files = Files(paths[0], (paths[1],), paths[2]) if beside else Files(tmp_path / "all.tsv")
    outcome = score_batch(Job((files,), Reading(sources=True), Recipe(("copied",), "en", ())))
    assert outcome.corpus == {"copied": pytest.approx(200 / 3)}
