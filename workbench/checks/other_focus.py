"""Only for even, also for only: whether nothing else is meant, or something else as well."""

from collections.abc import Iterator

from workbench.checks.article import Row
from workbench.checks.hit import Hit
from workbench.checks.number_fix import cased
from workbench.checks.side import Side
from workbench.i18n import _
from workbench.lang.focus import Focus, focus
from workbench.lang.wordings import bases
from workbench.model.finding import Severity

_CATEGORY = "accuracy/mistranslation"
_SURE = 0.75


def other_focus(row: Row) -> Iterator[Hit]:
    """Yield the one such word where the reference's one is of another kind, and neither has both."""
    known = focus(row.translation.known.language)
    if not (has_any(row.translation, known) and has_any(row.reference, known)):
        return
    here, there = placed(row.translation, known), placed(row.reference, known)
    if len(here) == 1 == len(there) and here[0][0] != there[0][0]:
        kind, other = here[0][0], there[0][0]
        if says(row.translation, known, other) or says(row.reference, known, kind):
            return
        yield hit(row, here[0][1], there[0][1])


def hit(row: Row, at: int, there: int) -> Hit:
    """Mark the word; the reference's takes its place where what follows is the same."""
    word, right = row.translation.words[at], row.reference.words[there]
    message = _("The reference has “%(text)s” in its place.") % {"text": right.text}
    follows = row.links.forward[at + 1 : at + 2] == [there + 1]
    fix = cased(right.text.lower(), row.translation.text, word.start) if follows else None
    return Hit((word.start, word.end), _CATEGORY, Severity.MAJOR, message, _SURE, right.text, fix)


def has_any(side: Side, known: Focus) -> bool:
    """Tell whether a side has such a word at all."""
    return not known.words.isdisjoint(side.vocabulary)


def placed(side: Side, known: Focus) -> list[tuple[str, int]]:
    """Give the kinds and places of such words."""
    return [
        (known.kinds[word.folded], at) for at, word in enumerate(side.words) if word.folded in known.kinds
    ]


def says(side: Side, known: Focus, kind: str) -> bool:
    """Tell whether a side may say a kind in other words."""
    return any(not known.sayings[kind].isdisjoint(bases(word.folded)) for word in side.words)
