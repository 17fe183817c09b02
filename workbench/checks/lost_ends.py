"""A time that is an end in the reference and in the translation just a time: in for until."""

from collections.abc import Collection, Iterator, Sequence

from workbench.checks.article import Row
from workbench.checks.hit import Hit
from workbench.checks.side import Side
from workbench.i18n import _
from workbench.lang.bounds import ends
from workbench.lang.moments import Moment
from workbench.lang.wordnet import base_forms
from workbench.model.finding import Severity

_WITH_SOURCE, _ALONE = 0.85, 0.75
_CATEGORY = "accuracy/mistranslation"


def lost_ends(row: Row, pairs: Sequence[tuple[Moment, Moment]]) -> Iterator[Hit]:
    """Yield the “in”, “on” or “at” before a time that is “until” the same time in the reference.

    Nothing where the reference denies something, as not until May is in May, or the translation says that it
    ends or begins then.
    """
    known = ends(row.translation.known.language)
    if known.last.isdisjoint(row.reference.folded) or known.at.isdisjoint(row.translation.folded):
        return
    for one, right in pairs:
        here, there = before(row.translation, one.outer[0]), before(row.reference, right.outer[0])
        if here is None or there is None:
            continue
        word, other = row.translation.words[here], row.reference.words[there]
        if word.folded in known.at and other.folded in known.last and not is_turned(row, known.turns):
            message = _("The reference has “%(text)s” in its place.") % {"text": other.text}
            sure = _WITH_SOURCE if row.source else _ALONE
            span = (word.start, word.end)
            yield Hit(span, _CATEGORY, Severity.MAJOR, message, sure, other.text, other.text.lower())


def is_turned(row: Row, turns: Collection[str]) -> bool:
    """Tell whether the reference denies something, or only the translation tells of an end or a beginning."""
    if row.denials[1]:
        return True
    ours, theirs = (
        {base for word in side.words for base in base_forms(word.folded, "v")}
        for side in (row.translation, row.reference)
    )
    return not (ours - theirs).isdisjoint(turns)


def before(side: Side, at: int) -> int | None:
    """Give the word right before a place, with nothing but a space between."""
    here = side.words_in((0, at))
    last = here.stop - 1
    return last if here and side.text[side.words[last].end : at].strip() == "" else None
