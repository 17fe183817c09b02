"""One phrase of the reference worded in two ways: the ceasefire commission, later the truce committee."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from workbench.checks.article import Article, Row
from workbench.checks.hit import Hit
from workbench.checks.knowledge import knowledge
from workbench.checks.links import NONE
from workbench.checks.side import Side
from workbench.checks.words import Word
from workbench.i18n import _
from workbench.lang.remembered import remembered
from workbench.lang.roles import role_words
from workbench.lang.spelled_numbers import spelled_numbers
from workbench.lang.wordnet import base_forms, parts_of_speech
from workbench.model.finding import Severity

_SURE = 0.6
_LENGTHS = (4, 3, 2)  # words of a phrase: the longest first
_LONG = 4  # letters of its words
_RUN = re.compile(r"\b[a-z]{4,}(?: [a-z]{4,})+\b(?!['’-])")
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
    taken = 0
    for start, phrase, house in article.fact(reworded_phrases).get(row.reference.text, ()):
        here = wording(row, start, len(phrase)) if start >= taken else None
        if here and is_another(here.words, house.words):
            taken = start + len(phrase)
            words = row.translation.words
            yield Hit(
                (words[here.start].start, words[here.end - 1].end), "style/consistency", Severity.MINOR,
                _("The article has “%(here)s” here and elsewhere writes as in “%(elsewhere)s”.")
                % {"here": here.written, "elsewhere": house.written},
                _SURE, house.written, house.written,
            )  # fmt: skip


def reworded_phrases(article: Article) -> Mapping[str, list[tuple[int, Words, Wording]]]:
    """Give by reference text where it has a phrase that the article words in two ways, and how it should."""
    found: dict[str, list[tuple[int, Words, Wording]]] = defaultdict(list)
    for phrase, places in repeated(article).items():
        known = [here for row, start in places if (here := wording(row, start, len(phrase)))]
        if one := house(phrase, known):
            for row, start in places:
                found[row.reference.text].append((start, phrase, one))
    return found


def repeated(article: Article) -> Mapping[Words, list[tuple[Row, int]]]:
    """Give the phrases of the reference that stand in several pairs, with their places; the longest first."""
    places: dict[Words, list[tuple[Row, int]]] = defaultdict(list)
    for row in article.rows:
        if row.translation and row.reference and row.reference.known.language == "en":
            for at, phrase in phrases(row.reference.text):
                places[phrase].append((row, at))
    often = [phrase for phrase, found in places.items() if len({row.reference.text for row, _ in found}) > 1]
    return {
        phrase: [(row, row.reference.words_in((at, at + 1)).start) for row, at in places[phrase]]
        for phrase in sorted(often, key=len, reverse=True)
    }


def phrases(text: str) -> Iterator[tuple[int, Words]]:
    """Yield what may be a term, by its first character: words in small letters that end with a noun."""
    for run in _RUN.finditer(text):
        words, at = run[0].split(" "), run.start()
        fit = [may_name(word) for word in words]
        for start, word in enumerate(words if sum(fit) >= _LENGTHS[-1] else ()):
            for length in _LENGTHS if fit[start] else ():
                last = start + length
                if last <= len(words) and all(fit[start:last]) and is_noun(words[last - 1]):
                    yield at, tuple(words[start:last])
            at += len(word) + 1


@remembered
def may_name(word: str) -> bool:
    """Tell whether a word may be part of a term: none of grammar, time or number, and no verb."""
    nouns, verbs, adjectives, _adverbs = parts_of_speech(word)
    other = word in knowledge("en").grammar or word in spelled_numbers("en") or word in role_words("times")
    return len(word) >= _LONG and verbs <= nouns + adjectives and not other


def may_be_part(word: Word) -> bool:
    """Tell whether a word stands as part of a term; names and amounts have checks of their own."""
    return word.text.islower() and may_name(word.folded)


def is_joined(side: Side, start: int, length: int) -> bool:
    """Tell whether only spaces stand between some words."""
    inside = range(start + 1, start + length)
    return all(side.words[at].start - side.words[at - 1].end == 1 for at in inside)


@remembered
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
    if len(here) != length or not all(may_be_part(side.words[at]) for at in here):
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
