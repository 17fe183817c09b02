"""Whom an English finite verb is told of: the subject before it, or one shared with a verb before it."""

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.checks.clauses import person_of
from workbench.checks.noun_phrases import Party, phrase_before
from workbench.checks.side import Side
from workbench.checks.subjects import subject_at
from workbench.checks.verb_groups import PARTICIPLES, PASTS, Group, gap, group, group_words, short
from workbench.checks.verbs import Finite, Form, finite, form
from workbench.lang.grammar import grammar_words
from workbench.lang.roles import role_words
from workbench.lang.verbs import verb_forms
from workbench.lang.wordnet import parts_of_speech

JOINTS = frozenset(["and", "but", "then", "or", "nor", "yet"])  # a verb behind them may lack a subject
_FINITE = frozenset({Form.PLAIN, Form.AUXILIARY}) | PASTS


@dataclass(frozen=True, slots=True)
class Bearer:
    """Whom a verb at an index is told of: its own subject; one behind "and" may share those `before` it.

    `passive` is the voice, `start` where the verb's group starts.
    """

    verb: int
    start: int
    passive: bool
    own: Party | None


def bearer(side: Side, verb: int) -> Bearer | None:
    """Read whom a verb is told of; None where it is no finite verb, or its subject is unclear."""
    found = group(side, verb)
    words = [word.folded for word in side.words[found.start : verb]]
    if found.infinitive or "there" in words or not is_finite(side, verb, found):
        return None  # there rose a fire
    passive = is_passive(side, verb, found)
    start = behind_joint(side, found.start, verb)
    if start is None:
        own = subject_at(side, found)
        return Bearer(verb, found.start, passive, own) if own else None
    if not found.auxiliaries and not is_alone(side, verb):
        return None
    return Bearer(verb, start, passive, None)


def person(side: Side, party: Party) -> str:
    """Give the person of a party that is a pronoun, its verb's short form or not: I, I’m."""
    return party.person or (person_of(side, party.start) if party.end - party.start == 1 else "")


def is_finite(side: Side, verb: int, found: Group) -> bool:
    """Tell whether a verb's group has a form that carries a sentence."""
    if found.auxiliaries:
        return found.auxiliaries[-1] in verb_forms("en")["finite"]
    word = side.words[verb].straight
    made = form(word)
    if short(side, found.start) or made in PASTS:
        return True
    nouns, verbs, *_others = parts_of_speech(word)
    return made is Form.PLAIN and (verbs > nouns or finite(side.words, verb) is Finite.SURE)


def is_passive(side: Side, verb: int, found: Group) -> bool:
    """Tell whether a verb's group is passive."""
    nearest = found.auxiliaries[0] if found.auxiliaries else short(side, found.start)
    return nearest in role_words("be") and form(side.words[verb].straight) in PARTICIPLES


def behind_joint(side: Side, start: int, verb: int) -> int | None:
    """Give where a verb's group starts right behind a conjunction, which has no subject of its own."""
    for at in range(verb, max(0, start - 1), -1):
        if gap(side, at).strip(" “\"‘'"):
            return None
        if side.words[at - 1].folded in JOINTS:  # an adverb as well: are not yet clean
            helped = any(word.straight in group_words() for word in side.words[start : at - 1])
            return None if helped else at
    return None


def is_alone(side: Side, verb: int) -> bool:
    """Tell whether a past behind "and" needs no auxiliary of a verb before it: it was bought and sold."""
    word = side.words[verb].straight
    if form(word) is Form.PAST or form(word) is Form.PLAIN:
        return form(word) is Form.PAST or word.endswith("s")
    for at in verbs_before(side, verb):
        made, found = form(side.words[at].straight), group(side, at)
        if made in PASTS | PARTICIPLES and not found.infinitive:
            return not found.auxiliaries or found.auxiliaries[0] in role_words("have")
    return True


def verbs_before(side: Side, verb: int) -> Iterator[int]:
    """Yield what may be verbs before one in its sentence, the nearest first."""
    start = side.words_in(side.sentences[side.sentence_of(side.words[verb].start)]).start
    for at in range(verb - 1, start, -1):
        if form(side.words[at].straight) in _FINITE | PARTICIPLES:
            yield at


def before(side: Side, start: int) -> Iterator[Party]:
    """Yield the subjects of the finite verbs before a place in its sentence, each once."""
    seen = set()
    for at in verbs_before(side, start):
        found = group(side, at)
        if found.start in seen or found.infinitive or not is_finite(side, at, found):
            continue
        seen.add(found.start)
        party = subject_at(side, found)
        if party:
            yield party


def is_told_of(side: Side, at: int) -> bool:
    """Tell whether a word stands behind a verb and a preposition of its sentence: it is no subject."""
    party = phrase_before(side, at)
    before_it = party.start - 1 if party else -1
    if before_it < 0 or side.words[before_it].folded not in grammar_words("en")["prepositions"]:
        return False
    return any(finite(side.words, verb) is not Finite.NO for verb in verbs_before(side, before_it))
