"""Subjects that a machine filled in: I for the one spoken of, he for a country."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from workbench.checks.article import Article, Row
from workbench.checks.check import Check
from workbench.checks.clauses import adjoins, is_adverb, is_passive, person_of, subject_of, third_person
from workbench.checks.hit import Hit
from workbench.checks.links import NONE
from workbench.checks.persons import genders
from workbench.checks.quoting import quoting
from workbench.checks.side import Side
from workbench.checks.verbs import Form, form, straight
from workbench.i18n import N_, _
from workbench.lang.genders import Gender, gendered_words
from workbench.lang.name_words import name_words
from workbench.lang.verbs import verb_forms
from workbench.lang.wordnet import parts_of_speech
from workbench.model.finding import Severity

_FIRST = frozenset(["i", "we"])  # persons, as `person_of` gives them
_THIRD = frozenset(["he", "she", "it", "they"])
_MINE, _OBJECTS = frozenset(["my", "mine", "our", "ours"]), frozenset(["me", "myself", "us"])
_OWNERS = frozenset(["his", "her", "its", "their"])
_NARRATED = 3  # pairs in which the text itself says I: its author is a narrator
_LONG = 7  # letters: "myself" and "I’ve" are shorter
_LEFTOVER = 3  # words of a sentence such as "I will.", which `fragments` finds
_VERBS = frozenset(Form) - {Form.NONE}
_REACH = 4  # words from a pronoun to its verb or its noun
# Confidence by evidence: the reference's subject is another; it says nowhere I; a report says I by itself.
_OTHER, _QUOTED, _NOWHERE, _REPORTED, _COUNTRY, _SPEAKER = 0.9, 0.8, 0.75, 0.6, 0.75, 0.75


@dataclass(frozen=True, slots=True)
class Other:
    """The subject that the reference has: as written, its index, and its verb's index."""

    text: str
    at: int
    verb: int


def find(row: Row, article: Article) -> Iterator[Hit]:
    """Yield the subjects of a pair that are another in the reference."""
    side = row.translation
    if side.known.language != "en":
        return
    for at, word in enumerate(side.words):
        person = person_of(side, at)
        if person in _FIRST and len(word.text) < _LONG and word.text != "US" and not is_numeral(side, at):
            yield from first_person(row, article, at)
        elif person in {"he", "she"} and word.folded in {"he", "she"} and row.reference:
            yield from of_country(row, at)
    if row.reference:
        yield from other_speaker(row, article)


def other_speaker(row: Row, article: Article) -> Iterator[Hit]:
    """Yield the name of a man who says what in the reference she says, and the reverse."""
    speech = verb_forms("en")["speech"]
    for at, there in enumerate(row.links.forward):
        if there == NONE or row.translation.words[at].folded not in speech:
            continue
        name = beside(row.translation, at, article.fact(genders))
        pronoun = beside(row.reference, there, gendered_words("en"))
        if name is None or pronoun is None or person_of(row.reference, pronoun) not in {"he", "she"}:
            continue
        word, other = row.translation.words[name], row.reference.words[pronoun]
        known = article.fact(genders)[word.folded]
        if (
            word.is_capital
            and other.folded in {"he", "she"}
            and known is not gendered_words("en")[other.folded]
        ):
            message = _("The subject differs from the reference, which has “%(subject)s”.")
            yield Hit(
                (word.start, word.end),
                "accuracy/mistranslation",
                Severity.MAJOR,
                message % {"subject": other.text},
                _SPEAKER,
                other.text,
                other.folded,
            )


def beside(side: Side, verb: int, words: Mapping[str, Gender]) -> int | None:
    """Give the one word of some right before or after a verb, with only a space between."""
    near = [at for at in (verb - 1, verb + 1) if 0 <= at < len(side.words) and side.words[at].folded in words]
    near = [at for at in near if adjoins(side, min(at, verb))]
    return near[0] if len(near) == 1 else None


def is_numeral(side: Side, at: int) -> bool:
    """Tell whether an I counts a king or a war: it follows a name or a noun."""
    if side.words[at].text != "I" or not at or not adjoins(side, at - 1) or not side.content[at - 1]:
        return False
    before = side.words[at - 1]
    return before.is_capital or parts_of_speech(before.folded)[0] > 0 == parts_of_speech(before.folded)[1]


def first_person(row: Row, article: Article, at: int) -> Iterator[Hit]:
    """Yield an I where the reference speaks of somebody else, or the text of nobody who says I."""
    side = row.translation
    quoted = quoting(side.text, side.language).holds(side.words[at].start)
    if not row.reference:
        if not quoted and is_reported(side, at) and article.fact(narrated) < _NARRATED:
            yield hit(row, at, None, _REPORTED)
        return
    marked = bool(quoting(side.text, side.language).spans)
    if row.links.forward[at] != NONE or says_first(row.reference, quoted=quoted or not marked):
        return
    other = owner(row, at) if side.words[at].folded in _MINE else doer(row, at)
    if other:
        yield hit(row, at, other, _QUOTED if quoted else _OTHER)
    elif (
        person_of(side, at) == "i"
        and not quoted
        and is_said_of_oneself(side, at)
        and article.fact(narrated_there) < _NARRATED
    ):
        yield hit(row, at, None, _NOWHERE)


