"""An ordinal for a count of the same thing, or the reverse: the 2nd Battalion for two battalions."""

from collections.abc import Iterator
from typing import NamedTuple

from workbench.checks.article import Row
from workbench.checks.hit import Hit
from workbench.checks.side import Side
from workbench.i18n import _
from workbench.lang.quantity import Kind
from workbench.lang.wordnet import base_forms, parts_of_speech
from workbench.model.finding import Severity

_WITH_SOURCE, _ALONE = 0.85, 0.75
_FEWEST = 2  # the first man is one man


class Numbered(NamedTuple):
    """A noun behind a number: [start, end) of both in the text, the value, and the noun's base form."""

    start: int
    end: int
    value: float
    noun: str


def other_ordinals(row: Row) -> Iterator[Hit]:
    """Yield numbers that name one thing where the reference counts some, and the reverse."""
    for kind, other in ((Kind.ORDINAL, Kind.CARDINAL), (Kind.CARDINAL, Kind.ORDINAL)):
        mine = values(row.translation, kind)
        if not mine or mine.isdisjoint(values(row.reference, other)):
            continue
        ours, theirs = (list(numbered(row.translation, each)) for each in (kind, other))
        right, same = (list(numbered(row.reference, each)) for each in (other, kind))
        for one in ours:
            key = one[2:]
            there = [each for each in right if each[2:] == key]
            if len(there) == 1 and not any(each[2:] == key for each in (*theirs, *same)):
                yield hit(row, one, there[0])


def values(side: Side, kind: Kind) -> set[float]:
    """Give the values of a side's numbers of a kind."""
    return {one.value for one in side.quantities if one.kind is kind}


def numbered(side: Side, kind: Kind) -> Iterator[Numbered]:
    """Yield the numbers of a kind with a noun right behind them."""
    for one in side.quantities:
        if one.kind is not kind or one.value < _FEWEST or one.unit:
            continue
        after = side.words_in((one.end, len(side.text)))
        word = side.words[after.start] if after else None
        if word and side.text[one.end : word.start].isspace() and parts_of_speech(word.folded)[0]:
            yield Numbered(one.start, word.end, one.value, base_forms(word.folded, "n")[0])


def hit(row: Row, one: Numbered, other: Numbered) -> Hit:
    """Mark the number and its noun, and give the reference's."""
    text = row.translation.text
    evidence = row.reference.text[other.start : other.end]
    start = one.start - len("the ") if text[: one.start].lower().endswith("the ") else one.start
    message = _("The reference has “%(text)s” in its place.") % {"text": evidence}
    sure = _WITH_SOURCE if row.source else _ALONE
    return Hit((start, one.end), "accuracy/number", Severity.MAJOR, message, sure, evidence, evidence)
