"""In which order the words of a name may stand: family name first or last, and parted or not in Hangul."""

from collections.abc import Sequence
from itertools import pairwise

from workbench.names.sounds.hangul import is_onset, is_vowel
from workbench.names.sounds.letters import SPACE

_MANY = 3  # words, from which on only turning round is tried
_SHORTEST, _LONGEST = 2, 4  # syllables of a Korean name written as one word


def orders(units: Sequence[str], language: str) -> list[list[str]]:
    """Give the orders in which the units of a name may be written in Latin letters, the given one first."""
    words = parted(units)
    if language == "ko" and len(words) == 1:
        return [joined(order) for order in korean(words[0])]
    if len(words) == 1:
        return [list(units)]
    turned = [words, [*words[1:], words[0]]]
    if len(words) >= _MANY:
        turned.append([words[-1], *words[:-1]])
    return [joined(order) for order in turned]


def korean(word: list[str]) -> list[list[list[str]]]:
    """Give the ways to part a run of Hangul into family name and given name."""
    begins = [place for place, unit in enumerate(word) if begins_syllable(word, place) or not is_jamo(unit)]
    count = len(begins)
    if not _SHORTEST <= count <= _LONGEST:
        return [[word]]
    cuts = begins[1:3] if count >= 3 else begins[1:2]
    ways = [[word], *([word[:cut], word[cut:]] for cut in cuts)]
    return [*ways, ways[1][::-1]]


def begins_syllable(word: list[str], place: int) -> bool:
    """Tell whether a syllable begins here: with its first consonant, or with a vowel that has none."""
    if is_vowel(word[place]):
        return place == 0 or not is_onset(word[place - 1])
    return is_onset(word[place])


def is_jamo(unit: str) -> bool:
    """Tell whether a unit is part of a Hangul syllable."""
    return "\u1100" <= unit[0] <= "\u11ff"


def parted(units: Sequence[str]) -> list[list[str]]:
    """Give the words of a name."""
    cuts = [-1, *(place for place, unit in enumerate(units) if unit == SPACE), len(units)]
    return [list(units[before + 1 : after]) for before, after in pairwise(cuts)]


def joined(words: Sequence[Sequence[str]]) -> list[str]:
    """Put words together to a name."""
    return [unit for word in words for unit in (SPACE, *word)][1:]
