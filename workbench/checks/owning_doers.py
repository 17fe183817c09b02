"""Owners that are the doers there: he lost part of Estonia’s land for Estonia lost part of its land."""

from collections.abc import Iterator

from workbench.checks.article import Row
from workbench.checks.clauses import person_of
from workbench.checks.deeds import deed
from workbench.checks.hit import Hit
from workbench.checks.links import NONE
from workbench.checks.noun_phrases import Party, owns
from workbench.checks.side import Side
from workbench.checks.told import is_same
from workbench.checks.verb_groups import gap
from workbench.checks.verbs import Form, form, straight
from workbench.i18n import _
from workbench.lang.grammar import grammar_words
from workbench.lang.vocabulary import vocabulary
from workbench.model.finding import Severity

_SURE = 0.75
_REACH = 8  # words from a verb to whose it is: lost about 5 percent of its territory


def owning_doers(row: Row) -> Iterator[Hit]:
    """Yield verbs done to what is somebody’s who does it himself in the reference."""
    if grammar_words("en")["possessives"].isdisjoint(vocabulary(row.reference.text)):
        return
    for at, word in enumerate(row.translation.words):
        there = row.links.forward[at]
        if there == NONE or not owns(row.translation, at) or not word.is_capital:
            continue
        verb = verb_before(row.translation, at)
        other = row.links.forward[verb] if verb is not None else NONE
        if verb is not None and other != NONE:
            yield from owned_by_doer(row, verb, other, there)


def owned_by_doer(row: Row, verb: int, other: int, there: int) -> Iterator[Hit]:
    """Yield a verb if the owner is its doer in the reference, where it is "its"; another does it here."""
    mine, yours = deed(row.translation, verb), deed(row.reference, other)
    if mine is None or yours is None or mine.doer is None or yours.doer is None:
        return
    if mine.passive or yours.passive or there not in yours.doer.words or is_same(row, mine.doer, yours.doer):
        return
    if not is_own(row.reference, other):
        return
    words, others = row.translation.words, row.reference.words
    evidence = row.reference.text[others[yours.doer.start].start : others[other].end]
    message = _("The subject differs from the reference, which has “%(subject)s”.") % {
        "subject": name(row.reference, yours.doer)
    }
    span = words[verb].start, words[verb].end
    yield Hit(span, "accuracy/mistranslation", Severity.MAJOR, message, _SURE, evidence)


def verb_before(side: Side, at: int) -> int | None:
    """Give the verb whose object a word is in: lost about 5 percent of Estonia’s territory."""
    for place in range(at - 1, max(-1, at - _REACH), -1):
        if gap(side, place + 1) != " ":
            return None
        made = form(straight(side.words[place]))
        if made is not Form.NONE:
            return None if made is Form.AUXILIARY else place
    return None


def is_own(side: Side, verb: int) -> bool:
    """Tell whether what a verb is done to is its doer’s own."""
    for at in range(verb + 1, min(verb + _REACH, len(side.words))):
        if gap(side, at) != " ":
            return False
        if side.words[at].folded in grammar_words("en")["possessives"]:
            return bool(person_of(side, at))
    return False


def name(side: Side, party: Party) -> str:
    """Give a party as it is written."""
    return side.text[side.words[party.start].start : side.words[party.end - 1].end]
