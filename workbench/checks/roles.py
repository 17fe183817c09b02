"""Who did what to whom, turned round: the agency recruited by her for the agency that recruited her."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from workbench.checks.article import Row
from workbench.checks.deeds import BE, PARTICIPLES, Deed, deed, object_of
from workbench.checks.hit import Hit
from workbench.checks.links import NONE
from workbench.checks.nouns_of_deeds import noun_deed
from workbench.checks.parties import Party
from workbench.checks.side import Side
from workbench.checks.verbs import Form, form
from workbench.i18n import _
from workbench.lang.denial import opposed
from workbench.lang.grammar import grammar_words
from workbench.lang.persons import persons
from workbench.lang.roles import Place, deed_of, is_one_of, places_of, role_words
from workbench.lang.vocabulary import vocabulary
from workbench.lang.wordnet import Kin, kinship, parts_of_speech
from workbench.model.finding import Severity

_BOTH, _ONE = 0.85, 0.75
_NEAR = 8  # words within which what moved across a verb may be its subject or object
_AUXILIARIES = 3
_PLAIN = Place(-1, suffers=False, behind="")


def turned_roles(row: Row) -> Iterator[Hit]:
    """Yield verbs whose doer is, in the reference, the one it is done to, and the reverse."""
    for one, other in facing(row):
        places = common(row, one, other)
        mine = read(row.translation, one) if places else None
        yours = read(row.reference, other) if mine else None
        if places is None or mine is None or yours is None or mine.denied is not yours.denied:
            continue
        mine, yours = placed(row.translation, mine, places[0]), placed(row.reference, yours, places[1])
        sure = turned(row, mine, yours, converse=places[0].suffers is not places[1].suffers)
        if sure:
            yield hit(row, mine, yours, sure)


def facing(row: Row) -> Iterator[tuple[int, int]]:
    """Yield the verbs and nouns of deeds that may tell otherwise: linked, or the only ones of their family."""
    forward, words, others = row.links.forward, row.translation.words, row.reference.words
    free = []
    for one, word in enumerate(words):
        other = forward[one]
        if other == NONE:
            if families_of(word.folded):
                free.append(one)
        elif may_tell(word.folded) and may_turn(row, one, other):
            yield one, other
    if free:
        yield from of_one_family(row, free)


def of_one_family(row: Row, free: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield unlinked verbs and the only unlinked ones of their families: he resigned, she fired him."""
    backward, words, others = row.links.backward, row.translation.words, row.reference.words
    left = [at for at, link in enumerate(backward) if link == NONE and families_of(others[at].folded)]
    for one in free if left else ():
        mine = families_of(words[one].folded)
        found = [other for other in left if not mine.isdisjoint(families_of(others[other].folded))]
        if len(found) == 1:
            yield one, found[0]


def may_turn(row: Row, one: int, other: int) -> bool:
    """Tell whether two verbs are told in other voices, or something beside them moved across."""
    word, another = row.translation.words[one].folded, row.reference.words[other].folded
    if deed_of(word) or deed_of(another) or (word != another and are_converse(word, another)):
        return True
    if signs(row.translation, one) != signs(row.reference, other):
        return True
    mine, yours = pronoun_before(row.translation, one), pronoun_before(row.reference, other)
    if mine and yours and mine != yours:
        return True
    return moved(row, range(max(0, one - _NEAR), one), other, 1) or moved(
        row, range(one + 1, min(len(row.links.forward), one + _NEAR)), other, -1
    )


def moved(row: Row, places: range, other: int, way: int) -> bool:
    """Tell whether a name, noun or pronoun among some words stands on the other side of a verb's counterpart."""
    forward, content, words = row.links.forward, row.translation.content, row.translation.words
    known = persons("en")
    for at in places:
        there = forward[at]
        if there != NONE and (there - other) * way > 0 and (content[at] or words[at].folded in known):
            return True
    return False


def pronoun_before(side: Side, verb: int) -> str:
    """Give the person of a pronoun right before a verb or its auxiliary."""
    words, known = side.words, persons("en")
    return known.get(words[verb - 1].folded, "") or known.get(words[verb - 2].folded, "") if verb else ""


def signs(side: Side, verb: int) -> tuple[bool, bool]:
    """Tell what shows a verb's voice: a form of be before it, "by" behind it."""
    words = side.words
    by = "by" in vocabulary(side.text) and any(word.folded == "by" for word in words[verb + 1 : verb + _NEAR])
    if form(words[verb].folded) not in PARTICIPLES:
        return False, by
    return any(word.folded in BE for word in words[max(0, verb - _AUXILIARIES) : verb]), by


