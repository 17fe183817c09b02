"""What stands between linked words: the unlinked ones of both sides in one place."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from workbench.checks.links import NONE, Links

WIDEST = 8  # words: in more the two sides have been built differently


@dataclass(frozen=True, slots=True)
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
    forward = [NONE, *links.forward, len(links.backward)]
    linked = [0, *(index for index in range(1, len(forward) - 1) if forward[index] != NONE), len(forward) - 1]
    for left, right in pairwise(linked):
        before, after = forward[left], forward[right]
        if before >= after or after - before - 1 > WIDEST or right - left - 1 > WIDEST:
            continue
        theirs = tuple(index for index in range(before + 1, after) if links.backward[index] == NONE)
        ours = tuple(range(left, right - 1))
        if ours or theirs:
            yield Gap(left, right - 1, ours, theirs, left > 0 and right < len(forward) - 1)
