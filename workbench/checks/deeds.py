"""Who does what to whom in an English clause: the parties of one verb, read by tight patterns or not at all."""

from dataclasses import dataclass, replace
from functools import cache

from workbench.checks.clauses import adjoins, is_adverb, person_of
from workbench.checks.parties import Party, antecedent, determiners, phrase_after, subject, with_apposition
from workbench.checks.side import Side
from workbench.checks.verbs import Form, form, straight
from workbench.checks.words import Kind
from workbench.lang.grammar import grammar_words
from workbench.lang.roles import is_one_of, role_words
from workbench.lang.verbs import verb_forms
from workbench.lang.wordnet import parts_of_speech

BE = frozenset(
    [
        "be",
        "am",
        "is",
        "are",
        "was",
        "were",
        "been",
        "being",
        "get",
        "gets",
        "got",
        "getting",
        "wasn't",
        "weren't",
        "isn't",
        "aren't",
    ]
)
_HAVE = frozenset(["have", "has", "had", "having", "hasn't", "haven't", "hadn't"])
PARTICIPLES = frozenset({Form.PARTICIPLE, Form.PAST_OR_PARTICIPLE})
_FAR = 14  # words of an apposition
_BY = 7  # words between a participle and its "by"


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb at an index in `Side.words`, and who is told of: the one that does it, the one it is done to.

    `source` is whom something is taken from, `target` whom it goes to; `start` and `end` are the words that say
    so, `passive` the voice. `implied`: who it is told of stands elsewhere (accused of bribing her).
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


@dataclass(frozen=True, slots=True)
class Group:
    """A verb with its auxiliaries: the first index, the words before the verb from the nearest on, whether after "to"."""

    start: int
    auxiliaries: tuple[str, ...]
    infinitive: bool
    denied: bool


@cache
def group_words() -> frozenset[str]:
    """Give the auxiliaries."""
    return verb_forms("en")["finite"] | grammar_words("en")["auxiliaries"] | BE


def group(side: Side, verb: int) -> Group:
    """Give the group of a verb: what stands between it and its subject."""
    at, found, denied = verb, [], False
    while at and adjoins(side, at - 1):
        word = straight(side.words[at - 1])
        denied = denied or word in {"not", "never"} or word.endswith("n't")
        if word in group_words():
            found.append(word)
        elif not (
            word in {"not", "also", "only", "never"} or (is_adverb(word) and word not in role_words("times"))
        ):
            when = time_before(side, at - 1)
            if when is None:
                break
            at = when + 1
        at -= 1
    infinitive = at > 0 and adjoins(side, at - 1) and side.words[at - 1].folded == "to"
    return Group(at, tuple(found), infinitive, denied)


def time_before(side: Side, at: int) -> int | None:
    """Give the first index of what tells when and ends with a word: on Tuesday, last year."""
    if side.words[at].folded not in role_words("times"):
        return None
    while at and adjoins(side, at - 1):
        word = side.words[at - 1]
        if (
            word.folded not in role_words("time_words")
            and word.kind is not Kind.NUMBER
            and word.folded not in role_words("times")
        ):
            break
        at -= 1
    return at


def deed(side: Side, verb: int) -> Deed | None:
    """Read the parties of a verb; None where its voice is unclear."""
    found = group(side, verb)
    nearest = found.auxiliaries[0] if found.auxiliaries else short(side, found.start)
    made = made_of(straight(side.words[verb]), nearest)
    if made is Form.PRESENT_PARTICIPLE and not nearest and is_gerund(side, verb):
        patient = object_of(side, verb)
        return Deed(verb, verb, patient.end, False, None, patient, implied=True) if patient else None
    if made in PARTICIPLES and (nearest in BE or nearest == "'s"):
        is_told = nearest in BE and side.words[verb].folded not in role_words("stative")
        return passive(side, verb, found) if is_told else None
    if made in PARTICIPLES and not nearest and not found.infinitive:
        reduced = of_participle(side, verb)
        named = is_one_of("naming", side.words[verb].folded) and not person_of(side, max(0, verb - 1))
        if reduced is not None or made is Form.PARTICIPLE or named:
            return reduced
    return (
        active(side, verb, found) if is_active(made, nearest, found) and may_say(side, verb, found) else None
    )


