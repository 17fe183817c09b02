"""One phrase of the reference worded in two ways: the ceasefire commission, later the truce committee."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from workbench.checks.article import Article, Row
from workbench.checks.hit import Hit
from workbench.checks.links import NONE
from workbench.checks.side import Side
from workbench.i18n import _
from workbench.lang.roles import role_words
from workbench.lang.spelled_numbers import spelled_numbers
from workbench.lang.wordnet import base_forms, parts_of_speech
from workbench.model.finding import Severity

_SURE = 0.6
_LENGTHS = (4, 3, 2)  # words of a phrase: the longest first
_LONG = 4  # letters of its words
_OFTEN = 2  # times as often as any other wording: what prevails
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """Words [start, end) of a translation in a phrase's place; `words` in base forms, to compare them by."""

    start: int
    end: int
    words: Words
    written: str


def reworded(row: Row, article: Article) -> Iterator[Hit]:
    """Yield the wordings of a phrase that the article words otherwise everywhere else."""
    houses = article.fact(wordings_by_phrase)
    if not houses:
        return
    taken = 0
    for start, phrase, _end in phrases(row.reference):
        house = houses.get(phrase)
        here = wording(row, start, len(phrase)) if house and start >= taken else None
        if house and here and is_another(here.words, house.words):
            taken = start + len(phrase)
            words = row.translation.words
            yield Hit(
                (words[here.start].start, words[here.end - 1].end), "style/consistency", Severity.MINOR,
                _("The article has “%(here)s” here and elsewhere writes as in “%(elsewhere)s”.")
                % {"here": here.written, "elsewhere": house.written},
                _SURE, house.written, house.written,
            )  # fmt: skip


def wordings_by_phrase(article: Article) -> Mapping[Words, Wording]:
    """Give how the article words each phrase that its reference repeats, if it words it in two ways."""
    found: dict[Words, list[Wording]] = defaultdict(list)
    for phrase, places in repeated(article).items():
        found[phrase] = [here for row, start in places if (here := wording(row, start, len(phrase)))]
    houses = ((phrase, house(phrase, wordings)) for phrase, wordings in found.items())
    return {phrase: one for phrase, one in houses if one}


def repeated(article: Article) -> Mapping[Words, list[tuple[Row, int]]]:
    """Give the phrases of the reference that stand in several pairs, with their places."""
    places: dict[Words, list[tuple[Row, int]]] = defaultdict(list)
    for row in article.rows:
        if row.translation and row.reference and row.reference.known.language == "en":
            for start, phrase, _end in phrases(row.reference):
                places[phrase].append((row, start))
    return {phrase: found for phrase, found in places.items() if len({id(row) for row, _ in found}) > 1}


def phrases(side: Side) -> Iterator[tuple[int, Words, int]]:
    """Yield what may be a term, the longest first: words of content in small letters that end with a noun."""
    found = list(runs(side))
    for length in _LENGTHS if found else ():
        for start in (at for first, last in found for at in range(first, last - length + 1)):
            words = tuple(word.folded for word in side.words[start : start + length])
            if is_noun(words[-1]):
                yield start, words, start + length


def runs(side: Side) -> Iterator[tuple[int, int]]:
    """Yield the runs [start, end) of words that may be parts of a term."""
    start: int | None = None
    for at, says in enumerate([*side.content, False]):
        goes_on = says and may_be_part(side, at)
        if start is not None and not (goes_on and is_joined(side, at - 1, 2)):
            if at - start >= _LENGTHS[-1]:
                yield start, at
            start = None
        if goes_on and start is None:
            start = at


def may_be_part(side: Side, at: int) -> bool:
    """Tell whether a word may be part of a term; names and amounts have checks of their own."""
    word = side.words[at]
    return side.content[at] and word.text.islower() and may_name(word.folded)


@lru_cache(maxsize=1 << 14)
def may_name(word: str) -> bool:
    """Tell whether a word is none of time, number or deed, and long enough to mean something."""
    nouns, verbs, adjectives, _adverbs = parts_of_speech(word)
    told = verbs > nouns + adjectives
    return (
        len(word) >= _LONG
        and not told
        and word not in spelled_numbers("en")
        and word not in role_words("times")
    )


def is_joined(side: Side, start: int, length: int) -> bool:
    """Tell whether only spaces stand between some words."""
    inside = range(start + 1, start + length)
    return all(side.words[at].start - side.words[at - 1].end == 1 for at in inside)


@lru_cache(maxsize=1 << 14)
def is_noun(word: str) -> bool:
    """Tell whether a word is a noun as often as anything else."""
    nouns, *others = parts_of_speech(word)
    return nouns >= sum(others)


def wording(row: Row, start: int, length: int) -> Wording | None:
    """Give what stands in a phrase's place, as many words; None where that is unclear."""
    linked = [at for at in row.links.backward[start : start + length] if at != NONE]
    if not linked:
        return None
    side = row.translation
    first, last = edge(row, start, min(linked), -1), edge(row, start + length - 1, max(linked), 1)
    here = range(first, last + 1)
    if len(here) != length or not all(may_be_part(side, at) for at in here):
        return None
    if not is_joined(side, first, length) or not is_noun(side.words[last].folded):
        return None
    written = side.text[side.words[first].start : side.words[last].end]
    return Wording(
        first, last + 1, in_base_form(word.folded for word in side.words[first : last + 1]), written
    )


def in_base_form(words: Iterable[str]) -> Words:
    """Give words as they are compared: mines and mine are one."""
    return tuple(min(base_forms(word, "n"), default=word) for word in words)


def edge(row: Row, at: int, known: int, step: int) -> int:
    """Give the last unlinked word of content out from a linked one, if the phrase's edge is loose."""
    if row.links.backward[at] != NONE:
        return known
    side, here = row.translation, known + step
    while 0 <= here < len(side.words) and row.links.forward[here] == NONE and side.content[here]:
        known, here = here, here + step
    return known


def house(phrase: Words, found: list[Wording]) -> Wording | None:
    """Give the wording that prevails: the reference's own words, or what stands at least twice as often."""
    counts = Counter(each.words for each in found).most_common()
    if len(counts) == 1 or not counts:
        return None
    best = in_base_form(phrase)
    if best not in dict(counts):
        (best, times), (_next, second), *_others = counts
        if times < _OFTEN * second:
            return None
    return next(each for each in found if each.words == best)


def is_another(words: Words, others: Words) -> bool:
    """Tell whether two wordings differ by other words than forms of one: bank, bankers."""
    return any(one[:_LONG] != other[:_LONG] for one, other in zip(words, others, strict=True))
