"""Relative clauses told of the other party: the parties that demanded it, the inquiry that they demanded."""

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.checks.article import Row
from workbench.checks.facing_verbs import moves_across
from workbench.checks.hit import Hit
from workbench.checks.links import NONE
from workbench.checks.noun_phrases import Party
from workbench.checks.objects import behind, object_of
from workbench.checks.parties import antecedent
from workbench.checks.side import Side
from workbench.checks.subjects import done_by, is_reported
from workbench.checks.told import is_same
from workbench.checks.verb_groups import PASTS, gap, group
from workbench.checks.verbs import Form, form
from workbench.i18n import _
from workbench.lang.roles import role_words
from workbench.model.finding import Severity

_SURE = 0.75
_BEHIND = ("for", "with", "to", "from", "at", "in", "on")
_NEAR = 8  # words from a verb to its parties
_TOLD = PASTS | {Form.PLAIN}


@dataclass(frozen=True, slots=True)
class Hung:
    """What a relative clause hangs on, the other party of its verb, its end; whether that is its subject."""

    head: Party
    other: Party
    end: int
    leads: bool


def exchanged_heads(row: Row) -> Iterator[Hit]:
    """Yield heads of relative clauses that are, in the reference, the other party of the clause."""
    known = role_words("relatives")
    if not row.is_crossed or known.isdisjoint(row.translation.vocabulary):
        return
    if known.isdisjoint(row.reference.vocabulary):
        return
    for one, other in enumerate(row.links.forward):
        if other == NONE or not (may_hang(row.translation, one) and may_hang(row.reference, other)):
            continue
        if not moves_across(row.links.forward, one, other) or form(row.translation.small[one]) not in _TOLD:
            continue
        mine = hung(row.translation, one)
        yours = hung(row.reference, other) if mine else None
        if mine and yours and mine.leads is not yours.leads and are_exchanged(row, mine, yours):
            yield hit(row, mine, yours)


def may_hang(side: Side, verb: int) -> bool:
    """Tell whether a relative pronoun stands near before a word."""
    return not role_words("relatives").isdisjoint(side.small[max(0, verb - _NEAR) : verb])


def are_exchanged(row: Row, mine: Hung, yours: Hung) -> bool:
    """Tell whether each one's head is the other's other party, and nothing else."""
    if not (is_same(row, mine.head, yours.other) and is_same(row, mine.other, yours.head)):
        return False
    return not (is_same(row, mine.head, yours.head) or is_same(row, mine.other, yours.other))


def hung(side: Side, verb: int) -> Hung | None:
    """Read a relative clause by its verb; None where it is none or is unclear."""
    found = group(side, verb)
    if found.infinitive or any(word in role_words("be") for word in found.auxiliaries):
        return None
    if not found.start or gap(side, found.start) != " ":
        return None
    if side.words[found.start - 1].folded in role_words("relatives"):
        return as_subject(side, verb, found.start - 1)
    return as_object(side, verb, found.start)


def as_subject(side: Side, verb: int, pronoun: int) -> Hung | None:
    """Read a clause whose pronoun is its subject: the husband, who works for a family."""
    head = before(side, pronoun)
    behind_it = (behind(side, verb, word) for word in _BEHIND)
    other = object_of(side, verb) or next(filter(None, behind_it), None)
    return Hung(head, other, other.end, leads=True) if head and other else None


def as_object(side: Side, verb: int, start: int) -> Hung | None:
    """Read a clause whose pronoun is no subject: a family for which the husband works."""
    doer = done_by(side, start)
    pronoun = doer.start - 1 if doer else 0
    if doer is None or pronoun < 1 or side.words[pronoun].folded not in role_words("relatives"):
        return None
    if gap(side, doer.start) != " " or is_said(side, pronoun) or object_of(side, verb):
        return None
    head = before(side, pronoun - (side.words[pronoun - 1].folded in _BEHIND))
    return Hung(head, doer, verb + 1, leads=False) if head else None


def before(side: Side, pronoun: int) -> Party | None:
    """Give what stands before a relative pronoun, or before the word that it hangs on."""
    fits = pronoun > 0 and gap(side, pronoun) in {" ", ", "}
    head = antecedent(side, pronoun - 1) if fits else None
    return head if head and not head.person and not is_pointed_out(side, head) else None


def is_pointed_out(side: Side, head: Party) -> bool:
    """Tell whether a form of be stands before a party: it was the driver that hit the van."""
    return head.start > 0 and side.words[head.start - 1].straight in role_words("be")


def is_said(side: Side, pronoun: int) -> bool:
    """Tell whether a "that" may begin what somebody says."""
    return side.words[pronoun].folded == "that" and is_reported(side, pronoun)


def hit(row: Row, mine: Hung, yours: Hung) -> Hit:
    """Mark the head and its clause."""
    words, others = row.translation.words, row.reference.words
    evidence = row.reference.text[others[yours.head.start].start : others[yours.end - 1].end]
    message = _("The reference has “%(text)s” in its place.") % {"text": evidence}
    span = words[mine.head.start].start, words[mine.end - 1].end
    return Hit(span, "accuracy/mistranslation", Severity.MAJOR, message, _SURE, evidence)
