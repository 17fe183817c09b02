"""Who does what, and whose something is, in the reference; and a pronoun put right by it."""

from dataclasses import dataclass

from workbench.checks.article import Row
from workbench.checks.clauses import is_adverb, is_passive, person_of, subject_of, third_person
from workbench.checks.hit import Hit
from workbench.checks.links import NONE
from workbench.checks.side import Side
from workbench.i18n import _
from workbench.lang.verbs import verb_forms
from workbench.lang.wordnet import parts_of_speech
from workbench.model.finding import Severity

OBJECTS = frozenset(["me", "myself", "us"])
_THIRD = frozenset(["he", "she", "it", "they"])  # persons, as `person_of` gives them
_OWNERS = frozenset(["his", "her", "its", "their"])
_REACH = 4  # words from a pronoun to its verb or its noun


@dataclass(frozen=True, slots=True)
class Other:
    """The subject that the reference has: as written, its index, and its verb's index."""

    text: str
    at: int
    verb: int


def verb_after(side: Side, at: int) -> int | None:
    """Give the verb of a pronoun: the first word of content within reach."""
    for place in range(at + 1, min(len(side.words), at + 1 + _REACH)):
        if side.content[place] and not is_adverb(side.words[place].folded):
            return place
    return None


def doer(row: Row, at: int) -> Other | None:
    """Give the subject, of the third person, that the reference has for a pronoun's verb."""
    side, other = row.translation, row.reference
    verb = verb_after(side, at) if side.words[at].folded not in OBJECTS else None
    there = row.links.forward[verb] if verb is not None else NONE
    if verb is None or there == NONE or is_passive(side, verb) != is_passive(other, there):
        return None
    subject = subject_of(other, there)
    if subject is None:
        subject = speaker_after(other, there)
    if subject is None or not (person_of(other, subject) in _THIRD or is_named(other, subject)):
        return None
    return Other(other.words[subject].text, subject, there)


def is_named(side: Side, at: int) -> bool:
    """Tell whether a word that is no pronoun is a name or a noun, and owns nothing."""
    word = side.words[at]
    if person_of(side, at) or word.straight != word.folded:
        return False
    noun, verb, *_rest = parts_of_speech(word.folded)
    return word.is_capital or noun > verb


def speaker_after(side: Side, verb: int) -> int | None:
    """Give the pronoun after a verb of speech: said she."""
    after = verb + 1
    if side.words[verb].folded in verb_forms("en")["speech"] and after < len(side.words):
        return after if side.words[after].folded in {"he", "she", "they"} else None
    return None


def owner(row: Row, at: int) -> Other | None:
    """Give whose something is in the reference: her for my."""
    side, other = row.translation, row.reference
    for place in range(at + 1, min(len(side.words), at + 1 + _REACH)):
        there = row.links.forward[place]
        if side.content[place] and there != NONE:
            owners = [n for n in range(max(0, there - 2), there) if other.words[n].folded in _OWNERS]
            return Other(other.words[owners[-1]].text, owners[-1], there) if owners else None
    return None


def hit(row: Row, at: int, other: Other | None, sure: float) -> Hit:
    """Make a hit on a pronoun and, where it changes with it, its verb."""
    side = row.translation
    span, fix = (side.words[at].start, side.words[at].end), None
    if other:
        span, fix = instead(row, at, other)
        message = _("The subject differs from the reference, which has “%(subject)s”.") % {
            "subject": other.text
        }
    else:
        message = _("This is in the first person, although nobody speaks here.")
    evidence = other.text if other else row.reference.text
    return Hit(span, "accuracy/mistranslation", Severity.MAJOR, message, sure, evidence, fix)


def instead(row: Row, at: int, other: Other) -> tuple[tuple[int, int], str | None]:
    """Give what to write for a pronoun: the reference's, with the verb's form for it."""
    side, there = row.translation, row.reference
    word = side.words[at]
    person = person_of(there, other.at)
    span = word.start, word.end
    if not person or "'" in word.straight:
        return span, None
    starts = (
        word.start in {start for start, _end in side.sentences}
        or side.text[word.start - 1 : word.start] in '“"'
    )
    new = other.text.capitalize() if starts else other.text.lower()
    if word.folded != "i" or at + 1 >= len(side.words) or person == "they":
        return span, new
    verb = side.words[at + 1]
    agreeing = third_person(verb.straight)
    if verb.straight == "am" and "was" in {one.folded for one in there.words[other.at : other.verb]}:
        agreeing = "was"
    if agreeing == verb.straight:
        return span, new
    return (word.start, verb.end), f"{new} {agreeing}"