def says_first(side: Side, *, quoted: bool) -> bool:
    """Tell whether a side has a first person, for what is outside quotations just there."""
    told = quoting(side.text, side.language)
    return any(
        person_of(side, at) in _FIRST and (quoted or not told.holds(side.words[at].start))
        for at in every(side)
    )


def is_said_of_oneself(side: Side, at: int) -> bool:
    """Tell whether an I does something, or a me or my is what something is done to."""
    return is_doing(side, at) if side.words[at].folded == "i" else side.words[at].folded in _OBJECTS | _MINE


def is_doing(side: Side, at: int) -> bool:
    """Tell whether an I has its verb right after it, in a sentence of more than an ending's leftovers."""
    words = side.words_in(side.sentences[side.sentence_of(side.words[at].start)])
    if side.words[at].folded != "i" or at + 1 >= len(side.words) or len(words) <= _LEFTOVER:
        return False
    return adjoins(side, at) and form(straight(side.words[at + 1])) in _VERBS


def every(side: Side) -> range:
    """Give the indices of a side's words."""
    return range(len(side.words))


def is_reported(side: Side, at: int) -> bool:
    """Tell whether an I stands in what somebody else is said to say: he said that I would resign."""
    start = side.sentences[side.sentence_of(side.words[at].start)][0]
    speech = verb_forms("en")["speech"]
    before = [
        place
        for place in range(at)
        if side.words[place].start >= start and side.words[place].folded in speech
    ]
    return bool(before) and before[0] > 0 and person_of(side, before[0] - 1) not in _FIRST


def narrated(article: Article) -> int:
    """Count the pairs whose translation says I outside quotations and reports."""
    return sum(is_told(row.translation) for row in article.rows)


def narrated_there(article: Article) -> int:
    """Count the pairs whose reference does."""
    return sum(is_told(row.reference) for row in article.rows)


def is_told(side: Side) -> bool:
    """Tell whether a side says I outside quotations and reports."""
    told = quoting(side.text, side.language)
    return any(
        person_of(side, at) in _FIRST and not told.holds(side.words[at].start) and not is_reported(side, at)
        for at in every(side)
    )


def verb_after(side: Side, at: int) -> int | None:
    """Give the verb of a pronoun: the first word of content within reach."""
    for place in range(at + 1, min(len(side.words), at + 1 + _REACH)):
        if side.content[place] and not is_adverb(side.words[place].folded):
            return place
    return None


def doer(row: Row, at: int) -> Other | None:
    """Give the subject, of the third person, that the reference has for a pronoun's verb."""
    side, other = row.translation, row.reference
    verb = verb_after(side, at) if side.words[at].folded not in _OBJECTS else None
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
    if person_of(side, at) or straight(word) != word.folded:
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
    if not person or "'" in straight(word):
        return span, None
    starts = (
        word.start in {start for start, _end in side.sentences}
        or side.text[word.start - 1 : word.start] in '“"'
    )
    new = other.text.capitalize() if starts else other.text.lower()
    if word.folded != "i" or at + 1 >= len(side.words) or person == "they":
        return span, new
    verb = side.words[at + 1]
    agreeing = third_person(straight(verb))
    if straight(verb) == "am" and "was" in {one.folded for one in there.words[other.at : other.verb]}:
        agreeing = "was"
    if agreeing == straight(verb):
        return span, new
    return (word.start, verb.end), f"{new} {agreeing}"


def of_country(row: Row, at: int) -> Iterator[Hit]:
    """Yield a he or she whose verb has a country as its subject in the reference."""
    side, other = row.translation, row.reference
    verb = verb_after(side, at)
    found = doer(row, at)
    if (
        verb is None
        or not found
        or person_of(other, found.at)
        or found.text.casefold() not in name_words("en").territories
    ):
        return
    yield Hit(
        (side.words[at].start, side.words[verb].end),
        "accuracy/mistranslation",
        Severity.MAJOR,
        _("The subject differs from the reference, which has “%(subject)s”.") % {"subject": found.text},
        _COUNTRY,
        found.text,
        found.text + side.text[side.words[at].end : side.words[verb].end],
    )


CHECK = Check(
    "subject",
    N_("Subjects"),
    N_(
        "A verb whose subject the reference has otherwise: I for somebody spoken of, he for a country. A"
        " first person outside quotations that nobody in the reference says. What a passive rewords is left"
        " alone."
    ),
    find,
    wide=True,
)
