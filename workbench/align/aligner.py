"""The way from two texts to beads: prepare, cut at what is certain, and run the programme in between."""

import itertools
from collections.abc import Sequence

from workbench.align.gains import Costs, all_gains, costs, refine
from workbench.align.landmarks import cuts
from workbench.align.overlap import Embed, Sides, additive, prepare
from workbench.align.programme import best_path, posterior
from workbench.align.text import Text
from workbench.errors import WorkbenchError
from workbench.i18n import _
from workbench.model.bead import Bead
from workbench.progress import Report, silent

Cell = tuple[int, int]

WHOLE = 600  # sentences that are aligned in one block, however long
TEMPERATURE = 0.12


def align(
    a: Text,
    b: Text,
    *,
    anchors: Sequence[Bead] = (),
    strictness: float | None = None,
    embed: Embed | None = None,
    report: Report = silent,
) -> list[Bead]:
    """Tell which sentences of `a` say what which sentences of `b` say.

    The beads stand in the order of `a`, then `b`, and cover every sentence of both once; a sentence without
    a counterpart is a bead of its own. `anchors` are beads a person vouches for: they come back as they are,
    score 1. `strictness` is the share of its words a sentence must find again: near 0 for translations, .25
    to .4 for free or abridged texts, None to choose. `embed` gives a vector for each of a list of sentences.
    """
    fixed = checked(anchors, len(a.sentences), len(b.sentences))
    if not a.sentences or not b.sentences:
        return alone(range(len(a.sentences)), range(len(b.sentences)))
    sides = prepare(a, b, embed)
    cost = costs(sides, strictness)
    beads: list[Bead] = []
    blocks = gaps(fixed, (len(a.sentences), len(b.sentences)))
    for number, (start, stop) in enumerate(blocks):
        report(number, len(blocks))
        beads += stretch(sides, cost, start, stop, report)
        beads += fixed[number : number + 1]
    report(len(blocks), len(blocks))
    return beads


def checked(anchors: Sequence[Bead], rows: int, columns: int) -> list[Bead]:
    """Put the anchors in order; anchors that cross or overlap are the caller's mistake."""
    ordered = sorted((anchor for anchor in anchors if anchor.a and anchor.b), key=lambda bead: bead.a)
    end = (0, 0)
    for anchor in ordered:
        if (
            min(anchor.a) < end[0]
            or min(anchor.b) < end[1]
            or max(anchor.a) >= rows
            or max(anchor.b) >= columns
        ):
            raise WorkbenchError(
                _("The anchor %(a)s:%(b)s crosses another or lies outside the texts; remove one.")
                % {"a": list(anchor.a), "b": list(anchor.b)}
            )
        end = (max(anchor.a) + 1, max(anchor.b) + 1)
    return [Bead(anchor.a, anchor.b, 1.0) for anchor in ordered]


def gaps(fixed: Sequence[Bead], size: Cell) -> list[tuple[Cell, Cell]]:
    """Give the blocks before, between and after the anchors."""
    starts = [(0, 0), *((anchor.a[-1] + 1, anchor.b[-1] + 1) for anchor in fixed)]
    stops = [*((anchor.a[0], anchor.b[0]) for anchor in fixed), size]
    return list(zip(starts, stops, strict=True))


def stretch(sides: Sides, cost: Costs, start: Cell, stop: Cell, report: Report) -> list[Bead]:
    """Align what lies between two cells; what is long is cut where sentences recognise each other."""
    long = max(stop[0] - start[0], stop[1] - start[1]) > WHOLE
    marks = cuts(sides, start, stop) if long else [start, stop]
    beads = []
    for number, (one, two) in enumerate(itertools.pairwise(marks)):
        report(number, len(marks))
        beads += block(sides, cost, one, two)
    return beads


def block(sides: Sides, cost: Costs, start: Cell, stop: Cell) -> list[Bead]:
    """Align one block: a rough way first, then the exact values beside it."""
    rows, columns = range(start[0], stop[0]), range(start[1], stop[1])
    if not rows or not columns:
        return alone(rows, columns)
    size = (len(rows), len(columns))
    overlap = additive(sides, rows, columns)
    gains = all_gains(sides, overlap, start, cost)
    rough = best_path(gains, size)
    fine = refine(
        sides,
        overlap,
        gains,
        start,
        [(k, m) for i, j, a, b in rough for k in range(i - a, i + 1) for m in range(j - b, j + 1)],
        cost,
    )
    path = best_path(fine, size)
    scores = posterior(fine, size, TEMPERATURE, path)
    return [
        Bead(tuple(rows[i - a : i]), tuple(columns[j - b : j]), round(score, 4))
        for (i, j, a, b), score in zip(path, scores, strict=True)
    ]


def alone(rows: range, columns: range) -> list[Bead]:
    """Give sentences that have nothing opposite them at all."""
    return [Bead((i,), (), 1.0) for i in rows] + [Bead((), (j,), 1.0) for j in columns]
