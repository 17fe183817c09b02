"""Nouns that nothing on the other side may stand for, one here and one there: envoy, correspondent."""

from collections.abc import Iterator, Sequence

from workbench.checks.article import Article, Row
from workbench.checks.hit import Hit
from workbench.checks.links import NONE
from workbench.checks.side import Side
from workbench.checks.unanswered import all_bases, is_mostly_noun, is_near, is_said
from workbench.checks.weight import is_heavy
from workbench.i18n import _
from workbench.lang.wordnet import share_kind
from workbench.model.finding import Severity

_SURE = 0.5  # in articles with keys some three of five were right, and half in those that were new


def lone_nouns(row: Row, article: Article) -> Iterator[tuple[int, Hit]]:
    """Yield the nouns without counterpart whose place, wherever it is, one noun of the reference has.

    That is the only one there without counterpart, or the only one that names a thing of its kind. Each comes
    with its index.
    """
    ours = unsaid(row.translation, row.reference, row.links.forward)
    theirs = unsaid(row.reference, row.translation, row.links.backward) if ours else []
    for one in ours if theirs else ():
        other = instead(row, one, theirs, alone=len(ours) == 1 == len(theirs))
        if other is not None and not is_near(row, article, row.translation.words[one].folded):
            word, evidence = row.translation.words[one], row.reference.words[other].text
            message = _("The reference has “%(text)s” in its place.") % {"text": evidence}
            span = word.start, word.end
            yield one, Hit(span, "accuracy/mistranslation", Severity.MINOR, message, _SURE, evidence)


def unsaid(side: Side, other: Side, linked: Sequence[int]) -> list[int]:
    """Give the unlinked nouns of a side that nothing on the other may stand for."""
    nouns = [
        at
        for at, word in enumerate(side.words)
        if linked[at] == NONE and word.text.islower() and is_mostly_noun(word.folded) and is_heavy(side, at)
    ]
    there = all_bases(other) if nouns else frozenset()
    return [at for at in nouns if not is_said(side.words[at].folded, there, other)]


def instead(row: Row, one: int, theirs: Sequence[int], *, alone: bool) -> int | None:
    """Give the reference's noun in a noun's place; None where that is unclear."""
    if alone:
        return theirs[0]
    word, others = row.translation.words[one].folded, row.reference.words
    found = [other for other in theirs if share_kind(word, others[other].folded)]
    return found[0] if len(found) == 1 else None
