"""Words taken for a country that are none, and the reverse: Siberia for Serbia, Chinese for heavy."""

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import JaroWinkler

from workbench.checks.article import Row
from workbench.checks.clauses import adjoins
from workbench.checks.hit import Hit
from workbench.checks.links import NONE
from workbench.checks.side import Side
from workbench.checks.words import Kind, Word
from workbench.i18n import _
from workbench.lang.countries import Country, Form, countries, homely
from workbench.lang.name_words import name_words
from workbench.lang.wordnet import base_forms, meaning, parts_of_speech
from workbench.model.finding import Severity

CATEGORY = "accuracy/mistranslation"
_STRANGER = 0.75
_MISSPELT, _ALIKE, _LONG = 0.85, 0.75, 5  # Jaro-Winkler: Kolian and Korean have .78; letters of either


def misspelt(row: Row, left: Sequence[Country]) -> Iterator[Hit]:
    """Yield words that are no words, nearly spelled as a country that only the reference has."""
    if not left or row.translation.known.language != "en":
        return
    theirs = row.reference.folded
    for right in left:
        said = row.reference.text[right.start : right.end]
        if right.form is Form.POINT or len(said) < _LONG or " " in said:
            continue
        for word in row.translation.words:
            # An Israelite is no misspelt Israel.
            other = word.folded in theirs or word.folded.startswith(said.lower())
            if not other and is_misspelt(row, word, right):
                yield Hit(
                    (word.start, word.start + len(word.folded)), "terminology/name", Severity.MAJOR,
                    _("The reference writes “%(theirs)s”.") % {"theirs": said}, _MISSPELT, said, said,
                )  # fmt: skip
                break


def is_misspelt(row: Row, word: Word, right: Country) -> bool:
    """Tell whether a word is nearly spelled as a country: no word, or another name linked to it, Siberia."""
    said = row.reference.text[right.start : right.end].lower()
    if not word.is_capital or JaroWinkler.similarity(word.folded, said) < _ALIKE:
        return False
    at = row.translation.words_in((word.start, word.end)).start
    linked = row.links.forward[at] in row.reference.words_in((right.start, right.end))
    return is_unknown(word) or (linked and right.form is Form.NAME and not is_part_of(word.folded, said))


def is_part_of(word: str, name: str) -> bool:
    """Tell whether a word is a form of a country's name."""
    return word.startswith(name[:_LONG])


def is_unknown(word: Word) -> bool:
    """Tell whether a word with a capital is none that WordNet or the lists of peoples and places have."""
    folded = word.folded
    known = folded in name_words("en").phrases or any(map(meaning, (folded, *base_forms(folded))))
    return word.is_capital and len(folded) >= _LONG and not known and word.kind is Kind.WORD


def strangers(row: Row, left: Sequence[Country]) -> Iterator[Hit]:
    """Yield adjectives of a country where the reference has another adjective: Chinese for heavy."""
    adjectives = [one for one in left if one.form is Form.ADJECTIVE]
    if not adjectives:
        return
    codes = {
        code
        for side in (row.reference, row.source)
        for one in countries(side.text, side.known.language)
        for code in one.codes
    }
    for one in adjectives:
        at = row.translation.words_in((one.start, one.end)).start
        if not one.codes.isdisjoint(codes):
            continue
        there = row.links.forward[at + 1] - 1 if at + 1 < len(row.links.forward) else NONE
        if there < 0 or row.links.backward[there] != NONE or not may_be_misread(row.reference, there):
            continue
        said = row.reference.words[there].text
        message = _("The country or people differs from the reference’s “%(theirs)s”.") % {"theirs": said}
        yield Hit((one.start, one.end), CATEGORY, Severity.MAJOR, message, _STRANGER, said, said)


def may_be_misread(side: Side, at: int) -> bool:
    """Tell whether a word is an adjective before the next word that may stand for no country: not local."""
    word = side.words[at]
    noun, verb, adjective, _adverb = parts_of_speech(word.folded)
    plain = adjective > noun + verb and word.text.islower() and adjoins(side, at)
    return plain and word.folded not in homely("en")
