"""Nouns that nothing on the other side may stand for, one here and one there: envoy, correspondent."""

from collections.abc import Iterator, Sequence

from workbench.checks.article import Article, Row
from workbench.checks.hit import Hit
from workbench.checks.links import NONE
from workbench.checks.places import is_mostly_noun
from workbench.checks.said import is_said
from workbench.checks.side import Side
from workbench.checks.unanswered import is_near
from workbench.checks.weight import heavy_among
from workbench.i18n import _
from workbench.lang.kinship import share_kind
from workbench.model.finding import Severity

_SURE = 0.5  # in articles with keys some three of five were right, and half in those that were new


def lone_nouns(row: Row, article: Article) -> Iterator[tuple[int, Hit]]:
    """Yield the nouns without counterpart whose place, wherever it is, one noun of the reference has.

    That is the only one there without counterpart, or the only one that names a thing of its kind. Each comes
    with its index.
    """
    nouns = free_nouns(row.translation, row.links.forward)
    others = free_nouns(row.reference, row.links.backward) if nouns else []
    ours = unsaid(row.translation, nouns, row.reference) if others else []
    theirs = unsaid(row.reference, others, row.translation) if ours else []
    for one in ours if theirs else ():
        other = instead(row, one, theirs, alone=len(ours) == 1 == len(theirs))
        if other is not None and not is_near(row, article, row.translation.words[one].folded):
            word, evidence = row.translation.words[one], row.reference.words[other].text
            message = _("The reference has “%(text)s” in its place.") % {"text": evidence}
            span = word.start, word.end
            yield one, Hit(span, "accuracy/mistranslation", Severity.MINOR, message, _SURE, evidence)


def free_nouns(side: Side, linked: Sequence[int]) -> list[int]:
    """Give the unlinked nouns of a side."""
    free = heavy_among(side, [at for at, other in enumerate(linked) if other == NONE])
    return [at for at in free if side.words[at].text.islower() and is_mostly_noun(side.words[at].folded)]


def unsaid(side: Side, nouns: Sequence[int], other: Side) -> list[int]:
    """Give those of a side's nouns that nothing on the other may stand for."""
    return [at for at in nouns if not is_said(side.words[at].folded, other)]


def instead(row: Row, one: int, theirs: Sequence[int], *, alone: bool) -> int | None:
    """Give the reference's noun in a noun's place; None where that is unclear."""
    if alone:
        return theirs[0]
    word, others = row.translation.words[one].folded, row.reference.words
    found = [other for other in theirs if share_kind(word, others[other].folded)]
    return found[0] if len(found) == 1 else None
