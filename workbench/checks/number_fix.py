"""What to write in place of a number: the reference's, as the translation writes numbers."""

import re

from workbench.checks.article import Row
from workbench.checks.hit import Span
from workbench.lang.number_style import written
from workbench.lang.quantity import Kind, Quantity, clashing, opposed
from workbench.lang.units import dimension, in_base, table

_OF = " of"
_CHANCE = re.compile(r"[ -](?:chance|probability|likelihood|possibility|risk)\b")
_ARTICLE = re.compile(r"\b(?:a|an|the) \Z", re.IGNORECASE)
_WINDOW = 6


def replacement(row: Row, one: Quantity, right: Quantity) -> tuple[Span, str | None]:
    """Give the span to replace and what to write there."""
    text, other = row.translation.text, row.reference.text
    said = other[right.start : right.end]
    kinds = {one.kind, right.kind}
    if opposed(one, right):
        return one.outer, cased(other[slice(*right.outer)], text, one.outer[0])
    if clashing(one, right) or (len(kinds) > 1 and Kind.VAGUE not in kinds):
        if one.value != right.value and one.unit and dimension(one.unit) == dimension(right.unit) != "time":
            return (one.start, one.end), converted(row, one, right)
        return of_whole(text, one, other, right)
    if one.kind is Kind.VAGUE and right.kind is not Kind.VAGUE and text.startswith(_OF, one.end):
        return (one.start, one.end + len(_OF)), cased(said, text, one.start)
    if right.kind is Kind.VAGUE and one.kind is not Kind.VAGUE and other.startswith(_OF, right.end):
        return (one.start, one.end), cased(said + _OF, text, one.start)
    if kinds == {Kind.CARDINAL} and one.scale and not (one.spelled or right.spelled or right.scale):
        said = written(right.value, one, text, row.translation.known.language)
    return (one.start, one.end), cased(said, text, one.start)


def of_whole(text: str, one: Quantity, other: str, right: Quantity) -> tuple[Span, str]:
    """Replace a number with its unit, of a share what joins it too: "one in five" by "20 percent of"."""
    mine, theirs = one.outer, right.outer
    if " chance" in other[slice(*theirs)] or " chance" in text[slice(*mine)]:
        mine, theirs = with_chance(text, mine), with_chance(other, theirs)
    elif Kind.PART in {one.kind, right.kind} and text.startswith(_OF, mine[1]) != other.startswith(
        _OF, theirs[1]
    ):
        mine, theirs = with_of(text, mine), with_of(other, theirs)
    return mine, cased(other[slice(*theirs)], text, mine[0])


def with_chance(text: str, span: Span) -> Span:
    """Take the article and the noun into "a 40 percent chance", which "one chance in 40" has within."""
    after = _CHANCE.match(text, span[1])
    before = _ARTICLE.search(text, max(0, span[0] - _WINDOW), span[0]) if after else None
    return (before.start() if before else span[0], after.end() if after else span[1])


def with_of(text: str, span: Span) -> Span:
    """Take in the "of" after a share."""
    return (span[0], span[1] + len(_OF)) if text.startswith(_OF, span[1]) else span


def converted(row: Row, one: Quantity, right: Quantity) -> str | None:
    """Write the reference's quantity in the translation's unit, to as many digits as it has there."""
    if one.unit == "fahrenheit" or right.unit == "fahrenheit":
        return None
    value = in_base(right.value, right.unit) / float(table()["units"][one.unit][1])
    return written(float(f"{value:.2g}"), one, row.translation.text, row.translation.known.language)


def cased(said: str, text: str, start: int) -> str:
    """Begin with a capital where the span does."""
    return said[:1].upper() + said[1:] if text[start : start + 1].isupper() else said
