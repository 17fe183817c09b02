"""From statistics to scores, a row at a time or thousands of rows at once.

In sacreBLEU's order of operations, so that scores are equal and not only close. Sources: BLEU, Papineni et
al. 2002, smoothed as mteval-v13a ("exp", Chen & Cherry 2014, method 3); chrF, Popović 2015 and 2017; TER,
Snover et al. 2006.
"""

import numpy as np

from workbench.score.metric import Statistics, Values

WORDS = 4  # BLEU's longest n-grams
NO_LOG = -9999999999.0  # sacreBLEU's logarithm of nought


def f_scores(rows: Statistics) -> Values:
    """Give chrF, 0 to 100, from three counts an order: of hypothesis, of reference, in common.

    Precision and recall are means over the orders that both sides have; recall counts twice (β = 2).
    """
    precision, recall, orders = np.zeros((3, len(rows)))
    for ours, theirs, common in zip(rows.T[0::3], rows.T[1::3], rows.T[2::3], strict=True):
        both = (ours > 0) & (theirs > 0)
        precision += share(common, ours, both)
        recall += share(common, theirs, both)
        orders += both
    precision, recall = share(precision, orders, orders > 0), share(recall, orders, orders > 0)
    return 100 * share(5 * precision * recall, 4 * precision + recall, precision + recall > 0)


def bleu_scores(rows: Statistics, *, effective: bool) -> Values:
    """Give BLEU, 0 to 100, from lengths of both sides, four counts in common and four of the hypothesis.

    `effective` leaves out orders that the hypothesis is too short for, as is usual for single segments.
    """
    ours, theirs, common, totals = rows[:, 0], rows[:, 1], rows[:, 2 : 2 + WORDS], rows[:, 2 + WORDS :]
    brevity = np.where(ours < theirs, np.exp(1 - share(theirs, ours, ours > 0)), 1.0)
    logs, orders, halving = np.zeros(len(rows)), np.zeros(len(rows)), np.ones(len(rows))
    for n in range(WORDS):
        some = totals[:, n] > 0
        halving = np.where(some & (common[:, n] == 0), 2 * halving, halving)
        match = common[:, n] > 0
        found = np.where(match, 100 * common[:, n], 100.0)
        precision = share(found, np.where(match, 1.0, halving) * totals[:, n], some)
        counted = some if effective else np.ones(len(rows), np.bool_)
        logs += np.where(some, np.log(np.where(some, precision, 1.0)), np.where(counted, NO_LOG, 0.0))
        orders += counted
    any_match = (common > 0).any(axis=1) & (ours > 0)
    return np.where(any_match, brevity * np.exp(share(logs, orders, orders > 0)), 0.0)


def edit_rates(rows: Statistics) -> Values:
    """Give TER in percent from edits and words of the reference; edits to an empty reference are 100."""
    edits, words = rows[:, 0], rows[:, 1]
    return 100 * np.where(words > 0, share(edits, words, words > 0), np.where(edits > 0, 1.0, 0.0))


def share(part: Values, whole: Values, defined: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]) -> Values:
    """Divide where that is defined, else give 0."""
    return np.divide(part, whole, out=np.zeros(len(part)), where=defined)
