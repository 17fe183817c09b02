"""Denials that moved between a verb of telling or asking and what is told: said it will not, has not said."""

from collections.abc import Iterator

from workbench.checks.article import Row
from workbench.checks.denials import Denied
from workbench.checks.hit import Hit
from workbench.checks.side import Side
from workbench.i18n import _
from workbench.lang.denial import scope
from workbench.lang.wordnet import base_forms
from workbench.model.finding import Severity

_SURE = 0.75
_BEHIND = 4  # words from a denied verb to what it does not tell: did not tell the court whether
_ASKED = 5  # words from a verb to "not to": asked the crews of both ships not to
_TOLD = 20  # words from a verb of telling to the denial in what is told
_ENDS = ".;:!?"


def moved(row: Row, ours: list[Denied], theirs: list[Denied]) -> Iterator[Hit]:
    """Yield the denial of what is told where the reference denies that it is told, and the reverse."""
    if not ours or not theirs:
        return
    for outer, inner in ((untold, told_not), (unasked, asked_not)):
        mine, yours = outer(row.translation, ours), outer(row.reference, theirs)
        if (mine is None) is (yours is None):
            continue
        here, there = inner(row.translation, ours), inner(row.reference, theirs)
        mine, yours = (mine, there) if mine else (here, yours)
        if mine and yours and not (here and there):
            yield hit(row, mine, yours)
            return


def hit(row: Row, mine: Denied, yours: Denied) -> Hit:
    """Mark what the translation denies."""
    evidence = said(row.reference, yours)
    start = row.translation.words[mine.at].start
    return Hit(
        (start, start + len(said(row.translation, mine))),
        "accuracy/negation",
        Severity.MAJOR,
        _("The reference denies something else: “%(text)s”.") % {"text": evidence},
        _SURE,
        evidence,
    )


def said(side: Side, each: Denied) -> str:
    """Give the words from a denial to what it denies."""
    first, last = sorted((each.at, each.head))
    return side.text[side.words[first].start : side.words[last].end]


def untold(side: Side, denials: list[Denied]) -> Denied | None:
    """Give the denial of a verb that does not tell whether."""
    asked = scope(side.known.language, "asked")
    return denied_before(side, denials, "telling", asked)


def unasked(side: Side, denials: list[Denied]) -> Denied | None:
    """Give the denial of a verb that does not ask to."""
    return denied_before(side, denials, "asking", frozenset({"to"}))


def denied_before(side: Side, denials: list[Denied], kind: str, markers: frozenset[str]) -> Denied | None:
    """Give the denial of a verb of a kind that is followed by one of some words."""
    for each in denials:
        behind = side.words[each.head + 1 : each.head + 1 + _BEHIND]
        if is_of(side, each.head, kind) and any(word.folded in markers for word in behind):
            return each
    return None


def told_not(side: Side, denials: list[Denied]) -> Denied | None:
    """Give the denial in what is told: said that it will not."""
    if not scope(side.known.language, "asked").isdisjoint(side.folded):
        return None
    return denied_behind(side, denials, "telling", _TOLD)


def asked_not(side: Side, denials: list[Denied]) -> Denied | None:
    """Give the denial in what is asked: asked not to leave."""
    to = [each for each in denials if [word.folded for word in side.words[each.end : each.end + 1]] == ["to"]]
    return denied_behind(side, to, "asking", _ASKED)


def denied_behind(side: Side, denials: list[Denied], kind: str, reach: int) -> Denied | None:
    """Give a denial that stands within reach behind a verb of a kind, in one sentence."""
    for each in denials:
        before = range(max(0, each.at - reach), each.at)
        if not is_of(side, each.head, kind) and any(
            is_of(side, at, kind) and not ends(side, at, each.at) for at in before
        ):
            return each
    return None


def is_of(side: Side, at: int, kind: str) -> bool:
    """Tell whether a word is a form of one of a kind."""
    known = scope(side.known.language, kind)
    return at < len(side.words) and not known.isdisjoint(base_forms(side.words[at].folded))


def ends(side: Side, first: int, last: int) -> bool:
    """Tell whether a sentence ends between two words."""
    return any(mark in side.text[side.words[first].end : side.words[last].start] for mark in _ENDS)
