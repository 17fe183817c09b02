"""One pass over a block: its bags, the way through it, and how sure each bead is."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from workbench.align.anchors import Pins
from workbench.align.bags import Places, beside, features, taken
from workbench.align.block import Bag, Block, Costs, Grid, Sums, paired_bags
from workbench.align.boundaries import PARAGRAPH, Worth
from workbench.align.coarse import Path, overlaps, rough_path
from workbench.align.embedding import Meaning, add_to_cells, add_to_gains, strangers
from workbench.align.fine import CORRIDOR, Gains, corridor, forbid_corners, gains
from workbench.align.lexicon import Lexicon, translated
from workbench.align.programme import best_path
from workbench.align.sides import Side, Sides
from workbench.align.weights import Floats

GAIN = 1.2  # of a translation over a word that is the same
TINY = 1e-9
FORBIDDEN = 1e7  # nats: more than any text weighs
MEANING = (
    3.0  # of the closest vectors, in costs of a merger: about what a sentence shares with its translation
)
INSIDE = 3.0  # nats: a sentence left alone inside a paragraph is less likely than a paragraph left alone
Closed = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Guide:
    """What a pass goes by: costs, what boundaries are worth, how much that counts, the dictionary so far."""

    costs: Costs
    worth: Worth
    faith: float
    lexicon: Lexicon | None = None
    closed: tuple[Closed, Closed] | None = None  # sentences of either text after which no bead may go on


def meaning_of(sides: Sides, rows: Places, columns: Places, guide: Guide) -> Meaning | None:
    """Give the vectors of some sentences, where there are any; all they can show is worth a few mergers."""
    if sides.a.vectors is None or sides.b.vectors is None:
        return None
    chance = strangers(sides.a.vectors, sides.b.vectors)
    return Meaning(sides.a.vectors[rows], sides.b.vectors[columns], chance, MEANING * guide.costs.merge)


def block_of(sides: Sides, rows: Places, columns: Places, guide: Guide) -> Block:
    """Put sentences of both texts together, which may come from anywhere but stand in order."""
    a, b, weights = features(sides.a, rows), features(sides.b, columns), sides.weights
    if guide.lexicon is not None and sides.a.words and sides.b.words and sides.b.rarities is not None:
        shift = len(weights)
        words_a, words_b = taken(sides.a.words, rows), taken(sides.b.words, columns)
        a = beside(a, Bag(*translated(words_a, guide.lexicon, GAIN, shift)))
        b = beside(b, Bag(words_b.first, words_b.ids + np.int32(shift), words_b.counts))
        weights = np.concatenate([weights, sides.b.rarities])
    a, b, back = paired_bags(a, b)
    worth, faith = guide.worth, guide.faith
    ends_a, ends_b = sides.a.ends[rows], sides.b.ends[columns]
    inner_a, inner_b = worth.inner_a[ends_a] * faith, worth.inner_b[ends_b] * faith
    if guide.closed is not None:
        inner_a, inner_b = (
            inner_a - FORBIDDEN * guide.closed[0][rows],
            inner_b - FORBIDDEN * guide.closed[1][columns],
        )
    weights, weight_a, weight_b = (
        weights[back],
        running(sides.a.weight[rows]),
        running(sides.b.weight[columns]),
    )
    return Block(
        a, b, weights, weight_a, weight_b,
        running(sides.a.length[rows]), running(sides.b.length[columns]),
        ends_a, ends_b, worth.joint * faith,
        running(inner_a), running(inner_b),
        alone(sides.a, rows, guide), alone(sides.b, columns, guide),
        chance(a, b, weights) / max(TINY, float(weight_a[-1] * weight_b[-1])),
    )  # fmt: skip


def running(values: NDArray[np.float64]) -> Sums:
    """Sum from zero on."""
    return np.concatenate([[0.0], np.cumsum(values)])


def alone(side: Side, places: Places, guide: Guide) -> Sums:
    """Give what it costs to leave each sentence alone."""
    result = np.full(len(places), guide.costs.null)
    if side.paragraphs:
        ends = side.ends >= PARAGRAPH
        whole = ends & np.concatenate([[True], ends[:-1]])
        result += INSIDE * guide.faith * ~whole[places]
    return result


def whole_grid(rows: int, columns: int) -> Grid:
    """Let the way go anywhere."""
    base = np.arange(rows + 2, dtype=np.int64) * (columns + 1)
    return Grid(np.zeros(rows + 1, np.int64), np.full(rows + 1, columns), base)


def rough(block: Block, costs: Costs, grid: Grid, meaning: Meaning | None = None) -> Path:
    """Find a rough way through a grid."""
    cells = overlaps(block, grid)
    if meaning is not None:
        add_to_cells(cells, meaning, grid)
    return rough_path(block, costs, cells, grid)


def fine(
    block: Block, costs: Costs, grid: Grid, meaning: Meaning | None = None, pins: Pins | None = None
) -> tuple[Path, Gains]:
    """Find the best way through a corridor; give the values it was chosen by."""
    table = gains(block, costs, grid)
    if meaning is not None:
        add_to_gains(table, meaning, grid)
    if pins is not None:
        forbid_corners(table, grid, pins)
    return best_path(block, costs, table, grid), table


def beside_path(block: Block, path: Path) -> Grid:
    """Give the corridor of the fine pass."""
    return corridor(path, len(block.a.first) - 1, len(block.b.first) - 1, CORRIDOR)


def chance(a: Bag, b: Bag, weights: Floats) -> float:
    """Give what all pairs of sentences share together, for which most are strangers."""
    times = [np.bincount(bag.ids, bag.counts, minlength=len(weights)) for bag in (a, b)]
    return float((weights * times[0] * times[1]).sum())
