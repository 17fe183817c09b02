"""Whether a bead shares more than strangers do: by the shares of all beads, and of beads taken crosswise."""

import numpy as np
from numpy.typing import NDArray

from workbench.align.areas import Found
from workbench.align.bags import Places
from workbench.align.block import Sums
from workbench.align.coarse import Path
from workbench.align.moved import masses
from workbench.align.passing import Guide, block_of
from workbench.align.sides import Sides

SHIFTS = (5, 7, 11)  # beads apart: strangers to one another
FEW = 20  # beads from which nothing is learned about chance
QUARTILES = 1.349  # deviations between the first and the third quartile
SAMPLE = 2000  # beads that are compared with strangers


def present(path: Path) -> NDArray[np.bool_]:
    """Tell which beads have sentences on both sides."""
    return (path[:, 1] > path[:, 0]) & (path[:, 3] > path[:, 2])


def odds_of(sides: Sides, guide: Guide, found: Found) -> Sums:
    """Give how much likelier what each bead shares is of a translation than of strangers, in nats."""
    held = present(found.path)
    result = np.full(len(held), np.inf)
    path = found.path[held]
    if len(path) < FEW:
        return result
    share = found.mass[held] / weight(sides, path)
    strangers = shares_of(sides, guide, np.concatenate([crosswise(path, shift) for shift in SHIFTS]))
    result[held] = deviation(share, strangers) - deviation(share, share)
    return result


def weight(sides: Sides, path: Path) -> Sums:
    """Give the mean weight of the sides of each bead."""
    a, b = (np.concatenate([[0.0], np.cumsum(side.weight)]) for side in (sides.a, sides.b))
    total = a[path[:, 1]] - a[path[:, 0]] + b[path[:, 3]] - b[path[:, 2]]
    return np.asarray(np.maximum(0.5 * total, 1e-9), np.float64)


def crosswise(path: Path, shift: int) -> Path:
    """Pair the one side of beads with the other side of beads that stand elsewhere."""
    step = max(1, len(path) // SAMPLE)
    return np.concatenate([path[:, :2], np.roll(path, shift, axis=0)[:, 2:]], axis=1)[::step]


def shares_of(sides: Sides, guide: Guide, path: Path) -> Sums:
    """Give the share of their words that any sentences have in common."""
    sizes = np.stack([path[:, 1] - path[:, 0], path[:, 3] - path[:, 2]])
    block = block_of(sides, spelled_out(path[:, 0], sizes[0]), spelled_out(path[:, 2], sizes[1]), guide)
    ends = np.cumsum(sizes, axis=1)
    local = np.stack([ends[0] - sizes[0], ends[0], ends[1] - sizes[1], ends[1]], axis=1)
    return np.asarray(masses(block, local) / weight(sides, path), np.float64)


def spelled_out(starts: Places, sizes: Places) -> Places:
    """Give the numbers of runs, each from its start on."""
    before = np.cumsum(sizes) - sizes
    return np.asarray(np.arange(sizes.sum()) + np.repeat(starts - before, sizes), np.int64)


def deviation(values: Sums, among: Sums) -> Sums:
    """Give -log of how likely values are among others, normal by median and quartiles."""
    low, middle, high = np.quantile(among, [0.25, 0.5, 0.75])
    wide = max((high - low) / QUARTILES, 0.01)
    return np.asarray(0.5 * ((values - middle) / wide) ** 2 + np.log(wide), np.float64)
