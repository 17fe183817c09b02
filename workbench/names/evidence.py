"""What speaks for two names being one: nearness, the source, the words around, what else is left over."""

import math
from dataclasses import dataclass

from workbench.names.detect import Candidate, Knowledge
from workbench.names.likeness import Likeness
from workbench.names.sound import key, letters

# What each piece of evidence is worth beside nearness (0 to 1). With these, names of the development split
# set in sentences, a third of them with another person in the reference, give precision .99, recall .83.
_TITLE, _OTHER_TITLE = 0.12, -0.1  # General before both; Senator before one and General before the other
_NEIGHBOUR, _NEIGHBOURS = 0.04, 3  # for each word that stands beside both, up to three
_LAST = 0.05  # no other name of the reference is left over
_FURTHER = {0: 0.0, 1: -0.08, 2: -0.15}  # same pair, neighbouring pair, elsewhere in the reference
_ONSET = -0.06  # lone words that do not begin with one sound
_SEEN = -0.1  # the translation has the reference's form elsewhere
_ENOUGH_WHOLE, _ENOUGH_LONE = 0.62, 0.68  # names of several words; single words, more easily alike by chance
_NEAR_WHOLE, _NEAR_LONE, _NEAR_UNSURE = 0.55, 0.55, 0.7
_WEAKEST = 0.36  # a word less near than this is another word, whatever the rest says
_LONG_ENOUGH, _SHORT_NEAR = 4, 0.75  # letters; nearness wanted of shorter words
_STEEP, _MIDDLE = 8.0, 0.5  # of the logistic curve from evidence to confidence
_SPELLING_AGREES = 0.7
_MOST, _WITHOUT_CONTEXT = 0.97, 0.89  # ceilings of confidence
# Both names heard in one place of the source, in nats per letter: what counts as heard, as not; its worth.
HEARD, _NOT_HEARD, _WORTH = 1.0, -0.2, 0.2
_NEAR_HEARD = 0.2  # nearness that is enough for names that are heard in one place


@dataclass(frozen=True, slots=True)
class Setting:
    """How two names stand to each other.

    `far` is 0, 1 or 2: in the same pair, the next, elsewhere; `last`: no other name is left over; `seen`:
    the proposal is in use already; `heard`: how surely both stand for the same words of the source, or one is
    mangled from the other; None where nothing tells.
    """

    far: int
    last: bool
    seen: bool
    heard: float | None = None


def evidence(pair: tuple[Candidate, Candidate], alike: Likeness, known: Knowledge, setting: Setting) -> float:
    """Add up what speaks for two names being one; nearness alone is 0 to 1."""
    onset = is_lone(alike) and key(alike.form)[:1] != key(alike.proposal)[:1]
    pieces = (
        _ONSET * onset,
        _LAST * setting.last,
        _SEEN * setting.seen,
        _FURTHER[setting.far],
        context(*pair, known),
        by_source(setting.heard),
    )
    return alike.near + sum(pieces)


def by_source(heard: float | None) -> float:
    """Give what the source says for two names, against it below zero."""
    return 0.0 if heard is None else _WORTH * min(1.0, max(-1.0, heard))


def is_lone(alike: Likeness) -> bool:
    """Tell whether single words were compared."""
    return not alike.whole or " " not in alike.form + alike.proposal


def context(one: Candidate, other: Candidate, known: Knowledge) -> float:
    """Weigh what stands around two names."""
    value = _NEIGHBOUR * min(_NEIGHBOURS, len(shared_words(one, other, known)))
    if one.title and other.title:
        value += _TITLE if one.title == other.title else _OTHER_TITLE
    return value


def shared_words(one: Candidate, other: Candidate, known: Knowledge) -> set[str]:
    """Give the words of content that stand near both names."""
    mine, theirs = {*one.left, *one.right}, {*other.left, *other.right}
    return {word for word in mine & theirs if word not in known.language.grammar}


def is_enough(pair: tuple[Candidate, Candidate], alike: Likeness, value: float, setting: Setting) -> bool:
    """Tell whether evidence and nearness suffice for a proposal."""
    heard = setting.heard
    sure = sum(name.sure for name in pair)
    if not sure or (sure == 1 and alike.near < _NEAR_UNSURE and not is_heard(heard)):
        return False
    near, enough = (_NEAR_LONE, _ENOUGH_LONE) if is_lone(alike) else (_NEAR_WHOLE, _ENOUGH_WHOLE)
    if is_heard(heard) and setting.far == 0:
        return alike.near >= _NEAR_HEARD
    if heard is not None and heard < _NOT_HEARD:
        return False
    short = min(len(letters(alike.form)), len(letters(alike.proposal))) < _LONG_ENOUGH
    if alike.weakest < _WEAKEST or (short and alike.near < _SHORT_NEAR):
        return False
    return alike.near >= near and value >= enough


def is_heard(heard: float | None) -> bool:
    """Tell whether the source says that two names are one."""
    return heard is not None and heard >= HEARD


def confidence(
    pair: tuple[Candidate, Candidate], alike: Likeness, value: float, known: Knowledge, heard: float | None
) -> float:
    """Turn evidence into a confidence; .9 and more only when both the spelling and the context agree."""
    one, other = pair
    titled = one.title is not None and one.title == other.title
    beside = titled or alike.shared or bool(shared_words(one, other, known))
    sure = (beside and alike.near >= _SPELLING_AGREES) or is_heard(heard)
    ceiling = _MOST if sure else _WITHOUT_CONTEXT
    return round(min(ceiling, 1 / (1 + math.exp(-_STEEP * (value - _MIDDLE)))), 2)
