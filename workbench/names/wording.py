"""Differences between two names that are not of spelling: countries, numbers, derived words, common nouns."""

from collections.abc import Iterable, Sequence

from workbench.lang.name_words import NameWords
from workbench.names.detect import Knowledge, is_place_word
from workbench.names.sound import letters

_SYLLABLE = 3  # letters
_AFTER_VOWELS = frozenset({"s", "es", "er", "ers"})  # endings before which a name keeps its vowel
_STEM = 4  # letters at least that a derived word shares with what it is derived from


def other_words(name: Iterable[str], than: Iterable[str]) -> list[str]:
    """Give the words of a name whose letters are not among those of another."""
    spelled = {letters(word) for word in than}
    return [word for word in name if letters(word) not in spelled]


def is_other_thing(one: tuple[str, ...], other: tuple[str, ...], known: Knowledge) -> bool:
    """Tell whether the words in which two names differ make them two things, or one reworded.

    So for peoples and countries, points of the compass, numbers, common nouns, abbreviations, derived words.
    """
    ours, theirs = other_words(one, other), other_words(other, one)
    if is_counted(ours, theirs, known.language):
        return True
    return any(is_word_of_its_own(word, known) for word in [*ours, *theirs]) or any(
        is_derived(a, b, known.language) for a in ours for b in theirs
    )


def is_counted(ours: Sequence[str], theirs: Sequence[str], language: NameWords) -> bool:
    """Tell whether two names differ by a number (World War I and II); Xi for Shi is a spelling."""
    mine, others = (any(is_numeral(word, language) for word in words) for words in (ours, theirs))
    return (mine and others) or (mine and not theirs) or (others and not ours)


def is_word_of_its_own(word: str, known: Knowledge) -> bool:
    """Tell whether a word has a meaning and a right spelling by itself.

    Short words with a capital inside a name are syllables (Do, So, An) more often than words.
    """
    folded, language = word.casefold().replace("’", "'").rstrip("."), known.language
    if is_place_word(folded, language) or is_abbreviation(word):
        return True
    if len(folded) <= _SYLLABLE:
        return False
    if folded in language.titles or folded in language.grammar or folded in language.institutions:
        return True
    return folded in known.common


def is_abbreviation(word: str) -> bool:
    """Tell whether a word is letters standing for words: AP, NATO, U.S."""
    return word.endswith(".") or (word.isupper() and len(word) > 1 and len(word) <= len("UNESCO"))


def is_derived(one: str, other: str, language: NameWords) -> bool:
    """Tell whether one word is the other with an ending that makes a people, a follower or a plural of it."""
    ours, theirs = stems(one, language.derived), stems(other, language.derived)
    if ours & theirs or (ours | theirs) & {letters(one), letters(other)}:
        return True
    # A vowel gives way to an ending that begins with one (Libya, Libyan), not to a plural or -er.
    adjectives = [stems(word, language.derived - _AFTER_VOWELS) for word in (one, other)]
    bases = {letters(word).removesuffix(vowel) for word in (one, other) for vowel in "aeiy"}
    return bool((adjectives[0] | adjectives[1]) & bases)


def stems(word: str, endings: Iterable[str]) -> set[str]:
    """Give what is left of a word without an ending, where that is long enough to tell."""
    bare = letters(word)
    left = {bare.removesuffix(ending) for ending in endings if bare.endswith(ending)}
    return {stem for stem in left if len(stem) >= _STEM}


def is_numeral(word: str, language: NameWords) -> bool:
    """Tell whether a word counts kings, popes or wars; a lone I may be a syllable (Wang I)."""
    return word.casefold() in language.numerals and (len(word) > 1 or word in "VX")
