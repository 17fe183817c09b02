"""Sentences broken in two where the reference goes on: It was stopped. Because of the rain."""

from collections.abc import Iterator
from itertools import pairwise

from workbench.checks.article import Row
from workbench.checks.headless import is_subject, is_unfinished
from workbench.checks.hit import Hit, Span
from workbench.checks.links import NONE
from workbench.checks.quoting import quoting
from workbench.checks.side import Side
from workbench.checks.verbs import Form, finite, form
from workbench.i18n import _
from workbench.lang.verbs import verb_forms
from workbench.model.finding import Severity

_SURE = 0.8
_APART = 5  # words of the reference between the last word before the break and the first behind it
_LONGEST = 15  # words of a clause that cannot stand alone
# What begins no sentence of its own; with a comma behind it, the main clause may follow.
_RELATIVES = frozenset(["which", "who", "whose", "whom"])
_SUBORDINATE = frozenset(
    ["if", "when", "although", "though", "because", "while", "unless", "until", "once", "since"]
)
_CLAUSE = frozenset(
    ["the", "a", "an", "he", "she", "it", "they", "his", "her", "its", "their", "there"]
)  # that the
_JOINING, _JOINED = frozenset(["and", "or"]), frozenset(["that", "whether", "which", "who", "whose"])
_DANGLING = frozenset(
    ["and", "or", "but", "the", "a", "an", "because", "if", "than", "whose", "that", "which", "of"]
)
_FEW = 2  # words without a verb


def broken(row: Row) -> Iterator[Hit]:
    """Yield the breaks that leave one side unable to stand alone, where the reference has one sentence."""
    side = row.translation
    for one, two in pairwise(side.sentences):
        here, there = side.words_in(one), side.words_in(two)
        if not (here and there) or not is_plain(side, one, two):
            continue
        joint = seam(row, here, there)
        clipped = joint is not None and is_clipped(side, one, two)
        if joint is not None and (clipped or is_torn(row, here, there, joint)):
            first = side.words[there.start]
            span = (one[1] - 1, first.end)
            words = row.reference.words
            small = is_small(side, there.start)
            text = row.reference.text[words[joint[0]].end : words[joint[1]].end].strip(" ,")
            yield Hit(
                span,
                "fluency/fragment",
                Severity.MAJOR,
                _("This belongs to the sentence before; the reference joins it with “%(word)s”.")
                % {"word": text},
                _SURE,
                row.reference.text,
                f"{comma(side, here, there)} {first.text.lower() if small else first.text}"
                if clipped
                else None,
            )


def is_plain(side: Side, one: Span, two: Span) -> bool:
    """Tell whether both sentences end with a full stop, the first outside a quotation."""
    first, second = side.text[slice(*one)], side.text[slice(*two)]
    stops = first.endswith(".") and not first.endswith("..") and second.endswith(".")
    return stops and not quoting(side.text, side.language).holds(one[1] - 1)


def is_clipped(side: Side, one: Span, two: Span) -> bool:
    """Tell whether one of two sentences cannot stand alone."""
    return leaves_off(side, one) or goes_on(side, two)


def is_torn(row: Row, here: range, there: range, joint: tuple[int, int]) -> bool:
    """Tell whether one of two sentences lacks the verb that the reference has."""
    return is_subject(row, here, there, *joint) or is_unfinished(row, there, *joint)


def leaves_off(side: Side, span: Span) -> bool:
    """Tell whether a sentence ends amid a phrase, or is nothing but a subordinate clause."""
    words = side.words_in(span)
    first, last = side.words[words.start].folded, side.words[words.stop - 1].folded
    alone = first in _SUBORDINATE and len(words) <= _LONGEST and "," not in side.text[slice(*span)]
    return last in _DANGLING or alone or lacks_verb(side, words) or lacks_main_clause(side, words)


def lacks_main_clause(side: Side, words: range) -> bool:
    """Tell whether a sentence ends with a subordinate clause right behind a that: that once it starts."""
    that = next((at for at in reversed(words[:-1]) if side.words[at].folded == "that"), None)
    if that is None or side.words[that + 1].folded not in _SUBORDINATE:
        return False
    return (
        words.stop - that <= _LONGEST
        and "," not in side.text[side.words[that].end : side.words[words.stop - 1].end]
    )


def lacks_verb(side: Side, words: range) -> bool:
    """Tell whether a sentence ends with a clause without its verb: that the museum."""
    that = next((at for at in reversed(words[:-1]) if is_that(side, at)), None)
    return that is not None and not any(finite(side.words, at) for at in range(that + 1, words.stop))


def is_that(side: Side, at: int) -> bool:
    """Tell whether a word is a that which begins a clause."""
    return side.words[at].folded == "that" and side.words[at + 1].folded in _CLAUSE


def goes_on(side: Side, span: Span) -> bool:
    """Tell whether a sentence is only a clause, a participle, an infinitive or an adverb of another."""
    places = side.words_in(span)
    words = [word.straight for word in side.words[places.start : places.stop]]
    first, second = words[0], words[1] if len(words) > 1 else ""
    if first in _RELATIVES or (first == "that" and second in _CLAUSE):
        return True
    if (first in _JOINING and second in _JOINED) or says(side, places):
        return True
    if "," in side.text[slice(*span)]:
        return False
    if first == "because" or (first == "to" and form(second) is Form.PLAIN):
        return True
    if form(first) is Form.PRESENT_PARTICIPLE:
        return True
    return len(words) <= _FEW and all(form(word) is Form.NONE for word in words)


def says(side: Side, places: range) -> bool:
    """Tell whether a sentence is but who said the one before it: Said Ana Ruiz, a doctor."""
    start = places.start
    second = side.words[start + 1] if len(places) > 1 else None
    return side.words[start].folded in verb_forms("en")["speech"] and second is not None and second.is_capital


def seam(row: Row, here: range, there: range) -> tuple[int, int] | None:
    """Give the reference's words between which two sentences meet, if one sentence of it has them both."""
    forward, other = row.links.forward, row.reference
    before = next((forward[at] for at in reversed(here) if forward[at] != NONE), NONE)
    after = next((forward[at] for at in there if forward[at] != NONE), NONE)
    if NONE in (before, after) or not 0 < after - before <= _APART:
        return None
    same = other.sentence_of(other.words[before].start) == other.sentence_of(other.words[after].start)
    return (before, after) if same else None


def comma(side: Side, here: range, there: range) -> str:
    """Give the comma that stands behind a subordinate clause and before who said it."""
    return "," if side.words[here.start].folded in _SUBORDINATE or says(side, there) else ""


def is_small(side: Side, at: int) -> bool:
    """Tell whether a word has its capital from its place alone."""
    word = side.words[at].folded
    return word != "i" and (word in side.known.grammar or form(word) is not Form.NONE)
