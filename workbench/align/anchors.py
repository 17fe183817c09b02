"""Beads that a person vouched for: what they hold is out of play, and no way leads across them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from workbench.align.text import Text
from workbench.errors import WorkbenchError
from workbench.i18n import _
from workbench.model.bead import Bead

Pins = NDArray[np.int64]  # nodes that the way must pass, in order


@dataclass(frozen=True, slots=True)
class Remainder:
    """What anchors leave to align: the sentences of both texts by their old numbers, and the pins."""

    rows: NDArray[np.int64]
    columns: NDArray[np.int64]
    pins: Pins


def check(anchors: Sequence[Bead], rows: int, columns: int) -> None:
    """Refuse anchors that are not of these texts, and sentences that two of them claim."""
    seen: set[tuple[str, int]] = set()
    for anchor in anchors:
        claimed = [("a", i) for i in anchor.a] + [("b", j) for j in anchor.b]
        inside = all(0 <= number < (rows if side == "a" else columns) for side, number in claimed)
        if not inside or seen.intersection(claimed) or len(set(claimed)) < len(claimed):
            raise WorkbenchError(
                _("The anchor %(a)s:%(b)s claims a sentence that another has or that is not there.")
                % {"a": list(anchor.a), "b": list(anchor.b)}
            )
        seen.update(claimed)


def remainder(anchors: Sequence[Bead], rows: int, columns: int) -> Remainder:
    """Take the anchored sentences out; anchors in the order of both texts become pins, moved ones do not."""
    free_a, free_b = np.ones(rows, np.bool_), np.ones(columns, np.bool_)
    for anchor in anchors:
        free_a[list(anchor.a)] = False
        free_b[list(anchor.b)] = False
    left_a, left_b = np.concatenate([[0], np.cumsum(free_a)]), np.concatenate([[0], np.cumsum(free_b)])
    held = rising([anchor for anchor in anchors if anchor.a and anchor.b])
    pins = np.array([(left_a[min(anchor.a)], left_b[min(anchor.b)]) for anchor in held], np.int64)
    return Remainder(np.flatnonzero(free_a), np.flatnonzero(free_b), pins.reshape(-1, 2))


def rising(anchors: Sequence[Bead]) -> list[Bead]:
    """Keep the longest rising sequence of anchors; of two that cross each other alone, neither."""
    ordered = sorted(anchors, key=lambda anchor: min(anchor.a))
    if all(before(one, two) for one, two in pairwise(ordered)):
        return ordered
    sane = [
        anchor for anchor in ordered if 2 * sum(crosses(anchor, other) for other in ordered) < len(ordered)
    ]
    chains: list[list[Bead]] = []
    for anchor in sane:
        fits = (chain for chain in chains if before(chain[-1], anchor))
        chains.append([*max(fits, key=len, default=[]), anchor])
    return max(chains, key=len, default=[])


def before(one: Bead, two: Bead) -> bool:
    """Tell whether a bead ends on both sides before another begins."""
    return max(one.a) < min(two.a) and max(one.b) < min(two.b)


def crosses(one: Bead, two: Bead) -> bool:
    """Tell whether two beads stand in neither order."""
    return one is not two and not before(one, two) and not before(two, one)


def only(text: Text, numbers: NDArray[np.int64]) -> Text:
    """Give the text of some sentences."""
    if len(numbers) == len(text.sentences):
        return text
    paragraphs = None if text.paragraphs is None else [text.paragraphs[k] for k in numbers]
    return Text([text.sentences[k] for k in numbers], text.language, paragraphs)
