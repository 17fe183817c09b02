"""The way to a place for the way from it: trucks bound for Odesa, trucks from Odesa."""

from collections.abc import Iterator

from workbench.checks.article import Row
from workbench.checks.hit import Hit
from workbench.checks.links import NONE
from workbench.checks.side import Side
from workbench.i18n import _
from workbench.lang.grammar import grammar_words
from workbench.model.finding import Severity

_FROM, _TO = frozenset(["from"]), frozenset(["to", "toward", "towards", "into"])
_BOUND = frozenset(
    ["bound", "headed", "heading", "leave", "left", "leaving", "depart", "departed", "departing"]
)
_OFFICES = frozenset(
    ["ambassador", "ambassadors", "envoy", "envoys", "emissary"]
)  # to a country, where they stay
_SURE = 0.75


def turned_ways(row: Row) -> Iterator[Hit]:
    """Yield the ways to a name that the reference gives as ways from it, and the reverse."""
    ours, theirs = row.translation, row.reference
    if "from" not in ours.folded and "from" not in theirs.folded:
        return
    for one in ours.capitals:
        other = row.links.forward[one]
        if other == NONE or not theirs.words[other].is_capital:
            continue
        here, there = way(ours, one), way(theirs, other)
        turned = here and there and here[0] != there[0]
        if here and there and turned and stands_once(ours, one) and stands_once(theirs, other):
            span = ours.words[here[1]].start, ours.words[one].end
            said = theirs.text[theirs.words[there[1]].start : theirs.words[other].end]
            message = _("The reference says the opposite: “%(word)s”.") % {"word": said}
            yield Hit(span, "accuracy/mistranslation", Severity.MAJOR, message, _SURE, said, said)


def stands_once(side: Side, at: int) -> bool:
    """Tell whether a side has a word just once."""
    return sum(each.folded == side.words[at].folded for each in side.words) == 1


def way(side: Side, at: int) -> tuple[bool, int] | None:
    """Tell whether a way leads to a name (else from it), and where its words begin; None where none does."""
    while at and side.words[at - 1].is_capital:
        at -= 1
    before = at - 1
    if before >= 0 and side.words[before].folded in grammar_words("en")["articles"]:
        before -= 1
    if before < 0:
        return None
    word = side.words[before].folded
    if word == "for" and before and side.words[before - 1].folded in _BOUND:
        return True, before - 1
    is_office = before and side.words[before - 1].folded in _OFFICES
    return (word in _TO, before) if word in _TO | _FROM and not is_office else None
