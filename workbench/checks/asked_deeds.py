"""Deeds asked of others, told as the asker's own: asked to give it back for asked for it back."""

from collections.abc import Iterator

from workbench.checks.article import Row
from workbench.checks.hit import Hit
from workbench.checks.links import NONE
from workbench.checks.side import Side
from workbench.checks.verb_groups import gap, group
from workbench.i18n import _
from workbench.lang.roles import is_one_of, role_words
from workbench.lang.vocabulary import vocabulary
from workbench.lang.wordnet import base_forms
from workbench.model.finding import Severity

_SURE = 0.75
_SHOWN = 4  # words of the reference that show what is asked


def asked_deeds(row: Row) -> Iterator[Hit]:
    """Yield verbs of asking followed by what the one who asks would do, where others are to do it there."""
    if "to" not in vocabulary(row.translation.text):
        return
    for one, word in enumerate(row.translation.words[:-2]):
        if row.translation.words[one + 1].folded != "to" or not is_one_of("demanding", word.folded):
            continue
        other = row.links.forward[one]
        end = own_deed(row.translation, one) if other != NONE else None
        if end and is_asked(row.reference, other):
            yield hit(row, (one, end), other)


def own_deed(side: Side, verb: int) -> int | None:
    """Give the end of "to" and a deed right behind an active verb of asking."""
    if gap(side, verb + 1) != " " or is_passive(side, verb):
        return None
    at = verb + 2
    return at + len(yielded(side, at).split("_")) if yielded(side, at) else None


def yielded(side: Side, at: int) -> str:
    """Give the deed asked of others that begins with a word: release, give_back; "" if it is none."""
    known, bases = role_words("yielding"), base_forms(side.words[at].folded, "v")
    after = side.words[at + 1].folded if at + 1 < len(side.words) else ""
    return next((name for base in bases for name in (f"{base}_{after}", base) if name in known), "")


def is_passive(side: Side, verb: int) -> bool:
    """Tell whether a verb stands behind a form of be that makes it passive."""
    found = group(side, verb).auxiliaries
    return bool(found) and found[0] in role_words("be") and not side.words[verb].folded.endswith("ing")


def is_asked(side: Side, verb: int) -> bool:
    """Tell whether an active verb of asking is followed by what is asked, or of whom; not by a deed."""
    if not is_one_of("demanding", side.words[verb].folded) or is_passive(side, verb):
        return False
    return verb + 1 < len(side.words) and gap(side, verb + 1) == " " and side.words[verb + 1].folded != "to"


def hit(row: Row, ours: tuple[int, int], other: int) -> Hit:
    """Mark the asking and the deed."""
    words, others = row.translation.words, row.reference.words
    last = min(other + _SHOWN, len(others)) - 1
    evidence = row.reference.text[others[other].start : others[last].end]
    message = _("The reference has “%(text)s” in its place.") % {"text": evidence}
    span = words[ours[0]].start, words[ours[1] - 1].end
    return Hit(span, "accuracy/mistranslation", Severity.MAJOR, message, _SURE, evidence)
