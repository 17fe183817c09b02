"""Which word of the translation says what which word of the reference says; both in one language.

A greedy word alignment by evidence (after Sultan, Bethard and Sumner 2014, "Back to Basics for Monolingual
Alignment"): words of content that are one word, one amount, kin in meaning or alike in letters are
candidates; each is weighted by its kind, by what its neighbours have in common, and by how far it moved;
the best go first, one to one. Words of grammar follow where a neighbour of theirs is linked.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from workbench.checks.likeness import alike
from workbench.checks.side import Side
from workbench.checks.words import Kind
from workbench.lang.remembered import remembered
from workbench.lang.wordnet import base_forms

NONE = -1
# What is the same word outranks any synonym (see `likeness`) in reach of its neighbours' voices.
_SAME_FORM, _SAME = 1.05, 1.0
_NEIGHBOUR = 0.12  # for each word within reach whose counterpart stands as near
_REACH = 3
_VOICES = tuple((step, _NEIGHBOUR / abs(step)) for step in range(-_REACH, _REACH + 1) if step)
_MOVED = 0.25  # for a word that moved through the whole sentence
_ENOUGH = 0.5  # cousins need neighbours to be believed
_MOST_PLACES = 8  # of one word in a sentence: more are a list or a fault
# What a neighbour so many words away, whose counterpart is so many from a place, says for that place.
_SHARES = tuple(
    (step, {away: 1 / (abs(step) + abs(away)) for away in range(-_REACH, _REACH + 1) if away * step > 0})
    for step in (-2, -1, 1, 2)
)
# What the last words have for neighbours, and, as its indices are -1 and -2 too, the first ones.
_ENDS = (NONE, NONE)
_MARGIN = 2 * _REACH + 2  # keeps the neighbours at one end of a line of candidates from those at the next


@dataclass(frozen=True, slots=True)
class Links:
    """For each word of the translation the index of its counterpart in the reference, and the reverse.

    Indices count `Side.words`; NONE (-1) where there is none.
    """

    forward: list[int]
    backward: list[int]


def link(translation: Side, reference: Side) -> Links:
    """Link the words of two sides."""
    links = Links([NONE] * len(translation.words), [NONE] * len(reference.words))
    forward, backward = links.forward, links.backward
    line = len(backward) + _MARGIN
    for place in ranked(candidates(translation, reference, line), links, line):
        one, other = divmod(place, line)
        if forward[one] == NONE and backward[other] == NONE:
            forward[one], backward[other] = other, one
    link_grammar(translation, reference, links)
    return links


def candidates(translation: Side, reference: Side, line: int) -> dict[int, float]:
    """Give the pairs of words of content that may say the same, each with the weight of its kind.

    A pair is one number: the first word's index, times `line`, and the second one's.
    """
    found: dict[int, float] = {}
    places, theirs, loose = by_form(reference), reference.small, []
    language = translation.known.language
    forms = forms_in(language)
    taken: set[int] = set()
    for index, word in translation.content_at:
        same = {place for form in forms(word) if form in places for place in places[form]}
        if not same:
            loose.append((index, word))
            continue
        if len(same) > _MOST_PLACES:
            same = nearest(same, index * len(theirs) / len(translation.words))
        for place in same:
            found[index * line + place] = _SAME_FORM if theirs[place] == word else _SAME
        taken |= same
    free = [each for each in reference.content_at if each[0] not in taken]
    for one, other, weight in alike(no_numbers(translation, loose), no_numbers(reference, free), language):
        found[one * line + other] = weight
    return found


def no_numbers(side: Side, words: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    """Leave out numbers, which are like no other word."""
    return [each for each in words if side.words[each[0]].kind is Kind.WORD]


def nearest(places: set[int], here: float) -> set[int]:
    """Give the places a word that is repeated over and over may have moved to: those nearest to it."""
    return set(sorted(places, key=lambda place: abs(place - here))[:_MOST_PLACES])


def by_form(side: Side) -> Mapping[str, list[int]]:
    """Give the places of words of content by each of their forms."""
    places: dict[str, list[int]] = {}
    forms = forms_in(side.known.language)
    for index, word in side.content_at:
        for form in forms(word):
            if form in places:
                places[form].append(index)
            else:
                places[form] = [index]
    return places


def forms_in(language: str) -> Callable[[str], tuple[str, ...]]:
    """Give what gives the forms under which a word of a language is sought."""
    return english_forms if language == "en" else only_form


@remembered
def english_forms(word: str) -> tuple[str, ...]:
    """Give a word and its base forms."""
    return tuple(dict.fromkeys((word, *base_forms(word))))


def only_form(word: str) -> tuple[str, ...]:
    """Give just the word."""
    return (word,)


def ranked(found: Mapping[int, float], links: Links, line: int) -> list[int]:
    """Give the candidates that weigh enough in their context, the best first."""
    width, height = len(links.forward), len(links.backward)
    beside = {each for place in found for each in (place - 1, place, place + 1)}
    steps = [(step * (line + 1), weight) for step, weight in _VOICES]
    voted = []
    for place, weight in found.items():
        one, other = divmod(place, line)
        voices = 0.0  # not by `sum`, which Python 3.12 rounds otherwise
        for step, voice in steps:
            if place + step in beside:
                voices += voice
        lack = -weight - voices + _MOVED * abs(one / width - other / height)
        if lack <= -_ENOUGH:
            voted.append((lack, place))
    return [place for _lack, place in sorted(voted)]


def link_grammar(translation: Side, reference: Side, links: Links) -> None:
    """Link words of grammar that are the same and stand beside what is linked."""
    forward, backward = links.forward, links.backward
    places: dict[str, list[int]] = {}
    for index, says in enumerate(reference.content):
        if not says:
            places.setdefault(reference.small[index], []).append(index)
    forward += _ENDS
    for one, word in enumerate(translation.small):
        if word in places:
            place = best_place(links, one, places[word])
            if place != NONE:
                forward[one], backward[place] = place, one
    del forward[-len(_ENDS) :]


def best_place(links: Links, one: int, places: Sequence[int]) -> int:
    """Give the free place that most linked neighbours are shared with; NONE where none are.

    Those count that are near on both sides, and on the same side of each.
    """
    best, most, forward = NONE, 0.0, links.forward
    for place in places:
        if links.backward[place] == NONE:
            shared = 0.0
            for step, shares in _SHARES:
                there = forward[one + step]
                if there != NONE:
                    shared += shares.get(there - place, 0.0)
            if shared > most:
                best, most = place, shared
    return best
