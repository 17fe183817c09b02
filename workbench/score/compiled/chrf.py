"""chrF's statistics as machine code: n-grams of characters, and for chrF++ of words."""

from collections.abc import Sequence

import numpy as np

from workbench.score.compiled.codes import Pairs, Places, paired, parts
from workbench.score.compiled.cutting import cut_marks
from workbench.score.compiled.kernel import kernel
from workbench.score.compiled.kinds import CODES, KINDS, Kinds
from workbench.score.compiled.numbering import Marks, letters, number_letters
from workbench.score.compiled.room import Room, count_matches, new_room, number_all
from workbench.score.metric import Statistics, Values

CHARACTERS = 6  # the longest n-grams of characters


def chrf_rows(hypotheses: Sequence[str], references: Sequence[Sequence[str]], words: int) -> Statistics:
    """Count n-grams of up to six characters and `words` words: of hypothesis, of reference, in common."""
    rows = np.zeros((len(hypotheses), 3 * (CHARACTERS + words)))
    for part in parts(len(rows)):
        count(paired(hypotheses[part], references[part]), KINDS, rows[part])
    return rows


@kernel
def count(pairs: Pairs, kinds: Kinds, rows: Statistics) -> None:
    """Fill the rows; of several references the one with the best score counts, the first of equal ones."""
    room, marks, trial = new_room(pairs), np.zeros(CODES, np.int64), np.empty(rows.shape[1])
    for k in range(len(rows)):
        best = -1.0
        for r in range(pairs.turn[k], pairs.turn[k + 1]):
            count_letters(pairs, k, r, kinds, marks, room, trial[: 3 * CHARACTERS])
            if len(trial) > 3 * CHARACTERS:
                count_words(pairs, k, r, kinds, room, trial[3 * CHARACTERS :])
            score = f_score(trial)
            if score > best:
                best = score
                rows[k] = trial


@kernel
def count_letters(pairs: Pairs, k: int, r: int, kinds: Kinds, marks: Marks, room: Room, row: Values) -> None:
    """Count the n-grams of characters of a hypothesis and a reference."""
    a, b = pairs.hypotheses, pairs.references
    n_a = letters(a.codes, a.first[k], a.first[k + 1], kinds, room.a)
    n_b = letters(b.codes, b.first[r], b.first[r + 1], kinds, room.b)
    number_letters(marks, (r + 1) * CODES, room.a[:n_a], room.b[:n_b])
    count_orders(n_a, n_b, room, row)


@kernel
def count_words(pairs: Pairs, k: int, r: int, kinds: Kinds, room: Room, row: Values) -> None:
    """Count the n-grams of words."""
    a, b = pairs.hypotheses, pairs.references
    n_a = cut_marks(a.codes, a.first[k], a.first[k + 1], kinds, room.start_a, room.end_a, 0)
    n_b = cut_marks(b.codes, b.first[r], b.first[r + 1], kinds, room.start_b, room.end_b, 0)
    number_all(a.codes, n_a, b.codes, n_b, room)
    count_orders(n_a, n_b, room, row)


@kernel
def count_orders(n_a: int, n_b: int, room: Room, row: Values) -> None:
    """Count numbered things and their n-grams; those of a hypothesis only where the reference has some."""
    bounds: Places = np.array([0, n_b])
    for n in range(len(row) // 3):
        row[3 * n] = max(0, n_a - n) if n_b > n else 0
        row[3 * n + 1] = max(0, n_b - n)
        row[3 * n + 2] = count_matches(n + 1, n_a, n_b, bounds, room)


@kernel
def f_score(row: Values) -> float:
    """Give the score that decides between references, in sacreBLEU's order of operations."""
    precision, recall, n = 0.0, 0.0, 0
    for k in range(0, len(row), 3):
        if row[k] > 0 and row[k + 1] > 0:
            precision += row[k + 2] / row[k]
            recall += row[k + 2] / row[k + 1]
            n += 1
    if n == 0 or precision + recall == 0:
        return 0.0
    precision, recall = precision / n, recall / n
    return 100 * (5 * precision * recall / (4 * precision + recall))
