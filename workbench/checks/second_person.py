"""A subject that was dropped and filled in with you: "You ask" for "she asks"."""

from collections.abc import Iterator

from workbench.checks.article import Row
from workbench.checks.clauses import person_of, subject_of
from workbench.checks.doers import verb_after
from workbench.checks.hit import Hit
from workbench.checks.links import NONE
from workbench.checks.side import Side
from workbench.i18n import _
from workbench.model.finding import Severity

_SURE = 0.6
_YOU = frozenset(["you", "your", "yours", "yourself", "yourselves", "one", "ye", "thou", "thee", "thy"])


def second_person(row: Row) -> Iterator[Hit]:
    """Yield a "you" for whose verb, or at whose place, the reference has another pronoun and nowhere you."""
    side = row.translation
    if "you" not in side.vocabulary or not _YOU.isdisjoint(row.reference.vocabulary):
        return
    ours = [at for at, word in enumerate(side.words) if word.folded == "you"]
    for at in ours:
        subject = subject_there(row, at)
        if subject is not None:
            other = row.reference.words[subject].text
            message = _("The subject differs from the reference, which has “%(subject)s”.") % {
                "subject": other
            }
            word = side.words[at]
            yield Hit(
                (word.start, word.end), "accuracy/mistranslation", Severity.MAJOR, message, _SURE, other
            )


def subject_there(row: Row, at: int) -> int | None:
    """Give the pronoun that is the subject of the same verb in the reference, or begins the same sentence."""
    verb = verb_after(row.translation, at)
    there = row.links.forward[verb] if verb is not None else NONE
    subject = subject_of(row.reference, there) if there != NONE else first_word(row, at)
    return subject if subject is not None and is_other(row.reference, subject) else None


def is_other(side: Side, at: int) -> bool:
    """Tell whether a word is a pronoun that stands for somebody else, and is a subject."""
    return side.words[at].folded in {"i", "he", "she", "we", "they"} and bool(person_of(side, at))


def first_word(row: Row, at: int) -> int | None:
    """Give the first word of the reference's sentence that stands where one begins with a word."""
    side, other = row.translation, row.reference
    number = side.sentence_of(side.words[at].start)
    if len(side.sentences) != len(other.sentences) or side.words_in(side.sentences[number]).start != at:
        return None
    return other.words_in(other.sentences[number]).start
