"""How sure or how far a deed is: what may be so against what is, what was tried against what was done."""

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.checks.article import Article, Row
from workbench.checks.attitudes import unlike_attitudes
from workbench.checks.check import Check
from workbench.checks.deed_standings import unlike_standings
from workbench.checks.hit import Hit
from workbench.checks.links import NONE
from workbench.checks.side import Side
from workbench.i18n import N_, _
from workbench.lang.grammar import grammar_words
from workbench.lang.hedges import hedges
from workbench.model.finding import Severity

_SURE = 0.6  # "agreed where it would anchor" and "might anchor" say much the same
_DOUBT = 0.5
_BEFORE, _BEHIND = 3, 4  # words between a modal and its subject, and its verb
_CONDITIONAL = ("could", "would")  # of the translation and the reference: may mean one
_WEAK, _STRONG = "weak_modals", "strong_modals"


@dataclass(frozen=True, slots=True)
class Modal:
    """A modal verb by its index in `Side.words`, with those of its subject and its verb, NONE if not near."""

    at: int
    subject: int
    verb: int
    is_weak: bool


def find(row: Row, article: Article) -> Iterator[Hit]:
    """Yield verbs whose counterpart says otherwise how sure it is, or how far the deed is."""
    del article
    if not row.translation or not row.reference:
        return
    modal = [*doubts(row), *unlike_modals(row)]
    yield from modal
    for hit in (*unlike_standings(row), *unlike_attitudes(row)):
        if not any(hit.span[0] < other.span[1] and other.span[0] < hit.span[1] for other in modal):
            yield hit


def unlike_modals(row: Row) -> Iterator[Hit]:
    """Yield the modal verbs whose counterpart is stronger or weaker."""
    if not may_be_unlike(row.translation, row.reference):
        return
    ours, theirs = modals(row.translation), modals(row.reference)
    for mine in ours:
        same = [other for other in theirs if belong_together(row, mine, other)]
        same = [other for other in same if not may_be_meant(row, mine, other)]
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


def doubts(row: Row) -> Iterator[Hit]:
    """Yield what one side says may be so and the other, which has no word of doubt at all, says is so."""
    for at, there in doubted(row.reference, row.translation, row.links.backward):
        word, modal = row.translation.words[there], row.reference.words[at]
        message = _("The reference is less sure: “%(word)s”.") % {"word": modal.text}
        yield made((word.start, word.end), message, modal.text)
    for at, there in doubted(row.translation, row.reference, row.links.forward):
        modal, word = row.translation.words[at], row.reference.words[there]
        message = _("The reference is surer: “%(word)s”.") % {"word": word.text}
        yield made((modal.start, modal.end), message, word.text)


def doubted(side: Side, other: Side, linked: list[int]) -> Iterator[tuple[int, int]]:
    """Yield the modals of a side that doubt, each with its verb's counterpart on a side that does not."""
    known = hedges(side.known.language)
    if known.modals.isdisjoint(side.vocabulary) or not known.others.isdisjoint(other.folded):
        return
    found = [at for at, word in enumerate(side.words) if word.folded in known.modals and not word.is_capital]
    for at in found:
        clause = [word.folded for word in side.words[max(0, at - _BEFORE) : at]]
        verb_at = verb(side, at)
        if verb_at != NONE and linked[verb_at] != NONE and "that" not in clause:
            yield at, linked[verb_at]


def made(span: tuple[int, int], message: str, evidence: str) -> Hit:
    """Make a hit without a fix: the sentence has to be written anew."""
    return Hit(span, "accuracy/mistranslation", Severity.MAJOR, message, _DOUBT, evidence)


def may_be_unlike(side: Side, other: Side) -> bool:
    """Tell whether one side has a weak modal and the other a strong one."""
    weak, strong = strengths(side.known.language)
    return not (weak.isdisjoint(side.folded) or strong.isdisjoint(other.folded)) or not (
        strong.isdisjoint(side.folded) or weak.isdisjoint(other.folded)
    )


def strengths(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """Give the weak modals and the strong ones; none without data."""
    words = grammar_words(language)
    return words.get(_WEAK, frozenset()), words.get(_STRONG, frozenset())


def modals(side: Side) -> list[Modal]:
    """Find the modal verbs of a side."""
    weak, strong = strengths(side.known.language)
    if side.vocabulary.isdisjoint(weak) and side.vocabulary.isdisjoint(strong):
        return []
    return [
        Modal(index, subject(side, index), verb(side, index), word in weak)
        for index, word in enumerate(side.small)
        # May is a month, Will a man.
        if (word in weak or word in strong) and not side.words[index].is_capital
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
    if mine.is_weak == other.is_weak or (is_open(row.translation, mine) and is_open(row.reference, other)):
        return False
    linked = row.links.forward
    pairs = (mine.subject, other.subject), (mine.verb, other.verb)
    return any(one != NONE and linked[one] == another != NONE for one, another in pairs)


def may_be_meant(row: Row, mine: Modal, other: Modal) -> bool:
    """Tell whether two verbs may depend on one condition: a train could go, would run; not could die."""
    ours, theirs = row.translation.small, row.reference.small
    return (ours[mine.at], theirs[other.at]) == _CONDITIONAL and (
        NONE in {mine.verb, other.verb} or ours[mine.verb] != theirs[other.verb]
    )


def is_open(side: Side, modal: Modal) -> bool:
    """Tell whether a modal is behind what leaves open what it says: afraid it will, where it would."""
    known = hedges(side.known.language).open
    return not known.isdisjoint(side.small[max(0, modal.at - _BEFORE) : modal.at])


CHECK = Check(
    "certainty",
    N_("Certainty"),
    N_(
        "What the reference says may be so and the translation says is or will be (“would” for “could”), or"
        " the reverse, of the same subject or verb; what was planned, tried or nearly done and is told as"
        " done; “must not” for “need not”; hoped for feared."
    ),
    find,
)
