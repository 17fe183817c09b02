"""Which beads stand out of order: text that moved."""

from collections.abc import Sequence

import numpy as np

from workbench.align.chain import chain
from workbench.model.bead import Bead


def moved(beads: Sequence[Bead]) -> list[bool]:
    """Tell of each bead whether it moved: the fewest beads without which both texts run in order.

    Where either of two could have moved, as when neighbours changed places, it is the later of text a.
    """
    held = sorted((min(bead.a), min(bead.b), k) for k, bead in enumerate(beads) if bead.a and bead.b)
    columns = np.array([column for _, column, _ in held], np.int64)
    straight = chain(np.arange(len(held)), columns, np.ones(len(held), np.int64))[:, 0]
    result = [bool(bead.a and bead.b) for bead in beads]
    for number in straight:
        result[held[number][2]] = False
    return result
