"""Who does what to whom in an English clause: the parties of one verb, read tightly."""

from typing import NamedTuple

from workbench.checks.clauses import person_of
from workbench.checks.noun_phrases import Party, determiners
from workbench.checks.objects import behind, given_to, object_of
from workbench.checks.parties import antecedent
from workbench.checks.side import Side
from workbench.checks.subjects import relative_object, subject_at
from workbench.checks.verb_groups import PARTICIPLES, Group, gap, group, is_active, made_of, short
from workbench.checks.verbs import Form, form
from workbench.lang.roles import is_one_of, role_words
from workbench.lang.wordnet import parts_of_speech


class Deed(NamedTuple):
    """A verb at an index in `Side.words`, and who is told of: the one that does it, the one it is done to.

    `source` is whom something is taken from, `target` whom it goes to; `start` and `end` are the words that
    say so, `passive` the voice. `implied`: who it is told of stands elsewhere (accused of bribing her).
    """

    at: int
    start: int
    end: int
    passive: bool
    doer: Party | None = None
    done_to: Party | None = None
    source: Party | None = None
    target: Party | None = None
    implied: bool = False
    denied: bool = False
    of_noun: bool = False


def deed(side: Side, verb: int) -> Deed | None:
    """Read the parties of a verb; None where its voice is unclear."""
    found = group(side, verb)
    nearest = found.auxiliaries[0] if found.auxiliaries else short(side, found.start)
    made = made_of(side.words[verb].straight, nearest)
    if made is Form.NONE and follows_relative(side, found.start):
        made = Form.PLAIN  # which funds it
    if made is Form.PRESENT_PARTICIPLE and not nearest:
        return of_ing(side, verb)
    if made in PARTICIPLES and nearest == "'s":
        return None
    if made in PARTICIPLES and nearest in role_words("be"):
        return None if side.words[verb].folded in role_words("stative") else passive(side, verb, found)
    if made in PARTICIPLES and not nearest and not found.infinitive:
        reduced = of_participle(side, verb)
        if reduced is not None or made is Form.PARTICIPLE or gives_name(side, verb):
            return reduced
    told = is_active(made, nearest, found) and may_say(side, verb, found)
    return active(side, verb, found) if told else None


def gives_name(side: Side, verb: int) -> bool:
    """Tell whether a name follows a participle of naming behind a noun: a man called Jesus."""
    if not is_one_of("naming", side.words[verb].folded) or person_of(side, max(0, verb - 1)):
        return False
    return verb + 1 < len(side.words) and side.words[verb + 1].folded not in determiners()


def of_ing(side: Side, verb: int) -> Deed | None:
    """Read a verb in -ing behind a preposition or a noun: accused of bribing her, the firm hiring her."""
    patient = object_of(side, verb)
    if gap(side, verb) == " " and is_one_of("aspect", side.words[verb - 1].folded):
        return going_on(side, verb, patient)
    if patient is None:
        return None
    if is_gerund(side, verb):
        return Deed(verb, verb, patient.end, passive=False, done_to=patient, implied=True)
    doer = antecedent(side, verb - 1) if gap(side, verb) == " " else None
    return (
        Deed(verb, verb, patient.end, passive=False, doer=doer, done_to=patient)
        if doer and not doer.person
        else None
    )


def going_on(side: Side, verb: int, patient: Party | None) -> Deed | None:
    """Read a verb in -ing behind one that only tells how it goes on: he kept telling me."""
    found = group(side, verb - 1)
    doer = subject_at(side, found)
    if doer is None or any(word in role_words("be") for word in found.auxiliaries):
        return None
    return Deed(
        verb,
        found.start,
        patient.end if patient else verb + 1,
        passive=False,
        doer=doer,
        done_to=patient,
        denied=found.denied or is_nobody(side, doer),
    )


