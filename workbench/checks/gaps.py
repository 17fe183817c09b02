"""What stands between linked words: the unlinked ones of both sides in one place."""

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.checks.links import NONE, Links

WIDEST = 8  # words: in more the two sides have been built differently


@dataclass(slots=True)  # not frozen, which would take four times as long: each pair has some
class Gap:
    """Unlinked words in one place, by their indices in `Side.words`, in order; either side may have none.

    `start` and `end` are the translation's [start, end) between the linked words around, `anchored` says
    whether both of these are there: at the edge of a text one is not.
    """

    start: int
    end: int
    ours: tuple[int, ...]
    theirs: tuple[int, ...]
    anchored: bool


def gaps(links: Links) -> Iterator[Gap]:
    """Yield the gaps of a pair that have a place on both sides, in the order of the translation."""
    backward, width = links.backward, len(links.forward)
    left, before = NONE, NONE
    for right, after in enumerate((*links.forward, len(backward))):
        if after == NONE:
            continue
        wide, high = right - left - 1, after - before - 1
        if 0 <= high <= WIDEST >= wide and wide + high > 0:
            theirs = tuple([index for index in range(before + 1, after) if backward[index] == NONE])
            if wide or theirs:
                ours = tuple(range(left + 1, right))
                yield Gap(left + 1, right, ours, theirs, left != NONE and right < width)
        left, before = right, after
