"""A text as fidelity sees it: words in small letters, which of them are names, and what else is compared."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.lang.amounts import amounts, numerals_of
from workbench.score.fidelity.lexicon import Lexicon

# Scripts without spaces are cut into letters; U+2019 and ' join a word, a digit group keeps its separators.
_IDEOGRAPH = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_TOKEN = re.compile(
    rf"[{_IDEOGRAPH}]|\d+(?:[.,]\d+)*|[^\W\d_{_IDEOGRAPH}]+(?:'[^\W\d_{_IDEOGRAPH}]+)*|[^\w\s]"
)
_SHORTENED = {"n't": " not", "'re": " are", "'ve": " have", "'ll": " will", "'m": " am"}
_WHOLE = {"cannot": "can not", "can not": "can not", "ca not": "can not", "wo not": "will not"}
_SHORT = re.compile("|".join(_SHORTENED) + r"\b", re.IGNORECASE)
_IRREGULAR = re.compile(r"\b(?:cannot|ca not|wo not)\b", re.IGNORECASE)
_OPENING = frozenset(".!?:;…。！？：“”\"«»•–—-([")  # a capital after these may be due to the place
_QUOTES = re.compile(r"[\"“”„«»「」『』]")
_GRAM = 4  # letters: the one order that ranks as well as chrF's six together (tests/bench/train_fidelity.py)
_HEADLINE = 0.6  # of its words with a capital, from here on capitals tell no names
_LATIN = re.compile(r"[a-zA-Z\u00aa-\u02af\u1e00-\u1eff]{2,}")
_NO_LATIN = re.compile(r"[^\W\d_a-zA-Z\u00aa-\u02af\u1e00-\u1eff]")


@dataclass(frozen=True, slots=True)
class Reading:
    """One text. `grams` are the runs of letters without spaces; `stray` letters of another script than Latin."""

    words: tuple[str, ...]
    names: frozenset[str]
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
    tokens = _TOKEN.findall(unfolded(text))
    written = [token for token in tokens if token[0].isalnum()]
    words = [plain(token) for token in written]
    letters = "".join(text.split())
    return Reading(
        words=tuple(words),
        names=names(tokens, known),
        counts=Counter(words),
        pairs=Counter(zip(words, words[1:], strict=False)),
        amounts=amounts(words, known.spelled),
        grams=Counter([letters[i : i + _GRAM] for i in range(len(letters) - _GRAM + 1)]),
        letters=len(letters),
        denials=sum(word in known.negations for word in words),
        quotes=len(_QUOTES.findall(text)),
        stray=0 if text.isascii() else len(_NO_LATIN.findall(text)),
        small_start=text[:1].islower(),
    )


def unfolded(text: str) -> str:
    """Write English short forms out: isn't, they've, can't."""
    text = text.replace("’", "'")
    if "'" in text:
        text = _SHORT.sub(lambda match: _SHORTENED[match[0].lower()], text)
    return _IRREGULAR.sub(lambda match: _WHOLE[match[0].lower()], text)


def plain(word: str) -> str:
    """Give a word in small letters without its possessive ending."""
    return word.lower().removesuffix("'s")


def names(tokens: Sequence[str], known: Lexicon) -> frozenset[str]:
    """Give the words that a capital marks as names, in small letters.

    At the opening of a sentence, and all through a headline, a capital says nothing: there a name is a word
    that is not familiar, where the language has a list of those that are.
    """
    found, doubtful = set(), set()
    opening = True
    for token in tokens:
        if token[0].isupper():
            (doubtful if opening else found).add(plain(token))
        opening = token in _OPENING
    if len(found) > _HEADLINE * sum(token[0].isalpha() for token in tokens):
        found, doubtful = set(), found | doubtful
    unfamiliar = doubtful - known.familiar if known.familiar else set()
    return frozenset((found | unfamiliar) - known.grammar)
