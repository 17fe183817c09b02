"""TER's statistics as machine code: the fewest edits, and the mean length of the references."""

from collections.abc import Sequence

import numpy as np

from workbench.score.compiled.beam import Words
from workbench.score.compiled.codes import Pairs, Places, paired, parts
from workbench.score.compiled.cutting import cut_spaces
from workbench.score.compiled.kernel import kernel
from workbench.score.compiled.kinds import KINDS, Kinds
from workbench.score.compiled.matching import NONE, Numbers
from workbench.score.compiled.room import new_room, number_all
from workbench.score.compiled.shifts import edits
from workbench.score.metric import Statistics


def ter_rows(hypotheses: Sequence[str], references: Sequence[Sequence[str]]) -> Statistics:
    """Count edits and words, whatever their case."""
    rows = np.zeros((len(hypotheses), 2))
    for part in parts(len(rows)):
        count(paired(hypotheses[part], references[part], lowered), KINDS, rows[part])
    return rows


def lowered(texts: Sequence[str]) -> list[str]:
    """Put texts in lower case."""
    return [text.lower() for text in texts]


@kernel
def count(pairs: Pairs, kinds: Kinds, rows: Statistics) -> None:
    """Fill the rows."""
    room, a, b = new_room(pairs), pairs.hypotheses, pairs.references
    for k in range(len(rows)):
        n_a = cut_spaces(a.codes, a.first[k], a.first[k + 1], kinds, room.start_a, room.end_a, 0)
        fewest, length = np.inf, 0.0
        for r in range(pairs.turn[k], pairs.turn[k + 1]):
            n_b = cut_spaces(b.codes, b.first[r], b.first[r + 1], kinds, room.start_b, room.end_b, 0)
            number_all(a.codes, n_a, b.codes, n_b, room)
            ours, theirs = places(room.a[:n_a], room.words, n_b), places(room.b[:n_b], room.words, n_b)
            fewest = min(fewest, edits(ours, theirs))
            length += n_b
        rows[k, 0], rows[k, 1] = fewest, length / (pairs.turn[k + 1] - pairs.turn[k])


@kernel
def places(numbers: Numbers, words: Places, unknown: int) -> Words:
    """Turn numbers of words into where the reference has them first."""
    found = np.empty(len(numbers), np.int64)
    for i in range(len(numbers)):
        found[i] = unknown if numbers[i] == NONE else words[numbers[i]]
    return found
