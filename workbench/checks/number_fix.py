"""What to write in place of a number: the reference's, as the translation writes numbers."""

from workbench.checks.article import Row
from workbench.checks.hit import Span
from workbench.lang.number_style import written
from workbench.lang.quantity import Kind, Quantity, clashing
from workbench.lang.units import dimension, in_base, table

_OF = " of"


def replacement(row: Row, one: Quantity, right: Quantity) -> tuple[Span, str | None]:
    """Give the span to replace and what to write there."""
    text, other = row.translation.text, row.reference.text
    said = other[right.start : right.end]
    kinds = {one.kind, right.kind}
    if clashing(one, right) or (len(kinds) > 1 and Kind.VAGUE not in kinds):
        if one.value != right.value and one.unit and dimension(one.unit) == dimension(right.unit) != "time":
            return (one.start, one.end), converted(row, one, right)
        return one.outer, cased(other[slice(*right.outer)], text, one.start)
    if one.kind is Kind.VAGUE and right.kind is not Kind.VAGUE and text.startswith(_OF, one.end):
        return (one.start, one.end + len(_OF)), cased(said, text, one.start)
    if right.kind is Kind.VAGUE and one.kind is not Kind.VAGUE and other.startswith(_OF, right.end):
        return (one.start, one.end), cased(said + _OF, text, one.start)
    if kinds == {Kind.CARDINAL} and one.scale and not (one.spelled or right.spelled or right.scale):
        said = written(right.value, one, text, row.translation.known.language)
    return (one.start, one.end), cased(said, text, one.start)


def converted(row: Row, one: Quantity, right: Quantity) -> str | None:
    """Write the reference's quantity in the translation's unit, to as many digits as it has there."""
    if one.unit == "fahrenheit" or right.unit == "fahrenheit":
        return None
    value = in_base(right.value, right.unit) / float(table()["units"][one.unit][1])
    return written(float(f"{value:.2g}"), one, row.translation.text, row.translation.known.language)


def cased(said: str, text: str, start: int) -> str:
    """Begin with a capital where the span does."""
    return said[:1].upper() + said[1:] if text[start : start + 1].isupper() else said
