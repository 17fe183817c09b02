"""Subjects that a machine filled in: I for the one spoken of, he for a country."""

from collections.abc import Iterator

from workbench.checks.article import Article, Row
from workbench.checks.check import Check
from workbench.checks.clauses import person_of
from workbench.checks.deeds import deed
from workbench.checks.doers import doer, verb_after
from workbench.checks.first_person import FIRST, first_person, is_numeral, is_pit
from workbench.checks.hit import Hit, Span
from workbench.checks.joined_verbs import joined_verbs
from workbench.checks.noun_phrases import Party
from workbench.checks.other_speaker import other_speaker
from workbench.checks.reporting import other_speech
from workbench.checks.same_deeds import counterpart
from workbench.checks.second_person import second_person
from workbench.checks.side import Side
from workbench.checks.speakers import other_persons
from workbench.checks.turned_persons import turned_persons
from workbench.i18n import N_, _
from workbench.lang.name_words import name_words
from workbench.model.finding import Severity

_LONG = 7  # letters: "myself" and "I’ve" are shorter
_COUNTRY = 0.75


def find(row: Row, article: Article) -> Iterator[Hit]:
    """Yield the subjects of a pair that are another in the reference."""
    if row.translation.known.language != "en":
        return
    found = list(other_subjects(row, article))
    yield from found
    if row.reference:
        # What is said of the verb, too, says more.
        more = [*other_persons(row), *turned_persons(row), *joined_verbs(row)]
        taken = {place for hit in found for place in range(*hit.span)} if more else set()
        yield from (hit for hit in more if taken.isdisjoint(range(*hit.span)))
        yield from other_speech(row)


def other_subjects(row: Row, article: Article) -> Iterator[Hit]:
    """Yield those of verbs that both sides have, and a first person of nobody."""
    side = row.translation
    for at, person in side.pronouns.items():
        word = side.words[at]
        if person in FIRST and len(word.text) < _LONG and not is_other_word(side, at):
            yield from first_person(row, article, at)
        elif person in {"he", "she"} and word.folded in {"he", "she"} and row.reference:
            yield from of_country(row, at)
    if row.reference:
        yield from other_speaker(row, article)
        yield from second_person(row)


def of_country(row: Row, at: int) -> Iterator[Hit]:
    """Yield a he or she whose verb has a country as its subject in the reference."""
    side, other = row.translation, row.reference
    verb = verb_after(side, at)
    found = doer(row, at)
    name = found.text if found and not person_of(other, found.at) else ""
    if verb is not None and not found:
        name = acting(row, verb)
    if verb is None or name.casefold() not in name_words("en").territories:
        return
    yield Hit(
        (side.words[at].start, side.words[verb].end),
        "accuracy/mistranslation",
        Severity.MAJOR,
        _("The subject differs from the reference, which has “%(subject)s”.") % {"subject": name},
        _COUNTRY,
        name,
        name + side.text[side.words[at].end : side.words[verb].end],
    )


def acting(row: Row, verb: int) -> str:
    """Give the subject that the reference has for an active verb: the one of several linked by "and", too."""
    there = counterpart(row, verb)
    mine = deed(row.translation, verb) if there is not None else None
    yours = deed(row.reference, there) if there is not None and mine and not mine.passive else None
    if yours is None or yours.passive or yours.doer is None or yours.doer.person:
        return ""
    return row.reference.text[slice(*place(row.reference, yours.doer))]


def place(side: Side, party: Party) -> Span:
    """Give where the words that name a party stand."""
    return side.words[party.words[0]].start, side.words[party.words[-1]].end


def is_other_word(side: Side, at: int) -> bool:
    """Tell whether what looks like a first person is none: US, World War I, the mine."""
    return side.words[at].text == "US" or is_numeral(side, at) or is_pit(side, at)


CHECK = Check(
    "subject",
    N_("Subjects"),
    N_(
        "A verb whose subject the reference has otherwise: I or you for somebody spoken of, he for a"
        " country; a question told as a fact, a demand as a promise. A first person that nobody in the"
        " reference says. What a passive rewords is left alone."
    ),
    find,
    wide=True,
)
