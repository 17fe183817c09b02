"""Who did it, or whom it was done to, where that is asked: did not say whom he had paid for who had paid."""

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.checks.article import Row
from workbench.checks.hit import Hit
from workbench.checks.links import NONE
from workbench.checks.side import Side
from workbench.checks.subjects import done_by
from workbench.checks.verb_groups import gap, group, group_words
from workbench.checks.verbs import Form, form, straight
from workbench.i18n import _
from workbench.lang.roles import role_words
from workbench.lang.vocabulary import vocabulary
from workbench.lang.wordnet import Kin, base_forms, kinship
from workbench.model.finding import Severity

_SURE = 0.75
_REACH = 5  # words from "who" to its verb
_WHO = frozenset(["who", "whom"])


@dataclass(frozen=True, slots=True)
class Question:
    """A "who" at an index in `Side.words`, its verb, and whether the one asked for does it."""

    at: int
    verb: int
    does: bool


def asked_persons(row: Row) -> Iterator[Hit]:
    """Yield questions for whom it was done to where the reference asks who did it, and the reverse."""
    if any(_WHO.isdisjoint(vocabulary(side.text)) for side in (row.translation, row.reference)):
        return
    theirs = list(questions(row.reference))
    for mine in questions(row.translation) if theirs else ():
        for yours in theirs:
            if mine.does is not yours.does and are_one(row, mine, yours):
                yield hit(row, mine, yours)


def are_one(row: Row, mine: Question, yours: Question) -> bool:
    """Tell whether two questions hang on one word and have one verb, or the second only its auxiliary."""
    if row.links.forward[mine.at - 1] != yours.at - 1:
        return False
    words = row.translation.words[mine.verb].folded, row.reference.words[yours.verb].folded
    if row.links.forward[mine.verb] == yours.verb or kinship(*words) >= Kin.SYNONYMS:
        return True
    return words[1] in group_words() and row.links.forward[mine.verb] == NONE


def questions(side: Side) -> Iterator[Question]:
    """Yield what is asked for by "who" right behind a word of saying or knowing."""
    for at, word in enumerate(side.words[:-1]):
        if word.folded in _WHO and gap(side, at) == " " and is_asked(side, at - 1):
            found = question(side, at)
            if found:
                yield found


def is_asked(side: Side, at: int) -> bool:
    """Tell whether it is asked or said behind a word who it was."""
    return not role_words("unknown").isdisjoint(base_forms(side.words[at].folded))


def question(side: Side, at: int) -> Question | None:
    """Read a question: its verb is the last of its first group; None where it has none."""
    verb = next(
        (place for place in range(at + 1, min(at + _REACH, len(side.words))) if tells(side, place)), None
    )
    if verb is None:
        return None
    found = group(side, verb)
    if found.start == at + 1:
        is_passive = any(word in role_words("be") for word in found.auxiliaries[:1])
        is_left = side.words[at + 1].folded in role_words("be")
        return None if is_left and not is_passive else Question(at, verb, not is_passive)
    doer = done_by(side, found.start)
    return Question(at, verb, does=False) if doer and doer.start == at + 1 else None


def tells(side: Side, at: int) -> bool:
    """Tell whether a word is a verb, or an auxiliary that stands for one."""
    made = form(straight(side.words[at]))
    if made is Form.AUXILIARY:
        return at + 1 >= len(side.words) or gap(side, at + 1) != " "
    return made is not Form.NONE


def hit(row: Row, mine: Question, yours: Question) -> Hit:
    """Mark the question up to its verb."""
    words, others = row.translation.words, row.reference.words
    evidence = row.reference.text[others[yours.at].start : others[yours.verb].end]
    message = _("The reference says the opposite: “%(word)s”.") % {"word": evidence}
    span = words[mine.at].start, words[mine.verb].end
    fix = evidence if others[yours.verb].folded in group_words() else None  # what follows it is the other’s
    return Hit(span, "accuracy/mistranslation", Severity.MAJOR, message, _SURE, evidence, fix)
