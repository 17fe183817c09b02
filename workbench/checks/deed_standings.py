"""A deed that was planned or tried and is told as done, that need not be and must not, or the reverse."""

from collections.abc import Iterator, Mapping, Sequence

from workbench.checks.article import Row
from workbench.checks.deeds import Deed, deed
from workbench.checks.hit import Hit
from workbench.checks.links import NONE
from workbench.checks.past_deeds import done
from workbench.checks.side import Side
from workbench.checks.standings import Told, marked, marks_of
from workbench.checks.telling_verbs import families_of
from workbench.checks.verbs import Form, form
from workbench.i18n import _
from workbench.lang.denial import opposed
from workbench.lang.roles import is_one_of
from workbench.lang.standings import Standing, sayings, standing_words
from workbench.lang.wordings import bases
from workbench.model.finding import Severity

_SURE = 0.75
_NEAR = 6  # words around a verb by which its counterpart is known
_ENOUGH = 2  # of them: fewer stand around other verbs as well
_AROUND = 8  # words around a verb of which any may say its standing
_APART = {
    Standing.DONE: {
        Standing.PLANNED,
        Standing.TRIED,
        Standing.NEARLY,
        Standing.CONDITIONAL,
        Standing.POSSIBLE,
    },
    Standing.PLANNED: {Standing.CERTAIN, Standing.BEGUN, Standing.CONTINUED},
    Standing.POSSIBLE: {Standing.CERTAIN},
    Standing.ENDED: {Standing.CONTINUED, Standing.BEGUN},
    Standing.NEED_NOT: {Standing.MUST_NOT, Standing.MUST},
    Standing.MUST: {Standing.MAY},
}


def unlike_standings(row: Row) -> Iterator[Hit]:
    """Yield the verbs whose deed is further, or less far, than in the reference."""
    ours, theirs = row.translation, row.reference
    if ours.known.language != "en":
        return
    here, there = marks_of(ours), marks_of(theirs)
    if not here and not there:
        return
    mine, yours = marked(ours, here), marked(theirs, there)
    for told, another in pairs_of(row, mine, yours) if may_differ(mine, yours) else ():
        if is_unlike(row, told, another):
            yield hit(row, told, another)


def may_differ(mine: Mapping[int, Told], yours: Mapping[int, Told]) -> bool:
    """Tell whether any standing of one side excludes one of the other, or what is done and not marked."""
    ours, theirs = ({Standing.DONE, *(told.standing for told in side.values())} for side in (mine, yours))
    return any(are_apart(one, other) for one in ours for other in theirs)


def are_apart(one: Standing, other: Standing) -> bool:
    """Tell whether two standings exclude each other."""
    return other in _APART.get(one, ()) or one in _APART.get(other, ())


def pairs_of(row: Row, mine: Mapping[int, Told], yours: Mapping[int, Told]) -> Iterator[tuple[Told, Told]]:
    """Yield what both sides tell of one deed, where a wording marks it on one of them."""
    ours, theirs, links = row.translation, row.reference, row.links
    pairs = {(one, counterpart(ours, theirs, links.forward, one, yours)) for one in mine}
    pairs |= {(counterpart(theirs, ours, links.backward, other, mine), other) for other in yours}
    for one, other in sorted(pairs):
        if NONE not in {one, other}:
            told, another = mine.get(one) or done(ours, one), yours.get(other) or done(theirs, other)
            if told and another:
                yield told, another


def is_unlike(row: Row, mine: Told, yours: Told) -> bool:
    """Tell whether two standings exclude each other, and neither side may mean the other's by other words."""
    one, other = mine.standing, yours.standing
    if not are_apart(one, other):
        return False
    if opposed(row.translation.words[mine.start].folded, row.reference.words[yours.start].folded):
        return False  # another check says so of these words
    return not says(row.reference, one, yours.verb) and not says(row.translation, other, mine.verb)


def says(side: Side, standing: Standing, at: int) -> bool:
    """Tell whether a word around a place may say a standing in another way."""
    said = sayings(standing)
    near = side.words[max(0, at - _AROUND) : at + _AROUND + 1]
    return any(not said.isdisjoint(bases(word.folded)) for word in near)


def counterpart(side: Side, other: Side, linked: Sequence[int], verb: int, there: Mapping[int, Told]) -> int:
    """Give the verb that tells of a verb's deed on the other side; NONE where none does surely.

    It is the linked one; or, of unlinked ones, the only one of its family, with its subject or object, or
    with most of the words around.
    """
    if linked[verb] != NONE and form(other.words[linked[verb]].straight) is not Form.NONE:
        return linked[verb]
    taken = set(linked)
    free = [at for at in range(len(other.words)) if at not in taken and (at in there or may_stand(other, at))]
    if not free:
        return NONE
    family, told = families_of(side.words[verb].folded), deed(side, verb)
    kin = [at for at in free if not family.isdisjoint(families_of(other.words[at].folded))]
    same = kin or [at for at in free if told and shares_party(told, deed(other, at), linked)]
    return (
        same[0] if len(same) == 1 else nearest(side, linked, verb, [at for at in free if at in there] or free)
    )


def may_stand(side: Side, at: int) -> bool:
    """Tell whether an unmarked verb says of some deed that it was done; not who said, nor who ordered it."""
    word = side.words[at].folded
    if (
        not side.content[at]
        or is_one_of("saying", word)
        or not standing_words("decrees").isdisjoint(bases(word))
    ):
        return False
    return done(side, at) is not None


def shares_party(told: Deed, other: Deed | None, linked: Sequence[int]) -> bool:
    """Tell whether two verbs have their subjects or their objects in common."""
    if other is None:
        return False
    pairs = (told.done_to, other.done_to), (told.doer, other.doer)
    return any(
        one and another and any(linked[at] in another.words for at in one.words) for one, another in pairs
    )


def nearest(side: Side, linked: Sequence[int], verb: int, free: Sequence[int]) -> int:
    """Give the verb around which most of the words of content around another have their counterparts."""
    around = range(max(0, verb - _NEAR), min(len(side.words), verb + _NEAR + 1))
    there = [linked[at] for at in around if side.content[at] and linked[at] != NONE]
    count = {at: sum(abs(at - place) <= _NEAR for place in there) for at in free}
    most = max(count.values())
    best = [at for at in free if count[at] == most]
    return best[0] if most >= _ENOUGH and len(best) == 1 else NONE


def hit(row: Row, mine: Told, yours: Told) -> Hit:
    """Say what the reference has."""
    words, others = row.translation.words, row.reference.words
    said = row.reference.text[others[yours.start].start : others[yours.verb].end]
    message = _("The reference has “%(text)s” in its place.") % {"text": said}
    span = words[mine.start].start, words[mine.verb].end
    return Hit(span, "accuracy/mistranslation", Severity.MAJOR, message, _SURE, said)