def may_say(side: Side, verb: int, found: Group) -> bool:
    """Tell whether a verb in its plain form may be one: behind an auxiliary, "to", or who does it, several of them."""
    word = straight(side.words[verb])
    if (
        form(word) is not Form.PLAIN
        or word in role_words("invariant")
        or found.auxiliaries
        or found.infinitive
    ):
        return True
    before = side.words[found.start - 1] if found.start else None
    if before is None or gap(side, found.start) != " ":
        return False
    if before.folded in role_words("relatives") or person_of(side, found.start - 1):
        return True
    nouns, verbs, *_others = parts_of_speech(word)
    after = side.words[verb + 1 : verb + 2]
    if word.endswith("s"):
        return verbs >= nouns or (bool(after) and after[0].folded in determiners())
    return before.text.endswith("s") or before.folded in role_words("plural")


def short(side: Side, start: int) -> str:
    """Give the auxiliary that is written as the end of the word before a verb: she’s, they’ve."""
    _word, mark, end = straight(side.words[start - 1]).rpartition("'") if start else ("", "", "")
    return {"re": "are", "m": "am", "ve": "have", "d": "had", "s": "'s"}.get(end, "") if mark else ""


def made_of(word: str, nearest: str) -> Form:
    """Tell a verb's form; one that is spelled like its participle is one after be and have."""
    if nearest in BE | _HAVE and word in role_words("invariant"):
        return Form.PAST_OR_PARTICIPLE
    return form(word)


def is_active(made: Form, nearest: str, found: Group) -> bool:
    """Tell whether a form and the auxiliary before it make the active voice."""
    if made is Form.PLAIN:
        return nearest not in BE | _HAVE
    if made is Form.PRESENT_PARTICIPLE:
        return nearest in BE
    if nearest and nearest != "'s":
        return made in PARTICIPLES and nearest in _HAVE
    return made in {Form.PAST, Form.PAST_OR_PARTICIPLE} and not found.infinitive


def passive(side: Side, verb: int, found: Group) -> Deed:
    """Read a passive: its subject, whom it is done by, whom something is taken from."""
    doer = behind(side, verb, "by")
    patient = done_by(side, found.start) if not found.infinitive else controlled(side, found.start - 1)
    source, target = behind(side, verb, "from"), given_to(side, verb)
    last = doer or source or target
    end = last.end if last else verb + 1
    implied = found.auxiliaries == ("being",) and is_gerund(side, found.start)
    return Deed(verb, found.start, end, True, doer, patient, source, target, implied, found.denied)


def given_to(side: Side, verb: int) -> Party | None:
    """Give whom a verb of giving gives something to."""
    return behind(side, verb, "to") if is_one_of("giving", side.words[verb].folded) else None


def is_gerund(side: Side, start: int) -> bool:
    """Tell whether a group in -ing stands behind a preposition."""
    return (
        start > 0 and gap(side, start) == " " and side.words[start - 1].folded in role_words("before_gerunds")
    )


def of_participle(side: Side, verb: int) -> Deed | None:
    """Read a participle behind a noun: the agency recruited by her."""
    doer, source = behind(side, verb, "by"), behind(side, verb, "from")
    if not verb or (doer is None and source is None):
        return None
    if gap(side, verb) not in {" ", ", "} or person_of(side, verb - 1):
        return None
    if gap(side, verb) == " " and object_of(side, verb) and not is_one_of("double", side.words[verb].folded):
        return None
    patient = antecedent(side, verb - 1)
    end = (doer or source or patient).end
    if patient is None or (doer is None and not is_taken(side, verb)):
        return None
    return Deed(verb, verb, end, True, doer, patient, source, given_to(side, verb))


def is_taken(side: Side, verb: int) -> bool:
    """Tell whether a participle without a doer is one of taking something: gold seized from her."""
    return is_one_of("taking", side.words[verb].folded) and object_of(side, verb) is None


def gap(side: Side, at: int) -> str:
    """Give the text between a word and the one before it."""
    return side.text[side.words[at - 1].end : side.words[at].start] if at else ""


def behind(side: Side, verb: int, word: str) -> Party | None:
    """Give the party behind "by" or "from" after a verb, within its clause."""
    for at in range(verb + 1, min(verb + _BY, len(side.words) - 1)):
        if gap(side, at) != " ":
            return None
        each = side.words[at]
        if each.folded == word:
            party = phrase_after(side, at + 1) if adjoins(side, at) else None
            return (
                with_apposition(side, party) if party and (word != "by" or is_somebody(side, party)) else None
            )
        made = form(straight(each))
        if made in {Form.AUXILIARY, Form.PAST, Form.PARTICIPLE, Form.PAST_OR_PARTICIPLE} or each.folded in {
            "and",
            "who",
            "that",
            "which",
            "to",
            "by",
        } - {word, "to"}:
            return None
    return None


