"""Who did what to whom, turned round: the agency recruited by her for the agency that recruited her."""

from collections.abc import Iterator

from workbench.checks.article import Row
from workbench.checks.deeds import Deed
from workbench.checks.facing_verbs import facing
from workbench.checks.hit import Hit
from workbench.checks.side import Side
from workbench.checks.told import common, is_same, placed, read
from workbench.checks.turned_hits import SURE, hit
from workbench.lang.grammar import grammar_words
from workbench.lang.roles import is_one_of, role_words

_ASKED = frozenset(["to", "for", "that"])  # behind a verb of asking or telling without whom
_ONE = 0.75  # one party is told of, and the voice differs


def turned_roles(row: Row) -> Iterator[Hit]:
    """Yield verbs whose doer is, in the reference, the one it is done to, and the reverse."""
    for one, other in facing(row):
        places = common(row.translation.small[one], row.reference.small[other])
        mine = read(row.translation, one) if places else None
        yours = read(row.reference, other) if mine else None
        if places is None or mine is None or yours is None or mine.denied is not yours.denied:
            continue
        mine, yours = placed(row.translation, mine, places[0]), placed(row.reference, yours, places[1])
        sure = turned(row, mine, yours, converse=places[0].suffers is not places[1].suffers)
        if sure:
            yield hit(row, mine, yours, sure)


def turned(row: Row, mine: Deed, yours: Deed, *, converse: bool) -> float:
    """Tell how sure it is that the parties changed places; 0 where they did not."""
    if is_same(row, mine.doer, yours.doer):
        return 0.0
    if is_given(row, mine, yours):
        return SURE
    if is_same(row, mine.done_to, yours.done_to):
        return 0.0
    away, back = is_same(row, mine.doer, yours.done_to), is_same(row, mine.done_to, yours.doer)
    if away and back:
        return SURE
    if (away or back) and is_other_doing(row, mine, yours):
        return _ONE if is_whole(*((row.translation, mine) if away else (row.reference, yours))) else 0.0
    whole = converse or is_whole(row.translation if away else row.reference, mine if away else yours)
    other = mine.passive is not yours.passive and (
        ((away or back) and whole) or (mine.implied and yours.implied)
    )
    return _ONE if other or is_done_to_self(row, mine, yours) else 0.0


def is_other_doing(row: Row, mine: Deed, yours: Deed) -> bool:
    """Tell whether each does it to somebody else, once on both sides: we asked nobody, nobody asked us."""
    if mine.passive or yours.passive or not (mine.doer and yours.doer):
        return False
    if any(told.done_to and told.done_to.end <= told.at for told in (mine, yours)):
        return False
    one, other = row.translation.words[mine.at].folded, row.reference.words[yours.at].folded
    return all(
        [word.folded for word in side.words].count(verb) == 1
        for side, verb in ((row.translation, one), (row.reference, other))
    )


def is_done_to_self(row: Row, mine: Deed, yours: Deed) -> bool:
    """Tell whether somebody does to himself what is done to another in the reference: woke himself up."""
    if mine.passive or yours.passive or yours.done_to is None or is_reflexive(row.reference, yours):
        return False
    return is_reflexive(row.translation, mine)


def is_reflexive(side: Side, told: Deed) -> bool:
    """Tell whether somebody does it to himself."""
    return told.done_to is not None and side.words[told.done_to.start].folded in role_words("reflexives")


def is_given(row: Row, mine: Deed, yours: Deed) -> bool:
    """Tell whether the one that does it is, on the other side, whom it is taken from or given to."""
    away = is_same(row, mine.doer, yours.source) or is_same(row, mine.doer, yours.target)
    back = is_same(row, mine.source, yours.doer) or is_same(row, mine.target, yours.doer)
    if mine.passive is not yours.passive:
        return False
    return away or back if mine.passive else away and back


def is_whole(side: Side, told: Deed) -> bool:
    """Tell whether a verb's subject surely does it to another: prices rose, the shop closed its doors."""
    verb = side.words[told.at].folded
    if told.passive or told.of_noun or is_one_of("transitive", verb):
        return True
    if is_reflexive(side, told):
        return False
    if told.done_to is None:
        after = side.words[told.at + 1].folded if told.at + 1 < len(side.words) else ""
        return (after in _ASKED and is_one_of("asking", verb)) or is_one_of("acting", verb)
    return side.words[told.done_to.start].folded not in grammar_words("en")["possessives"]


def is_same_deed(row: Row, one: int, other: int) -> bool:
    """Tell whether converse verbs tell of one deed: sold it to her, she bought it."""
    places = common(row.translation.small[one], row.reference.small[other])
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
