"""What the end of a sentence tells: its last mark, whether the next begins small, whether a paragraph ends.

A bead likes to end where both texts end alike, and to span what looks like a cut inside a sentence. How much
is learned from the beads of the pass before, with a mild prior: marks that mean nothing teach nothing.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from workbench.align.block import Classes, Sums
from workbench.align.coarse import Path
from workbench.align.kernel import kernel
from workbench.align.letters import LETTER, MARK, Alphabet
from workbench.align.tokens import Codes, Tokens

# Classes of a last mark; what is not listed is 0, nothing. Quotation marks and brackets are looked through.
ENDS = np.zeros(128, np.int8)
for _marks, _number in ((".", 1), (",;:-", 2), ("?", 3), ("!", 4)):
    for _mark in _marks:
        ENDS[ord(_mark)] = _number
THROUGH = np.array([ord(mark) for mark in "\"'()[]"], np.uint32)
SMALL_NEXT, PARAGRAPH = 5, 10  # added to the class when the next sentence begins small; when a paragraph ends
CLASSES = 20
# Before anything is seen: alike ends are likelier by this factor, paragraph breaks rarer inside a bead.
ALIKE, ALIKE_PARAGRAPH, INSIDE = 3.0, 6.0, 0.1
SCALINGS = 12
BEADS = 20.0  # the prior's weight against what was seen, in beads


class Worth(NamedTuple):
    """What boundaries are worth, in nats: at the ends of a bead, inside it on either side."""

    joint: Sums
    inner_a: Sums
    inner_b: Sums


def classes(codes: Codes, letters: Alphabet, tokens: Tokens, paragraphs: NDArray[np.int64] | None) -> Classes:
    """Give the class of the boundary after each sentence."""
    found = last_marks(codes, letters.fold, letters.small, tokens)
    if paragraphs is not None and len(found):
        found[:-1] += (PARAGRAPH * (np.diff(paragraphs) != 0)).astype(np.int8)
        found[-1] += PARAGRAPH
    return found


@kernel
def last_marks(codes: Codes, fold: Codes, small: NDArray[np.bool_], tokens: Tokens) -> Classes:
    """Class each sentence by its last mark, and by whether the next sentence begins small."""
    sentences = len(tokens.first) - 1
    result = np.zeros(sentences, np.int8)
    for k in range(sentences):
        first, last = tokens.first[k], tokens.first[k + 1] - 1
        while last >= first and tokens.kind[last] == MARK:
            mark = fold[codes[tokens.start[last]]]
            if mark < len(ENDS) and ENDS[mark]:
                result[k] += ENDS[mark]
                break
            if not (mark == THROUGH).any():
                break
            last -= 1
        while first < tokens.first[k + 1] and tokens.kind[first] == MARK:
            first += 1
        if (
            k
            and first < tokens.first[k + 1]
            and tokens.kind[first] == LETTER
            and small[codes[tokens.start[first]]]
        ):
            result[k - 1] += SMALL_NEXT
    return result


def learn_worth(a: Classes, b: Classes, path: Path | None) -> Worth:
    """Learn from beads, or from the prior alone, what boundaries are worth."""
    share_a, share_b = shares(a), shares(b)
    prior = balanced(np.outer(share_a, share_b) * likeness(), share_a, share_b)
    ends = np.zeros((CLASSES, CLASSES))
    inner = np.zeros((2, CLASSES))
    if path is not None:
        held = path[(path[:, 1] > path[:, 0]) & (path[:, 3] > path[:, 2])]
        np.add.at(ends, (a[held[:, 1] - 1], b[held[:, 3] - 1]), 1.0)
        inner[0] = np.bincount(a, minlength=CLASSES) - np.bincount(
            a[path[:, 1] - 1][path[:, 1] > path[:, 0]], minlength=CLASSES
        )
        inner[1] = np.bincount(b, minlength=CLASSES) - np.bincount(
            b[path[:, 3] - 1][path[:, 3] > path[:, 2]], minlength=CLASSES
        )
    joint = (ends + BEADS * prior) / (ends.sum() + BEADS)
    worth = np.log(joint / np.outer(share_a, share_b))
    return Worth(worth, inner_worth(inner[0], share_a), inner_worth(inner[1], share_b))


def balanced(table: Sums, rows: Sums, columns: Sums) -> Sums:
    """Scale a table to its margins (Sinkhorn), so that a habit of one text alone is worth nothing."""
    for _ in range(SCALINGS):
        table = table * (rows / table.sum(1))[:, None]
        table = table * (columns / table.sum(0))
    return table


def shares(found: Classes) -> Sums:
    """Give the share of each class, none zero."""
    counts = np.bincount(found, minlength=CLASSES) + 1.0 / CLASSES
    return np.asarray(counts / counts.sum(), np.float64)


def likeness() -> Sums:
    """Say how much likelier a bead ends at two classes than chance, before anything is seen."""
    number = np.arange(CLASSES)
    marks = np.where(number[:, None] % PARAGRAPH == number % PARAGRAPH, ALIKE, 1.0)
    breaks = np.where(number[:, None] // PARAGRAPH == number // PARAGRAPH, ALIKE_PARAGRAPH, 1.0)
    return marks * breaks


def inner_worth(counts: Sums, share: Sums) -> Sums:
    """Give what it is worth that a boundary of each class is inside a bead."""
    prior = share * np.where(np.arange(CLASSES) >= PARAGRAPH, INSIDE, 1.0)
    prior /= prior.sum()
    seen = np.maximum(counts, 0.0)
    return np.asarray(np.log((seen + BEADS * prior) / (seen.sum() + BEADS) / share), np.float64)
