"""Amounts that can be written in several ways: thousands, percentages, ages, money, measures."""

import re
from collections.abc import Iterator

from workbench.checks.house_use import Use
from workbench.checks.side import Side
from workbench.lang.name_words import name_words
from workbench.lang.quantities import quantities
from workbench.lang.quantity import Kind
from workbench.lang.style import currencies, measures, words_of_measures

PERCENT, AGE = "percent sign", "age"
_YEARS = range(1500, 2101)
_DIGITS = re.compile(r"\d(?:\d{3}(?!\d)|,\d{3}(?!,?\d))")
_PERCENT = re.compile(r"(?<![\w.,$€£-])(\d+(?:[.,]\d+)*)(?:%| percent\b(?! of a| point|age))")
_AGED = re.compile(r"[(,] ?(?P<age>[1-9]\d)(?:(?P<close>\))(?P<stop>[,.;:]?)|, (?!\d))")
# A person's names; those after "the" are of a party or a ship, whose seats or crew may stand in brackets.
_NAMED = re.compile(r"(?<![Tt]he )\b(?!The )[A-Z][\w’'-]*\s(?:[A-Z][\w’'.-]*\s)*[A-Z][\w’'-]*\Z")
_NAME_WINDOW = 40


def amounts(side: Side) -> Iterator[Use]:
    """Yield the English amounts of a side that could be written otherwise."""
    yield from grouped(side)
    yield from percents(side)
    yield from ages(side)
    yield from money(side)
    yield from measured(side)


def grouped(side: Side) -> Iterator[Use]:
    """Yield numbers of four digits, with and without a separator; not years."""
    if all(digits.isdecimal() and int(digits) in _YEARS for digits in _DIGITS.findall(side.text)):
        return
    for one in quantities(side.text, "en"):
        written = side.text[one.start : one.end]
        if one.kind is Kind.CARDINAL and _DIGITS.fullmatch(written) and one.value not in _YEARS:
            bare = written.replace(",", "")
            ways = {"grouped": f"{bare[0]},{bare[1:]}", "bare": bare}
            yield Use((one.start, one.end), "thousands", "grouped" if "," in written else "bare", ways)


def percents(side: Side) -> Iterator[Use]:
    """Yield percentages in digits, with the sign and the word."""
    if "%" not in side.text and "percent" not in side.text:
        return
    for match in _PERCENT.finditer(side.text):
        ways = {"sign": f"{match[1]}%", "word": f"{match[1]} percent"}
        yield Use(match.span(), PERCENT, "sign" if match[0].endswith("%") else "word", ways)


def ages(side: Side) -> Iterator[Use]:
    """Yield ages after a person's name, in brackets and between commas."""
    institutions = name_words("en").institutions
    for match in _AGED.finditer(side.text):
        brackets = match[0][0] == "("
        start = match.start() - brackets
        before = side.text[max(0, start - _NAME_WINDOW) : start]
        if brackets != bool(match["close"]) or not (named := _NAMED.search(before)):
            continue
        if named[0].split()[-1].lower() not in institutions:
            age, stop = match["age"], match["stop"] if brackets else " "
            ways = {"brackets": f" ({age}){stop}", "commas": f", {age}{stop or ','}"}
            span = (start, match.end())
            way = "brackets" if brackets else "commas"
            yield Use(span, AGE, way, ways | {way: side.text[slice(*span)]})


def money(side: Side) -> Iterator[Use]:
    """Yield sums of money in digits, with the sign before them and the currency's word behind."""
    words = side.vocabulary
    for one in currencies("en"):
        if one.sign in side.text or one.word in words:
            for match in one.pattern.finditer(side.text):
                amount, way = match["amount"] or match["before"], "sign" if match["amount"] else "word"
                ways = {"sign": one.sign + amount, "word": f"{amount} {one.word}"}
                yield Use(match.span(), f"money {one.word}", way, ways | {way: match[0]})


def measured(side: Side) -> Iterator[Use]:
    """Yield measures in digits, with the short form of the unit and the long one."""
    words = side.vocabulary
    for unit in measures("en") if not words.isdisjoint(words_of_measures("en")) else ():
        if unit.words.isdisjoint(words):
            continue
        for match in unit.pattern.finditer(side.text):
            long = unit.one if match["amount"] == "1" else unit.many
            ways = {"short": f"{match['amount']} {unit.short}", "long": f"{match['amount']} {long}"}
            way = "short" if match["short"] else "long"
            yield Use(
                match.span(), "degrees" if unit.short[0] == "°" else "units", way, ways | {way: match[0]}
            )
