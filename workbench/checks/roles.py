"""Who did what to whom, turned round: the agency recruited by her for the agency that recruited her."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from workbench.checks.article import Row
from workbench.checks.deeds import Deed, active, deed, group, object_of
from workbench.checks.hit import Hit
from workbench.checks.links import NONE
from workbench.checks.nouns_of_deeds import noun_deed
from workbench.checks.parties import Party
from workbench.checks.side import Side
from workbench.checks.verbs import Form, form
from workbench.i18n import _
from workbench.lang.denial import opposed
from workbench.lang.grammar import grammar_words
from workbench.lang.roles import Place, deed_of, is_one_of, places_of, role_words
from workbench.lang.wordnet import Kin, kinship
from workbench.model.finding import Severity

_BOTH, _ONE = 0.85, 0.7
_PLAIN = Place(-1, suffers=False, behind="")


def turned_roles(row: Row) -> Iterator[Hit]:
    """Yield verbs whose doer is, in the reference, the one it is done to, and the reverse."""
    for one, other in facing(row):
        mine, yours = read(row.translation, one), read(row.reference, other)
        if mine is None or yours is None or mine.denied is not yours.denied:
            continue
        places = common(row, one, other)
        if places is None:
            continue
        mine, yours = placed(row.translation, mine, places[0]), placed(row.reference, yours, places[1])
        sure = turned(row, mine, yours, converse=places[0].suffers is not places[1].suffers)
        if sure:
            yield hit(row, mine, yours, sure)


def facing(row: Row) -> Iterator[tuple[int, int]]:
    """Yield the verbs and nouns of deeds that are linked, and those of one family that are the only ones."""
    forward, backward = row.links.forward, row.links.backward
    mine = [at for at, word in enumerate(row.translation.words) if may_tell(word.folded)]
    free = [at for at in mine if forward[at] == NONE]
    yield from ((at, forward[at]) for at in mine if forward[at] != NONE)
    if not free:
        return
    yours = [
        at for at, word in enumerate(row.reference.words) if backward[at] == NONE and may_tell(word.folded)
    ]
    for one in free:
        found = [other for other in yours if family(row.translation, one) & family(row.reference, other)]
        if len(found) == 1:
            yield one, found[0]


@lru_cache(maxsize=1 << 16)
def may_tell(word: str) -> bool:
    """Tell whether a word may be a verb, or a noun of a deed."""
    if deed_of(word):
        return True
    return form(word) not in {Form.NONE, Form.AUXILIARY} and not is_one_of("mutual", word)


def family(side: Side, at: int) -> frozenset[int]:
    """Give the families of a verb or of a deed's noun."""
    word = side.words[at].folded
    return frozenset(place.family for place in (*places_of(word), *places_of(deed_of(word) or "")))


def read(side: Side, at: int) -> Deed | None:
    """Read a verb's parties, or those of a noun of a deed."""
    if not side.content[at]:
        return None
    if deed_of(side.words[at].folded):
        found = noun_deed(side, at)
        if found:
            return found
    return deed(side, at)


def common(row: Row, one: int, other: int) -> tuple[Place, Place] | None:
    """Give the two verbs' places in a family they share; plain ones for the same verb; None if they are others."""
    word, another = row.translation.words[one].folded, row.reference.words[other].folded
    mine, yours = (places_of(deed_of(each) or each) + places_of(each) for each in (word, another))
    if kinship(word, another) is Kin.SAME:
        plain = next((place for place in mine if place in yours and not place.suffers), _PLAIN)
        return plain, plain
    for place in mine:
        for there in yours:
            if place.family == there.family:
                return place, there
    if opposed(word, another) or kinship(word, another) < Kin.SYNONYMS:
        return None
    return _PLAIN, _PLAIN


def placed(side: Side, told: Deed, place: Place) -> Deed:
    """Give a deed with its parties as the family counts them: who resigns is the one that is dismissed."""
    if told.passive and place.suffers:
        return replace(told, passive=False, doer=told.source, done_to=told.doer, source=None, target=None)
    if told.passive or not (place.behind or place.suffers):
        return told
    other = object_of(side, told.at, place.behind) if place.behind else told.done_to
    if place.behind and other is None:
        other = told.done_to if not place.suffers and told.done_to and told.done_to.end <= told.at else None
    if place.suffers:
        return replace(told, passive=True, doer=other, done_to=told.doer, source=None, target=None)
    end = max(told.end, other.end) if other else told.end
    return replace(told, end=end, done_to=other, source=None, target=None)


def turned(row: Row, mine: Deed, yours: Deed, *, converse: bool) -> float:
    """Tell how sure it is that the parties changed places; 0 where they did not."""
    if is_same(row, mine.doer, yours.doer):
        return 0.0
    if is_given(row, mine, yours):
        return _BOTH
    if is_same(row, mine.done_to, yours.done_to):
        return 0.0
    away, back = is_same(row, mine.doer, yours.done_to), is_same(row, mine.done_to, yours.doer)
    if away and back:
        return _BOTH
    voices = mine.passive is not yours.passive
    whole = (
        converse
        or (not back or is_whole(row.reference, yours))
        and (not away or is_whole(row.translation, mine))
    )
    return _ONE if voices and ((away or back) and whole or (mine.implied and yours.implied)) else 0.0


def is_given(row: Row, mine: Deed, yours: Deed) -> bool:
    """Tell whether the one that does it is, on the other side, whom it is taken from or given to."""
    away = is_same(row, mine.doer, yours.source) or is_same(row, mine.doer, yours.target)
    back = is_same(row, mine.source, yours.doer) or is_same(row, mine.target, yours.doer)
    if mine.passive is not yours.passive:
        return False
    return away or back if mine.passive else away and back


def is_whole(side: Side, told: Deed) -> bool:
    """Tell whether a verb's subject surely does it to somebody else: prices rose, the shop closed its doors."""
    verb = side.words[told.at].folded
    if told.passive or told.of_noun or is_one_of("transitive", verb):
        return True
    if told.done_to is None:
        after = side.words[told.at + 1].folded if told.at + 1 < len(side.words) else ""
        return after == "to" and is_one_of("asking", verb)
    return side.words[told.done_to.start].folded not in grammar_words("en")["possessives"]


def is_same(row: Row, one: Party | None, other: Party | None) -> bool:
    """Tell whether two parties are one."""
    if one is None or other is None:
        return False
    forward = row.links.forward
    if one.person or other.person:
        if forward[one.words[0]] != NONE and one.person:
            return forward[one.words[0]] in other.words
        return one.person == other.person
    if any(forward[at] in other.words for at in one.words):
        return True
    names = {row.translation.words[at].folded for at in one.words}
    return any(row.reference.words[at].folded in names for at in other.words)


def hit(row: Row, mine: Deed, yours: Deed, sure: float) -> Hit:
    """Mark the verb with what shows its parties."""
    words, others = row.translation.words, row.reference.words
    span = words[mine.start].start, words[mine.end - 1].end
    evidence = row.reference.text[others[yours.start].start : others[yours.end - 1].end]
    message = _("The reference says the opposite: “%(word)s”.") % {"word": evidence}
    severity = Severity.CRITICAL if sure >= _BOTH else Severity.MAJOR
    return Hit(span, "accuracy/mistranslation", severity, message, sure, evidence)