def may_say(side: Side, verb: int, found: Group) -> bool:
    """Tell whether a plain form is a verb: behind an auxiliary, "to", a pronoun, or several that do it."""
    word = side.words[verb].straight
    helped = found.auxiliaries or found.infinitive or word in role_words("invariant")
    if form(word) is not Form.PLAIN or helped:
        return True
    if gap(side, found.start) != " ":
        return False
    before = side.words[found.start - 1]
    if before.folded in role_words("relatives") or person_of(side, found.start - 1):
        return True
    if not word.endswith("s"):
        return before.text.endswith("s") or before.folded in role_words("plural")
    nouns, verbs, *_others = parts_of_speech(word)
    after = side.words[verb + 1].folded if verb + 1 < len(side.words) else ""
    return verbs >= nouns or after in determiners()


def passive(side: Side, verb: int, found: Group) -> Deed:
    """Read a passive: its subject, whom it is done by, whom something is taken from or given to."""
    doer, source, target = behind(side, verb, "by"), behind(side, verb, "from"), given_to(side, verb)
    last, who = doer or source or target, subject_at(side, found)
    return Deed(
        verb,
        found.start,
        last.end if last else verb + 1,
        passive=True,
        doer=doer,
        done_to=who,
        source=source,
        target=target,
        implied=found.auxiliaries == ("being",) and is_gerund(side, found.start),
        denied=found.denied or is_nobody(side, who),
    )


def is_gerund(side: Side, start: int) -> bool:
    """Tell whether a group in -ing stands behind a preposition."""
    before = side.words[start - 1].folded if gap(side, start) == " " else ""
    return before in role_words("before_gerunds")


def of_participle(side: Side, verb: int) -> Deed | None:
    """Read a participle behind a noun: the agency recruited by her, gold seized from her."""
    doer, source = behind(side, verb, "by"), behind(side, verb, "from")
    last = doer or source
    if last is None or gap(side, verb) not in {" ", ", "} or person_of(side, verb - 1):
        return None
    word = side.words[verb].folded
    if gap(side, verb) == " " and object_of(side, verb) and not is_one_of("double", word):
        return None
    patient = antecedent(side, verb - 1)
    if patient is None or (doer is None and not is_taken(side, verb)):
        return None
    return Deed(
        verb,
        verb,
        last.end,
        passive=True,
        doer=doer,
        done_to=patient,
        source=source,
        target=given_to(side, verb),
    )


def is_taken(side: Side, verb: int) -> bool:
    """Tell whether a participle without a doer is one of taking something: gold seized from her."""
    return is_one_of("taking", side.words[verb].folded) and object_of(side, verb) is None


def active(side: Side, verb: int, found: Group) -> Deed | None:
    """Read an active verb: its subject, its object, or what a relative clause before it belongs to."""
    doer, patient, start = subject_at(side, found), object_of(side, verb), found.start
    if doer and patient is None and not found.infinitive:
        patient = relative_object(side, doer)
        start = doer.start - 1 if patient else start
    if doer is None and patient is None:
        return None
    if start == found.start and not found.infinitive and follows_relative(side, start):
        start -= 1
    end = patient.end if patient and patient.end > verb else verb + 1
    source, target = behind(side, verb, "from"), given_to(side, verb)
    return Deed(
        verb,
        start,
        end,
        passive=False,
        doer=doer,
        done_to=patient,
        source=source,
        target=target,
        denied=found.denied or is_nobody(side, doer),
    )


def is_nobody(side: Side, party: Party | None) -> bool:
    """Tell whether a subject denies the deed: no one asked us, not a single ship asked."""
    if party is None:
        return False
    before = side.words[party.start - 1].folded if gap(side, party.start) == " " else ""
    return before == "not" or side.words[party.start].folded in role_words("nobody")


def follows_relative(side: Side, at: int) -> bool:
    """Tell whether a word stands right behind who, which or that."""
    return at > 0 and side.words[at - 1].folded in role_words("relatives")
