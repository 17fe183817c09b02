"""The inner loops of a search: names that hold words of the right sound, and how well each fits whole."""

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
_LEAST_ROOM, _MOST_ROOM = 1 << 10, 1 << 18  # places for names found
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
    """A form in each order of its words, one behind the other, log p of each, and how many words it has."""

    units: Units
    start: Keys
    alone: Floats
    words: int


class Sound(NamedTuple):
    """A model's tables."""

    chances: Chunks
    letter_chances: Chunks
    strange: Floats
    odd: float
    left_out: float  # what it costs when words of a name were not heard at all


@inlined
def postings(heard: Heard, names: Names) -> int:
    """Count how often the words heard stand in names."""
    count = 0
    for word in heard.words:
        count += names.name_from[word + 1] - names.name_from[word]
    return count


@kernel
def gathered(heard: Heard, names: Names, floors: Floats, cost: float, most: int) -> tuple[Nodes, Floats]:
    """Give the names that hold the words heard and the sum of their scores, unsorted.

    A part that no word of a name answers counts `floors[part]`; a word of a name that answers no part costs
    `cost`; no more than `most` postings are looked at for each part.
    """
    parts = floors.size
    room = _LEAST_ROOM
    while room < _MOST_ROOM and room < 2 * postings(heard, names):
        room *= 2
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


@inlined
def spell(name: int, names: Names, skipped: tuple[int, int], letters: Units) -> int:
    """Write a name's letters, 1 between words, but for the words skipped (from, to); give how many."""
    begin, end = names.spelt_from[name], names.spelt_from[name + 1]
    size = 0
    for at in range(begin, end):
        if skipped[0] <= at - begin < skipped[1]:
            continue
        if 0 < size < _LONGEST:
            letters[size] = 1
            size += 1
        word = names.spelt[at]
        for place in range(names.letter_from[word], names.letter_from[word + 1]):
            if size < _LONGEST:
                letters[size] = names.letters[place]
                size += 1
    return size


@kernel
def fit(ways: Ways, letters: Units, sound: Sound) -> tuple[float, float, float]:
    """Compare letters with what was heard in its best order: log p of both, of the sound, of the letters."""
    both, heard = -np.inf, 0.0
    for way in range(ways.alone.size):
        spelt = ways.units[ways.start[way] : ways.start[way + 1]]
        score = joint(spelt, letters, sound.chances, sound.strange)
        if score - ways.alone[way] > both - heard:
            both, heard = score, ways.alone[way]
    return both, heard, alone(letters, MOST_LETTERS, LETTER_BITS, sound.letter_chances, sound.odd)


@kernel
def fitted(ways: Ways, candidates: Nodes, names: Names, sound: Sound) -> Floats:
    """Compare names with what was heard, whole and, where they have more words than that, without some.

    Gives rows of log p(sound, name), log p(sound), log p(name) and the number of letters.
    """
    rows = np.empty((candidates.size, 4))
    letters = np.empty(_LONGEST, np.int32)
    for k in range(candidates.size):
        size = spell(candidates[k], names, (0, 0), letters)
        rows[k, 0], rows[k, 1], rows[k, 2] = fit(ways, letters[:size], sound)
        rows[k, 3] = size
        count = names.spelt_from[candidates[k] + 1] - names.spelt_from[candidates[k]]
        if count <= ways.words:
            continue
        for skipped in ((ways.words, count), (0, count - ways.words), (1, count - ways.words + 1)):
            size = spell(candidates[k], names, skipped, letters)
            both, heard, name = fit(ways, letters[:size], sound)
            if both - heard - name - sound.left_out > rows[k, 0] - rows[k, 1] - rows[k, 2]:
                rows[k, 0], rows[k, 1], rows[k, 2] = both - sound.left_out, heard, name
                rows[k, 3] = size
    return rows
