"""Where a name is heard in the source: the run of words that sounds most like it.

Every window of one to four words, their endings off, is tried by a quick romanisation; the best few are
judged by the learnt model, in nats of mutual information per letter (above about 1 likely one name).
"""

import heapq
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Indel

from workbench.lang.name_signs import name_signs
from workbench.model.glossary import main_tag
from workbench.names import hangul_words
from workbench.names.romaja import romaja
from workbench.names.sound import key
from workbench.names.sounds import SoundModel

_MOST_WORDS = 4
_JUDGED = 12  # windows that the learnt model is asked about
_SIGN = 0.1  # nats that a syllable more must bring: a particle seldom speaks against a name
_QUICK = 0.3  # nearness under which it is not asked


@dataclass(frozen=True, slots=True)
class Window:
    """A run of words of a source: [start, end), and how surely a name is heard in it."""

    form: str
    start: int
    end: int
    affinity: float


def can_hear(language: str) -> bool:
    """Tell whether names can be heard in texts of a language."""
    return main_tag(language) == "ko"


@lru_cache(maxsize=8192)
def heard(sentence: str, latin: str, language: str) -> Window | None:
    """Give the window of a source sentence in which a Latin name is heard best; None where none is near."""
    quick = (
        (quick_nearness(form, latin), -end, form, start) for form, start, end in windows(sentence, language)
    )
    best = heapq.nlargest(_JUDGED, (window for window in quick if window[0] >= _QUICK))
    judged = [Window(form, start, -end, affinity(form, latin, language)) for _near, end, form, start in best]
    return max(judged, key=lambda window: window.affinity - _SIGN * len(window.form), default=None)


@lru_cache(maxsize=65536)
def affinity(form: str, latin: str, language: str) -> float:
    """Say how surely a source's form and a Latin name are one, in nats per letter."""
    return SoundModel.load(language).affinity(form, latin)


def quick_nearness(form: str, latin: str) -> float:
    """Compare roughly by the keys of sound, in both orders of family and given name."""
    words = form.split()
    wanted = "".join(map(key, latin.split()))
    return max(
        Indel.normalized_similarity("".join(map(romaja_key, order)), wanted)
        for order in (words, [*words[1:], words[0]])[: len(words)]
    )


@lru_cache(maxsize=65536)
def romaja_key(hangul: str) -> str:
    """Give the key of sound of a word in Hangul."""
    return key(romaja(hangul))


@lru_cache(maxsize=512)
def windows(sentence: str, language: str) -> tuple[tuple[str, int, int], ...]:
    """Give the form and the place of each run of words that may be a name."""
    return tuple(dict.fromkeys(runs(sentence, language)))


def runs(sentence: str, language: str) -> Iterator[tuple[str, int, int]]:
    """Yield runs of words, the last with its ending and without each ending it may have."""
    signs = name_signs(language)
    if signs is None:
        return
    stems = hangul_words.stems(sentence, signs)
    for first, begin in enumerate(stems):
        for last in range(first, min(len(stems), first + _MOST_WORDS)):
            if last > first and not hangul_words.beside(sentence, stems[last - 1], stems[last]):
                break
            for form in hangul_words.readings(stems[last], signs, single=last > first):
                end = stems[last].start + len(form)
                window = sentence[begin.start : end]
                if window not in signs.common | signs.titles and hangul_words.may_be_name(window):
                    yield window, begin.start, end
