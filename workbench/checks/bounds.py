"""At least for at most, before for after: what bounds a number or a time that both sides have."""

from collections.abc import Callable, Sequence

from workbench.checks.article import Row
from workbench.checks.counterparts import Fact, Placed
from workbench.checks.hit import Hit
from workbench.checks.number_fix import cased
from workbench.checks.places import is_mostly_verb
from workbench.checks.side import Side
from workbench.checks.witness import CONFIDENCE, Witness, lessened, witness
from workbench.i18n import _
from workbench.lang.bounds import OPPOSITE, Bound, bound_at, is_rounded, level_at
from workbench.lang.denial import scope
from workbench.lang.quantity import Quantity
from workbench.lang.units import dimension
from workbench.lang.wordnet import base_forms
from workbench.model.finding import Severity

_CATEGORY = "accuracy/mistranslation"
_LOST, _LEVEL = 0.6, 0.75
_PARTICLES = frozenset(["over", "under", "up to"])  # of a verb: handed over 23 prisoners
_TIMES = frozenset(["times", "twice", "half"])  # as many as: a comparison, no bound
_ALIKE = frozenset([0.5, 1.0])  # cut by half is cut to half; one by one
_AROUND = 25  # characters beside a number among which its bound stands


def is_bounded(side: Side, fact: Placed) -> bool:
    """Tell whether a number or time has a bound."""
    return bound_at(side.text, fact.start, fact.end, side.known.language) is not None


def opposite_bound(
    row: Row, one: Fact, right: Fact, source: Sequence[Fact], says: Callable[[Fact], bool]
) -> Hit | None:
    """Say that a number or time is bounded from the other side than in the reference.

    `source` are its facts, of which those that `says` tells are the same bear out one side.
    """
    language = row.translation.known.language
    mine = bound_at(row.translation.text, one.start, one.end, language)
    theirs = bound_at(row.reference.text, right.start, right.end, language) if mine else None
    if mine is None or theirs is None or mine[0] is not OPPOSITE[theirs[0]]:
        return None
    found = borne_out(row, mine[0], [fact for fact in source if says(fact)])
    written = row.reference.text[theirs[1] : theirs[2]]
    return Hit(
        mine[1:], _CATEGORY, lessened(Severity.MAJOR, found),
        _("The reference limits the number from the other side: “%(theirs)s”.") % {"theirs": written},
        CONFIDENCE[found], written, cased(written, row.translation.text, mine[1]),
    )  # fmt: skip


def lost_bound(row: Row, one: Quantity, right: Quantity) -> Hit | None:
    """Say that a number is exact which the reference bounds: 800 for more than 800."""
    language = row.translation.known.language
    theirs = bound_at(row.reference.text, right.start, right.end, language)
    if theirs is None or theirs[0] not in {Bound.LEAST, Bound.MOST} or theirs[1] > right.start or one.nearly:
        return None
    if bound_at(row.translation.text, one.start, one.end, language):
        return None
    if belongs_before(row.reference, *theirs[1:]) or is_of_place(row.reference, theirs, right):
        return None
    around = row.translation.text[max(0, one.start - _AROUND) : one.end + _AROUND]
    if is_rounded(around, language):
        return None
    written = row.reference.text[theirs[1] : right.end]
    start, end = one.outer
    return Hit(
        one.outer, "accuracy/omission", Severity.MINOR,
        _("The reference has “%(text)s” in its place.") % {"text": written}, _LOST, written,
        f"{row.reference.text[slice(*theirs[1:])]} {row.translation.text[start:end]}",
    )  # fmt: skip


def belongs_before(side: Side, start: int, end: int) -> bool:
    """Tell whether what looks like a bound belongs to the word before it.

    Handed over 23 prisoners; a quarrel over three villages; three times as many as five years ago.
    """
    before, written = side.words_in((0, start)), side.text[start:end].lower()
    if not before:
        return False
    word = side.small[before[-1]]
    if written == "over" and not scope("en", "contests").isdisjoint(base_forms(word)):
        return True
    if word in _TIMES and written.startswith("as "):
        return True
    return is_mostly_verb(word) and written in _PARTICLES


def is_of_place(side: Side, bound: tuple[Bound, int, int], of: Quantity) -> bool:
    """Tell whether what looks like a bound tells where, when or why.

    Under 38 meters of water; over five years, he …; on strike over three months of unpaid wages.
    """
    written, goes_on = side.text[bound[1] : bound[2]].lower(), side.text.startswith(" of ", of.outer[1])
    if written == "under":
        return goes_on and dimension(of.unit) == "length"
    begins = side.text[: bound[1]].rstrip(' “"')[-1:] in {"", ",", ".", ";", ":", "—"}
    return written == "over" and dimension(of.unit) == "time" and (begins or goes_on)


def other_level(row: Row, one: Quantity, right: Quantity) -> Hit | None:
    """Say that something changes by a number to which it changes in the reference, or the reverse."""
    language = row.translation.known.language
    mine = level_at(row.translation.text, one.outer[0], language)
    theirs = level_at(row.reference.text, right.outer[0], language) if mine else None
    if mine is None or theirs is None or mine[0] == theirs[0] or one.value in _ALIKE:
        return None
    written = row.reference.text[theirs[1] : right.outer[1]]
    span = mine[1], mine[1] + len(mine[0])
    return Hit(
        span, _CATEGORY, Severity.MAJOR,
        _("The reference has “%(text)s” in its place.") % {"text": written}, _LEVEL, written, theirs[0],
    )  # fmt: skip


def borne_out(row: Row, mine: Bound, facts: Sequence[Placed]) -> Witness:
    """Ask the source."""
    text, language = row.source.text, row.source.known.language
    bounds = [found[0] for fact in facts if (found := bound_at(text, fact.start, fact.end, language))]
    return witness(has_source=bool(row.source), mine=mine in bounds, theirs=OPPOSITE[mine] in bounds)
