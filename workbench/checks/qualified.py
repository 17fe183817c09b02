"""A lost "only" or "most": what says how far something holds, on one side only."""

from collections.abc import Iterator

from workbench.checks.article import Row
from workbench.checks.hit import Hit
from workbench.checks.links import NONE
from workbench.checks.side import Side
from workbench.checks.words import Kind
from workbench.i18n import _
from workbench.lang.qualifiers import qualifiers, qualifying
from workbench.lang.spelled_numbers import spelled_numbers
from workbench.lang.wordings import bases
from workbench.lang.wordnet import base_forms, parts_of_speech
from workbench.model.finding import Severity

_SURE = 0.6
_MOST = "most"
_NEAR = 3  # words from a qualifier to what it belongs to
_STOPS = frozenset(".,;:!?—")


def lost_qualifiers(row: Row) -> Iterator[Hit]:
    """Yield the words whose counterpart is qualified, where nothing in the pair's other side says so."""
    for word, at, head in lone(row.reference, row.translation, row.links.backward):
        place = row.translation.words[row.links.backward[head]]
        said = row.reference.text[row.reference.words[at].start : row.reference.words[head].end]
        message = _("The reference has “%(text)s” in its place.") % {"text": said}
        fix = f"{word} {place.text}" if head == at + 1 else None
        yield Hit((place.start, place.end), "accuracy/omission", Severity.MINOR, message, _SURE, said, fix)


def lone(side: Side, other: Side, linked: list[int]) -> Iterator[tuple[str, int, int]]:
    """Yield the qualifiers of a side that nothing on the other stands for, with their places and heads."""
    known = qualifiers(side.known.language)
    if qualifying(side.known.language).isdisjoint(side.vocabulary):
        return
    there: frozenset[str] | None = None
    for at, word in enumerate(side.small):
        if word not in known or linked[at] != NONE:
            continue
        there = there or all_said(other, side)
        if not known[word].isdisjoint(there):
            continue
        head = head_of(side, at)
        if head is not None and linked[head] != NONE and not stops_before(side, at, head):
            yield side.words[at].text, at, head


def all_said(side: Side, other: Side) -> frozenset[str]:
    """Give the base forms of a side's words; a superlative of its own says "most", too: the heaviest."""
    found = frozenset().union(*map(bases, side.small))
    return found | {_MOST} if any(map(is_superlative, side.folded - other.folded)) else found


def is_superlative(word: str) -> bool:
    """Tell whether a word is the superlative of an adjective: gravest, not interest."""
    return word.endswith("est") and base_forms(word, "a") != (word,) and not parts_of_speech(word)[0]


def head_of(side: Side, at: int) -> int | None:
    """Give the word of content next behind a qualifier; none where that is a number (see `numbers`)."""
    near = range(at + 1, min(at + 1 + _NEAR, len(side.words)))
    head = next((place for place in near if side.content[place]), None)
    return None if head is None or is_number(side, head) else head


def is_number(side: Side, at: int) -> bool:
    """Tell whether a word counts: "most" bounds it in "at most three"."""
    word = side.words[at]
    return word.kind is Kind.NUMBER or word.folded in spelled_numbers(side.known.language)


def stops_before(side: Side, at: int, head: int) -> bool:
    """Tell whether a mark parts a word from the one it might belong to."""
    return not _STOPS.isdisjoint(side.text[side.words[at].end : side.words[head].start])
