"""Whom an English verb is told of: its subject, read by tight patterns or not at all."""

from workbench.checks.noun_phrases import Party, phrase_before
from workbench.checks.parties import antecedent, subject
from workbench.checks.side import Side
from workbench.checks.verb_groups import PASTS, Group, gap, group, group_words, time_before
from workbench.checks.verbs import Finite, Form, finite, form
from workbench.checks.words import Kind
from workbench.lang.roles import is_one_of, role_words
from workbench.lang.verbs import verb_forms

_FAR = 14  # words of an apposition, or between two verbs of one subject
_SAID = 8  # words before "that" within which a verb of speech makes it no pronoun
_SHORTEST = 3  # words of "he was the one" before the last
_APPOSED = frozenset(["a", "an", "the", "who", "which", "whose"])


def subject_at(side: Side, found: Group) -> Party | None:
    """Give the subject of a group; of an infinitive that of the verb before it, where it has the same."""
    return controlled(side, found.start - 1) if found.infinitive else done_by(side, found.start)


def done_by(side: Side, start: int) -> Party | None:
    """Give the subject of a verb's group that starts at a word."""
    if not start:
        return None
    between, before = gap(side, start), start - 1
    word = side.words[before].folded
    if between == " " and word in role_words("relatives") and before:
        return relative_subject(side, before)
    if between == " " and word in {"and", "but"}:
        return coordinated(side, start)
    if between == " ":
        return subject(side, before)
    return before_apposition(side, before) if between == ", " else None


def relative_subject(side: Side, pronoun: int) -> Party | None:
    """Give what a relative clause with its pronoun as subject belongs to: the agency that recruited her."""
    if gap(side, pronoun) not in {" ", ", "} or side.words[pronoun].folded == "whom":
        return None
    if side.words[pronoun].folded == "that" and gap(side, pronoun) != " ":
        return None
    return the_one(side, pronoun - 1) or antecedent(side, pronoun - 1)


def the_one(side: Side, at: int) -> Party | None:
    """Give whom "the one" or "the ones" means behind a form of be: he was the one who came."""
    if side.words[at].folded not in {"one", "ones"} or at < _SHORTEST or side.words[at - 1].folded != "the":
        return None
    if side.words[at - 2].straight not in role_words("be"):
        return None
    return done_by(side, group(side, at - 2).start)


def relative_object(side: Side, doer: Party) -> Party | None:
    """Give what a relative clause with its pronoun as object belongs to: which Estonia quit."""
    pronoun = doer.start - 1
    if pronoun < 1 or gap(side, doer.start) != " ":
        return None
    word = side.words[pronoun].folded
    if word not in role_words("relatives"):
        return None
    if word == "that" and (gap(side, pronoun) != " " or is_reported(side, pronoun)):
        return None
    return antecedent(side, pronoun - 1)


def is_reported(side: Side, at: int) -> bool:
    """Tell whether a "that" may begin what somebody says."""
    speech = verb_forms("en")["speech"]
    return any(word.folded in speech for word in side.words[max(0, at - _SAID) : at])


def coordinated(side: Side, start: int) -> Party | None:
    """Give the subject of an earlier verb that begins alike: he would not let him and would arrest."""
    first = side.words[start].straight
    if first not in group_words() | role_words("be"):
        return coordinated_past(side, start)
    for at in range(start - 2, max(0, start - _FAR), -1):
        word = side.words[at].straight
        if word == first or (word in role_words("be") and first in role_words("be")):
            return done_by(side, group(side, at).start)
        if ". " in gap(side, at):
            break
    return of_nearest(side, start)


def of_nearest(side: Side, start: int) -> Party | None:
    """Give the subject of the nearest finite verb before: Kenya was reading a script and had refused."""
    for at in range(start - 2, max(0, start - _FAR), -1):
        if gap(side, at + 1) != " " or side.words[at].folded in role_words("relatives"):
            return None
        if finite(side.words, at) is Finite.SURE:
            return done_by(side, group(side, at).start)
    return None


def coordinated_past(side: Side, verb: int) -> Party | None:
    """Give the subject of the past before another one: the army surrounded the town and attacked it."""
    if form(side.words[verb].straight) not in PASTS:
        return None
    for at in range(verb - 2, max(0, verb - _FAR), -1):
        if gap(side, at + 1) != " ":
            return None
        if form(side.words[at].straight) in PASTS:
            found = group(side, at)
            return None if found.auxiliaries or found.infinitive else done_by(side, found.start)
    return None


def before_apposition(side: Side, last: int) -> Party | None:
    """Give the subject before what is said of it between commas: Harbor Line, a Danish company, sued."""
    for at in range(last, max(0, last - _FAR), -1):
        between = gap(side, at)
        if between == ", ":
            return apposed(side, at, last)
        if between.strip(" -") and not between.startswith(". "):
            return None
    return None


def apposed(side: Side, at: int, last: int) -> Party | None:
    """Give the subject before a comma, and the name behind it: the bank’s governor, Ana Ruiz, resigned."""
    word, before = side.words[at], subject(side, at - 1)
    if before is None or before.person:
        return None
    if word.folded in _APPOSED or word.kind is Kind.NUMBER:
        return before
    name = phrase_before(side, last) if word.is_capital and not side.words[at - 1].is_capital else None
    if name is None or name.start != at:
        return None
    return Party(before.start, before.end, before.words + name.words)


def controlled(side: Side, to: int) -> Party | None:
    """Give the subject of an infinitive behind a verb that has the same: she decided to resign."""
    at = to - 1
    meant = the_one(side, at) if at > 0 else None
    if meant:
        return meant
    when = time_before(side, at) if at > 0 else None
    at = at if when is None else when - 1
    if at <= 0 or not is_one_of("control", side.words[at].folded):
        return None
    found = group(side, at)
    is_passive = bool(found.auxiliaries) and found.auxiliaries[0] in role_words("be")
    if found.infinitive or (is_passive and form(side.words[at].straight) is not Form.PRESENT_PARTICIPLE):
        return None
    return done_by(side, found.start)
