"""How it is told that parties changed places: what is marked, and what to write there."""

from collections.abc import Iterator

from workbench.checks.article import Row
from workbench.checks.deeds import Deed, is_nobody
from workbench.checks.hit import Hit
from workbench.checks.links import NONE
from workbench.checks.noun_phrases import Party
from workbench.checks.side import Side
from workbench.checks.told import is_same
from workbench.checks.verb_groups import PARTICIPLES
from workbench.checks.verbs import form
from workbench.i18n import _
from workbench.lang.roles import role_words
from workbench.model.finding import Severity

SURE = 0.85  # both parties changed places


def hit(row: Row, mine: Deed, yours: Deed, sure: float) -> Hit:
    """Mark the verb with what shows its parties; where one is ahead on both sides, write it as there."""
    before, there = ahead(mine), ahead(yours)
    denied = is_nobody(row.translation, before) is is_nobody(row.reference, there)
    fits = denied and is_same(row, before, there) and are_built_alike(row, mine, yours)
    if not fits and is_straight(row.translation, mine) and is_straight(row.reference, yours):
        mine, yours, fits = with_subject(mine), with_subject(yours), True
    words, others = row.translation.words, row.reference.words
    span = words[mine.start].start, words[mine.end - 1].end
    evidence = row.reference.text[others[yours.start].start : others[yours.end - 1].end]
    message = _("The reference says the opposite: “%(word)s”.") % {"word": evidence}
    severity = Severity.CRITICAL if sure >= SURE else Severity.MAJOR
    fix = begun_like(row, mine.start, yours.start, evidence) if fits else None
    return Hit(span, "accuracy/mistranslation", severity, message, sure, evidence, fix)


def begun_like(row: Row, one: int, other: int, evidence: str) -> str:
    """Give words of the reference as they are written in the translation's place."""
    begins = row.translation.words[one].start in {start for start, _end in row.translation.sentences}
    if begins:
        return evidence[:1].upper() + evidence[1:]
    named = row.reference.content[other] or row.reference.words[other].text == "I"
    return evidence if named else evidence[:1].lower() + evidence[1:]


def ahead(told: Deed) -> Party | None:
    """Give the party that stands before a verb, if just one does."""
    found = [party for party in (told.doer, told.done_to) if party and party.end <= told.start]
    return found[0] if len(found) == 1 else None


def are_built_alike(row: Row, mine: Deed, yours: Deed) -> bool:
    """Tell whether two deeds are told in clauses of one kind, so that one may stand for the other."""
    return clause(row.translation, mine) == clause(row.reference, yours) and not any(
        leaving(row, mine, yours)
    )


def leaving(row: Row, mine: Deed, yours: Deed) -> Iterator[bool]:
    """Tell for the words of both stretches whether their counterparts stand outside the other one."""
    for links, here, there in ((row.links.forward, mine, yours), (row.links.backward, yours, mine)):
        for at in links[here.start : here.end]:
            yield at != NONE and not there.start <= at < there.end


def clause(side: Side, told: Deed) -> str:
    """Tell a clause that hangs on a noun, or an infinitive, from one that stands by itself."""
    first, before = side.words[told.start].folded, side.words[max(0, told.start - 1)].folded
    if first in role_words("relatives") or (
        told.passive and told.start == told.at and form(first) in PARTICIPLES
    ):
        return "hanging"
    return before if before in {"to", "and"} else ""


def is_straight(side: Side, told: Deed) -> bool:
    """Tell whether subject, active verb and object follow each other."""
    return (
        not told.passive
        and told.doer is not None
        and told.done_to is not None
        and told.doer.end == told.start
        and told.done_to.start == told.at + 1
        and side.words[told.start - 1].end + 1 == side.words[told.start].start
    )


def with_subject(told: Deed) -> Deed:
    """Take the subject into what is marked."""
    return told._replace(start=told.doer.start) if told.doer else told
