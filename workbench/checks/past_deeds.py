"""Verbs that say that something was done: pasts and perfects, of either voice."""

from workbench.checks.side import Side
from workbench.checks.standings import Told
from workbench.checks.subjects import done_by
from workbench.checks.verb_groups import PARTICIPLES, PASTS, group, made_of
from workbench.checks.verbs import Form
from workbench.lang.standings import Standing, standing_words

_CLAUSE = 5  # words before a past among which "if" stands


def done(side: Side, verb: int) -> Told | None:
    """Tell whether a verb says that something was done: a past or a perfect, behind no if."""
    word = side.words[verb]
    found = group(side, verb)
    if (
        found.denied
        or found.infinitive
        or word.is_capital
        or not standing_words("perfect").issuperset(found.auxiliaries)
    ):
        return None
    nearest = found.auxiliaries[0] if found.auxiliaries else ""
    made = made_of(word.straight, nearest)
    before = side.words[max(0, found.start - _CLAUSE) : found.start]
    if any(each.folded in standing_words("open") for each in before):
        return None
    is_past = made in PARTICIPLES if nearest else made in PASTS
    sure = nearest or made is Form.PAST or (is_past and done_by(side, found.start) is not None)
    start = next(
        (at for at in range(found.start, verb) if side.words[at].straight in found.auxiliaries), verb
    )
    return Told(Standing.DONE, start, verb) if is_past and sure else None
