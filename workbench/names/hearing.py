"""Where a name is heard in the source: the run of words that sounds most like it.

Every window, in Korean of one to four words, their endings off, is tried by a quick romanisation; the best
few are judged by the learnt model, in nats of mutual information per letter (above about 1 likely one name).
"""

import heapq
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Indel

from workbench.lang.name_signs import name_signs
from workbench.model.glossary import main_tag
from workbench.names import hangul_words
from workbench.names.hangul_words import may_be_name
from workbench.names.romaja import romaja
from workbench.names.sound import key
from workbench.names.sounds import SoundModel, latin
from workbench.names.sounds import windows as runs_of
from workbench.names.sounds.readings import is_han, japanese
from workbench.names.sounds.writing import table_of

_TABLES = frozenset({"ko", "zh", "ja", "ru", "ar"})
_GAPS = re.compile(r"[\s·・‧＝=]+")
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
    return table_of(main_tag(language)) in _TABLES


@lru_cache(maxsize=8192)
def heard(sentence: str, name: str, language: str) -> Window | None:
    """Give the window of a source sentence in which a Latin name is heard best; None where none is near."""
    quick = (
        (max(quick_nearness(way, name) for way in ways), -end, form, start)
        for form, start, end, ways in windows(sentence, language)
    )
    best = heapq.nlargest(_JUDGED, (window for window in quick if window[0] >= _QUICK))
    judged = [Window(form, start, -end, affinity(form, name, language)) for _near, end, form, start in best]
    return max(judged, key=lambda window: window.affinity - _SIGN * len(window.form), default=None)


@lru_cache(maxsize=65536)
def affinity(form: str, name: str, language: str) -> float:
    """Say how surely a source's form, as it may be read, and a Latin name are one, in nats per letter."""
    model = SoundModel.load(table_of(main_tag(language)))
    return max(model.affinity(reading, name) for reading in read_aloud(form, language))


def read_aloud(form: str, language: str) -> list[str]:
    """Give a form as its sound is written: Han characters in Japanese in kana, all else as it stands."""
    return list(japanese(form)) if main_tag(language) == "ja" and is_han(form) else [form]


def words_of(form: str) -> list[str]:
    """Give the words of a name of a source, which spaces or dots part."""
    return [word for word in _GAPS.split(form) if word]


def quick_nearness(form: str, name: str) -> float:
    """Compare roughly by the keys of sound, in both orders of family and given name."""
    words = words_of(form)
    wanted = "".join(map(key, name.split()))
    return max(
        Indel.normalized_similarity("".join(map(quick_key, order)), wanted)
        for order in (words, [*words[1:], words[0]])[: len(words)]
    )


@lru_cache(maxsize=65536)
def quick_key(word: str) -> str:
    """Give the key of sound of a word in any script as it is likely written."""
    if hangul_words.is_hangul(word[:1]):
        return key(romaja(word))
    return key(latin(word))


@lru_cache(maxsize=512)
def windows(sentence: str, language: str) -> tuple[tuple[str, int, int, tuple[str, ...]], ...]:
    """Give the form and the place of each run that may be a name, and the ways to read it aloud."""
    tag = main_tag(language)
    found = runs(sentence, language) if tag == "ko" else signs_of(sentence, tag)
    return tuple(
        (form, start, end, tuple(read_aloud(form, tag))) for form, start, end in dict.fromkeys(found)
    )


def signs_of(sentence: str, language: str) -> Iterator[tuple[str, int, int]]:
    """Yield runs of words, kana or Han without those that are no part of a name."""
    signs = name_signs(language)
    common = signs.common if signs else frozenset()
    for window in runs_of(sentence, language):
        if window.form not in common and common.isdisjoint(window.form):
            yield window.form, window.start, window.end


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
                if window not in signs.common and window not in signs.titles and may_be_name(window):
                    yield window, begin.start, end
