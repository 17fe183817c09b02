"""A figure that each of some has, in place of what they have together: a total of 150 for 150 each."""

from collections.abc import Iterator, Sequence

from workbench.checks.article import Row
from workbench.checks.hit import Hit
from workbench.i18n import _
from workbench.lang.quantity import Quantity
from workbench.lang.sharing import OTHER, shared_words, sharing_at
from workbench.model.finding import Severity

_CATEGORY = "accuracy/mistranslation"
_SURE = 0.8


def other_shares(row: Row, pairs: Sequence[tuple[Quantity, Quantity]]) -> Iterator[Hit]:
    """Yield what says that a number is each one's where the reference adds up to it, or the reverse."""
    language = row.translation.known.language
    ours, theirs = row.translation.vocabulary, row.reference.vocabulary
    for kind, other in OTHER.items():
        if shared_words(language, kind).isdisjoint(ours) or shared_words(language, other).isdisjoint(theirs):
            continue
        for one, right in pairs:
            mine = sharing_at(row.translation.text, *one.outer, language)
            yours = sharing_at(row.reference.text, *right.outer, language) if mine else None
            if mine and yours and mine[0] is kind and yours[0] is other:
                yield hit(row, right, mine[1:], yours[1:])


def hit(row: Row, right: Quantity, mine: tuple[int, int], yours: tuple[int, int]) -> Hit:
    """Mark the word, and give the reference's with its number."""
    evidence = row.reference.text[min(yours[0], right.outer[0]) : max(yours[1], right.outer[1])]
    message = _("The reference has “%(text)s” in its place.") % {"text": evidence}
    return Hit(mine, _CATEGORY, Severity.MAJOR, message, _SURE, evidence)
