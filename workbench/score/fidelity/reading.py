"""A text as fidelity sees it: words in small letters, which of them are names, and what else is compared."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from workbench.lang.amounts import amounts, numerals_of
from workbench.lang.short_forms import written_out
from workbench.score.fidelity.lexicon import Lexicon

# Scripts without spaces are cut into letters; U+2019 and ' join a word, a digit group keeps its separators.
_IDEOGRAPH = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_TOKEN = re.compile(
    rf"[{_IDEOGRAPH}]|\d+(?:[.,]\d+)*(?:st|nd|rd|th)?|[^\W\d_{_IDEOGRAPH}]+(?:'[^\W\d_{_IDEOGRAPH}]+)*|[^\w\s]"
)
_OPENING = frozenset('.!?:;…。！？：“”"«»•–—-([')  # a capital after these may be due to the place
_ENDS = frozenset(".!?…。！？")
_QUOTES = re.compile(r"[\"“”„«»「」『』]")
_GRAM = 4  # letters: the one order that ranks as well as chrF's six together (tests/bench/train_fidelity.py)
_HEADLINE = 0.6  # of its words with a capital, from here on capitals tell no names
_LATIN = re.compile(r"[a-zA-Z\u00aa-\u02af\u1e00-\u1eff]{2,}")
_NO_LATIN = re.compile(r"[^\W\d_a-zA-Z\u00aa-\u02af\u1e00-\u1eff]")


@dataclass(frozen=True, slots=True)
class Reading:
    """One text.

    `grams` are the runs of letters without spaces, `stray` the letters of another script than Latin.
    """

    words: tuple[str, ...]
    names: frozenset[str]
    capitals: frozenset[str]
    sentences: tuple[frozenset[str], ...]
    persons: Counter[str]
    counts: Counter[str]
    pairs: Counter[tuple[str, str]]
    amounts: Counter[float]
    grams: Counter[str]
    letters: int
    denials: int
    quotes: int
    stray: int
    small_start: bool


@dataclass(frozen=True, slots=True)
class Source:
    """What a source in another language has in common with its translation: Latin words and amounts."""

    words: frozenset[str]
    amounts: Counter[float]


NO_SOURCE = Source(frozenset(), Counter())


def read_source(text: str) -> Source:
    """Read the words in Latin letters, in small letters, and the amounts written in digits."""
    return Source(frozenset(word.lower() for word in _LATIN.findall(text)), numerals_of(text, {}))


def read(text: str, known: Lexicon) -> Reading:
    """Read a text for comparison."""
    tokens = _TOKEN.findall(written_out(text, known.language))
    written = [token for token in tokens if token[0].isalnum()]
    words = [plain(token) for token in written]
    letters = "".join(text.split())
    proper, common = capitals(tokens, known)
    return Reading(
        words=tuple(words),
        names=proper,
        capitals=common,
        sentences=sentences(tokens, known),
        persons=Counter(known.persons[word] for word in words if word in known.persons),
        counts=Counter(words),
        pairs=Counter(pairwise(words)),
        amounts=amounts(words, known.spelled),
        grams=Counter([letters[i : i + _GRAM] for i in range(len(letters) - _GRAM + 1)]),
        letters=len(letters),
        denials=sum(word in known.negations for word in words),
        quotes=len(_QUOTES.findall(text)),
        stray=0 if text.isascii() else len(_NO_LATIN.findall(text)),
        small_start=text[:1].islower(),
    )


def plain(word: str) -> str:
    """Give a word in small letters without its possessive ending, an ordinal as its number."""
    return word.rstrip("strndh") if word[0].isdecimal() else word.lower().removesuffix("'s")


def capitals(tokens: Sequence[str], known: Lexicon) -> tuple[frozenset[str], frozenset[str]]:
    """Give the words that a capital marks, in small letters: names, and words that are else familiar.

    At the opening of a sentence, and all through a headline, a capital says nothing: there a name is a word
    that is not familiar, where the language has a list of those that are.
    """
    found: set[str] = set()
    doubtful: set[str] = set()
    opening = True
    for token in tokens:
        if token[0].isupper():
            (doubtful if opening else found).add(plain(token))
        opening = token in _OPENING
    if len(found) > _HEADLINE * sum(token[0].isalpha() for token in tokens):
        found, doubtful = set(), found | doubtful
    proper = (found | doubtful if known.familiar else found) - known.familiar - known.grammar
    return frozenset(proper), frozenset(found - proper - known.grammar)


def sentences(tokens: Sequence[str], known: Lexicon) -> tuple[frozenset[str], ...]:
    """Give the words of content of each sentence."""
    found: list[set[str]] = [set()]
    ended = False
    for token in tokens:
        if token[0].isalnum():
            if ended and token[0].isupper():
                found.append(set())
            word = plain(token)
            if word not in known.grammar:
                found[-1].add(word)
        ended = token in _ENDS or (ended and not token[0].isalnum())
    return tuple(map(frozenset, found))
