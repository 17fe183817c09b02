"""Countries, peoples and languages in a text: known by their names, not by how they stand there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.lang.name_words import NameWords
from workbench.names.detect import Candidate, is_headline, joined
from workbench.names.words import Word

_LONGEST = 6  # words of a country's name: Saint Vincent and the Grenadines has five
_SHORT_FORMS = frozenset({"u.s", "u.k", "u.n", "us", "uk", "un", "eu", "u.s.a", "usa", "u.a.e", "uae"})
_COMPASS_ALONE = frozenset({"west", "north", "south", "east"})


@dataclass(frozen=True, slots=True)
class Territory:
    """A country, a people or a language where it stands; `kind` is "place" or "people"."""

    form: str
    start: int
    end: int
    kind: str


def territories(
    text: str, words: Sequence[Word], names: Sequence[Candidate], language: NameWords
) -> Iterator[Territory]:
    """Yield the countries and peoples that are no part of a longer name."""
    taken = [(name.start, name.end) for name in names]
    capitals = is_headline(words) and all(word.text.isupper() for word in words)
    index = 0
    while index < len(words):
        length = 0 if capitals else phrase_at(words, index, language)
        start, end = words[index].start, words[max(index, index + length - 1)].end
        if length and not any(a < end and start < b for a, b in taken):
            yield Territory(text[start:end], start, end, kind_of(text[start:end], language))
        index += max(1, length)


def phrase_at(words: Sequence[Word], index: int, language: NameWords) -> int:
    """Give how many words from here on are the name of a country or a people: the most that are."""
    if not words[index].capital:
        return 0
    most = 1
    while most < _LONGEST and joined(words, index + most):
        most += 1
    return next((size for size in range(most, 0, -1) if is_phrase(words, index, size, language)), 0)


def is_phrase(words: Sequence[Word], index: int, size: int, language: NameWords) -> bool:
    """Tell whether these words name a country or a people, with a point of the compass or without."""
    run = words[index : index + size]
    if not run[-1].capital:
        return False
    phrase = " ".join(word.folded for word in run)
    if size == 1:
        return is_one_word(words, index, language)
    rest = " ".join(word.folded for word in run[1:])
    return is_country(phrase, language) or (
        run[0].folded in language.directions and is_country(rest, language)
    )


def is_one_word(words: Sequence[Word], index: int, language: NameWords) -> bool:
    """Tell whether one word names a country or a people: the North too, US only in capitals."""
    word = words[index]
    if word.folded in _SHORT_FORMS:
        return word.text.isupper()
    if word.folded in _COMPASS_ALONE:
        return index > 0 and words[index - 1].folded == "the" and not word.opens
    return is_country(word.folded, language)


def is_country(phrase: str, language: NameWords) -> bool:
    """Tell whether a phrase is one that CLDR or the list of peoples has, and no part of the calendar."""
    return phrase in language.phrases and phrase not in language.months and phrase not in language.days


def kind_of(form: str, language: NameWords) -> str:
    """Tell a place from a people."""
    folded = " ".join(form.casefold().split()).rstrip(".")
    bare = " ".join(word for word in folded.split() if word not in language.directions)
    is_place = folded in _SHORT_FORMS or folded in language.territories or bare in language.territories
    return "place" if is_place or not bare else "people"