def is_somebody(side: Side, party: Party) -> bool:
    """Tell whether a party behind "by" may do something: it is no number, no way, no time."""
    first, last = side.words[party.start], side.words[party.end - 1]
    if party.person:
        return True
    if (
        last.folded in role_words("means")
        or first.kind is Kind.NUMBER
        or form(straight(first)) is Form.PRESENT_PARTICIPLE
    ):
        return False
    return True


def active(side: Side, verb: int, found: Group) -> Deed | None:
    """Read an active verb: its subject, its object, or what a relative clause before it belongs to."""
    doer = done_by(side, found.start) if not found.infinitive else controlled(side, found.start - 1)
    patient = object_of(side, verb)
    if doer and doer.start and not found.infinitive and patient is None:
        patient = relative_object(side, doer)
        found = replace(found, start=doer.start - 1 if patient else found.start)
    start = found.start
    if not found.infinitive and start and side.words[start - 1].folded in role_words("relatives"):
        start -= 1
    end = patient.end if patient and patient.end > verb else verb + 1
    if (doer is None and patient is None) or (
        patient and side.words[patient.start].folded in role_words("reflexives")
    ):
        return None
    source, target = behind(side, verb, "from"), given_to(side, verb)
    return Deed(verb, start, end, False, doer, patient, source, target, False, found.denied)


def done_by(side: Side, start: int) -> Party | None:
    """Give the subject of a verb's group that starts at a word."""
    if not start:
        return None
    between, before = gap(side, start), start - 1
    word = side.words[before].folded
    if between == " " and word in role_words("relatives") and before:
        return relative_subject(side, before)
    if between == " " and word == "and":
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
    return antecedent(side, pronoun - 1)


def relative_object(side: Side, doer: Party) -> Party | None:
    """Give what a relative clause with its pronoun as object belongs to: which Burkina Faso quit."""
    pronoun = doer.start - 1
    if (
        pronoun < 1
        or gap(side, doer.start) != " "
        or side.words[pronoun].folded not in role_words("relatives")
    ):
        return None
    if side.words[pronoun].folded == "that" and (gap(side, pronoun) != " " or is_reported(side, pronoun)):
        return None
    return antecedent(side, pronoun - 1)


def is_reported(side: Side, at: int) -> bool:
    """Tell whether a "that" may begin what somebody says."""
    speech = verb_forms("en")["speech"]
    return any(word.folded in speech for word in side.words[max(0, at - 8) : at])


def coordinated(side: Side, start: int) -> Party | None:
    """Give the subject of an earlier verb that begins with the same auxiliary: he would not let him and would arrest."""
    first = straight(side.words[start])
    if first not in group_words():
        return None
    for at in range(start - 2, max(0, start - _FAR), -1):
        if straight(side.words[at]) == first:
            return done_by(side, at)
        if ". " in gap(side, at):
            return None
    return None


def before_apposition(side: Side, last: int) -> Party | None:
    """Give the subject before what is said of it between commas: Larkspur Gold, a Canadian company, sued."""
    for at in range(last, max(0, last - _FAR), -1):
        if gap(side, at) == ", ":
            word = side.words[at].folded
            return subject(side, at - 1) if word in {"a", "an", "the", "who", "which", "whose"} else None
        if gap(side, at).strip(" -"):
            return None
    return None


def controlled(side: Side, to: int) -> Party | None:
    """Give the subject of an infinitive behind a verb that has the same: she decided to resign."""
    at = to - 1
    while at > 0 and time_before(side, at) is not None:
        at = (time_before(side, at) or 0) - 1
    if at <= 0 or not is_one_of("control", side.words[at].folded):
        return None
    found = group(side, at)
    if found.infinitive or (
        found.auxiliaries
        and found.auxiliaries[0] in BE
        and form(straight(side.words[at])) is not Form.PRESENT_PARTICIPLE
    ):
        return None
    return done_by(side, found.start)


def object_of(side: Side, verb: int, word: str = "") -> Party | None:
    """Give the object of a verb: right behind it, or behind a particle or a preposition."""
    at = verb + 1
    if word:
        return behind(side, verb, word)
    if at + 1 < len(side.words) and side.words[at].folded in role_words("particles") and gap(side, at) == " ":
        at += 1
    if at >= len(side.words) or gap(side, at) != " ":
        return None
    party = phrase_after(side, at)
    if party is None or side.words[party.end - 1].folded in role_words("times"):
        return None
    return with_apposition(side, party)
