"""Words that a word of the source may stand for among others, and that nothing in the references says.

A depth is told as anxiety, which Korean writes alike, and the reference has "5,000 meters down": no list
opposes that to anxiety. A noun that the reference only leaves out, "the truck" for "it", stands elsewhere in
the references of the article; this one does not. The reader must doubt it, if only a little. A word of which
no list says how else it is put (`said.is_said`) must be doubted more, as it may be another wording.
"""

from collections.abc import Iterator

from workbench.checks.article import Article, Row
from workbench.checks.links import NONE
from workbench.checks.places import is_mostly_noun
from workbench.checks.said import all_bases, is_said
from workbench.checks.sense_places import told
from workbench.checks.strayed import begun, meant_by
from workbench.lang.homonyms import Sense
from workbench.lang.kinship import Kin, is_person, kinship
from workbench.lang.wordings import bases, said_as

# Doubt of a noun that no other word says, and of any word without a list: with it every second one was an
# error, in articles that no list was made by.
_LEAST, _UNLISTED = 0.2, 0.4
_SHORTEST = 2  # syllables of a form: one stands within many words


def unconfirmed_words(row: Row, article: Article) -> Iterator[range]:
    """Yield the words of a translation that are read in such a sense."""
    if not row.source or max(row.doubts, default=0.0) < _LEAST:
        return
    language = row.source.known.language
    confirmed = {sense.key for place in told(row.reference, language) for sense in meant_by(place, language)}
    for place in told(row.translation, language):
        at = place.stop - 1
        doubt = max(row.doubts[place.start : place.stop])
        if doubt < _LEAST or not has_no_like(row, at, doubt):
            continue
        if is_elsewhere(article, row.translation.small[at]):
            continue
        if any(is_held(row, sense) and sense.key not in confirmed for sense in meant_by(place, language)):
            yield range(place.start, place.stop)


def has_no_like(row: Row, at: int, doubt: float) -> bool:
    """Tell whether a word has not its like in the reference: a noun of no person, or any without a list."""
    word, there = row.translation.words[at], row.links.forward[at]
    if there != NONE and kinship(word.folded, row.reference.words[there].folded) >= Kin.NEAR:
        return False
    if not said_as(word.folded):
        return doubt >= _UNLISTED
    if word.is_capital or not is_mostly_noun(word.folded) or is_person(word.folded):
        return False
    return not is_said(word.folded, row.reference)


def is_held(row: Row, sense: Sense) -> bool:
    """Tell whether the source has a word that may have a sense."""
    text = row.source.text
    return any(next(begun(text, form), None) for form in sense.forms if len(form) >= _SHORTEST)


def is_elsewhere(article: Article, word: str) -> bool:
    """Tell whether any reference of the article has a word, in whatever form."""
    return not bases(word).isdisjoint(article.fact(said_in_references))


def said_in_references(article: Article) -> frozenset[str]:
    """Give the base forms of all words of the references."""
    return frozenset().union(*(all_bases(row.reference) for row in article.rows if row.reference))
