"""Words that say the opposite of their counterpart: strengthen for relax, at most for at least."""

import re
from collections.abc import Iterator, Sequence

from workbench.checks.article import Article, Row
from workbench.checks.check import Check
from workbench.checks.denials import Denied, is_denied
from workbench.checks.exclusive import exclusives
from workbench.checks.gaps import Gap
from workbench.checks.hit import Hit
from workbench.checks.links import NONE
from workbench.checks.other_courses import other_courses
from workbench.checks.places import NOUN, is_mostly_verb, part_in_place
from workbench.checks.relations import relations
from workbench.checks.roles import is_same_deed
from workbench.checks.side import Side
from workbench.checks.ways import turned_ways
from workbench.checks.worded_elsewhere import (
    is_compared_otherwise,
    is_contest,
    is_worded_elsewhere,
    tells_how,
)
from workbench.checks.wording import like
from workbench.i18n import N_, _
from workbench.lang.denial import are_listed, are_listed_verbs, denial, has_opposite, opposed, scope
from workbench.lang.grammar import grammar_words
from workbench.lang.signs import falling
from workbench.lang.wordnet import base_forms, parts_of_speech
from workbench.model.finding import Severity

_LINKED, _BESIDE, _DEGREE = 0.85, 0.8, 0.7
_GRAMMAR = 0.65  # "with" for "against": a preposition may hang on another verb
_BEFORE = 3  # words from what says that something is gone to that thing
_BESIDE_IT = 2  # words: near enough to turn round what stands there
Opposed = tuple[int, int, float]


def find(row: Row, article: Article) -> Iterator[Hit]:
    """Yield the words of the translation that say the opposite of what stands in their place."""
    del article
    if not row.translation or not row.reference or row.translation.known.language != "en":
        return
    found = [*contraries(row), *degrees(row), *turned_ways(row), *exclusives(row)]
    yield from found
    # One word may be enough to tell of a relation: for, against.
    places = [hit.span for hit in found]
    for hit in (*other_courses(row), *relations(row)):
        if not any(start < hit.span[1] and hit.span[0] < end for start, end in places):
            yield hit


def contraries(row: Row) -> Iterator[Hit]:
    """Yield words that are the opposite of their counterpart, where nothing beside them turns that round."""
    ours, theirs = row.denials
    found = list(turned(row))
    for one, other, sure in found:
        word, another = row.translation.words[one], row.reference.words[other]
        flips = sum(
            abs(one - place) <= _BESIDE_IT and abs(other - there) <= _BESIDE_IT for place, there, _ in found
        )
        if (
            flips % 2 == 0
            or is_worded_elsewhere(row, one, other)
            or is_turned(row.translation, ours, one) != is_turned(row.reference, theirs, other)
        ):
            continue
        yield Hit(
            (word.start, word.end),
            "accuracy/mistranslation",
            Severity.MAJOR,
            _("The reference says the opposite: “%(word)s”.") % {"word": another.text},
            sure,
            another.text,
            like(word.text, another.text),
        )


def is_turned(side: Side, denials: list[Denied], at: int) -> bool:
    """Tell whether a word is denied, or an adverb that says how far what follows is: probably not."""
    if is_denied([each for each in denials if not is_aside(side, each, at)], at):
        return True
    if is_escaped(side, at) or side.words[max(0, at - 1)].folded in scope(side.known.language, "nearly"):
        return True
    after = side.words[at + 1 : at + 2]
    before_denial = any(each.at == at + 1 for each in denials)
    return before_denial and side.text[side.words[at].end : after[0].start] == " "


def is_aside(side: Side, each: Denied, at: int) -> bool:
    """Tell whether a word is in a phrase of place or time behind what is denied: not in the last call."""
    kinds, before = grammar_words("en"), [word.folded for word in side.words[max(0, at - 2) : at]]
    return (
        each.head < at - 2
        and before[0] in kinds["prepositions"]
        and before[1] in kinds["articles"] | kinds["possessives"]
    )


def is_escaped(side: Side, at: int) -> bool:
    """Tell whether a noun is said to be gone by what stands before it: lost their lives, out of danger."""
    words, known = side.words, denial(side.known.language)
    nouns, _verbs, adjectives, _adverbs = parts_of_speech(words[at].folded)
    if nouns <= adjectives or not side.content[at]:
        return False
    near = range(max(0, at - _BEFORE), at)
    return any(
        words[place].folded in known.excuses | falling(side.known.language)
        and not re.search(r"[.,;:!?]", side.text[words[place].end : words[at].start])
        for place in near
    )


