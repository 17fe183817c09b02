"""What one worker does with one chunk: count, score, write down, resample."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from workbench.project.batch_chunks import Chunk, Problem
from workbench.project.batch_layout import FORMS, Block, Layout
from workbench.score import Metric, Statistics, named
from workbench.score.resampling import SEED

# The rows of so many chunks, a hundred thousand segments, are kept for the bootstrap that sacreBLEU does;
# a longer run is resampled chunk by chunk.
KEPT = 50
ROWS = "rows"  # the name of what is kept for that, beside the forms of output


@dataclass(frozen=True, slots=True)
class Recipe:
    """How chunks are scored and written; `resamples` is 0 where no intervals are asked for."""

    metrics: tuple[str, ...]
    language: str
    forms: tuple[str, ...]
    statistics: bool = False
    resamples: int = 0
    file: bool = False
    key: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """A chunk with the number it has in the whole run, by which it is resampled."""

    recipe: Recipe
    layout: Layout
    chunk: Chunk
    sequence: int
    partition: int


@dataclass(frozen=True, slots=True)
class Counted:
    """What came of a chunk: sums by metric, blocks by form, sums of resamples by metric."""

    partition: int
    rows: int
    share: float | None
    segments: int
    references: int
    sums: Sequence[Statistics]
    blocks: dict[str, bytes]
    resampled: Sequence[Statistics]
    problems: Sequence[Problem]


@cache
def metrics_of(names: tuple[str, ...], language: str) -> tuple[Metric, ...]:
    """Make the metrics once in each process."""
    return tuple(metric for name in names if (metric := named(name, language)))


def layout_of(recipe: Recipe, chunk: Chunk) -> Layout:
    """Choose the columns of the output by the first chunk; a metric tells how wide its statistics are."""
    widths = []
    if recipe.statistics:
        for metric in metrics_of(recipe.metrics, recipe.language):
            rows = metric.statistics(["a"], [["a"] * max(1, references_of(chunk))], ["a"])
            widths.append((metric.name, rows.shape[1]))
    return Layout(recipe.metrics, recipe.file, recipe.key, tuple(widths))


def references_of(chunk: Chunk) -> int:
    """Tell how many references the segments have."""
    return len(chunk.references[0]) if chunk.references else 0


def count(task: Task) -> Counted:
    """Score a chunk."""
    recipe, chunk = task.recipe, task.chunk
    metrics = metrics_of(recipe.metrics, recipe.language) if chunk.hypotheses else ()
    rows = [metric.statistics(chunk.hypotheses, chunk.references, chunk.sources) for metric in metrics]
    late = recipe.resamples > 0 and task.sequence >= KEPT
    return Counted(
        partition=task.partition,
        rows=chunk.rows,
        share=chunk.share,
        segments=len(chunk.hypotheses),
        references=references_of(chunk),
        sums=[one.sum(axis=0) for one in rows],
        blocks=blocks(task, metrics, rows) | kept(task, rows),
        resampled=[resample(one, recipe.resamples, task.sequence) for one in rows] if late else (),
        problems=chunk.problems,
    )


def blocks(task: Task, metrics: Sequence[Metric], rows: Sequence[Statistics]) -> dict[str, bytes]:
    """Write a chunk in every form that is asked for."""
    if not rows or not task.recipe.forms:
        return {}
    chunk, layout = task.chunk, task.layout
    scores = [metric.segments(one) for metric, one in zip(metrics, rows, strict=True)]
    block = Block(chunk.file, chunk.numbers, chunk.keys, scores, rows if layout.statistics else ())
    return {form: FORMS[form].encode(layout, block) for form in task.recipe.forms}


def kept(task: Task, rows: Sequence[Statistics]) -> dict[str, bytes]:
    """Keep the rows of early chunks: the statistics of all metrics side by side."""
    if not rows or not task.recipe.resamples or task.sequence >= KEPT:
        return {}
    return {ROWS: np.concatenate(rows, axis=1).tobytes()}


def resample(rows: Statistics, resamples: int, sequence: int) -> Statistics:
    """Sum resamples of a chunk's rows: (resamples, statistics).

    Each segment is drawn a Poisson(1)-distributed number of times (Hanley & MacGibbon 2006), so that chunks
    are resampled apart; over this many segments that is the bootstrap, to the width of its own chance.
    """
    rng = np.random.default_rng([SEED, sequence])
    counts = rng.poisson(1.0, (resamples, len(rows)))
    return np.asarray(counts.astype(np.float64) @ rows, np.float64)
