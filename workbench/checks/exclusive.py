"""What excludes what the reference says: no longer for still, three times for twice."""

from collections.abc import Iterator

from workbench.checks.article import Row
from workbench.checks.hit import Hit
from workbench.checks.side import Side
from workbench.checks.words import Kind
from workbench.i18n import _
from workbench.lang.denial import denial, denies
from workbench.lang.exclusive import Wording, exclusive_signs, exclusive_wordings
from workbench.lang.remembered import remembered
from workbench.lang.spelled_numbers import spelled_numbers
from workbench.lang.verbs import verb_forms
from workbench.lang.wordnet import base_forms
from workbench.model.finding import Severity

_SURE = 0.75
_CLAUSE = 6  # words behind "if" among which its clause's denial stands
_INVERTED = frozenset(["nor", "neither"])  # put the subject behind its verb
_SUBJECT = 4  # words from a "nor" to the verb that it denies
Said = dict[int, dict[int, tuple[int, int]]]  # by group and member: the words [start, stop) that say it


def exclusives(row: Row) -> Iterator[Hit]:
    """Yield what says another member of a group than the reference, each side just one of them."""
    if not may_differ(row):
        return
    ours = said(row.translation)
    theirs = said(row.reference) if ours else {}
    for group in ours.keys() & theirs.keys():
        here, there = ours[group], theirs[group]
        if len(here) == 1 == len(there) and here.keys() != there.keys():
            (place,), (another,) = here.values(), there.values()
            if is_otherwise(row.translation, place) or is_otherwise(row.reference, another):
                continue
            if is_inverted(row.translation, place[0]) is not is_inverted(row.reference, another[0]):
                continue
            span, other = (
                span_of(side, *at.values()) for side, at in ((row.translation, here), (row.reference, there))
            )
            evidence = row.reference.text[slice(*other)]
            message = _("The reference has “%(text)s” in its place.") % {"text": evidence}
            yield Hit(span, "accuracy/mistranslation", Severity.MAJOR, message, _SURE, evidence)


def may_differ(row: Row) -> bool:
    """Tell whether by its words one side may say another member of a group than the other: few do."""
    ours = may_say(row.translation)
    theirs = may_say(row.reference) if ours else ours
    return any(one[0] == other[0] and one != other for one in ours for other in theirs)


def may_say(side: Side) -> set[tuple[int, int]]:
    """Give the groups and members of which a side has all words of a wording, wherever they stand."""
    signs, words = exclusive_signs("en"), side.folded
    return {
        (sign.group, sign.member)
        for word in signs.keys() & words
        for sign in signs[word]
        if not any(map(words.isdisjoint, sign.others))
    }


def is_otherwise(side: Side, place: tuple[int, int]) -> bool:
    """Tell whether a number before a wording, or a denial behind it, makes it another: as long as no."""
    start, stop = place
    known = denial(side.known.language)
    counted = start > 0 and (
        side.words[start - 1].kind is Kind.NUMBER or side.words[start - 1].folded in spelled_numbers("en")
    )
    return counted or any(denies(word.folded, known.negators) for word in side.words[stop : stop + _CLAUSE])


def is_inverted(side: Side, start: int) -> bool:
    """Tell whether what stands at a place is denied by a "nor" that turned its subject: nor had she to."""
    finite = verb_forms("en")["finite"]
    near = range(max(0, start - _SUBJECT), start - 1)
    return any(side.small[at] in _INVERTED and side.small[at + 1] in finite for at in near)


def span_of(side: Side, words: tuple[int, int]) -> tuple[int, int]:
    """Give the characters of some words."""
    return side.words[words[0]].start, side.words[words[1] - 1].end


def said(side: Side) -> Said:
    """Give what a side says of each group."""
    found: Said = {}
    for at, word in enumerate(side.words):
        for wording in holding(word.folded):
            start = at - wording.key
            if stands(side, start, wording):
                place = start, start + len(wording.words)
                found.setdefault(wording.group, {}).setdefault(wording.member, place)
    return {group: whole(places) for group, places in found.items()}


def whole(places: dict[int, tuple[int, int]]) -> dict[int, tuple[int, int]]:
    """Leave out the members that are said within a longer wording: twice as, of twice as low."""
    return {
        member: place
        for member, place in places.items()
        if not any(
            other != place and other[0] <= place[0] and place[1] <= other[1] for other in places.values()
        )
    }


@remembered
def holding(word: str) -> tuple[Wording, ...]:
    """Give the wordings that an English word, in any form, may be the key of."""
    known = exclusive_wordings("en")
    return tuple(wording for form in forms(word) for wording in known.get(form, ()))


def stands(side: Side, at: int, wording: Wording) -> bool:
    """Tell whether all words of a wording stand from a place on, with spaces between."""
    here = side.words[at : at + len(wording.words)] if at >= 0 else []
    return len(here) == len(wording.words) and all(
        wanted in forms(word.folded) for wanted, word in zip(wording.words, here, strict=True)
    )


@remembered
def forms(word: str) -> tuple[str, ...]:
    """Give a word and what it may be a form of."""
    return tuple(dict.fromkeys((word, *base_forms(word))))
