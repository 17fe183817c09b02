"""A denial that is lost, or one that the other texts do not make."""

import re
from collections.abc import Iterator

from workbench.checks.article import Article, Row
from workbench.checks.check import Check
from workbench.checks.denials import Denied, excused, other_side
from workbench.checks.hit import Hit, Span
from workbench.checks.links import NONE
from workbench.checks.side import Side
from workbench.i18n import N_, _
from workbench.lang.denial import denial, has_prefix
from workbench.lang.grammar import grammar_words
from workbench.lang.wordnet import base_forms, parts_of_speech
from workbench.model.finding import Severity

_AGREED, _ALONE, _AGAINST = 0.92, 0.75, 0.4  # the source denies too; there is none; it does not

_EXCHANGED, _TOTAL = 0.6, 0.75
# Where what is denied is not linked: linked words, within reach, that show that the place is the same.
_UNLINKED, _SHARED, _AROUND = 0.55, 2, 8
_COMPARED = frozenset(["more", "less", "better", "worse", "so", "such", "fewer", "farther", "further"])
_UTMOST = frozenset(["most", "least", "best", "worst", "ever", "first", "record", "unprecedented", "only"])
_NEAR = 3  # words: a denial of the neighbour may deny the same


def find(row: Row, article: Article) -> Iterator[Hit]:
    """Yield the places of the translation where a denial is missing, or one stands alone."""
    del article
    if not row.translation or not row.reference:
        return
    whole = list(made_total(row))
    yield from whole
    ours, theirs = row.denials
    if whole:
        return
    if len(ours) < len(theirs):
        hits = islice_hits(lost(row, ours, theirs), len(theirs) - len(ours))
        yield from hits or only_denial(row, ours, theirs, of_reference=True)
    elif len(ours) > len(theirs):
        hits = islice_hits(added(row, ours, theirs), len(ours) - len(theirs))
        yield from hits or only_denial(row, theirs, ours, of_reference=False)
    else:
        yield from exchanged(row, ours, theirs)


def made_total(row: Row) -> Iterator[Hit]:
    """Yield "everyone did not leave" where the reference has "not everyone left"."""
    known = denial(row.translation.known.language)
    if known.partial is None or known.total is None:
        return
    partial, total = known.partial.search(row.reference.text), known.total.search(row.translation.text)
    if partial and total and not known.partial.search(row.translation.text):
        yield Hit(
            total.span(),
            "accuracy/negation",
            Severity.MAJOR,
            _("The reference denies it of some only: “%(text)s”.") % {"text": partial[0]},
            _TOTAL,
            partial[0],
        )


def islice_hits(hits: Iterator[Hit], most: int) -> list[Hit]:
    """Take no more hits than there are denials too few or too many; where more are possible none is sure."""
    found = list(hits)
    return found if len(found) <= most else []


def lost(row: Row, ours: list[Denied], theirs: list[Denied]) -> Iterator[Hit]:
    """Yield what the reference denies and the translation says plainly."""
    for each in theirs:
        place = unanswered(row, each, ours, of_reference=True)
        if place is None:
            continue
        span, fix = plain_statement(row.translation, place)
        evidence = row.reference.text[row.reference.words[each.at].start : row.reference.words[each.head].end]
        yield Hit(
            span,
            "accuracy/negation",
            Severity.CRITICAL,
            _("The reference denies this; the translation does not."),
            sureness(row.source, denies=True),
            evidence,
            fix,
        )


def added(row: Row, ours: list[Denied], theirs: list[Denied]) -> Iterator[Hit]:
    """Yield what the translation denies and the reference says plainly."""
    for each in ours:
        place = unanswered(row, each, theirs, of_reference=False)
        if place is None:
            continue
        words = row.translation.words
        span = (words[each.at].start, words[each.head].end)
        evidence = row.reference.words[place].text
        yield Hit(
            span,
            "accuracy/negation",
            Severity.CRITICAL,
            _("The translation denies this; the reference does not."),
            sureness(row.source, denies=False),
            evidence,
            without_denial(row.translation, each),
        )


def only_denial(row: Row, none: list[Denied], one: list[Denied], *, of_reference: bool) -> Iterator[Hit]:
    """Yield the one denial of a pair whose other side has no word at all that may deny."""
    side, other = (row.reference, row.translation) if of_reference else (row.translation, row.reference)
    if one and is_outdone(side, one[0]) and outdoes(other):
        return
    linked, _back = other_side(row.links, of_reference=of_reference)
    if none or len(one) != 1 or linked[one[0].head] != NONE or may_deny(other):
        return
    around = range(max(0, one[0].at - _AROUND), min(len(linked), one[0].head + _AROUND + 1))
    near = [linked[at] for at in around if linked[at] != NONE and side.content[at]]
    if len(near) < _SHARED:
        return
    first, last = sorted((one[0].at, one[0].head))
    words = side.words[first : last + 1]
    said = side.text[words[0].start : words[-1].end]
    message = (
        _("The reference denies this; the translation does not.")
        if of_reference
        else _("The translation denies this; the reference does not.")
    )
    span = in_its_place(row, near) if of_reference else (words[0].start, words[-1].end)
    yield Hit(span, "accuracy/negation", Severity.MAJOR, message, _UNLINKED, said)