@lru_cache(maxsize=1 << 16)
def may_tell(word: str) -> bool:
    """Tell whether a word may be a verb, or a noun of a deed."""
    if deed_of(word):
        return True
    made = form(word)
    if made is Form.PLAIN:
        nouns, verbs, *_others = parts_of_speech(word)
        return 2 * verbs > nouns and not is_one_of("mutual", word)
    return made not in {Form.NONE, Form.AUXILIARY} and not is_one_of("mutual", word)


@lru_cache(maxsize=1 << 16)
def families_of(word: str) -> frozenset[int]:
    """Give the families of a verb or of a deed's noun."""
    return frozenset(place.family for place in (*places_of(word), *places_of(deed_of(word) or "")))


@lru_cache(maxsize=1 << 16)
def are_converse(word: str, another: str) -> bool:
    """Tell whether two verbs tell of one deed from its two sides: buy and sell."""
    mine, yours = places_of(word), places_of(another)
    return any(
        one.family == other.family and one.suffers is not other.suffers for one in mine for other in yours
    )


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
    """Mark the verb with what shows its parties; where one party is ahead on both sides, write it as there."""
    fits = is_same(row, ahead(mine), ahead(yours)) and are_built_alike(row, mine, yours)
    if not fits and is_straight(row.translation, mine) and is_straight(row.reference, yours):
        mine, yours, fits = with_subject(mine), with_subject(yours), True
    words, others = row.translation.words, row.reference.words
    span = words[mine.start].start, words[mine.end - 1].end
    evidence = row.reference.text[others[yours.start].start : others[yours.end - 1].end]
    message = _("The reference says the opposite: “%(word)s”.") % {"word": evidence}
    severity = Severity.CRITICAL if sure >= _BOTH else Severity.MAJOR
    fix = begun_like(row, mine.start, yours.start, evidence) if fits else None
    return Hit(span, "accuracy/mistranslation", severity, message, sure, evidence, fix)


def begun_like(row: Row, one: int, other: int, evidence: str) -> str:
    """Give words of the reference as they are written in the translation's place."""
    begins = row.translation.words[one].start in {start for start, _end in row.translation.sentences}
    if begins:
        return evidence[:1].upper() + evidence[1:]
    named = row.reference.content[other] or row.reference.words[other].text == "I"
    return evidence if named else evidence[:1].lower() + evidence[1:]


def ahead(told: Deed) -> Party | None:
    """Give the party that stands before a verb, if just one does."""
    found = [party for party in (told.doer, told.done_to) if party and party.end <= told.start]
    return found[0] if len(found) == 1 else None


def are_built_alike(row: Row, mine: Deed, yours: Deed) -> bool:
    """Tell whether two deeds are told in clauses of one kind, so that one may stand for the other."""
    return clause(row.translation, mine) == clause(row.reference, yours)


def clause(side: Side, told: Deed) -> str:
    """Tell a clause that hangs on a noun, or an infinitive, from one that stands by itself."""
    first, before = side.words[told.start].folded, side.words[max(0, told.start - 1)].folded
    if first in role_words("relatives") or (told.passive and told.start == told.at):
        return "hanging"
    return before if before in {"to", "and"} else ""


def is_straight(side: Side, told: Deed) -> bool:
    """Tell whether subject, active verb and object follow each other."""
    return (
        not told.passive
        and told.doer is not None
        and told.done_to is not None
        and told.doer.end == told.start
        and told.done_to.start == told.at + 1
        and side.words[told.start - 1].end + 1 == side.words[told.start].start
    )


def with_subject(told: Deed) -> Deed:
    """Take the subject into what is marked."""
    return replace(told, start=told.doer.start) if told.doer else told


def is_same_deed(row: Row, one: int, other: int) -> bool:
    """Tell whether converse verbs tell of one deed: sold it to her, she bought it."""
    places = common(row, one, other)
    if places is None or places[0].suffers is places[1].suffers:
        return False
    mine, yours = read(row.translation, one), read(row.reference, other)
    if mine is None or yours is None:
        return False
    mine, yours = placed(row.translation, mine, places[0]), placed(row.reference, yours, places[1])
    ours, theirs = (mine.doer, mine.done_to, mine.target), (yours.doer, yours.done_to, yours.target)
    return is_same(row, mine.doer, yours.doer) or any(
        is_same(row, party, another) for party in ours[1:] for another in theirs[1:]
    )
