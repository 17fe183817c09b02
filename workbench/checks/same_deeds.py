"""Verbs that tell of one deed although nothing links them: they have one object, or the same is said."""

from workbench.checks.article import Row
from workbench.checks.links import NONE
from workbench.checks.objects import object_of
from workbench.lang.verbs import verb_forms

_NEAR = 5  # words from a verb to the head of its object


def counterpart(row: Row, verb: int) -> int | None:
    """Give the reference's verb for a translation's: by its link, what it is done to, or what it says."""
    there = row.links.forward[verb]
    if there != NONE:
        return there
    if row.translation.words[verb].folded in verb_forms("en")["speech"]:
        return speech_there(row, verb)
    done_to = object_of(row.translation, verb)
    head = row.links.forward[done_to.words[-1]] if done_to and not done_to.person else NONE
    for at in range(head - 1, max(-1, head - _NEAR), -1):
        other = object_of(row.reference, at) if is_free(row, at) else None
        if other and head in other.words:
            return at
    return None


def speech_there(row: Row, verb: int) -> int | None:
    """Give the verb of speech behind which the same is said: I said the guards, they told us the guards."""
    links, words = row.links.forward, row.reference.words
    said = next((at for at in links[verb + 1 : verb + 1 + _NEAR] if at != NONE), NONE)
    found = range(said - 1, max(-1, said - _NEAR), -1)
    speech = verb_forms("en")["speech"]
    return next((at for at in found if words[at].folded in speech and row.links.backward[at] == NONE), None)


def is_free(row: Row, at: int) -> bool:
    """Tell whether a word of the reference says something by itself and is linked with none."""
    return row.reference.content[at] and row.links.backward[at] == NONE
