"""Where a side denies something: the word that denies, and the word of content that is denied."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import chain, pairwise

from workbench.checks.clauses import is_in_ly
from workbench.checks.links import NONE, Links
from workbench.checks.places import VERB, is_mostly_verb, part_in_place
from workbench.checks.side import Side
from workbench.checks.words import Word
from workbench.lang.denial import (
    Denial,
    denial,
    denies,
    first_words_of_denials,
    has_prefix,
    rests_of_denials,
    scope,
)
from workbench.lang.grammar import grammar_words
from workbench.lang.wordnet import base_forms

_REACH = 4  # words between a denial and what it denies: "did not, he said, confirm"
_CUT_SHORT = "t"  # what follows the apostrophe of "don't" and "can't"
_STOPS = frozenset(",;:.!?—")  # end a clause
_WITHOUT, _TURNED = "without", 12  # words from it to a denial that it turns round
_NEARBY = 6  # words around a place in which the other side may deny in its own way


@dataclass(frozen=True, slots=True)
class Denied:
    """Indices in `Side.words`: of the first word that denies, and of what it denies.

    `end` is the index behind the words that deny, `last` that of the last word of the clause within reach.
    """

    at: int
    end: int
    head: int
    last: int


def denied(side: Side) -> list[Denied]:
    """Find the denials of a side in the order of the text."""
    known = denial(side.known.language)
    if not known.negators:
        return []
    spans = set(denying_words(side, known)) if may_deny(side, known) else set()
    for start, end in phrases(side, known):
        spans = {span for span in spans if not start <= span[0] < end} | {(start, end)}
    if not spans:
        return []
    spans -= set(cancelled(side, spans, known))
    last = len(side.words) - 1
    return [
        Denied(start, end, min(head(side, start, end), last), clause_end(side, end))
        for start, end in sorted(spans)
    ]


def denying_words(side: Side, known: Denial) -> Iterator[tuple[int, int]]:
    """Yield the single words that deny."""
    for index, word in enumerate(side.small):
        if denies(word, known.negators) and not is_answer(side, side.words[index]):
            yield index, index + 1


def phrases(side: Side, known: Denial) -> Iterator[tuple[int, int]]:
    """Yield the phrases that deny, refused to; most sides have no word that begins one."""
    words, language = side.vocabulary, side.known.language
    sought = chain(first_words_of_denials(language) & words, words - side.known.grammar)
    rests = filter(None, map(rests_of_denials(language), sought))
    if known.phrases and any(rest <= words for found in rests for rest in found):
        for match in known.phrases.finditer(side.text):
            inside = side.words_in(match.span())
            yield inside.start, inside.stop


def may_deny(side: Side, known: Denial) -> bool:
    """Tell whether a side has any word that denies: most have none."""
    return _CUT_SHORT in side.vocabulary or not known.negators.isdisjoint(side.vocabulary)


def cancelled(side: Side, spans: Collection[tuple[int, int]], known: Denial) -> Iterator[tuple[int, int]]:
    """Yield the denials that deny nothing: those that bound a number, or are denied: did not rule out."""
    if known.affirmed:
        yield from (span for span in spans if known.affirmed.match(side.text, side.words[span[0]].start))
    yield from without(side, spans, known)
    ends = {end: (start, end) for start, end in spans}
    for start, end in spans:
        if start in ends and known.double and known.double.match(side.text, side.words[start].start):
            yield from ((start, end), ends[start])


def without(side: Side, spans: Collection[tuple[int, int]], known: Denial) -> Iterator[tuple[int, int]]:
    """Yield "without" and the denial of its clause that it turns round: no week passes without a fire."""
    for one, other in pairwise(sorted(spans)):
        words = {side.words[each[0]].folded for each in (one, other)}
        between = side.words[one[1] : other[0]]
        if (
            _WITHOUT in words
            and not known.turned.isdisjoint(words)
            and len(between) <= _TURNED
            and known.apart.isdisjoint(word.folded for word in between)
            and is_one_clause(side, one, other)
        ):
            yield from (one, other)


def is_one_clause(side: Side, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Tell whether no mark parts two denials but the one behind what "without" begins."""
    text = side.text[side.words[one[0]].start : side.words[other[0]].start]
    allowed = 1 if side.words[one[0]].folded == _WITHOUT else 0
    return sum(text.count(mark) for mark in _STOPS) == text.count(",") <= allowed


