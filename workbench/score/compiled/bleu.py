"""BLEU's statistics as machine code: n-grams of up to four words, and lengths."""

from collections.abc import Sequence

import numpy as np

from workbench.score.compiled.codes import Codes, Pairs, Places, paired, parts
from workbench.score.compiled.cutting import cut_letters, cut_mteval, cut_spaces
from workbench.score.compiled.kernel import kernel
from workbench.score.compiled.kinds import KINDS, Kinds
from workbench.score.compiled.room import count_matches, new_room, number_all
from workbench.score.metric import Prepare, Statistics

WORDS = 4  # the longest n-grams
SPACES, MTEVAL, LETTERS = range(3)
WAYS = {"spaces": SPACES, "13a": MTEVAL, "char": LETTERS}


def bleu_rows(
    hypotheses: Sequence[str], references: Sequence[Sequence[str]], way: str, prepare: Prepare
) -> Statistics:
    """Count words of the hypothesis and the reference nearest in length, n-grams in common, and n-grams."""
    rows = np.zeros((len(hypotheses), 2 + 2 * WORDS))
    bounds = np.zeros(max(map(len, references), default=0) + 1, np.int64)
    for part in parts(len(rows)):
        pairs = paired(hypotheses[part], references[part], prepare)
        count(pairs, KINDS, WAYS[way], bounds, rows[part])
    return rows


@kernel
def count(pairs: Pairs, kinds: Kinds, way: int, bounds: Places, rows: Statistics) -> None:
    """Fill the rows; `bounds` has room for where the words of each reference end."""
    room, a, b = new_room(pairs), pairs.hypotheses, pairs.references
    for k in range(len(rows)):
        n_a = cut(a.codes, a.first[k], a.first[k + 1], kinds, way, room.start_a, room.end_a, 0)
        n_b, turns = 0, 1
        for r in range(pairs.turn[k], pairs.turn[k + 1]):
            n_b = cut(b.codes, b.first[r], b.first[r + 1], kinds, way, room.start_b, room.end_b, n_b)
            bounds[turns] = n_b
            turns += 1
        number_all(a.codes, n_a, b.codes, n_b, room)
        rows[k, 0], rows[k, 1] = n_a, nearest(n_a, bounds[:turns])
        for n in range(WORDS):
            rows[k, 2 + n] = count_matches(n + 1, n_a, n_b, bounds[:turns], room)
            rows[k, 2 + WORDS + n] = max(0, n_a - n)


@kernel
def cut(
    codes: Codes, first: int, last: int, kinds: Kinds, way: int, start: Places, end: Places, n: int
) -> int:
    """Cut a text into words in one of the ways."""
    if way == MTEVAL:
        return cut_mteval(codes, first, last, kinds, start, end, n)
    if way == LETTERS:
        return cut_letters(codes, first, last, kinds, start, end, n)
    return cut_spaces(codes, first, last, kinds, start, end, n)


@kernel
def nearest(length: int, bounds: Places) -> int:
    """Give the reference's length that is nearest to a length, the shorter of two as near."""
    best = bounds[1]
    for r in range(1, len(bounds) - 1):
        other = bounds[r + 1] - bounds[r]
        if (abs(length - other), other) < (abs(length - best), best):
            best = other
    return int(best)
