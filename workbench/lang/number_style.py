"""A number written as another one is: in digits or words, scaled, with the language's separators."""

from functools import cache
from typing import NamedTuple

from babel import Locale, UnknownLocaleError
from babel.numbers import format_decimal, get_decimal_symbol, get_group_symbol

from workbench.lang.print import printed
from workbench.lang.quantities import number_words
from workbench.lang.quantity import Kind, Quantity

_SPELLED = 100  # from here on a number is not written in words, however its neighbour is
_GROUPED = 10000  # from here on every style groups digits
_UNGROUPED = 3  # digits that have no separator in any style
_TEENS = range(11, 14)
_SCALES = (1e12, 1e9, 1e6)
_GLUED = 2  # letters of a scale that stands against its digits: 2.5bn


class Marks(NamedTuple):
    """What parts the digits of a number."""

    decimal: str
    group: str


@cache
def marks(language: str) -> Marks | None:
    """Give the marks of a language tag; None where its countries write otherwise, or if it is not known."""
    first = language.split("-", maxsplit=1)[0]
    if printed(first).free:
        return None
    try:
        known = [Locale.parse(tag.replace("-", "_")) for tag in (first, language)]
    except (UnknownLocaleError, ValueError):
        return None
    found = {Marks(get_decimal_symbol(locale), get_group_symbol(locale)) for locale in known}
    return found.pop() if len(found) == 1 else None


def written(value: float, like: Quantity, text: str, language: str) -> str:
    """Write a value as `like` is written in `text`, in a language (its first subtag)."""
    model = text[like.start : like.end]
    whole = value == int(value)
    if like.kind is Kind.ORDINAL and whole and language == "en":
        return ordinal(int(value), spelled=like.spelled)
    if like.spelled and whole and 0 < value < _SPELLED and in_words(int(value), language):
        words = in_words(int(value), language)
        return words.capitalize() if model[:1].isupper() else words
    if like.scale and language == "en":
        return scaled(value, like.scale)
    return digits(
        value, language, grouped=value >= _GROUPED or not model.isdecimal() or len(model) <= _UNGROUPED
    )


def scaled(value: float, scale: str) -> str:
    """Write "2.5 million", glued where the model is ("2.5bn"), in the scale that suits the value."""
    factor = next((factor for factor in _SCALES if value >= factor), 1.0)
    if factor == 1.0:
        return digits(value, "en", grouped=True)
    name = {1e6: "million", 1e9: "billion", 1e12: "trillion"}[factor]
    glue = {1e6: "m", 1e9: "bn", 1e12: "tn"}[factor] if len(scale) <= _GLUED else f" {name}"
    return f"{value / factor:.12g}{glue}"


def digits(value: float, language: str, *, grouped: bool) -> str:
    """Write digits with the language's separators."""
    try:
        return str(
            format_decimal(round(value, 6), format="#,##0.######" if grouped else "0.######", locale=language)
        )
    except (UnknownLocaleError, ValueError):
        return f"{value:.12g}"


def ordinal(value: int, *, spelled: bool) -> str:
    """Write an English ordinal."""
    words = {int(number): word for word, number in number_words("en").ordinals.items()}
    if spelled and value in words:
        return words[value]
    ending = "th" if value % 100 in _TEENS else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"


@cache
def in_words(value: int, language: str) -> str:
    """Write a number below a hundred in words; "" where the language's data do not tell."""
    words: dict[int, str] = {}
    for word, number in number_words(language).spelled.items():
        words.setdefault(int(number), word)
    if value in words:
        return words[value]
    tens, ones = value - value % 10, value % 10
    return f"{words[tens]}-{words[ones]}" if language == "en" and tens in words else ""
