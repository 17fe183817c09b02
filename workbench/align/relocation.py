"""After the passes: beads that share no more than chance come apart, and what was moved is found again."""

import numpy as np

from workbench.align.anchors import Pins
from workbench.align.areas import Found
from workbench.align.bags import Places
from workbench.align.block import Sums
from workbench.align.coarse import Path
from workbench.align.doubt import odds_of, present, weight
from workbench.align.moved import masses, matches
from workbench.align.passing import Guide, beside_path, block_of, fine, rough, whole_grid
from workbench.align.sides import Sides

DOUBT = -8.0  # how much likelier chance must be than a translation, in nats, before a bead comes apart
SHARE, WEIGHT, WEIGHT_FAR = 0.3, 0.5, 2.2  # that a match needs: of its words, of the cost of two left alone
SURE_MOVED, SURE_APART = (
    0.97,
    0.8,
)  # of a bead that was moved; of a sentence whose bead came apart: as measured


def settle(sides: Sides, guide: Guide, found: Found, pins: Pins) -> Found:
    """Take doubtful beads apart, and match again what is alone."""
    odds = odds_of(sides, guide, found)
    held = present(found.path) & (odds >= DOUBT)
    path, sure, mass = found.path[held], found.sure[held], found.mass[held]
    moved = relocated(sides, guide, free(path, 0, len(sides.a)), free(path, 2, len(sides.b)), pins)
    path = np.concatenate([path, moved])
    mass = np.concatenate([mass, np.zeros(len(moved))])
    sure = np.concatenate([sure, np.full(len(moved), SURE_MOVED)])
    return with_alone(sides, path, mass, sure, found)


def free(path: Path, side: int, size: int) -> Places:
    """Give the sentences of a side that no bead has."""
    used = np.zeros(size + 1, np.int64)
    np.add.at(used, path[:, side], 1)
    np.add.at(used, path[:, side + 1], -1)
    return np.flatnonzero(np.cumsum(used)[:size] == 0)


def relocated(sides: Sides, guide: Guide, rows: Places, columns: Places, pins: Pins) -> Path:
    """Find beads among sentences that are alone, wherever they stand, but between the same pins."""
    if not len(rows) or not len(columns):
        return np.empty((0, 4), np.int64)
    block = block_of(sides, rows, columns, guide)
    least = 2 * guide.costs.null * (WEIGHT if sides.same else WEIGHT_FAR), SHARE if sides.same else 0.0
    pairs = matches(block, sides.a.weight[rows], sides.b.weight[columns], least)
    gap_a = np.searchsorted(pins[:, 0], rows, side="right")
    gap_b = np.searchsorted(pins[:, 1], columns, side="right")
    pairs = pairs[gap_a[pairs[:, 0]] == gap_b[pairs[:, 1]]]
    starts_a, starts_b = run_starts(rows, gap_a), run_starts(columns, gap_b)
    runs_a = np.searchsorted(starts_a, pairs[:, 0], side="right") - 1
    runs_b = np.searchsorted(starts_b, pairs[:, 1], side="right") - 1
    beads: list[Path] = []
    for one, two in dict.fromkeys(zip(runs_a.tolist(), runs_b.tolist(), strict=True)):
        run_a, run_b = rows[starts_a[one] : starts_a[one + 1]], columns[starts_b[two] : starts_b[two + 1]]
        beads.append(together(sides, guide, run_a, run_b, least))
    return once(np.concatenate(beads)) if beads else np.empty((0, 4), np.int64)


def run_starts(places: Places, gaps: Places) -> Places:
    """Give where runs of neighbours between the same pins begin, and the end of the last."""
    apart = (np.diff(places) > 1) | (np.diff(gaps) > 0)
    return np.concatenate([[0], np.flatnonzero(apart) + 1, [len(places)]])


def together(sides: Sides, guide: Guide, rows: Places, columns: Places, least: tuple[float, float]) -> Path:
    """Align two runs of sentences; keep the beads that share enough."""
    block = block_of(sides, rows, columns, guide)
    way = rough(block, guide.costs, whole_grid(len(rows), len(columns)))
    path = fine(block, guide.costs, beside_path(block, way))[0]
    mass, shift = masses(block, path), np.array([rows[0], rows[0], columns[0], columns[0]])
    enough = present(path) & (mass >= least[0]) & (mass >= least[1] * weight(sides, path + shift))
    return np.asarray(path[enough] + shift, np.int64)


def once(path: Path) -> Path:
    """Keep of beads that share sentences the first."""
    seen_a: set[int] = set()
    seen_b: set[int] = set()
    kept = []
    for bead in path.tolist():
        a, b = set(range(bead[0], bead[1])), set(range(bead[2], bead[3]))
        if not a & seen_a and not b & seen_b:
            kept.append(bead)
            seen_a |= a
            seen_b |= b
    return np.array(kept, np.int64).reshape(-1, 4)


def with_alone(sides: Sides, path: Path, mass: Sums, sure: Sums, before: Found) -> Found:
    """Add the sentences that no bead has, as sure as the pass was of their being alone."""
    rows, columns = free(path, 0, len(sides.a)), free(path, 2, len(sides.b))
    left = np.stack([rows, rows + 1, np.full(len(rows), -1), np.full(len(rows), -1)], axis=1)
    right = np.stack([np.full(len(columns), -1), np.full(len(columns), -1), columns, columns + 1], axis=1)
    sure_a, sure_b = (np.full(len(side), SURE_APART) for side in (sides.a, sides.b))
    for side, known in ((0, sure_a), (2, sure_b)):
        single = ~present(before.path) & (before.path[:, side + 1] > before.path[:, side])
        known[before.path[single, side]] = before.sure[single]
    return Found(
        np.concatenate([path, left, right]),
        np.concatenate([mass, np.zeros(len(rows) + len(columns))]),
        np.concatenate([sure, sure_a[rows], sure_b[columns]]),
    )
