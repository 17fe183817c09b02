"""Verbs that tell of one deed although nothing links them: they have one object."""

from workbench.checks.article import Row
from workbench.checks.links import NONE
from workbench.checks.objects import object_of

_NEAR = 5  # words from a verb to the head of its object


def counterpart(row: Row, verb: int) -> int | None:
    """Give the reference's verb for one of the translation, by its link or else by what they are done to."""
    there = row.links.forward[verb]
    if there != NONE:
        return there
    done_to = object_of(row.translation, verb)
    head = row.links.forward[done_to.words[-1]] if done_to and not done_to.person else NONE
    for at in range(head - 1, max(-1, head - _NEAR), -1):
        other = object_of(row.reference, at) if is_free(row, at) else None
        if other and head in other.words:
            return at
    return None


def is_free(row: Row, at: int) -> bool:
    """Tell whether a word of the reference says something by itself and is linked with none."""
    return row.reference.content[at] and row.links.backward[at] == NONE