def turned(row: Row) -> Iterator[Opposed]:
    """Yield pairs of opposite words: linked to each other, in one gap between links, or before one word."""
    words, others = row.translation.small, row.reference.small
    for one, other in enumerate(row.links.forward):
        if other == NONE or words[one] == others[other] or not opposed(words[one], others[other]):
            continue
        if are_contrary(row, one, other) and not is_same_deed(row, one, other):
            yield one, other, _LINKED
    free = [at for at, other in enumerate(row.links.forward) if other == NONE and has_opposite(words[at])]
    if free:
        yield from without_links(row, free)


def without_links(row: Row, free: Sequence[int]) -> Iterator[Opposed]:
    """Yield pairs of opposite words without links: in one gap, or before one word."""
    found = [pair for gap in row.gaps if gap.ours and gap.theirs for pair in within(row, gap, free)]
    yield from found
    known = {one for one, _other, _sure in found}
    yield from (pair for pair in before_one_word(row, free) if pair[0] not in known)


def within(row: Row, gap: Gap, free: Sequence[int]) -> Iterator[Opposed]:
    """Yield the opposite words of one gap, each once."""
    left = list(gap.theirs)
    for one in [at for at in free if gap.start <= at < gap.end]:
        other = next((place for place in left if are_contrary(row, one, place)), None)
        if other is not None:
            left.remove(other)
            yield one, other, _BESIDE if row.translation.content[one] else _GRAMMAR


def before_one_word(row: Row, free: Sequence[int]) -> Iterator[Opposed]:
    """Yield opposite words without links that stand before the same word: inside, outside the zone.

    A link that crosses theirs leaves them without a gap.
    """
    forward, backward = row.links.forward, row.links.backward
    for one in free:
        noun = next_of_content(row.translation, one)
        there = forward[noun] if noun is not None else NONE
        for other in range(max(0, there - _BEFORE), there):
            same = backward[other] == NONE and next_of_content(row.reference, other) == there
            if same and are_contrary(row, one, other):
                yield one, other, _BESIDE if row.translation.content[one] else _GRAMMAR
                break


def next_of_content(side: Side, at: int) -> int | None:
    """Give the word of content right behind a word, with nothing but grammar between; None behind a mark."""
    for place in range(at + 1, min(at + 1 + _BEFORE, len(side.words))):
        if side.text[side.words[place - 1].end : side.words[place].start] != " ":
            return None
        if side.content[place]:
            return place
    return None


def are_contrary(row: Row, one: int, other: int) -> bool:
    """Tell whether two words are opposites and of one part of speech, as far as their places show it."""
    word, another = row.translation.words[one].folded, row.reference.words[other].folded
    if word == another or not opposed(word, another):
        return False
    if not (row.translation.content[one] and row.reference.content[other]):
        listed = are_listed(word, another) and not is_contest(row, one, other)
        return listed and not is_compared_otherwise(row, one, other) and not tells_how(row, one, other)
    kinds = part_in_place(row.translation, one), part_in_place(row.reference, other)
    if None in kinds:
        words = (another, word)
        return not any(
            kind == NOUN and is_mostly_verb(facing) for kind, facing in zip(kinds, words, strict=True)
        )
    # A listed verb may face its opposite's noun: ordered to continue, ordered a halt; not lives, of life.
    own = all(kind != NOUN or is_of_verb(facing) for kind, facing in zip(kinds, (word, another), strict=True))
    return kinds[0] == kinds[1] or (own and are_listed_verbs(word, another))


def is_of_verb(noun: str) -> bool:
    """Tell whether a noun is spelled as its verb is: a halt, to halt."""
    return not set(base_forms(noun, "n")).isdisjoint(base_forms(noun, "v"))


def degrees(row: Row) -> Iterator[Hit]:
    """Yield what the translation makes great and the reference small."""
    known = denial(row.translation.known.language)
    if known.small is None or known.great is None or known.slight.isdisjoint(row.reference.vocabulary):
        return
    small = known.small.search(row.reference.text)
    great = known.great.search(row.translation.text) if small else None
    if small and great and not known.great.search(row.reference.text):
        yield Hit(
            great.span(),
            "accuracy/mistranslation",
            Severity.CRITICAL,
            _("The translation says much where the reference says little."),
            _DEGREE,
            small[0],
        )


CHECK = Check(
    "opposites",
    N_("Opposites"),
    N_(
        "A word that says the opposite of its counterpart in the reference (strengthen for relax, at most"
        " for at least), or what cannot be true together with it (twice for three times), unless a denial or"
        " a second opposite beside it turns it round again; the two sides of a relation exchanged (A rather"
        " than B, A after B), or another relation (because of for despite)."
    ),
    find,
)
