"""TER's statistics as machine code: the fewest edits, and the mean length of the references."""

from collections.abc import Sequence

import numpy as np

from workbench.score.compiled.codes import Pairs, longest, paired
from workbench.score.compiled.cutting import cut_spaces
from workbench.score.compiled.kernel import kernel
from workbench.score.compiled.kinds import KINDS, Kinds
from workbench.score.compiled.matching import NONE, width
from workbench.score.compiled.numbering import number_words
from workbench.score.compiled.shifts import edits
from workbench.score.metric import Statistics


def ter_rows(hypotheses: Sequence[str], references: Sequence[Sequence[str]]) -> Statistics:
    """Count edits and words, whatever their case."""
    rows = np.zeros((len(hypotheses), 2))
    ours = [text.lower() for text in hypotheses]
    count(paired(ours, [[text.lower() for text in some] for some in references]), KINDS, rows)
    return rows


@kernel
def count(pairs: Pairs, kinds: Kinds, rows: Statistics) -> None:
    """Fill the rows."""
    most = longest(pairs)
    size = 1 << width(most)
    a, b = np.empty(most, np.uint32), np.empty(most, np.uint32)
    start_a, end_a = np.empty(most, np.int64), np.empty(most, np.int64)
    start_b, end_b = np.empty(most, np.int64), np.empty(most, np.int64)
    keys, words = np.empty(size, np.uint64), np.empty(size, np.int64)
    ours, theirs = pairs.hypotheses.codes, pairs.references.codes
    for k in range(len(rows)):
        n_a = cut_spaces(
            ours, pairs.hypotheses.first[k], pairs.hypotheses.first[k + 1], kinds, start_a, end_a, 0
        )
        fewest, lengths = 1 << 53, 0
        for r in range(pairs.turn[k], pairs.turn[k + 1]):
            r0, r1 = pairs.references.first[r], pairs.references.first[r + 1]
            n_b = cut_spaces(theirs, r0, r1, kinds, start_b, end_b, 0)
            bits = width(n_b)
            number_words(theirs, start_b, end_b, b[:n_b], keys, words, theirs, start_b, end_b, bits, True)
            number_words(ours, start_a, end_a, a[:n_a], keys, words, theirs, start_b, end_b, bits, False)
            fewest = min(fewest, edits(places_of(a[:n_a], words, n_b), places_of(b[:n_b], words, n_b)))
            lengths += n_b
        rows[k, 0], rows[k, 1] = fewest, lengths / (pairs.turn[k + 1] - pairs.turn[k])


@kernel
def places_of(numbers: np.ndarray, words: np.ndarray, unknown: int) -> np.ndarray:
    """Turn numbers of words into where the reference has them first."""
    found = np.empty(len(numbers), np.int64)
    for i in range(len(numbers)):
        found[i] = unknown if numbers[i] == NONE else words[numbers[i]]
    return found
