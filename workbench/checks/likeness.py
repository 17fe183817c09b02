"""Which different words may say the same: kin in meaning, opposites in one place, alike in letters."""

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import JaroWinkler

from workbench.lang.denial import opposed
from workbench.lang.kinship import Kin, kinship
from workbench.lang.nearness import marks, marks_sought

_KIN = {Kin.SAME: 1.0, Kin.SYNONYMS: 0.75, Kin.NEAR: 0.6, Kin.COUSINS: 0.35}
_ALIKE = 0.6
_OPPOSED = 0.65  # what says the opposite stands in the same place as a synonym would
_ALIKE_FROM = 0.86  # Jaro-Winkler: Zelenskiy and Zelensky have .98, station and nation .8
_LONG = 4  # letters from which on likeness in letters says something


def alike(
    ours: Sequence[tuple[int, str]], theirs: Sequence[tuple[int, str]], language: str
) -> Iterator[tuple[int, int, float]]:
    """Yield the pairs of different words that are alike, by their indices, with their weight."""
    known = [(other, another, marks(another) if language == "en" else None) for other, another in theirs]
    for one, word in ours:
        sought = marks_sought(word) if language == "en" else None
        for other, another, has in known:
            is_far = sought is None or has is None or sought.isdisjoint(has)
            if weight := in_letters(word, another) if is_far else in_english(word, another):
                yield one, other, weight


def in_english(word: str, another: str) -> float:
    """Weigh two different English words by meaning and by letters."""
    kin = _KIN.get(kinship(word, another), 0.0)
    if kin < _OPPOSED and opposed(word, another):
        return _OPPOSED
    return kin or in_letters(word, another)


def in_letters(word: str, another: str) -> float:
    """Weigh two different words by letters."""
    if min(len(word), len(another)) < _LONG or word[0] != another[0]:
        return 0.0
    return _ALIKE if JaroWinkler.similarity(word, another, score_cutoff=_ALIKE_FROM) else 0.0
