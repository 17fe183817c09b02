"""What the reference says may be so and the translation says will be, or the reverse."""

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.checks.article import Article, Row
from workbench.checks.check import Check
from workbench.checks.hit import Hit
from workbench.checks.links import NONE
from workbench.checks.side import Side
from workbench.i18n import N_, _
from workbench.lang.grammar import grammar_words
from workbench.model.finding import Severity

_SURE = 0.6  # "agreed where it would anchor" and "might anchor" say much the same
_BEFORE, _BEHIND = 3, 4  # words between a modal and its subject, and its verb
_WEAK, _STRONG = "weak_modals", "strong_modals"


@dataclass(frozen=True, slots=True)
class Modal:
    """A modal verb by its index in `Side.words`, with those of its subject and its verb, NONE if not near."""

    at: int
    subject: int
    verb: int
    is_weak: bool


def find(row: Row, article: Article) -> Iterator[Hit]:
    """Yield modal verbs whose counterpart says otherwise how sure it is."""
    del article
    if not row.translation or not row.reference:
        return
    ours, theirs = modals(row.translation), modals(row.reference)
    for mine in ours:
        same = [other for other in theirs if belong_together(row, mine, other)]
        if same and all(other.is_weak != mine.is_weak for other in theirs):
            word, other = row.translation.words[mine.at], row.reference.words[same[0].at]
            yield Hit(
                (word.start, word.end),
                "accuracy/mistranslation",
                Severity.MAJOR,
                _("The reference is surer: “%(word)s”.") % {"word": other.text}
                if mine.is_weak
                else _("The reference is less sure: “%(word)s”.") % {"word": other.text},
                _SURE,
                other.text,
                other.text,
            )


def modals(side: Side) -> list[Modal]:
    """Find the modal verbs of a side."""
    words = grammar_words(side.known.language)
    weak, strong = words.get(_WEAK, frozenset()), words.get(_STRONG, frozenset())
    return [
        Modal(index, subject(side, index), verb(side, index), word.folded in weak)
        for index, word in enumerate(side.words)
        if word.folded in weak or word.folded in strong
    ]


def subject(side: Side, at: int) -> int:
    """Give the nearest word before a modal that may be its subject."""
    pronouns = grammar_words(side.known.language)["pronouns"]
    near = range(at - 1, max(-1, at - 1 - _BEFORE), -1)
    return next(
        (index for index in near if side.content[index] or side.words[index].folded in pronouns), NONE
    )


def verb(side: Side, at: int) -> int:
    """Give the nearest word of content behind a modal."""
    near = range(at + 1, min(len(side.words), at + 1 + _BEHIND))
    return next((index for index in near if side.content[index]), NONE)


def belong_together(row: Row, mine: Modal, other: Modal) -> bool:
    """Tell whether two modals of different strength have a subject or a verb in common."""
    if mine.is_weak == other.is_weak:
        return False
    linked = row.links.forward
    pairs = (mine.subject, other.subject), (mine.verb, other.verb)
    return any(one != NONE and linked[one] == another != NONE for one, another in pairs)


CHECK = Check(
    "certainty",
    N_("Certainty"),
    N_(
        "What the reference says may be so and the translation says will be (“would” for “could”), or the"
        " reverse, of the same subject or verb."
    ),
    find,
)
