"""The two texts of a review as the search for names reads them, row by row."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.lang.name_words import name_words
from workbench.names.detect import Candidate, Knowledge, candidates, knowledge
from workbench.names.passage import Passage
from workbench.names.territories import Territory, territories
from workbench.names.words import Word, has_marks, plain, words_of


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a pair: its text, its names, and its words as one string, as they are and folded.

    `countries` are the names of countries and peoples that stand by themselves.
    """

    text: str
    names: tuple[Candidate, ...]
    countries: tuple[Territory, ...]
    cased: str
    folded: str


@dataclass(frozen=True, slots=True)
class Row:
    """A pair, read. `reference` is empty where there is none; `has_reference` tells the two apart.

    `source` is the text that was translated, "" where there is none.
    """

    pair: int
    translation: Side
    reference: Side
    has_reference: bool
    source: str


@dataclass(frozen=True, slots=True)
class Article:
    """All pairs, read, with what they tell about words, and both sides as one text to seek forms in."""

    rows: tuple[Row, ...]
    known: Knowledge
    translation: Side
    reference: Side
    source_language: str


def read(passages: Sequence[Passage], language: str, source_language: str | None = None) -> Article:
    """Read all pairs; `language` is that of translation and reference."""
    lexicon = name_words(language)
    titles = frozenset(lexicon.titles)
    texts = [(passage.translation, passage.reference or "") for passage in passages]
    words = [(words_of(left, titles), words_of(right, titles)) for left, right in texts]
    known = knowledge([side for both in words for side in both], lexicon)
    rows = [
        Row(
            passage.pair,
            side(left, lwords, known),
            side(right, rwords, known),
            passage.reference is not None,
            passage.source or "",
        )
        for passage, (left, right), (lwords, rwords) in zip(passages, texts, words, strict=True)
    ]
    return Article(
        tuple(rows),
        known,
        translation=joined([row.translation for row in rows]),
        reference=joined([row.reference for row in rows]),
        source_language=source_language or "",
    )


def side(text: str, words: Sequence[Word], known: Knowledge) -> Side:
    """Read one side."""
    cased = spaced(word.text.casefold() for word in words)
    names = tuple(candidates(text, words, known))
    return Side(text, names, tuple(territories(text, words, names, known.language)), cased, plain(cased))


def joined(sides: Sequence[Side]) -> Side:
    """Put sides together for seeking; a bar keeps forms from running over from one to the next."""
    return Side("", (), (), "|".join(one.cased for one in sides), "|".join(one.folded for one in sides))


def spaced(words: Iterator[str]) -> str:
    """Join words so that whole words can be sought in them."""
    return f" {' '.join(words)} "


def stands(form: str, where: Side) -> bool:
    """Tell whether a form stands in a text; a text without diacritics agrees with one that has them."""
    bare = spaced(iter(plain(form).split()))
    if bare not in where.folded:
        return False
    exact = spaced(iter(form.casefold().split()))
    return not has_marks(form) or exact in where.cased or bare in where.cased
