"""A quantity where it stands in a text, and whether two of them say the same."""

from dataclasses import dataclass
from enum import StrEnum
from math import floor, isclose, log10

from workbench.lang.units import converts, dimensions, meanings

_HUNDRED = 100.0


class Kind(StrEnum):
    """How a number is used."""

    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    PART = "part"  # a half, two-thirds
    VAGUE = "vague"  # dozens, tens of thousands: `values` are the least and the most
    CODE = "code"  # F-16, COVID-19


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in [start, end) of a text; `values` are the ways to read it, the likeliest first.

    `unit` is one of `quantities.toml`, or ""; `outer` is the span with sign, scale and unit. `scale` is the
    word or letter that multiplies ("million", "만"), `spelled` says that it is in words, `sure` that it is
    nothing but a number, `nearly` that the text calls it a round one ("about").
    """

    start: int
    end: int
    values: tuple[float, ...]
    kind: Kind = Kind.CARDINAL
    unit: str = ""
    outer: tuple[int, int] = (0, 0)
    scale: str = ""
    spelled: bool = False
    sure: bool = True
    nearly: bool = False

    @property
    def value(self) -> float:
        """Give the likeliest reading."""
        return self.values[0]


def same(one: Quantity, other: Quantity) -> bool:
    """Tell whether two quantities say the same: by value, rounded, vague, as a share, or in other units."""
    if Kind.VAGUE in {one.kind, other.kind}:
        return overlapping(one, other)
    if any(isclose(a, b, rel_tol=1e-9) for a in shares(one) for b in shares(other)):
        return not clashing(one, other)
    if any(converts(a, one.unit, b, other.unit) for a in one.values for b in other.values):
        return True
    return not clashing(one, other) and (rounded(one, other) or rounded(other, one))


def opposed(one: Quantity, other: Quantity) -> bool:
    """Tell whether one quantity is below zero and the other is not."""
    return (one.value < 0) != (other.value < 0)


def exactly(one: Quantity, other: Quantity) -> bool:
    """Tell whether two quantities are of one value and unit."""
    return one.unit == other.unit and one.kind is other.kind and isclose(one.value, other.value, rel_tol=1e-9)


def shares(quantity: Quantity) -> tuple[float, ...]:
    """Give the readings; those of a percentage as parts of one too, and the reverse."""
    if quantity.unit == "percent":
        return (*quantity.values, *(value / _HUNDRED for value in quantity.values))
    if quantity.kind is Kind.PART:
        return (*quantity.values, *(round(value * _HUNDRED) for value in quantity.values))
    return quantity.values


def clashing(one: Quantity, other: Quantity) -> bool:
    """Tell whether both name units, and not the same one; bare degrees may be of any scale."""
    return bool(one.unit and other.unit) and meanings(one.unit).isdisjoint(meanings(other.unit))


def overlapping(one: Quantity, other: Quantity) -> bool:
    """Tell whether a vague number may be what the other is."""
    low, high = (min(one.values), max(one.values)), (min(other.values), max(other.values))
    if one.kind is other.kind:
        return isclose(low[0], high[0], rel_tol=0.5)
    return low[0] <= high[1] and high[0] <= low[1]


def rounded(round_one: Quantity, exact: Quantity) -> bool:
    """Tell whether the first is the second to fewer digits, and shows it: "about 3,000", "1.2 million".

    Of two that are both "about" something or both scaled neither is the other rounded.
    """
    shows = (round_one.nearly and not exact.nearly) or (round_one.scale and not exact.scale)
    if not shows or not round_one.value:
        return False
    value, other = round_one.value, exact.value
    digits = significant(value)
    step = 10.0 ** (floor(log10(abs(value))) + 1 - digits)
    return digits < significant(other) and -step / 2 <= other - value < step


def significant(value: float) -> int:
    """Count the digits of a number without the zeros at its end."""
    return len(f"{value:.12g}".replace(".", "").strip("0").split("e")[0]) or 1


def comparable(one: Quantity, other: Quantity) -> bool:
    """Tell whether two quantities may stand for each other, one of them wrongly."""
    return not one.unit or not other.unit or not dimensions(one.unit).isdisjoint(dimensions(other.unit))
