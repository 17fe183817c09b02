"""How much the trained reader doubts the words of a pair; see `lang.reader`."""

from collections.abc import Sequence

from workbench.checks.links import NONE, Links
from workbench.checks.said import is_said
from workbench.checks.side import Side
from workbench.lang.reader import Mark, Marked, doubts


def word_doubts(ours: Side, theirs: Side, links: Links) -> Sequence[float]:
    """Give a doubt of 0 to 1 for each word of a translation; none where the pair is too long to be read."""
    return doubts(marked(ours, theirs, links.forward), marked(theirs, ours, links.backward))


def marked(side: Side, other: Side, links: Sequence[int]) -> Marked:
    """Mark each word of a side by what is known of it beside the other."""
    words = ((word.start, word.end, mark(side, at, other, links[at])) for at, word in enumerate(side.words))
    return Marked(side.text, tuple(words))


def mark(side: Side, at: int, other: Side, linked: int) -> Mark:
    """Give what is known of one word."""
    if not side.content[at]:
        return Mark.FREE_GRAMMAR if linked == NONE else Mark.LINKED_GRAMMAR
    if linked != NONE:
        return Mark.SAME if other.small[linked] == side.small[at] else Mark.REWORDED
    return Mark.FREE_SAID if is_said(side.small[at], other) else Mark.FREE_UNSAID
