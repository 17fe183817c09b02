"""Denials of a pair that only one side has as it stands: urged not to, or of another thing."""

from collections.abc import Iterator

from workbench.checks.article import Row
from workbench.checks.denials import Denied
from workbench.checks.hit import Hit
from workbench.checks.links import NONE
from workbench.checks.side import Side
from workbench.i18n import _
from workbench.lang.denial import denial, denies, has_prefix
from workbench.model.finding import Severity

_EXCHANGED, _ASKED = 0.6, 0.85
_AROUND = 8  # words within reach of a place
_NEAR = 3  # words: a denial of the neighbour may deny the same


def asked_to(row: Row, theirs: list[Denied]) -> Iterator[Hit]:
    """Yield "urged to begin" for "urged not to start": after the same word, and nothing that denies."""
    side, words = row.reference, row.translation.words
    for each in theirs:
        place = infinitive(row, each)
        if place is None:
            continue
        clause = words[max(0, place - _AROUND) : place + _AROUND]
        if not any(deny(word.folded, row.translation) for word in clause):
            said = side.text[side.words[each.at].start : side.words[min(each.head, len(side.words) - 1)].end]
            yield Hit(
                (words[place].start, words[place + 1].end), "accuracy/negation", Severity.CRITICAL,
                _("The reference denies this; the translation does not."), _ASKED, said,
                "not " + row.translation.text[words[place].start : words[place + 1].end],
            )  # fmt: skip


def infinitive(row: Row, each: Denied) -> int | None:
    """Give the "to" of the translation behind the counterpart of the word before a "not to"."""
    side, words = row.reference, row.translation.words
    after = side.words[each.end : each.end + 1]
    if not each.at or not side.content[each.at - 1] or not after or after[0].folded != "to":
        return None
    here = row.links.backward[each.at - 1]
    if here == NONE:
        return None
    near = range(here + 1, min(here + _NEAR + 2, len(words) - 1))
    return next((at for at in near if words[at].folded == "to"), None)


def deny(word: str, side: Side) -> bool:
    """Tell whether a word denies or may stand for a denial."""
    known = denial(side.known.language)
    return denies(word, known.negators) or word in known.excuses or has_prefix(word, known.prefixes)


def exchanged(row: Row, ours: list[Denied], theirs: list[Denied]) -> Iterator[Hit]:
    """Yield the one denial of both sides where what it denies here is said plainly there, and the reverse."""
    if len(ours) != 1 or len(theirs) != 1:
        return
    mine, yours = ours[0], theirs[0]
    here, there = row.links.forward[mine.head], row.links.backward[yours.head]
    if (
        NONE in {here, there}
        or here == yours.head
        or abs(here - yours.head) <= _NEAR
        or abs(there - mine.head) <= _NEAR
    ):
        return
    if (there < mine.at) == (here < yours.at):
        words, others = row.translation.words, row.reference.words
        first, last = sorted((yours.at, yours.head))
        evidence = row.reference.text[others[first].start : others[last].end]
        first, last = sorted((mine.at, mine.head))
        yield Hit(
            (words[first].start, words[last].end),
            "accuracy/negation",
            Severity.MAJOR,
            _("The reference denies something else: “%(text)s”.") % {"text": evidence},
            _EXCHANGED,
            evidence,
        )
