"""At least for at most, before for after: what bounds a number or a time that both sides have."""

from collections.abc import Callable, Sequence

from workbench.checks.article import Row
from workbench.checks.counterparts import Fact, Placed
from workbench.checks.hit import Hit
from workbench.checks.links import NONE
from workbench.checks.number_fix import cased
from workbench.checks.places import is_mostly_verb
from workbench.checks.witness import CONFIDENCE, Witness, lessened, witness
from workbench.i18n import _
from workbench.lang.bounds import OPPOSITE, Bound, bound_at, has_end, is_rounded, lasts
from workbench.lang.moments import Moment
from workbench.lang.quantity import Quantity
from workbench.lang.wordnet import Kin, kinship
from workbench.model.finding import Severity

_CATEGORY = "accuracy/mistranslation"
_LASTS, _LOST = 0.75, 0.6
_AROUND = 25  # characters beside a number among which its bound stands
_BEFORE = 5  # words before a time among which its verb stands


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


def lost_end(row: Row, one: Moment, right: Moment) -> Hit | None:
    """Say that something happens at a time until which it lasts in the reference.

    Another verb may say the same: stay shut until Friday, reopen on Friday.
    """
    side, other, language = row.translation, row.reference, row.translation.known.language
    if lasts(side.text, one.outer[0], language) is not False or has_end(side.text, language):
        return None
    if not lasts(other.text, right.outer[0], language):
        return None
    before = side.words_in((0, one.outer[0]))[-_BEFORE:]
    if any(is_mostly_verb(side.words[at].folded) and is_other(row, at) for at in before):
        return None
    until = other.words_in((0, right.outer[0]))[-1]
    written = other.text[other.words[until].start : right.outer[1]]
    return Hit(
        (side.words[before[-1]].start, one.outer[1]), _CATEGORY, Severity.MAJOR,
        _("The reference has “%(text)s” in its place.") % {"text": written}, _LASTS, written,
        other.words[until].folded + side.text[side.words[before[-1]].end : one.outer[1]],
    )  # fmt: skip


def is_other(row: Row, at: int) -> bool:
    """Tell whether a word has no counterpart, or one that is not the same word."""
    there = row.links.forward[at]
    words = row.translation.words[at].folded, row.reference.words[there].folded
    return there == NONE or kinship(*words) is not Kin.SAME


def borne_out(row: Row, mine: Bound, facts: Sequence[Placed]) -> Witness:
    """Ask the source."""
    text, language = row.source.text, row.source.known.language
    bounds = [found[0] for fact in facts if (found := bound_at(text, fact.start, fact.end, language))]
    return witness(has_source=bool(row.source), mine=mine in bounds, theirs=OPPOSITE[mine] in bounds)
