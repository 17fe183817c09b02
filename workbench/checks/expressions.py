"""Two words side by side that make one phrase, where the reference has nothing of the kind in their place."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from workbench.checks.article import Row
from workbench.checks.free_wordings import is_from_source
from workbench.checks.gaps import Gap
from workbench.checks.hit import Hit, Span
from workbench.checks.places import NOUN, part_in_place
from workbench.checks.side import Side
from workbench.checks.verb_groups import PARTICIPLES
from workbench.checks.verbs import Form, form
from workbench.checks.weight import text_of
from workbench.checks.wording import are_akin
from workbench.i18n import _
from workbench.lang.name_words import name_words
from workbench.lang.spelled_numbers import spelled_numbers
from workbench.lang.wordings import bases, said_as
from workbench.lang.wordnet import parts_of_speech
from workbench.model.finding import Severity

# Words of weight: one more often has a synonym that no list knows, more of them are mostly worded anew.
_EXPRESSION = 2
_SURE = 0.5  # kept low: measured on articles with keys, half are only other wordings
_LONGEST_FIX = 6  # words


def other_expressions(row: Row, places: Iterable[tuple[Gap, list[int]]]) -> Iterator[tuple[Gap, list[int]]]:
    """Yield two words side by side in whose place the reference has none of their kin, and the place.

    `places` are the gaps with their words of weight.
    """
    for gap, heavy in places:
        lost = [index for index in heavy if not is_answered(row, index, gap)] if len(heavy) > 1 else []
        if is_expression(row.translation, lost):
            yield gap, lost


def is_expression(side: Side, heavy: Sequence[int]) -> bool:
    """Tell whether words of weight are two, side by side, that make one phrase, and no numbers."""
    if len(heavy) != _EXPRESSION or heavy[-1] - heavy[0] != _EXPRESSION - 1:
        return False
    first, last = (side.words[at] for at in heavy)
    if "," in side.text[first.end : last.start]:
        return False
    if not ends_phrase(first.folded, last.folded) and not describes(side, heavy[0]):
        return False
    return not {first.folded, last.folded} <= spelled_numbers("en").keys()


@lru_cache(maxsize=1 << 14)
def ends_phrase(first: str, last: str) -> bool:
    """Tell whether two words may end together: no noun and its verb, no verb before an adjective."""
    noun, verb, adjective, adverb = parts_of_speech(last)
    if verb > noun + adjective or adverb > noun:
        return False
    return adjective <= noun or parts_of_speech(first)[1] <= max(parts_of_speech(first)[::2])


def describes(side: Side, at: int) -> bool:
    """Tell whether a participle stands before its noun: the dancing bear."""
    made = form(side.words[at].folded)
    participle = made is Form.PRESENT_PARTICIPLE or made in PARTICIPLES
    return participle and part_in_place(side, at) == NOUN


def is_worded(row: Row, gap: Gap, heavy: Sequence[int]) -> bool:
    """Tell whether a phrase may be another wording of what stands in its place, or nothing stands there.

    One office is no other wording of another: vice minister, assistant secretary.
    """
    first, last = (row.translation.words[at].folded for at in heavy)
    there = frozenset().union(*(bases(row.reference.words[at].folded) for at in gap.theirs))
    if not any(row.reference.content[at] for at in gap.theirs):
        return True
    if last in name_words("en").titles:
        return False
    if is_from_source(row, first, last):
        return True
    said = not said_as(last).isdisjoint(there)
    return said and (is_adjective(first) or not said_as(first).isdisjoint(there))


def is_adjective(word: str) -> bool:
    """Tell whether a word is an adjective more often than anything else."""
    noun, verb, adjective, adverb = parts_of_speech(word)
    return adjective > noun + verb + adverb


def expression(row: Row, gap: Gap, heavy: list[int]) -> Hit:
    """Say what stands in the phrase's place."""
    words = row.translation.words
    span = (words[heavy[0]].start, words[heavy[-1]].end)
    evidence = text_of(row.reference, gap.theirs)
    message = _("The reference has “%(text)s” in its place.") % {"text": evidence}
    return Hit(span, "accuracy/mistranslation", Severity.MINOR, message, _SURE, evidence, fix(row, gap, span))


def is_answered(row: Row, index: int, gap: Gap) -> bool:
    """Tell whether a word has some kin among the reference's words in its place."""
    word = row.translation.words[index].folded
    return any(are_akin(word, row.reference.words[other].folded) for other in gap.theirs)


def fix(row: Row, gap: Gap, span: Span) -> str | None:
    """Give the reference's words where they fill the same place between the same neighbours."""
    words = row.translation.words
    whole = (words[gap.start].start, words[gap.end - 1].end)
    text = text_of(row.reference, gap.theirs)
    return text if gap.anchored and whole == span and text and len(gap.theirs) <= _LONGEST_FIX else None
