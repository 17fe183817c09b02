"""Why two forms differ, by the sounds: through the words of the source both stand for, else their letters."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from workbench.figures import listed, percent
from workbench.i18n import _
from workbench.model.glossary import main_tag
from workbench.names.sound_rules import HANGUL, LATIN
from workbench.names.sounds import Chunk, SoundModel
from workbench.names.sounds.hangul import shown as printed
from workbench.names.sounds.lattice import MOST_UNITS
from workbench.names.sounds.letters import SPACE
from workbench.names.sounds.writing import table_of

_TABLES = frozenset({"ko", "ru", "ar", "zh", "ja"})
_CODAS = range(0x11A8, 0x1200)
_MEDIALS = frozenset(map(chr, range(0x1161, 0x1176)))
_VOWELS = frozenset("aeiouyäëïöüáéíóúýàèìòùâêîôûåøæœąęěıőűūāēīōăơư")
_WHOLE = 2  # decimals of a share that is written in whole percent
_MOST = 2  # rules said; more tell nothing


Units = tuple[str, ...]  # jamo, kana, pinyin syllables, letters
Piece = tuple[Units, str]  # units, and the letters they are written with


@dataclass(frozen=True, slots=True)
class Difference:
    """A letter of the source that two forms write differently, with the letters that differ.

    `use` says how often, in known names, what stands around it is written either way; "" where never.
    """

    sound: str
    written: str
    right: str
    use: str


def reasons(source: str, language: str, form: str, proposal: str) -> list[str]:
    """Say why the letters of two forms differ: by a rule in words, else by the share of known names.

    Through a source whose script there is a table for; nothing is said of another.
    """
    table = table_of(main_tag(language))
    if not source or table not in _TABLES:
        return []
    changes: dict[str, list[str]] = {}
    for difference in differences(source, form, proposal, SoundModel.load(table)):
        change = f"{difference.written or '–'}~{difference.right or '–'}"
        changes.setdefault(said(difference), []).append(change)
    told = [f"{rule}: {listed(dict.fromkeys(pairs))}" for rule, pairs in changes.items() if rule]
    return told[:_MOST]


def by_letters(pairs: Sequence[tuple[str, str]]) -> list[str]:
    """Say what is known of letters that differ, written and right."""
    rules = [LATIN[key] for pair in pairs if (key := frozenset(pair)) in LATIN]
    return [_(rule) for rule in dict.fromkeys(rules)][:_MOST]


def differences(source: str, form: str, proposal: str, model: SoundModel) -> Iterator[Difference]:
    """Yield the letters of a source that two forms write differently, consonants first."""
    ours, theirs = (words_of(model.chunks(source, name)) for name in (form, proposal))
    found = []
    for units, written, right in segments(ours, in_order(theirs, ours)):
        mine, other = without_common(written, right)
        sound = shown(culprit(units, mine + other))
        found.append(Difference(sound, mine, other, use(units, written, right, model)))
    yield from sorted(found, key=lambda difference: set(difference.written + difference.right) <= _VOWELS)


def words_of(chunks: Sequence[Chunk]) -> list[list[Piece]]:
    """Give the pieces of each word."""
    words: list[list[Piece]] = [[]]
    for chunk in chunks:
        units = tuple(unit for unit in chunk.units if unit != SPACE)
        if units or not chunk.units:
            words[-1].append((units, chunk.letters.replace(SPACE, "")))
        if SPACE in chunk.units:
            words.append([])
    return words


def in_order(words: list[list[Piece]], model: list[list[Piece]]) -> list[list[Piece]]:
    """Put words in the order of others that have the same units."""
    rest = {units_of(word): word for word in words}
    wanted = [units_of(word) for word in model]
    return [rest[key] for key in wanted] if sorted(rest) == sorted(wanted) else words


def units_of(pieces: Sequence[Piece]) -> Units:
    """Give the units of pieces one behind the other."""
    return tuple(unit for units, _letters in pieces for unit in units)


def segments(ours: list[list[Piece]], theirs: list[list[Piece]]) -> Iterator[tuple[Units, str, str]]:
    """Yield the shortest runs of units that both cut alike but write differently, with both's letters."""
    sides = [[piece for word in side for piece in word] for side in (ours, theirs)]
    one, other = map(cuts, sides)
    common = [place for place in one if place in other]
    units = units_of(sides[0])
    if not common or units != units_of(sides[1]):
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


def culprit(units: Units, letters: str) -> str:
    """Give the unit that differing letters stand for: a vowel for vowels, else a consonant."""
    vowels = [unit for unit in units if unit in _MEDIALS]
    others = [unit for unit in units if unit not in _MEDIALS]
    first, second = (vowels, others) if set(letters) <= _VOWELS else (others, vowels)
    return (first or second or [" "])[0]


def said(difference: Difference) -> str:
    """Say why one letter of the source was written so: by its rule, else by its use; "" for neither."""
    rule = HANGUL.get(difference.sound)
    return _(rule) if rule else difference.use


def use(units: Units, written: str, right: str, model: SoundModel) -> str:
    """Say in what shares of known names units are written either way; "" where they are not."""
    shares = [round(model.share(units, letters), _WHOLE) for letters in (written, right)]
    if not units or len(units) > MOST_UNITS or not any(shares):
        return ""
    return _("%(sound)s is %(written)s in %(share)s and %(right)s in %(other)s of known names") % {
        "sound": "".join(map(printed, units)),
        "written": written or "–",
        "share": percent(shares[0]),
        "right": right or "–",
        "other": percent(shares[1]),
    }


def shown(unit: str) -> str:
    """Give a letter as it is shown by itself, a final one of Hangul with a hyphen before it."""
    return ("-" if ord(unit[0]) in _CODAS else "") + printed(unit)
