"""What beads cost, from what is known so far: the study's constants, in the unit that fits the texts.

Within one language the unit is the mean weight of a sentence. Across languages it is what a sentence and its
translation have been seen to share, but never less than `LEAST`: short texts share little and teach less.
"""

from dataclasses import dataclass

import numpy as np

from workbench.align.block import VARIANCE, Costs
from workbench.align.coarse import Path
from workbench.align.sides import Sides

SAME = (0.186, 0.19, 0.02, 0.19)  # null, merge, length, swap, in mean sentence weights
OTHER = (0.45, 0.45, 0.045, 0.45)  # the same, in shared weight
FIRST = (0.6, 0.6, 0.1, 0.6)  # before anything is known
FIRST_UNIT, LEAST = 10.0, 18.0  # nats
TRANSLATION = 0.02  # strictness: the study's; across languages what is shared is no share of the words
PRIOR = 20.0  # beads that what is known of lengths beforehand counts for
MEDIAN = 0.455  # of chi-squared with one degree of freedom


@dataclass(frozen=True, slots=True)
class Known:
    """What the pass before taught: the length of b for one of a, its variance, the weight 1:1 beads share."""

    ratio: float
    variance: float = VARIANCE
    shared: float | None = None


def costs(sides: Sides, known: Known, strictness: float | None) -> Costs:
    """Price beads; strictness is the share of its words that a sentence must find again."""
    share = 1.0 if sides.same else (known.shared or 0.0) / sides.unit
    alpha = strictness or 0.0
    if sides.same:
        parts = SAME
        alpha = TRANSLATION if strictness is None else strictness
    elif known.shared is None:
        parts = FIRST
    else:
        parts = OTHER
    null, merge, length, swap = (part * measure(sides, known) for part in parts)
    return Costs(alpha * share, null, merge, length, swap, known.ratio, known.variance)


def first_guess(sides: Sides) -> Known:
    """Know nothing but the lengths of the texts: within one language, and for few sentences, about equal."""
    a, b = float(sides.a.length.sum()), float(sides.b.length.sum())
    usual = PRIOR * (a + b) / (len(sides.a) + len(sides.b)) if sides.same else 0.0
    return Known((b + usual) / (a + usual))


def measure(sides: Sides, known: Known) -> float:
    """Give the unit of the costs, in nats."""
    if sides.same:
        return sides.unit
    return FIRST_UNIT if known.shared is None else max(LEAST, known.shared)


def learn(sides: Sides, path: Path, shared: float | None) -> Known:
    """Learn from the 1:1 beads of a pass: the ratio of lengths, and how far from it they are (median)."""
    ones = path[(path[:, 1] - path[:, 0] == 1) & (path[:, 3] - path[:, 2] == 1)]
    ratio = first_guess(sides).ratio
    if not len(ones):
        return Known(ratio, shared=shared)
    a, b = sides.a.length[ones[:, 0]], sides.b.length[ones[:, 2]]
    usual = PRIOR * float(a.mean())
    ratio = (float(b.sum()) + usual * ratio) / (float(a.sum()) + usual)
    odd = float(np.median((a * ratio - b) ** 2 / (0.5 * (a * ratio + b)))) / MEDIAN
    variance = (odd * len(ones) + VARIANCE * PRIOR) / (len(ones) + PRIOR)
    return Known(ratio, variance, shared)