def clause_end(side: Side, start: int) -> int:
    """Give the last word within reach of a denial and in its clause."""
    for at in range(start, min(start + _REACH, len(side.words) - 1)):
        if not _STOPS.isdisjoint(side.text[side.words[at].end : side.words[at + 1].start]):
            return at
    return start + _REACH


def is_answer(side: Side, word: Word) -> bool:
    """Tell whether a word is the answer no: "No, my sons"."""
    return word.folded == "no" and side.text[word.end : word.end + 1] in {",", ".", "!", ";", "—"}


def head(side: Side, at: int, after: int) -> int:
    """Give the word of content that stands next behind a denial; an adverb is passed over.

    Where nothing follows in the clause ("he came not, but …"), or it is an object, it is the one before.
    """
    verb = verb_before(side, at, after)
    if verb is not None:
        return verb
    for index in range(after, min(after + _REACH, len(side.words))):
        if side.text[side.words[index - 1].end : side.words[index].start].strip():
            break
        if side.content[index] and not is_in_ly(side.words[index].folded):
            return index
    return next((index for index in range(at - 1, max(-1, at - _REACH), -1) if side.content[index]), after)


def verb_before(side: Side, at: int, after: int) -> int | None:
    """Give the verb of which a denial is the object: lay off no one at the plant."""
    if not at or not is_object(side, at, after):
        return None
    first = at - 1 if side.content[at - 1] else at - 2
    verb = side.words[max(0, first)].folded
    known = part_in_place(side, max(0, first)) == VERB or is_mostly_verb(verb)
    return first if first >= 0 and known else None


def is_object(side: Side, at: int, after: int) -> bool:
    """Tell whether a denial is nobody or nothing, and no verb of its own can follow."""
    objects, before = scope(side.known.language, "objects"), grammar_words("en")["prepositions"]
    while after < len(side.words) and after == at + 1 and side.words[after].folded in objects:
        after += 1
    if side.words[after - 1].folded not in objects or after >= len(side.words):
        return side.words[min(after, len(side.words)) - 1].folded in objects
    stop = side.text[side.words[after - 1].end : side.words[after].start].strip()
    return bool(stop) or (side.words[after].folded in before and side.words[after].folded != "of")


def excused(side: Side, place: int, linked: list[int], other: Side, but: Denied | None = None) -> bool:
    """Tell whether a side may deny in other words near a place: an unlinked "until", "fails" or "unlucky".

    The words of a denial of its own, `but`, are no other words where it is a phrase: stop short of. A single
    "nor" goes on with a denial that the other side may have made once.
    """
    known = denial(side.known.language)
    around = range(max(0, place - _NEARBY), min(len(side.words), place + _NEARBY + 1))
    left = [
        index
        for index in around
        if (linked[index] == NONE or differs(side, index, other, linked[index]))
        and not (but and but.end - but.at > 1 and but.at <= index < but.end)
    ]
    return any(may_be_denial(side, index, known) for index in left)


def may_be_denial(side: Side, at: int, known: Denial) -> bool:
    """Tell whether a word, or with the next one (first time), may stand for a denial."""
    word = side.small[at]
    if word in known.excuses or has_prefix(word, known.prefixes):
        return True
    return "_".join(side.small[at : at + 2]) in known.excuses


def differs(side: Side, index: int, other: Side, there: int) -> bool:
    """Tell whether a word is linked to another word, not to a form of its own: unlucky to lucky."""
    mine, yours = side.words[index].folded, other.words[there].folded
    return mine != yours and set(base_forms(mine)).isdisjoint(base_forms(yours))


def is_denied(denials: list[Denied], place: int) -> bool:
    """Tell whether a place stands within reach behind a denial."""
    return any(each.at < place <= max(each.head, each.last) for each in denials)


def other_side(links: Links, *, of_reference: bool) -> tuple[list[int], list[int]]:
    """Give the links from one side and those back."""
    return (links.backward, links.forward) if of_reference else (links.forward, links.backward)
