"""Relations turned round, or others: A rather than B for B rather than A, because of for despite."""

from collections.abc import Iterator
from itertools import product

from workbench.checks.article import Row
from workbench.checks.hit import Hit
from workbench.checks.links import NONE
from workbench.checks.partners import Partners, covers, partners
from workbench.checks.related import Related, clause, labels, related
from workbench.checks.side import Side
from workbench.i18n import _
from workbench.lang.denial import denial, denies, opposed
from workbench.lang.relations import relations as relation_words
from workbench.lang.signs import falling
from workbench.model.finding import Severity

_TURNED, _OTHER = 0.8, 0.75
_LEAVING = frozenset(["added", "excluded"])
_BEFORE = 4  # words from what compares to its "than"


def relations(row: Row) -> Iterator[Hit]:
    """Yield the first relation that the reference has the other way round, or another in its place."""
    if not may_differ(row):
        return
    ours = sorted(related(row.translation), key=in_parts)
    theirs = sorted(related(row.reference), key=in_parts) if ours else []
    facing = [
        (one, other) for one, other in product(ours, theirs) if exclude(one, other) or is_like(one, other)
    ]
    if not any(are_facing(one.label, other.label) for one, other in facing):
        return
    pairs = [(one, other, partners(row, one, other)) for one, other in facing]
    agreeing = [(one, other) for one, other, found in pairs if agree(row, one, other, found)]
    for one, other, found in pairs:
        if any(one is mine or other is yours for mine, yours in agreeing):
            continue
        if is_other(row, one, other, found) or is_turned(row, one, other, found):
            yield hit(row, one, other)
            return


def may_differ(row: Row) -> bool:
    """Tell whether the sides have words for relations that may be faults of each other."""
    ours = labels(row.translation)
    theirs = labels(row.reference) if ours else ours
    return any(are_facing(one, other) for one in ours for other in theirs)


def are_facing(one: str, other: str) -> bool:
    """Tell whether two relations, one on each side, may be a fault."""
    return other in relation_words("en").facing.get(one, ())


def in_parts(each: Related) -> bool:
    """Tell whether other words stand between a marker's parts; what is written in one is surer."""
    return each.opening != each.marker[0]


def agree(row: Row, one: Related, other: Related, found: Partners) -> bool:
    """Tell whether two relations say the same, or the same from its other end: A before B, B after A."""
    sides = found.here, found.there
    if exclude(one, other):
        return sides == (False, False)
    return is_like(one, other) and (sides == (True, True) or begin_alike(row, one, other))


def begin_alike(row: Row, one: Related, other: Related) -> bool:
    """Tell whether a word stands near behind both markers, though another one may be its partner."""
    ours = {row.translation.words[at].folded for at in one.first}
    return any(row.reference.words[at].folded in ours for at in other.first)


def exclude(one: Related, other: Related) -> bool:
    """Tell whether two relations cannot both hold between two things."""
    return frozenset({one.label, other.label}) in relation_words("en").exclusive


def is_like(one: Related, other: Related) -> bool:
    """Tell whether what is behind two markers is the same to the rest."""
    return one.label == other.label or frozenset({one.label, other.label}) in relation_words("en").same


def is_turned(row: Row, one: Related, other: Related, found: Partners) -> bool:
    """Tell whether what one side puts behind the marker is the other's rest, and the reverse."""
    ordered = one.label == other.label and one.label in relation_words("en").ordered
    if not ordered or found.here is not False or found.there is not False:
        return False
    return gets(row.translation, one) == gets(row.reference, other) and not is_flipped(row, one, other)


def gets(side: Side, each: Related) -> bool:
    """Tell whether somebody gets the rest for what is behind, not that for the rest."""
    return each.label == "received" and not relation_words("en").getting.isdisjoint(side.vocabulary)


def is_flipped(row: Row, one: Related, other: Related) -> bool:
    """Tell whether opposites before the markers turn the sides round: weaker than, stronger than."""
    ours, theirs = (range(max(0, each.marker[0] - _BEFORE), each.marker[0]) for each in (one, other))
    return one.is_choice and any(
        row.links.forward[at] in {there, NONE}
        and opposed(row.translation.words[at].folded, row.reference.words[there].folded)
        for at, there in product(ours, theirs)
    )


def is_other(row: Row, one: Related, other: Related, found: Partners) -> bool:
    """Tell whether two relations that exclude each other have the same words on the same sides."""
    if not exclude(one, other) or not found.rest or not (found.here and found.there):
        return False
    apart = relation_words("en").denying.isdisjoint({one.label, other.label})
    if apart and is_denied(row, 0, one) != is_denied(row, 1, other):
        return False
    if {one.label, other.label} == _LEAVING and is_scant(row.translation, one):
        return False
    undone = is_undone(row.translation, one) or is_undone(row.reference, other)
    return not undone and covers(row, one, other, found)


def is_scant(side: Side, each: Related) -> bool:
    """Tell whether little or nothing stands before a marker: there besides is except."""
    before = side.small[max(0, each.marker[0] - _BEFORE) : each.marker[0]]
    known = denial("en")
    return any(word in known.slight or denies(word, known.negators) for word in before)


def is_denied(row: Row, number: int, each: Related) -> bool:
    """Tell whether the clauses around a marker are denied, once or three times."""
    around = clause((row.translation, row.reference)[number], each)
    return sum(denied.at in around for denied in row.denials[number]) % 2 == 1


def is_undone(side: Side, each: Related) -> bool:
    """Tell whether what is wanted is that something be not: called for an end to, in order to stop."""
    undoing = falling("en") | denial("en").excuses
    wished = each.label in relation_words("en").wishes
    return wished and any(side.words[at].folded in undoing for at in each.first)


def hit(row: Row, one: Related, other: Related) -> Hit:
    """Mark the marker; up to the end of what is behind it where that is on the wrong side."""
    turned = is_like(one, other) or one.is_choice
    ours, theirs = (
        span_of(side, each, to_end=turned) for side, each in ((row.translation, one), (row.reference, other))
    )
    evidence = row.reference.text[slice(*theirs)]
    if turned:
        message = _("The reference says the opposite: “%(word)s”.") % {"word": evidence}
    else:
        message = _("The reference has “%(text)s” in its place.") % {"text": evidence}
    severity, sure = (Severity.CRITICAL, _TURNED) if turned else (Severity.MAJOR, _OTHER)
    return Hit(ours, "accuracy/mistranslation", severity, message, sure, evidence)


def span_of(side: Side, each: Related, *, to_end: bool) -> tuple[int, int]:
    """Give the characters of a marker, of both its parts where it names a choice, to its end or another."""
    start, stop = each.opening if each.is_choice else each.marker[0], each.stop if to_end else each.marker[1]
    return side.words[start].start, side.words[stop - 1].end
