"""The inner loops of a search: the names that hold words of the right sound, and how well each name fits whole."""

from typing import NamedTuple

import numpy as np

from workbench.names.sounds.lattice import (
    LETTER_BITS,
    MOST_LETTERS,
    Chunks,
    Floats,
    Keys,
    Letters,
    Units,
    alone,
    joint,
)
from workbench.names.sounds.machine import inlined, kernel
from workbench.names.sounds.trie import Nodes

_SPREAD = np.int64(0x9E3779B1)
_LONGEST = 64  # letters of a name that are compared


class Names(NamedTuple):
    """The names of a gazetteer: words of each, letters of each word, names of each word."""

    spelt: Nodes
    spelt_from: Keys
    letters: Letters
    letter_from: Keys
    name_of: Nodes
    name_from: Keys


class Heard(NamedTuple):
    """Words found for each part of what was heard: numbers, scores, which part, the best first in each."""

    words: Nodes
    scores: Floats
    part: Keys


class Ways(NamedTuple):
    """A form in each order its words may stand in, one behind the other, and log p of each."""

    units: Units
    start: Keys
    alone: Floats


class Sound(NamedTuple):
    """A model's tables."""

    chances: Chunks
    letter_chances: Chunks
    strange: Floats
    odd: float


@kernel
def gathered(heard: Heard, names: Names, floors: Floats, cost: float, most: int) -> tuple[Nodes, Floats]:
    """Give the names that hold the words heard and the sum of their scores, unsorted.

    A part that no word of a name answers counts `floors[part]`; a word of a name that answers no part costs
    `cost`; no more than `most` postings are looked at for each part.
    """
    parts = floors.size
    room = 1 << 18
    spots = np.full(room, -1, np.int32)
    found = np.empty(room >> 1, np.int32)
    best = np.empty((room >> 1, parts))
    count = 0
    looked = np.zeros(parts, np.int64)
    for index in range(heard.words.size):
        part, word = heard.part[index], heard.words[index]
        if looked[part] > most:
            continue
        looked[part] += names.name_from[word + 1] - names.name_from[word]
        for at in range(names.name_from[word], names.name_from[word + 1]):
            name = names.name_of[at]
            spot = (name * _SPREAD) & (room - 1)
            while spots[spot] >= 0 and found[spots[spot]] != name:
                spot = (spot + 1) & (room - 1)
            slot = spots[spot]
            if slot < 0:
                if count == found.size:
                    continue
                slot = count
                spots[spot], found[slot], count = slot, name, count + 1
                best[slot] = floors
            best[slot, part] = max(best[slot, part], heard.scores[index])
    return found[:count].copy(), summed(best[:count], found, names, floors, cost)


@inlined
def summed(best: Floats, found: Nodes, names: Names, floors: Floats, cost: float) -> Floats:
    """Add up the parts of each name and take off what of the name was not heard."""
    scores = np.empty(best.shape[0])
    for slot in range(best.shape[0]):
        heard = 0
        for part in range(floors.size):
            heard += best[slot, part] > floors[part]
        size = names.spelt_from[found[slot] + 1] - names.spelt_from[found[slot]]
        scores[slot] = best[slot].sum() - cost * max(0, size - heard)
    return scores


@kernel
def fitted(ways: Ways, candidates: Nodes, names: Names, sound: Sound) -> Floats:
    """Compare whole names with what was heard, in the best of its orders.

    Gives rows of log p(sound, name), log p(sound), log p(name) and the number of letters.
    """
    rows = np.empty((candidates.size, 4))
    letters = np.empty(_LONGEST, np.int32)
    for k in range(candidates.size):
        size = spell(candidates[k], names, letters)
        rows[k, 0], rows[k, 1] = -np.inf, 0.0
        for way in range(ways.alone.size):
            spelt = ways.units[ways.start[way] : ways.start[way + 1]]
            both = joint(spelt, letters[:size], sound.chances, sound.strange)
            if both - ways.alone[way] > rows[k, 0] - rows[k, 1]:
                rows[k, 0], rows[k, 1] = both, ways.alone[way]
        rows[k, 2] = alone(letters[:size], MOST_LETTERS, LETTER_BITS, sound.letter_chances, sound.odd)
        rows[k, 3] = size
    return rows


@inlined
def spell(name: int, names: Names, letters: Units) -> int:
    """Write a name's letters, 1 between words; give how many."""
    size = 0
    for at in range(names.spelt_from[name], names.spelt_from[name + 1]):
        if size > 0 and size < _LONGEST:
            letters[size] = 1
            size += 1
        word = names.spelt[at]
        for place in range(names.letter_from[word], names.letter_from[word + 1]):
            if size < _LONGEST:
                letters[size] = names.letters[place]
                size += 1
    return size
