"""Which word of the translation says what which word of the reference says; both in one language.

A greedy word alignment by evidence (after Sultan, Bethard and Sumner 2014, "Back to Basics for Monolingual
Alignment"): words of content that are one word, one amount, kin in meaning or alike in letters are
candidates; each is weighted by its kind, by what its neighbours have in common, and by how far it moved;
the best go first, one to one. Words of grammar follow where a neighbour of theirs is linked.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler

from workbench.checks.side import Side
from workbench.checks.words import Kind
from workbench.lang.denial import opposed
from workbench.lang.wordnet import Kin, base_forms, kinship

NONE = -1
# Weights of a candidate by its kind: what is the same word outranks any synonym in reach of its neighbours'
# voices.
_WEIGHTS = {Kin.SAME: 1.0, Kin.SYNONYMS: 0.75, Kin.NEAR: 0.6, Kin.COUSINS: 0.35}
_SAME_FORM = 1.05
_ALIKE = 0.6
_OPPOSED = 0.65  # what says the opposite stands in the same place as a synonym would
_NEIGHBOUR = 0.12  # for each word within reach whose counterpart stands as near
_REACH = 3
_VOICES = tuple((step, _NEIGHBOUR / abs(step)) for step in range(-_REACH, _REACH + 1) if step)
_MOVED = 0.25  # for a word that moved through the whole sentence
_ENOUGH = 0.5  # cousins need neighbours to be believed
_ALIKE_FROM = 0.86  # Jaro-Winkler: Zelenskiy and Zelensky have .98, station and nation .8
_LONG = 4  # letters from which on likeness in letters says something


@dataclass(frozen=True, slots=True)
class Links:
    """For each word of the translation the index of its counterpart in the reference, and the reverse.

    Indices count `Side.words`; NONE (-1) where there is none. `weights` by translation word, 0 where none.
    """

    forward: list[int]
    backward: list[int]
    weights: list[float]


def link(translation: Side, reference: Side) -> Links:
    """Link the words of two sides."""
    found = candidates(translation, reference)
    links = Links(
        [NONE] * len(translation.words), [NONE] * len(reference.words), [0.0] * len(translation.words)
    )
    for weight, one, other in ranked(found, links):
        if weight >= _ENOUGH and links.forward[one] == NONE and links.backward[other] == NONE:
            join(links, one, other, weight)
    link_grammar(translation, reference, links)
    return links


def join(links: Links, one: int, other: int, weight: float) -> None:
    """Make one link."""
    links.forward[one], links.backward[other], links.weights[one] = other, one, weight


def candidates(translation: Side, reference: Side) -> dict[tuple[int, int], float]:
    """Give the pairs of words of content that may say the same, each with the weight of its kind."""
    found: dict[tuple[int, int], float] = {}
    places = by_form(reference)
    loose = []
    for index, word in enumerate(translation.words):
        if not translation.content[index]:
            continue
        same = {
            place for form in forms(word.folded, translation.known.language) for place in places.get(form, ())
        }
        for place in same:
            alike = reference.words[place].folded == word.folded
            found[index, place] = _SAME_FORM if alike else _WEIGHTS[Kin.SAME]
        if len(same) == 0:
            loose.append(index)
    taken = {place for _index, place in found}
    free = [index for index, says in enumerate(reference.content) if says and index not in taken]
    for one in loose:
        for other in free:
            weight = likeness(translation, one, reference, other)
            if weight:
                found[one, other] = weight
    return found


@lru_cache(maxsize=1 << 16)
def forms(word: str, language: str) -> tuple[str, ...]:
    """Give the forms under which a word is sought: English ones by their base forms."""
    return tuple(dict.fromkeys((word, *base_forms(word)))) if language == "en" else (word,)


def by_form(side: Side) -> Mapping[str, list[int]]:
    """Give the words of content by each of their forms."""
    places: dict[str, list[int]] = defaultdict(list)
    for index, word in enumerate(side.words):
        if side.content[index]:
            for form in forms(word.folded, side.known.language):
                places[form].append(index)
    return places


def likeness(translation: Side, one: int, reference: Side, other: int) -> float:
    """Weigh two different words by meaning and by letters."""
    word, another = translation.words[one], reference.words[other]
    if word.kind is not another.kind or word.kind is Kind.NUMBER:
        return 0.0
    if translation.known.language == "en":
        kin = _WEIGHTS.get(kinship(word.folded, another.folded), 0.0)
        if kin < _OPPOSED and opposed(word.folded, another.folded):
            return _OPPOSED
        if kin:
            return kin
    if min(len(word.folded), len(another.folded)) < _LONG or word.folded[0] != another.folded[0]:
        return 0.0
    alike = JaroWinkler.similarity(word.folded, another.folded, score_cutoff=_ALIKE_FROM)
    return _ALIKE if alike else 0.0


def ranked(found: Mapping[tuple[int, int], float], links: Links) -> list[tuple[float, int, int]]:
    """Give candidates with their weight in context, the best first."""
    width, height = max(1, len(links.forward)), max(1, len(links.backward))
    line = height + 2 * _REACH + 2  # a place is one number, with room at both ends of a line
    places = {one * line + other for one, other in found}
    voted = []
    for (one, other), weight in found.items():
        moved = abs(one / width - other / height)
        voted.append((-weight - voices(places, one * line + other, line) + _MOVED * moved, one, other))
    return [(-weight, one, other) for weight, one, other in sorted(voted)]


def voices(places: set[int], place: int, line: int) -> float:
    """Weigh the neighbours that have counterparts beside the candidate's other word."""
    total = 0.0
    for step, weight in _VOICES:
        beside = place + step * (line + 1)
        if beside in places or beside - 1 in places or beside + 1 in places:
            total += weight
    return total


def link_grammar(translation: Side, reference: Side, links: Links) -> None:
    """Link words of grammar that are the same and stand beside what is linked."""
    places: dict[str, list[int]] = defaultdict(list)
    for index, word in enumerate(reference.words):
        if links.backward[index] == NONE:
            places[word.folded].append(index)
    for one, word in enumerate(translation.words):
        if links.forward[one] != NONE or translation.content[one]:
            continue
        near = [(nearness(links, one, place), -place) for place in places.get(word.folded, ())
                if links.backward[place] == NONE]  # fmt: skip
        weight, place = max(near, default=(0.0, 0))
        if weight:
            join(links, one, -place, _ENOUGH)


def nearness(links: Links, one: int, other: int) -> float:
    """Weigh the linked neighbours that two words share: near on both sides, and on the same side of each."""
    total = 0.0
    for index in range(max(0, one - 2), min(one + 3, len(links.forward))):
        there = links.forward[index]
        if (
            index != one
            and there != NONE
            and abs(there - other) <= _REACH
            and (there > other) == (index > one)
        ):
            total += 1 / (abs(index - one) + abs(there - other))
    return total
