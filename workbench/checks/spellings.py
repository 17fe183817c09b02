"""Words with a capital that are no English words, where the reference has one that is spelled much alike."""

import re
from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein, Prefix

from workbench.checks.article import Row
from workbench.checks.hit import Hit
from workbench.checks.links import NONE
from workbench.checks.side import Side
from workbench.checks.wording import owned
from workbench.checks.words import Kind, Word
from workbench.i18n import _
from workbench.lang.name_words import name_words
from workbench.lang.remembered import remembered
from workbench.lang.wordnet import base_forms, meaning
from workbench.model.finding import Severity

_LONG = 4  # letters: between shorter words half of the letters says nothing
_ALIKE = 0.5  # of the letters, when both stand in one place: two letters of five were heard otherwise
_ANYWHERE = 0.8  # of the letters, wherever they stand in the pair
_ENDING = 2  # letters that a place loses before its adjective's ending: Comoros, Comorian
_SURE = 0.75
_STOP = re.compile(r"[^\s\w,;'’()-]")


def misspelt(row: Row) -> Iterator[Hit]:
    """Yield such words of a pair; names that both sides have are none."""
    if not row.translation or not row.reference or row.translation.known.language != "en":
        return
    known = row.reference.vocabulary
    for one in row.translation.capitals:
        if row.translation.small[one] in known:
            continue
        word = row.translation.words[one]
        if is_long_name(word) and is_strange(word.folded):
            other = counterpart(row, one)
            if other is not None:
                written, owner = owned(word.text)
                right, _owner = owned(other.text)
                message = _("The reference calls it “%(name)s”.") % {"name": right}
                if right != written and not is_derived(word.folded, other.folded):
                    span = (word.start, word.end)
                    yield Hit(
                        span, "terminology/name", Severity.MINOR, message, _SURE, other.text, right + owner
                    )


def is_derived(one: str, other: str) -> bool:
    """Tell whether one word is the other's adjective: the Andes, Andean."""
    shorter, longer = sorted((one, other), key=len)
    endings = name_words("en").derived
    common = Prefix.similarity(one, other)
    rest = longer[common:], shorter[common:]
    return (
        common >= _LONG
        and len(rest[1]) <= _ENDING
        and any(longer.endswith(ending) and len(ending) <= len(rest[0]) + 1 for ending in endings)
    )


def is_long_name(word: Word) -> bool:
    """Tell whether a word may be a name, or part of one; not an abbreviation."""
    return (
        word.is_capital and word.kind is Kind.WORD and len(word.folded) >= _LONG and not word.text.isupper()
    )


@remembered
def is_strange(word: str) -> bool:
    """Tell whether no English word, country or people has this form: Russia, Russian are not misspelt."""
    known = word in name_words("en").phrases or word in name_words("en").derived
    return not known and all(meaning(base) is None for base in base_forms(word))


def begins(side: Side, at: int) -> bool:
    """Tell whether a word has its capital from its place: the first, or behind a stop or quotation mark."""
    return not at or bool(_STOP.search(side.text, side.words[at - 1].end, side.words[at].start))


def counterpart(row: Row, one: int) -> Word | None:
    """Give the free word of the reference that a word was meant to be; None where there is none."""
    word, others = row.translation.words[one].folded, row.reference.words
    ways = [
        (alike, -other)
        for other in row.reference.capitals
        if row.reference.content[other] or not begins(row.reference, other)  # Without is no misspelt With
        if row.links.backward[other] in {NONE, one} and is_long_name(others[other])
        for alike in [Levenshtein.normalized_similarity(word, others[other].folded)]
        if alike >= _ALIKE
    ]
    if not ways:
        return None
    near = {other for gap in row.gaps if one in gap.ours for other in gap.theirs} | {row.links.forward[one]}
    best = max((way for way in ways if way[0] >= _ANYWHERE or -way[1] in near), default=None)
    return others[-best[1]] if best else None
