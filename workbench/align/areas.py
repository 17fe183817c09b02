"""One area of both texts aligned once, by what is known so far."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from workbench.align.anchors import Pins
from workbench.align.block import Area, Sums
from workbench.align.blocks import band, inside, pinched
from workbench.align.chain import Marks
from workbench.align.coarse import Path
from workbench.align.fine import corridor
from workbench.align.moved import masses
from workbench.align.passing import Guide, beside_path, block_of, fine, meaning_of, rough
from workbench.align.posterior import posterior
from workbench.align.sides import Sides

WIDTH = 12  # nodes around the way of the pass before that the next searches


@dataclass(frozen=True, slots=True)
class Found:
    """Beads of an area in the numbers of the texts, what each shares, and how sure it is."""

    path: Path
    mass: Sums
    sure: Sums


@dataclass(frozen=True, slots=True)
class Task:
    """Both texts, the areas to align, where they certainly meet, and where a person says that they do."""

    sides: Sides
    areas: Sequence[Area]
    marks: Marks
    pins: Pins
    strictness: float | None


def align_area(task: Task, guide: Guide, area: Area, path: Path | None, warmth: float) -> Found:
    """Align one area; with a warmth, say how sure each bead is."""
    i, p, j, q = area
    if i == p or j == q:
        return left_over(area)
    rows, columns, pins = np.arange(i, p), np.arange(j, q), inside(task.pins, area)
    block, meaning = block_of(task.sides, rows, columns, guide), meaning_of(task.sides, rows, columns, guide)
    grid = band(area, task.marks) if path is None or not len(path) else corridor(path, p - i, q - j, WIDTH)
    way = rough(block, guide.costs, pinched(grid, pins), meaning)
    if path is None and task.sides.same and not warmth:
        return Found(way + np.array([i, i, j, j]), np.zeros(len(way)), np.ones(len(way)))
    grid = pinched(beside_path(block, way), pins)
    way, table = fine(block, guide.costs, grid, meaning, pins)
    sure = posterior(block, guide.costs, table, grid, way, warmth) if warmth else np.ones(len(way))
    return Found(way + np.array([i, i, j, j]), masses(block, way), sure)


def left_over(area: Area) -> Found:
    """Give the beads where only one text has sentences."""
    i, p, j, q = area
    path = np.array(
        [[k, k + 1, j, j] for k in range(i, p)] + [[p, p, k, k + 1] for k in range(j, q)], np.int64
    )
    return Found(path.reshape(-1, 4), np.zeros(len(path)), np.ones(len(path)))
