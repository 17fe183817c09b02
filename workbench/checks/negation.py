"""A denial that is lost, or one that the other texts do not make."""

import re
from collections.abc import Iterator

from workbench.checks.article import Article, Row
from workbench.checks.check import Check
from workbench.checks.comparing import exceeds_all, is_outdone, outdoes
from workbench.checks.denials import Denied, excused, other_side
from workbench.checks.double_denials import quantified, quantifiers, turned_round
from workbench.checks.exceptions import exceptions, leaves_one, only_for_not_only, says_only
from workbench.checks.half_denials import half_denials
from workbench.checks.hit import Hit, Span
from workbench.checks.links import NONE
from workbench.checks.lone_denials import asked_to, exchanged
from workbench.checks.moved_denials import moved, said
from workbench.checks.side import Side
from workbench.i18n import N_, _
from workbench.lang.denial import denial, opposed, scope, telling_words
from workbench.lang.grammar import grammar_words
from workbench.lang.wordnet import base_forms
from workbench.model.finding import Severity

# The source denies as the reference does; there is none; it denies, this or something else; it does not.
_AGREED, _ALONE, _SOMETHING, _AGAINST = 0.92, 0.75, 0.55, 0.4

_TOTAL = 0.75
_OBJECT = 2  # words from a verb to the denial of its object
_BEHIND_DENYING = 5  # words from a verb that denies to a denial of what it denies


def find(row: Row, article: Article) -> Iterator[Hit]:
    """Yield the places of the translation where a denial is missing, or one stands alone."""
    del article
    if not row.translation or not row.reference or not may_differ(row):
        return
    ours, theirs = row.denials
    totals = quantifiers(row)
    whole = [*made_total(row), *turned_round(row), *quantified(row, ours, theirs, totals)]
    yield from whole
    if whole or totals:
        return
    asked = [*scoped(row, ours, theirs)] or [*asked_to(row, theirs)]
    yield from asked
    if asked:
        return
    if len(ours) < len(theirs):
        yield from islice_hits(lost(row, ours, theirs), len(theirs) - len(ours))
    elif len(ours) > len(theirs):
        yield from islice_hits(added(row, ours, theirs), len(ours) - len(theirs))
    else:
        yield from exchanged(row, ours, theirs)


def may_differ(row: Row) -> bool:
    """Tell whether a pair has any denial, or a word of what is sought besides: most have none."""
    telling = telling_words(row.translation.known.language)
    sides = row.translation, row.reference
    return any(row.denials) or not all(telling.isdisjoint(side.vocabulary) for side in sides)


def scoped(row: Row, ours: list[Denied], theirs: list[Denied]) -> Iterator[Hit]:
    """Yield the denials that reach further than those of the reference, or not as far."""
    yield from moved(row, ours, theirs)
    yield from half_denials(row, ours, theirs)
    yield from only_for_not_only(row)
    if ours or theirs:
        yield from exceptions(row, ours, theirs)


def made_total(row: Row) -> Iterator[Hit]:
    """Yield "everyone did not leave" where the reference has "not everyone left"."""
    known = denial(row.translation.known.language)
    if known.partial is None or known.total is None or not row.denials[1]:
        return
    partial = known.partial.search(row.reference.text)
    total = known.total.search(row.translation.text) if partial else None
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
        evidence = said(row.reference, each)
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
        if place is None or leaves_one(row.translation, each):
            continue
        start = row.translation.words[min(each.at, each.head)].start
        span = (start, start + len(said(row.translation, each)))
        evidence = row.reference.words[place].text
        yield Hit(
            span,
            "accuracy/negation",
            Severity.CRITICAL,
            _("The translation denies this; the reference does not."),
            _ALONE if is_behind_denying(row.translation, each) else sureness(row.source, denies=False),
            evidence,
            without_denial(row.translation, each),
        )


def unanswered(row: Row, each: Denied, others: list[Denied], *, of_reference: bool) -> int | None:
    """Give the place on the other side that says plainly what is denied here; None where it may be denied."""
    side, other = (row.reference, row.translation) if of_reference else (row.translation, row.reference)
    if says_only(side, each, other) or (is_outdone(side, each) and outdoes(other, side)):
        return None
    there, back = other_side(row.links, of_reference=of_reference)
    head = each.head if there[each.head] != NONE else complement(side, each)
    place = there[head]
    if place == NONE or opposed(side.words[head].folded, other.words[place].folded):
        return None
    if is_denied_as_well(each, other, there[each.at]) or exceeds_all(other, place):
        return None
    if is_silent(side, each, other):
        return None
    if excused(other, place, back, side) or excused(side, head, there, other, but=each):
        return None
    return None if any(answers(other, counter, place) for counter in others) else place


def is_denied_as_well(each: Denied, other: Side, there: int) -> bool:
    """Tell whether the counterpart of the first word of a phrase that denies does, too: declined comment."""
    is_phrase = each.end - each.at > 1 and there != NONE
    return is_phrase and other.small[there] in denial(other.known.language).excuses


def is_silent(side: Side, each: Denied, other: Side) -> bool:
    """Tell whether one side denies that anything is said, and the other speaks of silence."""
    known, near = side.known.language, side.small[max(0, each.at - _OBJECT) : each.head + 1]
    if scope(known, "silent").isdisjoint(other.vocabulary):
        return False
    return any(not scope(known, "telling").isdisjoint(base_forms(word)) for word in near)


def answers(side: Side, each: Denied, place: int) -> bool:
    """Tell whether a denial is of the word at a place, or of its object: asked for no money."""
    if abs(each.head - place) <= 1 or each.at < place <= each.head:
        return True
    is_of_thing = side.small[each.at] in denial(side.known.language).quantifiers
    return is_of_thing and 0 < each.at - place <= _OBJECT and is_inside(side, place, each.at)


def is_inside(side: Side, first: int, last: int) -> bool:
    """Tell whether no mark stands between two words."""
    return not re.search(r"[,.;:!?—]", side.text[side.words[first].end : side.words[last].start])


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


def is_behind_denying(side: Side, each: Denied) -> bool:
    """Tell whether a verb that denies stands before a denial: a source denies again there."""
    denying = scope(side.known.language, "denying")
    before = side.words[max(0, each.at - _BEHIND_DENYING) : each.at]
    return any(not denying.isdisjoint(base_forms(word.folded)) for word in before)


def sureness(source: Side, *, denies: bool) -> float:
    """Give the confidence by what the source says, where it can be searched."""
    known = denial(source.known.language) if source else None
    if known is None or known.signs is None:
        return _ALONE
    if bool(known.signs.search(source.text)) == denies:
        return _AGREED
    return _AGAINST if denies else _SOMETHING


CHECK = Check(
    "negation",
    N_("Negation"),
    N_(
        "A denial that is lost (“confirmed” for “did not confirm”), one of two that is lost (“ruled out”"
        " for “did not rule out”), one counted twice (“few do not believe” for “few believe”), one that"
        " belongs to another verb (“said it will not” for “has not said whether it will”), or one that the"
        " reference does not make. Other ways to deny the same (“refused to”, “without”, “unlucky”) are"
        " none."
    ),
    find,
)
