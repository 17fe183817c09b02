"""What somebody thinks of what may be so: hoped for feared, certain for suspected."""

from collections.abc import Iterator

from workbench.checks.article import Row
from workbench.checks.hit import Hit
from workbench.checks.side import Side
from workbench.i18n import _
from workbench.lang.standings import attitude, attitude_forms
from workbench.model.finding import Severity

_SURE = 0.7
_APART = frozenset(
    frozenset(pair)
    for pair in (
        ("hoped", "feared"),
        ("hoped", "sure"),
        ("hoped", "believed"),
        ("hoped", "suspected"),
        ("suspected", "sure"),
        ("feared", "sure"),
    )
)


def unlike_attitudes(row: Row) -> Iterator[Hit]:
    """Yield the only word of a pair's side that says what is thought, where the other side's says another."""
    ours, theirs = row.translation, row.reference
    if ours.known.language != "en" or not may_think(ours) or not may_think(theirs):
        return
    mine, yours = only_attitude(ours), only_attitude(theirs)
    if mine is None or yours is None:
        return
    word, other = ours.words[mine], theirs.words[yours]
    if frozenset((attitude(word.folded), attitude(other.folded))) in _APART:
        message = _("The reference has “%(text)s” in its place.") % {"text": other.text}
        span = word.start, word.end
        yield Hit(span, "accuracy/mistranslation", Severity.MAJOR, message, _SURE, other.text)


def may_think(side: Side) -> bool:
    """Tell whether a side has any word that says what is thought."""
    return not attitude_forms().isdisjoint(side.vocabulary)


def only_attitude(side: Side) -> int | None:
    """Give the one word of a side that says what is thought; None where there are others or none."""
    found = [at for at, word in enumerate(side.words) if attitude(word.folded)]
    return found[0] if len(found) == 1 else None
