"""In which order the words of a name may stand: family name first or last, and parted or not in Hangul."""

from collections.abc import Sequence
from itertools import pairwise

from workbench.names.sounds.hangul import is_onset, is_vowel
from workbench.names.sounds.letters import SPACE

_UNPARTED = frozenset({"ko", "zh"})  # write family and given name as one word
_MANY = 3  # words, from which on only turning round is tried
_SHORTEST, _LONGEST = 2, 4  # syllables of such a name


def orders(units: Sequence[str], language: str) -> list[list[str]]:
    """Give the orders in which the units of a name may be written in Latin letters, the given one first."""
    words = parted(units)
    if language in _UNPARTED and len(words) == 1:
        return [joined(order) for order in full_names(words[0])]
    if len(words) == 1:
        return [list(units)]
    turned = [words, [*words[1:], words[0]]]
    if len(words) >= _MANY:
        turned.append([words[-1], *words[:-1]])
    return [joined(order) for order in turned]


def full_names(word: list[str]) -> list[list[list[str]]]:
    """Give the ways to part a run of Hangul or pinyin syllables into family name and given name."""
    begins = [place for place in range(len(word)) if begins_syllable(word, place)]
    if not _SHORTEST <= len(begins) <= _LONGEST:
        return [[word]]
    cuts = begins[1:3] if len(begins) > _SHORTEST else begins[1:]
    ways = [[word], *([word[:cut], word[cut:]] for cut in cuts)]
    return [*ways, ways[1][::-1]]


def begins_syllable(word: list[str], place: int) -> bool:
    """Tell whether a syllable begins here; what is no jamo is a syllable by itself."""
    if is_vowel(word[place][0]):
        return place == 0 or not is_onset(word[place - 1][0])
    return is_onset(word[place][0]) or not "\u1100" <= word[place][0] <= "\u11ff"


def parted(units: Sequence[str]) -> list[list[str]]:
    """Give the words of a name."""
    cuts = [-1, *(place for place, unit in enumerate(units) if unit == SPACE), len(units)]
    return [list(units[before + 1 : after]) for before, after in pairwise(cuts)]


def joined(words: Sequence[Sequence[str]]) -> list[str]:
    """Put words together to a name."""
    return [unit for word in words for unit in (SPACE, *word)][1:]
