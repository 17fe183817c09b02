"""What the reference says and the translation does not, and the reverse: sentences and clauses."""

from collections.abc import Iterator

from workbench.checks.article import Article, Row
from workbench.checks.check import Check
from workbench.checks.gaps import WIDEST, Gap
from workbench.checks.hit import Hit, Span
from workbench.checks.links import NONE
from workbench.checks.qualified import lost_qualifiers
from workbench.checks.side import Side
from workbench.checks.worded_elsewhere import may_stand
from workbench.figures import percent
from workbench.i18n import N_, _
from workbench.lang.vague import is_vague
from workbench.model.finding import Severity

_LONG_GAP = 3  # words of weight in a row that nothing answers: fewer are another wording as often
_LONG_RUN = 5  # words of weight in a run that is longer than a gap
_MOSTLY = 0.5  # of the missing words: where more may be said elsewhere the sentence is built otherwise
_SPARE = 0.34  # of the missing words: so many words here may be free
_UNLINKED_GAP = 6  # where no list of synonyms tells another wording from an omission
_DROPPED = 1  # such words in a sentence of the reference that is missing: it is a sentence all the same
_SENTENCE = 3  # words of weight that make a sentence worth missing
_ANSWERED = 0.2  # of a sentence's words linked: with fewer it stands alone
_WHOLE, _PAIRLESS, _CLAUSE = 0.8, 0.7, 0.6
_CAPTION = 4  # words: a shorter line may be a credit or a heading that the other text has not


def find(row: Row, article: Article) -> Iterator[Hit]:
    """Yield what is left out of a pair's translation and what is added to it."""
    del article
    if not row.translation:
        yield from left_out_pair(row)
    elif row.reference:
        yield from left_out(row)
        yield from added(row)
        yield from lost_qualifiers(row)


def left_out_pair(row: Row) -> Iterator[Hit]:
    """Yield a pair that has no translation at all."""
    other = row.reference or row.source
    if other and len(other.words) > _CAPTION:
        message = _("This has no counterpart in the translation.")
        yield Hit((0, 0), "accuracy/omission", Severity.MAJOR, message, _PAIRLESS, other.text)


def left_out(row: Row) -> Iterator[Hit]:
    """Yield sentences of the reference that nothing answers, then clauses."""
    for span in row.reference.sentences if len(row.reference.sentences) > 1 else ():
        words = list(row.reference.words_in(span))
        if is_alone(row.reference, words, row.links.backward, _DROPPED):
            yield omission(row, words, _WHOLE)
    longest = _LONG_GAP if row.reference.known.language == "en" else _UNLINKED_GAP
    for gap in row.gaps:
        if len(gap.theirs) >= longest and is_left_out(row, gap, longest):
            yield omission(row, list(range(gap.theirs[0], gap.theirs[-1] + 1)), _CLAUSE)
    yield from long_clauses(row)


def is_left_out(row: Row, gap: Gap, longest: int) -> bool:
    """Tell whether the reference says much in a place where the translation says nothing."""
    missing = [index for index in gap.theirs if is_heavy(row.reference, index)]
    free = not any(row.translation.content[index] for index in gap.ours)
    return len(missing) >= longest and free and share_said(row, missing) <= _MOSTLY


def long_clauses(row: Row) -> Iterator[Hit]:
    """Yield what is longer than a gap and left out within a sentence, where nothing can stand for it."""
    for run in alone(row.reference, row.links.backward, row.translation, row.links.forward):
        if share_said(row, [index for index in run if is_heavy(row.reference, index)]) <= _MOSTLY:
            yield omission(row, list(run), _CLAUSE)


def share_said(row: Row, missing: list[int]) -> float:
    """Give the share of the reference's words that a word without counterpart, or a name, may stand for."""
    words, others = row.translation.words, row.reference.words
    free = [
        words[at]
        for at, there in enumerate(row.links.forward)
        if there == NONE and row.translation.content[at]
    ]
    named = any(word.is_capital for word in free)
    said = sum(
        (named and others[at].is_capital) or any(may_stand(word.folded, others[at].folded) for word in free)
        for at in missing
    )
    return said / len(missing)


def alone(side: Side, linked: list[int], other: Side, back: list[int]) -> Iterator[range]:
    """Yield the long runs of words without counterparts within a sentence that has others.

    Where the other side has many such words, too, they may say the same in another way.
    """
    if linked.count(NONE) <= WIDEST:
        return
    for span in side.sentences:
        words = side.words_in(span)
        for run in runs(linked, words):
            if not WIDEST < len(run) < len(words):
                continue
            heavy = sum(is_heavy(side, index) for index in run)
            if heavy >= _LONG_RUN and count_free(other, back) <= _SPARE * heavy:
                yield run


def runs(linked: list[int], words: range) -> Iterator[range]:
    """Yield the words in a row that have no counterparts."""
    start = words.start
    for index in [*(at for at in words if linked[at] != NONE), words.stop]:
        yield range(start, index)
        start = index + 1


def count_free(side: Side, linked: list[int]) -> int:
    """Count the words of weight without counterparts."""
    return sum(there == NONE and is_heavy(side, at) for at, there in enumerate(linked))


def omission(row: Row, words: list[int], sure: float) -> Hit:
    """Say what is missing, at the word after which it would stand."""
    evidence = row.reference.text[row.reference.words[words[0]].start : row.reference.words[words[-1]].end]
    before = next((row.links.backward[index] for index in range(words[0] - 1, -1, -1)
                   if row.links.backward[index] != NONE), None)  # fmt: skip
    share = len(words) / max(1, len(row.reference.words))
    message = _("%(share)s of the reference has no counterpart here: “%(text)s”.") % {
        "share": percent(share),
        "text": evidence,
    }
    return Hit(
        place_of(row.translation, before), "accuracy/omission", Severity.MAJOR, message, sure, evidence
    )


def place_of(side: Side, before: int | None) -> Span:
    """Give the span of the word after which something is missing; at the start that of the first."""
    word = side.words[before or 0] if side.words else None
    return (word.start, word.end) if word else (0, len(side.text))


def added(row: Row) -> Iterator[Hit]:
    """Yield sentences of the translation, one of several, and clauses that the reference does not answer."""
    side = row.translation
    for span in side.sentences if len(side.sentences) > 1 else ():
        words = list(side.words_in(span))
        if is_alone(side, words, row.links.forward, _SENTENCE):
            yield addition(span, _WHOLE)
    for run in alone(side, row.links.forward, row.reference, row.links.backward):
        yield addition((side.words[run.start].start, side.words[run.stop - 1].end), _CLAUSE)


def addition(span: Span, sure: float) -> Hit:
    """Say that nothing answers a part of the translation."""
    message = _("Nothing in the reference says this.")
    return Hit(span, "accuracy/addition", Severity.MAJOR, message, sure)


def is_alone(side: Side, words: list[int], linked: list[int], least: int) -> bool:
    """Tell whether a sentence says enough to be missed, and next to nothing of it is linked."""
    heavy = [index for index in words if is_heavy(side, index)]
    if len(heavy) < least:
        return False
    return sum(linked[index] != NONE for index in words) <= _ANSWERED * len(words)


def is_heavy(side: Side, index: int) -> bool:
    """Tell whether a word says something that another wording would have to say too."""
    return side.content[index] and not is_vague(side.words[index].folded, side.known.language)


CHECK = Check(
    "coverage",
    N_("Omissions and additions"),
    N_(
        "Sentences and clauses of the reference or the source that nothing in the translation answers,"
        " sentences of the translation that nothing in the reference does, and a lost “only”, “most” or"
        " “alleged”."
    ),
    find,
)
