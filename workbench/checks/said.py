"""Whether a side may say a word in some other word."""

from functools import lru_cache

from workbench.checks.side import Side
from workbench.checks.wording import are_akin
from workbench.lang.wordings import bases, said_as

_KNOWN_SIDES = 64  # a check asks several times of a pair before it comes to the next


def is_said(word: str, side: Side) -> bool:
    """Tell whether a side may have some word for a word; what no list has may."""
    said, there = said_as(word), all_bases(side)
    if not said or not bases(word).isdisjoint(there) or not said.isdisjoint(there):
        return True
    return any(are_akin(word, other) for other in side.content_words)


@lru_cache(maxsize=_KNOWN_SIDES)
def all_bases(side: Side) -> frozenset[str]:
    """Give the words of a side and what they may be forms of."""
    return frozenset().union(*map(bases, side.folded))
