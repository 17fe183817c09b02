"""chrF's statistics as machine code: n-grams of characters, and for chrF++ of words."""

from collections.abc import Sequence

import numpy as np

from workbench.score.compiled.codes import Pairs, longest, paired
from workbench.score.compiled.cutting import cut_marks
from workbench.score.compiled.kernel import kernel
from workbench.score.compiled.kinds import CODES, KINDS, Kinds
from workbench.score.compiled.matching import Counts, Flags, Keys, Numbers, lengthen, matches, width
from workbench.score.compiled.numbering import letters, number_letters, number_words
from workbench.score.metric import Statistics, Values

CHARACTERS = 6  # the longest n-grams of characters


def chrf_rows(hypotheses: Sequence[str], references: Sequence[Sequence[str]], words: int) -> Statistics:
    """Count n-grams of up to six characters and `words` words: of hypothesis, of reference, in common."""
    rows = np.zeros((len(hypotheses), 3 * (CHARACTERS + words)))
    count(paired(hypotheses, references), KINDS, rows)
    return rows


@kernel
def count(pairs: Pairs, kinds: Kinds, rows: Statistics) -> None:
    """Fill the rows; of several references the one with the best score counts, the first of equal ones."""
    most = longest(pairs)
    size = 1 << width(most)
    a, b = np.empty(most, np.uint32), np.empty(most, np.uint32)
    start_a, end_a = np.empty(most, np.int64), np.empty(most, np.int64)
    start_b, end_b = np.empty(most, np.int64), np.empty(most, np.int64)
    keys, owner = np.empty(size, np.uint64), np.empty(size, np.int64)
    marks, counts = np.zeros(CODES, np.int64), np.empty(size, np.int32)
    here, seen = np.zeros(size, np.int32), np.zeros(size, np.bool_)
    bounds, trial = np.zeros(2, np.int64), np.empty(rows.shape[1])
    ours, theirs = pairs.hypotheses.codes, pairs.references.codes
    for k in range(len(rows)):
        best = -1.0
        for r in range(pairs.turn[k], pairs.turn[k + 1]):
            h0, h1 = pairs.hypotheses.first[k], pairs.hypotheses.first[k + 1]
            r0, r1 = pairs.references.first[r], pairs.references.first[r + 1]
            n_a, n_b = letters(ours, h0, h1, kinds, a), letters(theirs, r0, r1, kinds, b)
            number_letters(marks, (r + 1) * CODES, a[:n_a], b[:n_b])
            bounds[1] = n_b
            orders(a[:n_a], b[:n_b], bounds, keys, counts, here, seen, trial[: 3 * CHARACTERS])
            if len(trial) > 3 * CHARACTERS:
                n_a = cut_marks(ours, h0, h1, kinds, start_a, end_a, 0)
                n_b = cut_marks(theirs, r0, r1, kinds, start_b, end_b, 0)
                bits = width(n_b)
                number_words(theirs, start_b, end_b, b[:n_b], keys, owner, theirs, start_b, end_b, bits, True)
                number_words(ours, start_a, end_a, a[:n_a], keys, owner, theirs, start_b, end_b, bits, False)
                bounds[1] = n_b
                orders(a[:n_a], b[:n_b], bounds, keys, counts, here, seen, trial[3 * CHARACTERS :])
            score = f_score(trial)
            if score > best:
                best = score
                rows[k] = trial


@kernel
def orders(
    a: Numbers, b: Numbers, bounds, keys: Keys, counts: Counts, here: Counts, seen: Flags, row: Values
) -> None:
    """Count numbered things and their n-grams; those of a hypothesis only where the reference has some."""
    for n in range(len(row) // 3):
        if n:
            lengthen(a, b, bounds, keys, seen)
        row[3 * n] = max(0, len(a) - n) if len(b) > n else 0
        row[3 * n + 1] = max(0, len(b) - n)
        row[3 * n + 2] = matches(a, b, bounds, counts, here, seen)


@kernel
def f_score(row: Values) -> float:
    """Give the share that decides between references, in sacreBLEU's order of operations."""
    precision, recall, n = 0.0, 0.0, 0
    for k in range(0, len(row), 3):
        if row[k] > 0 and row[k + 1] > 0:
            precision += row[k + 2] / row[k]
            recall += row[k + 2] / row[k + 1]
            n += 1
    if n == 0 or precision + recall == 0:
        return 0.0
    precision, recall = precision / n, recall / n
    return 5 * precision * recall / (4 * precision + recall)
