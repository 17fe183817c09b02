"""Why two forms differ, by the sounds: through the words of the source both stand for, else their letters."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from workbench.i18n import _
from workbench.model.glossary import main_tag
from workbench.names.sound_rules import HANGUL, LATIN
from workbench.names.sounds import Chunk, SoundModel

_CODAS = range(0x11A8, 0x1200)
_MEDIALS = frozenset(map(chr, range(0x1161, 0x1176)))
_VOWELS = frozenset("aeiouyäëïöüáéíóúýàèìòùâêîôûåøæœąęěıőűūāēīōăơư")
_PERCENT = 100
_MOST = 2  # rules said; more tell nothing


Piece = tuple[str, str]  # jamo, and the letters they are written with


@dataclass(frozen=True, slots=True)
class Difference:
    """A letter of the source, how it is written and how it should be, with their shares in known names."""

    sound: str
    written: str
    right: str
    share: float
    right_share: float


def reasons(source: str, language: str, form: str, proposal: str) -> list[str]:
    """Say why the letters of two forms differ: by a rule in words, else by the share of known names.

    With a source in Korean by what its letters stand for; nothing is said of another.
    """
    if not source or main_tag(language) != "ko":
        return []
    changes: dict[str, list[str]] = {}
    for difference in differences(source, form, proposal):
        change = f"{difference.written or '–'}~{difference.right or '–'}"
        changes.setdefault(said(difference), []).append(change)
    return [f"{rule}: {', '.join(dict.fromkeys(pairs))}" for rule, pairs in changes.items()][:_MOST]


def by_letters(pairs: Sequence[tuple[str, str]]) -> list[str]:
    """Say what is known of letters that differ, written and right."""
    rules = [LATIN[key] for pair in pairs if (key := frozenset(pair)) in LATIN]
    return [_(rule) for rule in dict.fromkeys(rules)][:_MOST]


def differences(source: str, form: str, proposal: str) -> Iterator[Difference]:
    """Yield the letters of a source that two forms write differently, consonants first."""
    model = SoundModel.load("ko")
    ours, theirs = (words_of(model.chunks(source, name)) for name in (form, proposal))
    found = []
    for units, written, right in segments(ours, in_order(theirs, ours)):
        mine, other = without_common(written, right)
        unit = culprit(units, mine + other)
        shares = model.share((units,), written), model.share((units,), right)
        found.append(Difference(shown(unit), mine, other, *shares))
    yield from sorted(found, key=lambda difference: set(difference.written + difference.right) <= _VOWELS)


def words_of(chunks: Sequence[Chunk]) -> list[list[Piece]]:
    """Give the pieces of each word, units as jamo."""
    words: list[list[Piece]] = [[]]
    for chunk in chunks:
        whole = "".join(chunk.units)
        units = unicodedata.normalize("NFD", whole).replace("_", "")
        if units or not whole:
            words[-1].append((units, chunk.letters.replace("_", "")))
        if "_" in whole:
            words.append([])
    return words


def in_order(words: list[list[Piece]], model: list[list[Piece]]) -> list[list[Piece]]:
    """Put words in the order of others that have the same units."""
    rest = {"".join(units for units, _letters in word): word for word in words}
    wanted = ["".join(units for units, _letters in word) for word in model]
    return [rest[key] for key in wanted] if sorted(rest) == sorted(wanted) else words


def segments(ours: list[list[Piece]], theirs: list[list[Piece]]) -> Iterator[tuple[str, str, str]]:
    """Yield the shortest runs of units that both cut alike but write differently, with both's letters."""
    one, other = (cuts([piece for word in side for piece in word]) for side in (ours, theirs))
    common = [place for place in one if place in other]
    units = "".join(piece[0] for word in ours for piece in word)
    if not common or units != "".join(piece[0] for word in theirs for piece in word):
        return
    for before, after in pairwise([0, *common]):
        written, right = (
            "".join(text for place, text in side.items() if before < place <= after) for side in (one, other)
        )
        if written != right:
            yield units[before:after], written, right


def cuts(pieces: Sequence[Piece]) -> dict[int, str]:
    """Give where each piece ends, counted in units, and its letters."""
    ends: dict[int, str] = {}
    done = 0
    for units, letters in pieces:
        done += len(units)
        ends[done] = ends.get(done, "") + letters
    return ends


def without_common(one: str, other: str) -> tuple[str, str]:
    """Take off the letters that both begin or end with."""
    start = common_start(one, other)
    one, other = one[start:], other[start:]
    end = common_start(one[::-1], other[::-1])
    return one[: len(one) - end], other[: len(other) - end]


def common_start(one: str, other: str) -> int:
    """Count the letters that both begin with."""
    pairs = zip(one, other, strict=False)
    return next((place for place, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def culprit(units: str, letters: str) -> str:
    """Give the unit that differing letters stand for: a vowel for vowels, else a consonant."""
    vowels = [unit for unit in units if unit in _MEDIALS]
    others = [unit for unit in units if unit not in _MEDIALS]
    first, second = (vowels, others) if set(letters) <= _VOWELS else (others, vowels)
    return (first or second or [" "])[0]


def said(difference: Difference) -> str:
    """Say why one letter of the source was written so: by its rule, else by the shares."""
    if rule := HANGUL.get(difference.sound):
        return _(rule)
    return _("%(sound)s is %(written)s in %(share)d %% and %(right)s in %(other)d %% of known names") % {
        "sound": difference.sound.removeprefix("-"),
        "written": difference.written or "–",
        "share": round(difference.share * _PERCENT),
        "right": difference.right or "–",
        "other": round(difference.right_share * _PERCENT),
    }


def shown(unit: str) -> str:
    """Give a letter of Hangul as it is shown by itself, a final one with a hyphen before it."""
    return ("-" if ord(unit[0]) in _CODAS else "") + compatible().get(name_of(unit), unit)


@cache
def compatible() -> dict[str, str]:
    """Give the letters of Hangul that stand alone, by their names."""
    return {unicodedata.name(chr(code)).rpartition(" ")[2]: chr(code) for code in range(0x3131, 0x3164)}


def name_of(unit: str) -> str:
    """Give the name of a letter: KIYEOK of HANGUL CHOSEONG KIYEOK."""
    return unicodedata.name(unit[0], "").rpartition(" ")[2]
