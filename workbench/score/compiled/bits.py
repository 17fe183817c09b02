"""Edit distance without a beam, sixty-four words of the reference at a time (Myers 1999, by blocks).

It is never more than the distance in the beam, and equal to it while small: so it tells at once which
shifts are not worth the beam's dearer count. Column i says by bits where the costs of the first i words of
the hypothesis rise and fall along the reference.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from workbench.score.compiled.beam import Words
from workbench.score.compiled.codes import Places
from workbench.score.compiled.kernel import inlined, kernel

Bits = NDArray[np.uint64]
BLOCK = 64
ONE, NO = np.uint64(1), np.uint64(0)
FULL = np.uint64(0xFFFFFFFFFFFFFFFF)


class Columns(NamedTuple):
    """The columns of a hypothesis: rises, falls, and the cost at the reference's end.

    `here[w, k]` has the places of word w in block k of the reference; the last row is for unknown words.
    """

    here: Bits
    rise: Bits
    fall: Bits
    cost: Places


@kernel
def new_columns(size_a: int, b: Words) -> Columns:
    """Make room for columns; words of the reference go by the place where they first stand."""
    blocks = (len(b) + BLOCK - 1) // BLOCK
    here = np.zeros((len(b) + 1, blocks), np.uint64)
    for j in range(len(b)):
        here[b[j], j // BLOCK] |= ONE << np.uint64(j % BLOCK)
    rise, fall = np.empty((size_a + 2, blocks), np.uint64), np.empty((size_a + 2, blocks), np.uint64)
    rise[0], fall[0] = FULL, NO
    cost = np.empty(size_a + 2, np.int64)
    cost[0] = len(b)
    return Columns(here, rise, fall, cost)


@inlined
def step(here: Bits, rise: Bits, fall: Bits, into_rise: Bits, into_fall: Bits, last: np.uint64) -> int:
    """Go on by one word; give by how much the cost at the reference's end changes."""
    up, down = ONE, NO
    for k in range(len(rise)):
        vertical = here[k] | fall[k]
        equal = here[k] | down
        diagonal = (((equal & rise[k]) + rise[k]) ^ rise[k]) | equal
        rises, falls = fall[k] | ~(diagonal | rise[k]), rise[k] & diagonal
        top = last if k == len(rise) - 1 else np.uint64(BLOCK - 1)
        next_up, next_down = (rises >> top) & ONE, (falls >> top) & ONE
        rises, falls = (rises << ONE) | up, (falls << ONE) | down
        into_rise[k], into_fall[k] = falls | ~(vertical | rises), rises & vertical
        up, down = next_up, next_down
    return int(up) - int(down)


@kernel
def fill_columns(columns: Columns, a: Words, size_b: int, column: int) -> None:
    """Fill the columns after `column`."""
    here, rise, fall, cost = columns.here, columns.rise, columns.fall, columns.cost
    last = np.uint64((size_b - 1) % BLOCK)
    for i in range(column, len(a)):
        cost[i + 1] = cost[i] + step(here[a[i]], rise[i], fall[i], rise[i + 1], fall[i + 1], last)


@kernel
def distance(columns: Columns, a: Words, size_b: int, low: int, middle: int, high: int) -> int:
    """Give the distance of the hypothesis with `a[low:middle]` and `a[middle:high]` changed over."""
    here, rise, fall, cost = columns.here, columns.rise, columns.fall, columns.cost
    last, scratch = np.uint64((size_b - 1) % BLOCK), len(a) + 1
    now = cost[low]
    ups, downs = rise[scratch], fall[scratch]
    ups[:], downs[:] = rise[low], fall[low]
    for i in range(middle, high):
        now += step(here[a[i]], ups, downs, ups, downs, last)
    for i in range(low, middle):
        now += step(here[a[i]], ups, downs, ups, downs, last)
    for i in range(high, len(a)):
        now += step(here[a[i]], ups, downs, ups, downs, last)
    return int(now)
