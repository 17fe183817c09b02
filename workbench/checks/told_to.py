"""What somebody was told to do, told as what is so: we heard they were scared for told to be scared."""

from collections.abc import Iterator

from workbench.checks.article import Row
from workbench.checks.hit import Hit
from workbench.checks.links import NONE
from workbench.checks.side import Side
from workbench.checks.subjects import done_by
from workbench.checks.verb_groups import gap, group
from workbench.i18n import _
from workbench.lang.roles import is_one_of, role_words
from workbench.lang.vocabulary import vocabulary
from workbench.model.finding import Severity

_SURE = 0.7
_REACH = 4  # words from a verb of telling to "to": told his officers to


def told_to(row: Row) -> Iterator[Hit]:
    """Yield verbs of what is said to be so that the reference has behind "told to"."""
    known = vocabulary(row.reference.text)
    if "to" not in known or not any(is_one_of("commanding", word) for word in known):
        return
    for one, other in enumerate(row.links.forward):
        if other == NONE or not is_behind_to(row.reference, other) or not row.translation.content[one]:
            continue
        telling = commanded(row.reference, other)
        start = stated(row.translation, one, row.links.backward[telling]) if telling is not None else None
        if telling is not None and start is not None:
            yield hit(row, (start, one), (telling, other))


def is_behind_to(side: Side, at: int) -> bool:
    """Tell whether "to" stands close before a word: to leave, to be scared."""
    return "to" in [word.folded for word in side.words[max(0, at - 2) : at]]


def commanded(side: Side, verb: int) -> int | None:
    """Give the verb behind which somebody is told to do what a verb says."""
    found = group(side, verb)
    if not found.infinitive:
        return None
    to = found.start - 1
    for at in range(to - 1, max(-1, to - _REACH), -1):
        if gap(side, at + 1) != " ":
            return None
        if is_one_of("commanding", side.words[at].folded):
            return at
    return None


def stated(side: Side, verb: int, telling: int) -> int | None:
    """Give where the subject of a verb starts that somebody hears or says is so, not that it shall be."""
    found = group(side, verb)
    if found.infinitive or not found.auxiliaries or not plain().issuperset(found.auxiliaries):
        return None
    doer = done_by(side, found.start)
    if doer is None or doer.start < 1 or gap(side, doer.start) != " ":
        return None
    that = side.words[doer.start - 1].folded == "that"
    said = doer.start - 1 - that
    if telling not in {NONE, said}:
        return None
    return doer.start - that if is_one_of("hearing", side.words[said].folded) else None


def plain() -> frozenset[str]:
    """Give the auxiliaries that say nothing of what shall or may be."""
    return role_words("be") | role_words("have")


def hit(row: Row, ours: tuple[int, int], theirs: tuple[int, int]) -> Hit:
    """Mark what is said to be so."""
    words, others = row.translation.words, row.reference.words
    evidence = row.reference.text[others[theirs[0]].start : others[theirs[1]].end]
    message = _("The reference has “%(text)s” in its place.") % {"text": evidence}
    span = words[ours[0]].start, words[ours[1]].end
    return Hit(span, "accuracy/mistranslation", Severity.MAJOR, message, _SURE, evidence)
