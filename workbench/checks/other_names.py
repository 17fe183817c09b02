"""Another of the article's names in a name's place: appointed by Moreau, where it was Lindqvist.

What the name engine mends is another form of one name; here both forms are right, and name two of those that
the article speaks of.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import JaroWinkler

from workbench.checks.article import Article, Row
from workbench.checks.gaps import Gap
from workbench.checks.hit import Hit
from workbench.checks.side import Side
from workbench.checks.wording import is_part
from workbench.checks.words import Kind
from workbench.i18n import _
from workbench.lang.countries import countries
from workbench.lang.name_words import name_words
from workbench.lang.wordnet import meaning
from workbench.model.finding import Severity

_SURE = 0.75
_ALIKE = 0.7  # Jaro-Winkler: two spellings of one name: Asshur and Assyria have .8
_KNOWN_WORDS = 1 << 14  # how many words are kept: more than the names of a book
_SHORTEST = 4  # letters: shorter names are parts of many others


class Known(NamedTuple):
    """The names of an article: by side, and which of them stand beside one another anywhere."""

    translation: frozenset[str]
    reference: frozenset[str]
    beside: frozenset[frozenset[str]]


def other_names(row: Row, article: Article) -> Iterator[Hit]:
    """Yield names in whose place the reference has another one, both of which both texts know."""
    for gap in row.gaps:
        ours = alone(row.translation, gap.ours) if gap.ours and gap.theirs else None
        theirs = None if ours is None else alone(row.reference, gap.theirs)
        if ours is not None and theirs is not None and is_in_place(row, gap, ours, theirs):
            one, other = row.translation.words[ours], row.reference.words[theirs]
            if are_two(article.fact(names_known), one.folded, other.folded) and not (
                is_said(row.reference, one.folded) or is_said(row.translation, other.folded)
            ):
                yield hit(row, ours, theirs)


def alone(side: Side, indices: tuple[int, ...]) -> int | None:
    """Give the one name among some words; None where there is another or none."""
    words = side.words
    found = [index for index in indices if words[index].is_capital and is_name(side, index)]
    return found[0] if len(found) == 1 else None


def is_name(side: Side, index: int) -> bool:
    """Tell whether a word is written as a name, and names nothing else."""
    word = side.words[index]
    if word.kind is not Kind.WORD or not word.is_capital or len(word.folded) < _SHORTEST:
        return False
    return side.content[index] and names_nothing_else(word.text, word.folded)


@lru_cache(maxsize=_KNOWN_WORDS)
def names_nothing_else(written: str, folded: str) -> bool:
    """Tell whether a word with a capital is none of a time, people, country, office, or a plain word."""
    known = name_words("en")
    if folded in known.phrases or folded in known.titles or meaning(folded) is not None:
        return False
    return not countries(written, "en", compass=True)


def is_in_place(row: Row, gap: Gap, ours: int, theirs: int) -> bool:
    """Tell whether the same words stand right before both names, or right after them."""
    before = ours == gap.start and theirs > 0 and row.links.backward[theirs - 1] == ours - 1 >= 0
    last = len(row.links.backward) - 1
    after = ours == gap.end - 1 and theirs < last and row.links.backward[theirs + 1] == ours + 1
    return before or after


def is_said(side: Side, name: str) -> bool:
    """Tell whether a side has a name anywhere."""
    return name in side.folded


def names_known(article: Article) -> Known:
    """Collect the names of both texts."""
    names: list[set[str]] = [set(), set()]
    beside: set[frozenset[str]] = set()
    asked: dict[str, bool] = {}
    for row in article.rows:
        for found, side in zip(names, (row.translation, row.reference), strict=True):
            here = names_of(side, asked)
            found.update(here.values())
            pairs = [(name, here[index + 1]) for index, name in here.items() if index + 1 in here]
            beside.update(map(frozenset, pairs))
    return Known(frozenset(names[0]), frozenset(names[1]), frozenset(beside))


def names_of(side: Side, asked: dict[str, bool]) -> dict[int, str]:
    """Give the names of a side by their indices; `asked` keeps for the article what words are names."""
    found = {}
    for index in side.capitals:
        word = side.words[index]
        if word.text not in asked:
            asked[word.text] = is_name(side, index)
        if asked[word.text]:
            found[index] = word.folded
    return found


def are_two(known: Known, one: str, other: str) -> bool:
    """Tell whether both texts have both names, unlike each other, and nowhere as two parts of one."""
    both = {one, other} <= known.translation and {one, other} <= known.reference
    if not both or frozenset((one, other)) in known.beside or is_part(one, other):
        return False
    return JaroWinkler.similarity(one, other) < _ALIKE


def hit(row: Row, ours: int, theirs: int) -> Hit:
    """Mark the name and give the reference's."""
    word, other = row.translation.words[ours], row.reference.words[theirs]
    end = word.start + len(word.folded)
    evidence = row.reference.text[other.start : other.start + len(other.folded)]
    message = _("The reference has “%(text)s” in its place.") % {"text": evidence}
    return Hit(
        (word.start, end), "accuracy/mistranslation", Severity.CRITICAL, message, _SURE, evidence, evidence
    )
