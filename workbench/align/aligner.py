"""The way from two texts to beads."""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np

from workbench.align.anchors import Remainder, check, only, remainder
from workbench.align.areas import Found, Task, left_over
from workbench.align.block import Area
from workbench.align.blocks import SMALL, agreeing, cut
from workbench.align.chain import Marks
from workbench.align.embedding import Embed
from workbench.align.kernel import compiled
from workbench.align.landmarks import landmarks
from workbench.align.passes import align_areas, threaded
from workbench.align.programme import best_path
from workbench.align.relocation import settle
from workbench.align.sides import Hints, Sides, prepare
from workbench.align.text import Text
from workbench.align.watching import Tick, watched
from workbench.model.bead import Bead
from workbench.progress import Report, silent

BRIEF = 600  # sentences that are aligned at once
THREADS = min(8, os.cpu_count() or 1)
STAGES = 5  # of the work, for the report: reading and the passes


@dataclass(frozen=True, slots=True)
class Options:
    """What the caller may choose: how strict to be, and what more there is to go by."""

    strictness: float | None
    hints: Hints


def align(  # noqa: PLR0913 -- all but the texts are choices, and given by name
    a: Text,
    b: Text,
    *,
    anchors: Sequence[Bead] = (),
    strictness: float | None = None,
    embed: Embed | None = None,
    examples: Sequence[tuple[str, str]] = (),
    report: Report = silent,
) -> list[Bead]:
    """Tell which sentences of `a` say what which sentences of `b` say.

    The beads stand in the order of `a`, those without `a` where they stand in `b`, and cover every sentence
    of both once; a sentence without a counterpart is a bead of its own. Moved text shows as beads that cross.
    `anchors` are beads a person vouches for: they come back as they are, score 1. `strictness` is the share
    of its words that a sentence must find again: .02 for translations, .25 to .4 for free or abridged texts;
    None takes all for a translation, and then beads apart that share no more than strangers do. `embed` gives
    a vector for each of a list of sentences. `examples` are sentences of both languages, or a few together,
    that are known to translate one another: across languages they teach words, within one nothing. `report`
    is called from this thread, and what it raises ends the work. Raises WorkbenchError on anchors that cannot
    be.
    """
    check(anchors, len(a.sentences), len(b.sentences))
    rest = remainder(anchors, len(a.sentences), len(b.sentences))
    left, right = only(a, rest.rows), only(b, rest.columns)
    options = Options(strictness, Hints(embed, examples))

    def work(tick: Tick) -> list[Bead]:
        found = found_beads(left, right, rest, options, tick)
        return ordered(
            [*beads_of(found, rest), *(Bead(one.a, one.b, 1.0) for one in anchors)], len(b.sentences)
        )

    size = len(rest.rows) + len(rest.columns) + 2 * len(examples)
    return watched(work, max(1, STAGES * size), report, direct=size <= BRIEF and compiled(best_path))


def beads_of(found: Found, rest: Remainder) -> list[Bead]:
    """Give beads in the numbers of the whole texts."""
    rows, columns = rest.rows.tolist(), rest.columns.tolist()
    return [
        Bead(tuple(rows[i:p]), tuple(columns[j:q]), score)
        for (i, p, j, q), score in zip(found.path.tolist(), found.sure.round(4).tolist(), strict=True)
    ]


def found_beads(a: Text, b: Text, rest: Remainder, options: Options, tick: Tick) -> Found:
    """Align what the anchors leave."""
    area = (0, len(a.sentences), 0, len(b.sentences))
    if not a.sentences or not b.sentences:
        return left_over(area)
    with workers() as pool:
        sides = prepare(a, b, options.hints, pool, tick)
        areas, marks = divided(sides, area, rest)
        task = Task(sides, areas, marks, rest.pins, options.strictness)
        found, guide = align_areas(task, threaded(pool, tick))
    return settle(sides, guide, found, rest.pins)


def divided(sides: Sides, area: Area, rest: Remainder) -> tuple[list[Area], Marks]:
    """Cut a long text into blocks."""
    if max(area[1], area[3]) <= SMALL:
        return [area], np.empty((0, 3), np.int64)
    marks = agreeing(landmarks(sides, area), rest.pins)
    return cut(area, marks), marks


def ordered(beads: Sequence[Bead], columns: int) -> list[Bead]:
    """Put beads in the order of a; those without stand after what precedes them in b."""
    place = np.full(
        columns + 1, -1, np.int64
    )  # by sentence of b: the sentence of a that its bead begins with
    alone = np.ones(columns, np.bool_)
    for bead in beads:
        if bead.a and bead.b:
            place[list(bead.b)] = bead.a[0]
            alone[list(bead.b)] = False
    for j in np.flatnonzero(alone):
        place[j] = place[j - 1]
    return sorted(beads, key=lambda bead: (bead.a[0], -1) if bead.a else (int(place[bead.b[0]]), bead.b[0]))


@contextmanager
def workers() -> Iterator[Executor]:
    """Give threads; when the work is stopped, what has not begun never begins."""
    pool = ThreadPoolExecutor(THREADS)
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)
