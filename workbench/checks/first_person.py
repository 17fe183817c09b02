"""An I where the reference speaks of somebody else, or a text of nobody who says I."""

from collections.abc import Iterator

from workbench.checks.article import Article, Row
from workbench.checks.clauses import adjoins, is_spoken_of, person_of
from workbench.checks.doers import OBJECTS, doer, hit, owner
from workbench.checks.hit import Hit
from workbench.checks.links import NONE
from workbench.checks.quoting import quoting
from workbench.checks.side import Side
from workbench.checks.verbs import Finite, Form, finite, form
from workbench.i18n import _
from workbench.lang.grammar import grammar_words
from workbench.lang.verbs import verb_forms
from workbench.model.finding import Severity

FIRST = frozenset(["i", "we"])  # persons, as `person_of` gives them
_NUMBERED = frozenset(
    ["war", "part", "chapter", "type", "phase", "class", "act", "volume", "book", "stage", "grade"]
)
_MINE = frozenset(["my", "mine", "our", "ours"])
_NARRATED = 3  # pairs in which the text itself says I: its author is a narrator
_LEFTOVER = 3  # words of a sentence such as "I will.", which `fragments` finds
_VERBS = frozenset(Form) - {Form.NONE}
# Confidence by evidence: the reference's subject is another; it says nowhere I; a report says I by itself.
_OTHER, _QUOTED, _NOWHERE, _REPORTED = 0.9, 0.8, 0.75, 0.6


def is_numeral(side: Side, at: int) -> bool:
    """Tell whether an I counts a king or a war: it follows a name, or a noun of what is counted so."""
    if side.words[at].text != "I" or not at or not adjoins(side, at - 1) or not side.content[at - 1]:
        return False
    before, after = side.words[at - 1], side.words[at + 1 : at + 2]
    says = bool(after) and adjoins(side, at) and after[0].straight in verb_forms("en")["finite"]
    return before.is_capital or (before.folded in _NUMBERED and not says)  # the part I had, type I diabetes


def is_pit(side: Side, at: int) -> bool:
    """Tell whether a "mine" is dug: it follows an article or what describes it."""
    if side.words[at].folded != "mine" or not at or not adjoins(side, at - 1):
        return False
    return side.content[at - 1] or side.words[at - 1].folded in grammar_words("en")["articles"]


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
    if other and is_spoken_of(side, at, row.reference.small[other.at]):
        return
    if other:
        yield hit(row, at, other, _QUOTED if quoted else _OTHER)
    elif (
        person_of(side, at) == "i"
        and not quoted
        and is_said_of_oneself(side, at)
        and article.fact(narrated_there) < _NARRATED
    ):
        yield hit(row, at, None, _NOWHERE)
    elif quoted and side.words[at].text == "I" and quotes_clause(row.reference):
        yield unsaid(side, at)


def quotes_clause(side: Side) -> bool:
    """Tell whether a quotation, if there is one, has a verb: "Thirty years with them" leaves the I unsaid."""
    told = quoting(side.text, side.language)
    return not any((told.spans, told.unclosed, told.unopened)) or any(
        told.holds(word.start) and finite(side.words, at) is Finite.SURE for at, word in enumerate(side.words)
    )


def unsaid(side: Side, at: int) -> Hit:
    """Say that no quotation of the reference has a first person."""
    word = side.words[at]
    message = _("Nothing in the reference says this.")
    return Hit((word.start, word.end), "accuracy/mistranslation", Severity.MAJOR, message, _NOWHERE)


def says_first(side: Side, *, quoted: bool) -> bool:
    """Tell whether a side has a first person, for what is outside quotations just there."""
    told = quoting(side.text, side.language)
    return any(
        person in FIRST and (quoted or not told.holds(side.words[at].start))
        for at, person in side.pronouns.items()
    )


def is_said_of_oneself(side: Side, at: int) -> bool:
    """Tell whether an I does something, or a me or my is what something is done to."""
    return is_doing(side, at) if side.words[at].folded == "i" else side.words[at].folded in OBJECTS | _MINE


def is_doing(side: Side, at: int) -> bool:
    """Tell whether an I has its verb right after it, in a sentence of more than an ending's leftovers."""
    words = side.words_in(side.sentences[side.sentence_of(side.words[at].start)])
    if side.words[at].folded != "i" or at + 1 >= len(side.words) or len(words) <= _LEFTOVER:
        return False
    return adjoins(side, at) and form(side.words[at + 1].straight) in _VERBS


def is_reported(side: Side, at: int) -> bool:
    """Tell whether an I stands in what somebody else is said to say: he said that I would resign."""
    start = side.sentences[side.sentence_of(side.words[at].start)][0]
    speech = verb_forms("en")["speech"]
    before = [
        place
        for place in range(at)
        if side.words[place].start >= start and side.words[place].folded in speech
    ]
    return bool(before) and before[0] > 0 and person_of(side, before[0] - 1) not in FIRST


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
        person in FIRST and not told.holds(side.words[at].start) and not is_reported(side, at)
        for at, person in side.pronouns.items()
    )
