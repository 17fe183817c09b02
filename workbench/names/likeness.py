"""Whether a name of the translation and one of the reference may be two spellings of one name."""

from dataclasses import dataclass, replace

from workbench.lang.name_words import NameWords
from workbench.names.detect import Candidate, Knowledge, is_place_word
from workbench.names.sound import letters, nearness, token_nearness
from workbench.names.wording import (
    is_abbreviation,
    is_numeral,
    is_other_thing,
    is_word_of_its_own,
    other_words,
)
from workbench.names.words import plain

_TURNED = 0.95  # nearness of a name to itself with the family name at the other end
_JOINED = 0.75  # nearness from which a word is taken for a whole name: Padanaram, Paddan Aram
_SAME_LENGTH = 0.75  # of the longer at least; less is a part of it
_SHORT = 4  # letters under which nearness of one word says little


@dataclass(frozen=True, slots=True)
class Likeness:
    """The part of the one name that may be the part of the other, and how near they are, 0 to 1.

    `whole` says that whole names were compared, not surnames; `shared` that one word of them is the same.
    `weakest` is the nearness of the two words that are least alike.
    """

    form: str
    proposal: str
    near: float
    whole: bool
    shared: bool
    weakest: float = 1.0


def likeness(one: Candidate, other: Candidate, known: Knowledge) -> Likeness | None:
    """Compare two names; None when they are the same, or cannot be one name."""
    if plain(one.form) == plain(other.form):
        return None
    if letters(one.form) == letters(other.form):
        return Likeness(one.form, other.form, 1.0, whole=True, shared=False)
    if len(one.words) == len(other.words):
        return by_words(one, other, known)
    if 1 in {len(one.words), len(other.words)}:
        return by_surname(one, other, known)
    return by_letters(one, other, known)


def without_article(one: Candidate, other: Candidate) -> tuple[Candidate, Candidate]:
    """Give two names alike with The before them or without: the text around decides on that."""
    if is_titled(one) == is_titled(other):
        return one, other
    return bare(one), bare(other)


def is_titled(name: Candidate) -> bool:
    """Tell whether a name begins with The: The Hokkaido Shimbun."""
    return len(name.words) > 1 and name.words[0] == "The"


def bare(name: Candidate) -> Candidate:
    """Give a name without the The it begins with."""
    if not is_titled(name):
        return name
    form = name.form.removeprefix("The").lstrip()
    return replace(name, form=form, start=name.end - len(form), words=name.words[1:])


def by_words(one: Candidate, other: Candidate, known: Knowledge) -> Likeness | None:
    """Compare names of equally many words, word by word."""
    if sorted(map(letters, one.words)) == sorted(map(letters, other.words)):
        return Likeness(one.form, other.form, _TURNED, whole=True, shared=False)
    if is_other_thing(one.words, other.words, known):
        return None
    scores = token_nearness(one.words, other.words)
    sizes = [len(letters(word)) for word in one.words]
    near = sum(score * size for score, size in zip(scores, sizes, strict=True)) / max(1, sum(sizes))
    shared = max(scores) == 1 and len(scores) > 1
    return Likeness(one.form, other.form, near, whole=True, shared=shared, weakest=min(scores))


def mangled_beyond_words(one: Candidate, other: Candidate, known: Knowledge) -> bool:
    """Tell whether the words in which a name differs mean nothing by themselves: Pereun Akademi."""
    ours, theirs = other_words(one.words, other.words), other_words(other.words, one.words)
    if not ours or any(
        is_abbreviation(word) or is_numeral(word, known.language) for word in [*ours, *theirs]
    ):
        return False
    return not any(is_word_of_its_own(word, known) for word in ours)


def by_ear(one: Candidate, other: Candidate, known: Knowledge) -> Likeness | None:
    """Compare whole names that only a source can tell to be one, whatever words they seem to be made of."""
    sides = ((word.casefold() for word in side) for side in (one.words, other.words))
    if any(all(is_place_word(word, known.language) for word in side) for side in sides):
        return None
    if plain(one.form) == plain(other.form):
        return None
    return Likeness(
        one.form, other.form, nearness(one.form, other.form), whole=True, shared=False, weakest=0.0
    )


def by_surname(one: Candidate, other: Candidate, known: Knowledge) -> Likeness | None:
    """Compare a lone surname with the surname of a full name, or one word with the same in two."""
    sizes = sorted((len(letters(one.form)), len(letters(other.form))))
    joined = nearness(one.form, other.form) if sizes[0] >= _SAME_LENGTH * sizes[1] else 0.0
    if joined >= _JOINED and not is_other_thing(one.words, other.words, known):
        return Likeness(one.form, other.form, joined, whole=True, shared=False)
    a, b = (
        surname(proper(one.words, known), known.language),
        surname(proper(other.words, known), known.language),
    )
    if (
        letters(a) == letters(b)
        or is_other_thing((a,), (b,), known)
        or min(len(letters(a)), len(letters(b))) < _SHORT
    ):
        return None
    return Likeness(a, b, nearness(a, b), whole=False, shared=False)


def proper(words: tuple[str, ...], known: Knowledge) -> tuple[str, ...]:
    """Give a name without what rivers, streets and bodies are called by at its end: Shiretoko Peninsula."""
    most = max(
        (at for at, word in enumerate(words, 1) if word.casefold() not in known.language.institutions),
        default=0,
    )
    return words[:most] or words


def by_letters(one: Candidate, other: Candidate, known: Knowledge) -> Likeness | None:
    """Compare names that are cut into words differently: Ban Gi-mun, Ban Ki Moon."""
    if is_other_thing(one.words, other.words, known):
        return None
    return Likeness(one.form, other.form, nearness(one.form, other.form), whole=True, shared=False)


def surname(words: tuple[str, ...], language: NameWords) -> str:
    """Give the surname of a name: the first word where families come first, else the last."""
    return words[0] if is_family_first(words, language) else words[-1]


def is_family_first(words: tuple[str, ...], language: NameWords) -> bool:
    """Tell whether a name begins with a Chinese, Korean or Vietnamese family name."""
    return len(words) > 1 and words[0].casefold() in language.family_first and len(words) <= len("三字名")
