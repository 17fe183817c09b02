"""Who speaks or is spoken to, for who is spoken of: you for she, my name for their names."""

from collections.abc import Iterator, Mapping

from workbench.checks.article import Row
from workbench.checks.clauses import is_spoken_of, person_of
from workbench.checks.hit import Hit
from workbench.checks.links import NONE
from workbench.checks.quoting import any_mark, quoting
from workbench.checks.side import Side
from workbench.i18n import _
from workbench.lang.grammar import grammar_words
from workbench.lang.persons import persons
from workbench.model.finding import Severity

_SURE = 0.75
_SPEAKING, _SPOKEN_TO = frozenset(["i", "we"]), frozenset(["you"])  # persons, as `person_of` gives them
_TALKING = _SPEAKING | _SPOKEN_TO
_SPOKEN_OF = frozenset(["he", "she", "they"])
# What says you to somebody, or speaks of anybody as "you" does.
_ANYBODY = frozenset(
    ["you", "your", "yours", "yourself", "yourselves", "ye", "thou", "thee", "thy", "one", "anyone"]
)


def other_persons(row: Row) -> Iterator[Hit]:
    """Yield pronouns of who speaks or is spoken to where the reference has one spoken of; and back."""
    if not is_worth_it(row) or not are_quoted_alike(row):
        return
    found = dict([*other_bags(row), *other_you(row), *other_owners(row)])
    for at, there in found.items():
        if is_spoken_of(row.translation, at, row.reference.small[there]):
            continue
        word, other = row.translation.words[at], row.reference.words[there].text
        message = _("The subject differs from the reference, which has “%(subject)s”.") % {"subject": other}
        span = word.start, word.end
        yield Hit(span, "accuracy/mistranslation", Severity.MAJOR, message, _SURE, other)


def is_worth_it(row: Row) -> bool:
    """Tell whether one side speaks of persons that the other does not, or says whose something is."""
    ours, theirs = row.translation.pronouns.values(), row.reference.pronouns.values()
    if _TALKING.isdisjoint(ours) and _TALKING.isdisjoint(theirs):
        return False
    known = persons("en")
    mine = known.keys() & row.translation.vocabulary
    if not mine:
        return False
    if not grammar_words("en")["possessives"].isdisjoint(mine) or any_mark("en").search(row.translation.text):
        return True
    return {known[word] for word in mine} != {known[word] for word in known.keys() & row.reference.vocabulary}


def other_bags(row: Row) -> Iterator[tuple[int, int]]:
    """Yield the one person that only the translation has, in or out of quotations; and the reference's."""
    for quoted in (True, False):
        ours, theirs = said(row.translation, quoted=quoted), said(row.reference, quoted=quoted)
        mine, yours = ours.keys() - theirs.keys(), theirs.keys() - ours.keys()
        if len(mine) == 1 == len(yours):
            (one,), (other,) = mine, yours
            if {one in _SPEAKING, other in _SPEAKING} == {True, False} and {one, other} & _SPOKEN_OF:
                yield ours[one], theirs[other]


def are_quoted_alike(row: Row) -> bool:
    """Tell whether both sides have quotations, or neither."""
    return (
        len({bool(quoting(side.text, side.language).spans) for side in (row.translation, row.reference)}) == 1
    )


def said(side: Side, *, quoted: bool | None = None) -> Mapping[str, int]:
    """Give the persons that pronouns stand for, each with its first; all, in or out of quotations."""
    found: dict[str, int] = {}
    told = quoting(side.text, side.language)
    for at, person in side.pronouns.items():
        if quoted is None or told.holds(side.words[at].start) is quoted:
            found.setdefault(person, at)
    return found


def other_you(row: Row) -> Iterator[tuple[int, int]]:
    """Yield the first you where the reference speaks to nobody, but of somebody that only it has."""
    if row.translation.vocabulary.isdisjoint(["you", "your"]):
        return
    if not _ANYBODY.isdisjoint(row.reference.vocabulary):
        return
    ours, theirs = said(row.translation), said(row.reference)
    lost = [theirs[person] for person in _SPOKEN_OF & theirs.keys() - ours.keys()]
    if lost and "you" in ours:
        yield ours["you"], min(lost)


def other_owners(row: Row) -> Iterator[tuple[int, int]]:
    """Yield my, our, your where the same thing is his, hers or theirs in the reference, and the reverse."""
    owners = grammar_words("en")["possessives"]
    for at, mine in row.translation.pronouns.items():
        is_last = at + 1 == len(row.translation.words)
        if is_last or row.translation.words[at].folded not in owners or not row.translation.content[at + 1]:
            continue
        there = row.links.forward[at + 1] - 1
        if there < 0 or row.links.forward[at] != NONE or row.reference.words[there].folded not in owners:
            continue
        yours = person_of(row.reference, there)
        if yours and (mine in _TALKING) is not (yours in _TALKING):
            yield at, there
