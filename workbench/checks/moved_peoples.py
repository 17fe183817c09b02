"""What is of another people than in the reference: Philippine troops for Japanese ones."""

from collections.abc import Iterator

from workbench.checks.article import Row
from workbench.checks.clauses import adjoins
from workbench.checks.hit import Hit
from workbench.checks.side import Side
from workbench.i18n import _
from workbench.lang.countries import countries
from workbench.lang.name_words import name_words
from workbench.model.finding import Severity

_SURE = 0.85
_CATEGORY = "accuracy/mistranslation"


def moved_peoples(row: Row) -> Iterator[Hit]:
    """Yield Philippine troops where the same word of the reference is right behind another people's name."""
    peoples = name_words("en").peoples
    if peoples.isdisjoint(row.translation.vocabulary):
        return
    for at in [at for at, word in enumerate(row.translation.small[:-1]) if word in peoples]:
        there = row.links.forward[at + 1]
        if there <= 0 or not is_of_people(row.translation, at) or not is_of_people(row.reference, there - 1):
            continue
        word, other = row.translation.words[at], row.reference.words[there - 1]
        if word.folded != other.folded and not are_one_people(word.text, other.text):
            evidence = row.reference.text[other.start : row.reference.words[there].end]
            span = word.start, row.translation.words[at + 1].end
            yield made(span, evidence, _SURE)


def are_one_people(one: str, other: str) -> bool:
    """Tell whether two adjectives are of one country: Nepali, Nepalese."""
    found = [country for word in (one, other) for country in countries(word, "en")]
    return len(found) > 1 and not found[0].codes.isdisjoint(found[1].codes)


def is_of_people(side: Side, at: int) -> bool:
    """Tell whether a word is a people's adjective right before a noun that is no name."""
    word = side.words[at]
    if not word.is_capital or word.folded not in name_words("en").peoples or not adjoins(side, at):
        return False
    return side.content[at + 1] and not side.words[at + 1].is_capital


def made(span: tuple[int, int], evidence: str, sure: float) -> Hit:
    """Make a hit without a fix: both places have to change."""
    message = _("The reference has “%(text)s” in its place.") % {"text": evidence}
    return Hit(span, _CATEGORY, Severity.MAJOR, message, sure, evidence)
