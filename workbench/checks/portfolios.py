"""Whose ministry it is: the Interior Ministry for the Defense Ministry."""

from collections.abc import Iterator

from workbench.checks.article import Row
from workbench.checks.hit import Hit, Span
from workbench.checks.side import Side
from workbench.i18n import _
from workbench.lang.posts import Posts
from workbench.model.finding import Severity

_SURE = 0.8
_JOINED = frozenset([" ", "-", ", "])


def other_portfolios(row: Row, known: Posts) -> Iterator[Hit]:
    """Yield the one portfolio of a post or a body that the reference does not have, where it has another."""
    if any(known.charges.isdisjoint(side.folded) for side in (row.translation, row.reference)):
        return
    ours = portfolios(row.translation, known)
    theirs = portfolios(row.reference, known) if ours else {}
    mine = [name for name in ours if name not in mentioned(row.reference, known)]
    yours = [name for name in theirs if name not in mentioned(row.translation, known)]
    if len(mine) == 1 and len(yours) == 1:
        evidence = row.reference.text[slice(*theirs[yours[0]])]
        message = _("The reference calls it “%(name)s”.") % {"name": evidence}
        yield Hit(ours[mine[0]], "terminology/title", Severity.MAJOR, message, _SURE, evidence, evidence)


def portfolios(side: Side, known: Posts) -> dict[str, Span]:
    """Give the portfolios of a side's ministers and ministries, each where it is named: Defense Minister."""
    found: dict[str, Span] = {}
    for at, word in enumerate(side.small):
        if word not in known.charges:
            continue
        for place in (*before(side, at, known), *behind(side, at, known)):
            first, last = sorted((place, at))
            name = side.words[place].folded
            end = side.words[last].start + len(side.words[last].folded)
            found.setdefault(known.same.get(name, name), (side.words[first].start, end))
    return found


def before(side: Side, at: int, known: Posts) -> Iterator[int]:
    """Yield the portfolios right before a word: foreign trade minister."""
    place = at - 1
    while place >= 0 and side.words[place].folded in known.portfolios:
        if side.text[side.words[place].end : side.words[place + 1].start] not in _JOINED:
            return
        yield place
        place -= 1


def behind(side: Side, at: int, known: Posts) -> Iterator[int]:
    """Yield the portfolio that an "of" or "for" joins to a word: Ministry of Defense."""
    after = [word.folded for word in side.words[at + 1 : at + 4]]
    if after[:1] in (["of"], ["for"]):
        step = 3 if after[1:2] == ["the"] else 2
        if after[step - 1 : step] and after[step - 1] in known.portfolios:
            yield at + step


def mentioned(side: Side, known: Posts) -> frozenset[str]:
    """Give the portfolios whose words a side has anywhere."""
    return frozenset(known.same.get(word, word) for word in known.portfolios & side.folded)
