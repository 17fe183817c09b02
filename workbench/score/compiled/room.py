"""Room for one segment's words and n-grams, made once and used for all segments."""

from typing import NamedTuple

import numpy as np

from workbench.score.compiled.codes import Codes, Pairs, Places, longest
from workbench.score.compiled.kernel import inlined, kernel
from workbench.score.compiled.matching import Counts, Flags, Keys, Numbers, first_matches, next_matches, width
from workbench.score.compiled.numbering import number_words


class Room(NamedTuple):
    """Numbers of what a hypothesis (a) and its references (b) hold; where words start and end; tables."""

    a: Numbers
    b: Numbers
    start_a: Places
    end_a: Places
    start_b: Places
    end_b: Places
    keys: Keys
    words: Places
    counts: Counts
    here: Counts
    seen: Flags


@kernel
def new_room(pairs: Pairs) -> Room:
    """Make room for the longest segment."""
    most = longest(pairs) + 1
    size = 1 << width(most)
    return Room(
        np.empty(most, np.uint32),
        np.empty(most, np.uint32),
        np.empty(most, np.int64),
        np.empty(most, np.int64),
        np.empty(most, np.int64),
        np.empty(most, np.int64),
        np.empty(size, np.uint64),
        np.empty(size, np.int64),
        np.empty(size, np.int32),
        np.zeros(size, np.int32),
        np.empty(size, np.bool_),
    )


@inlined
def number_all(ours: Codes, n_a: int, theirs: Codes, n_b: int, room: Room) -> None:
    """Give numbers to the words of the references, and to those of the hypothesis that they have."""
    bits, start, end = width(n_b), room.start_b, room.end_b
    number_words(theirs, start, end, room.b[:n_b], room.keys, room.words, theirs, start, end, bits, True)
    number_words(
        ours, room.start_a, room.end_a, room.a[:n_a], room.keys, room.words, theirs, start, end, bits, False
    )


@inlined
def count_matches(n: int, n_a: int, n_b: int, bounds: Places, room: Room) -> int:
    """Count the n-grams in common, after those that are shorter by one."""
    a, b = room.a[:n_a], room.b[:n_b]
    if n == 1:
        return first_matches(a, b, bounds, room.counts, room.here, room.seen)
    return next_matches(a, b, bounds, room.keys, room.counts, room.here, room.seen)
