"""What belongs to another thing than in the reference: Sweden's request, Philippine troops."""

from collections.abc import Iterator

from workbench.checks.article import Row
from workbench.checks.clauses import adjoins
from workbench.checks.hit import Hit
from workbench.checks.links import NONE
from workbench.checks.side import Side
from workbench.checks.wording import owned
from workbench.i18n import _
from workbench.lang.countries import countries
from workbench.lang.name_words import name_words
from workbench.model.finding import Severity

_SURE, _OF_PEOPLE = 0.6, 0.85
_NEAR = 3  # words from an owner to what belongs to it
_BESIDE = 2  # words: both may be parts of one phrase
_APOSTROPHES = frozenset("'’")
_STOPS = frozenset(".,;:!?—“”")
_CATEGORY = "accuracy/mistranslation"


def moved_owners(row: Row) -> Iterator[Hit]:
    """Yield names to which another thing belongs than in the reference: Sweden's jurisdiction, its request.

    Both things are linked, apart from one another, so that the name has changed its place.
    """
    ours = owners(row.translation)
    theirs = owners(row.reference) if ours else {}
    for name in ours.keys() & theirs.keys():
        (at, head), (place, other) = ours[name], theirs[name]
        there, here = row.links.forward[head], row.links.backward[other]
        if NONE not in {there, here} and abs(there - other) > _BESIDE and abs(here - head) > _BESIDE:
            words, others = row.translation.words, row.reference.words
            evidence = row.reference.text[others[place].start : others[other].end]
            yield made((words[at].start, words[head].end), evidence, _SURE)


def owners(side: Side) -> dict[str, tuple[int, int]]:
    """Give the names that own something, each with its place and that of what it owns."""
    found: dict[str, tuple[int, int]] = {}
    if not any(mark in side.text for mark in _APOSTROPHES):
        return found
    for at in side.capitals:
        word = side.words[at]
        if _APOSTROPHES.isdisjoint(word.text[-2:]):
            continue
        name, ending = owned(word.folded)
        if ending and (head := head_of(side, at)) is not None:
            found[name] = at, head
    return found


def head_of(side: Side, at: int) -> int | None:
    """Give the first word of content behind an owner, with no mark between."""
    near = range(at + 1, min(at + 1 + _NEAR, len(side.words)))
    head = next((place for place in near if side.content[place]), None)
    if head is None or not _STOPS.isdisjoint(side.text[side.words[at].end : side.words[head].start]):
        return None
    return head


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
            yield made(span, evidence, _OF_PEOPLE)


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