def may_deny(side: Side) -> bool:
    """Tell whether a side has a word that may stand for a denial."""
    known = denial(side.known.language)
    return any(word.folded in known.excuses or has_prefix(word.folded, known) for word in side.words)


def in_its_place(row: Row, near: list[int]) -> Span:
    """Give the words of the translation without counterparts, where they are few, or the one beside."""
    words, forward = row.translation.words, row.links.forward
    free = [at for at, there in enumerate(forward) if there == NONE and row.translation.content[at]]
    first, last = (free[0], free[-1]) if free and free[-1] - free[0] < _NEAR else (near[0], near[0])
    return words[first].start, words[last].end


def exchanged(row: Row, ours: list[Denied], theirs: list[Denied]) -> Iterator[Hit]:
    """Yield the one denial of both sides where what it denies here is said plainly there, and the reverse."""
    if len(ours) != 1 or len(theirs) != 1:
        return
    mine, yours = ours[0], theirs[0]
    here, there = row.links.forward[mine.head], row.links.backward[yours.head]
    if (
        NONE in {here, there}
        or here == yours.head
        or abs(here - yours.head) <= _NEAR
        or abs(there - mine.head) <= _NEAR
    ):
        return
    if (there < mine.at) == (here < yours.at):
        words, others = row.translation.words, row.reference.words
        evidence = row.reference.text[others[yours.at].start : others[yours.head].end]
        yield Hit(
            (words[mine.at].start, words[mine.head].end),
            "accuracy/negation",
            Severity.MAJOR,
            _("The reference denies something else: “%(text)s”.") % {"text": evidence},
            _EXCHANGED,
            evidence,
        )


def unanswered(row: Row, each: Denied, others: list[Denied], *, of_reference: bool) -> int | None:
    """Give the place on the other side that says plainly what is denied here; None where it may be denied."""
    side, other = (row.reference, row.translation) if of_reference else (row.translation, row.reference)
    if is_outdone(side, each) and outdoes(other):
        return None
    there, back = other_side(row.links, of_reference=of_reference)
    head = each.head if there[each.head] != NONE else complement(side, each)
    place = there[head]
    if place == NONE or excused(other, place, back, side) or excused(side, head, there, other, but=each):
        return None
    answered = any(abs(counter.head - place) <= 1 or counter.at < place <= counter.head for counter in others)
    return None if answered else place


def is_outdone(side: Side, each: Denied) -> bool:
    """Tell whether a denial compares: no larger, never so much; a superlative says the same."""
    after = [word.folded for word in side.words[each.end : each.end + _NEAR]]
    return any(word in _COMPARED or (word.endswith("er") and is_compared(word)) for word in after)


def is_compared(word: str) -> bool:
    """Tell whether a word is the comparative of an adjective: larger, not water."""
    adjective = base_forms(word, "a")
    return adjective != (word,) and not parts_of_speech(word)[0]


def outdoes(side: Side) -> bool:
    """Tell whether a side has a superlative."""
    return any(word.folded in _UTMOST or word.folded.endswith("est") for word in side.words)


def complement(side: Side, each: Denied) -> int:
    """Give the word of content right behind a denied verb, which says what is denied: without falling ill."""
    after = each.head + 1
    if (
        each.end <= each.head
        and after < len(side.words)
        and adjacent(side, each.head)
        and side.content[after]
    ):
        return after
    return each.head


def plain_statement(side: Side, place: int) -> tuple[Span, str | None]:
    """Give the span of a verb with its auxiliaries, and the same denied; no fix where that needs "did"."""
    words, grammar = side.words, grammar_words(side.known.language)
    before = grammar["modals"] | grammar["auxiliaries"] | {"to"}
    first = place
    while first > 0 and words[first - 1].folded in before and adjacent(side, first - 1):
        first -= 1
    span = (words[first].start, words[place].end)
    if first == place:
        return span, None
    head, rest = words[first].text, side.text[words[first].end : words[place].end]
    if head.lower() == "to":
        return span, f"not {head}{rest}"
    return span, f"{head} not{rest}"


def adjacent(side: Side, index: int) -> bool:
    """Tell whether nothing but spaces stands between a word and the next."""
    return not side.text[side.words[index].end : side.words[index + 1].start].strip()


def without_denial(side: Side, each: Denied) -> str | None:
    """Give the denied words without "not", where that is all there is to leave out."""
    words = side.words
    text = side.text[words[each.at].start : words[each.head].end]
    denial_word = words[each.at].folded
    return (
        re.sub(r"^\w+\s+", "", text) if denial_word in {"not", "never"} and each.end == each.at + 1 else None
    )


def sureness(source: Side, *, denies: bool) -> float:
    """Give the confidence by what the source says, where it can be searched."""
    known = denial(source.known.language) if source else None
    if known is None or known.signs is None:
        return _ALONE
    return _AGREED if bool(known.signs.search(source.text)) == denies else _AGAINST


CHECK = Check(
    "negation",
    N_("Negation"),
    N_(
        "A denial that is lost (“confirmed” for “did not confirm”), or one that the reference does not make."
        " Other ways to deny the same (“refused to”, “without”, “unlucky”) are none."
    ),
    find,
)
