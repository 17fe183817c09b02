"""Quantities in Korean, Chinese and Japanese: 1조2000억, 수십만, 二十万, 三分之二, 두 명."""

import re
from collections.abc import Iterator
from functools import cache

from workbench.lang.amounts import numeral
from workbench.lang.quantity import Kind, Quantity
from workbench.lang.signs import negative
from workbench.lang.spelled_numbers import number_letters
from workbench.lang.units import after, before, table, unit_of

_MYRIAD, _TEN = 10000.0, 10.0
_HANGUL = "십백천만억조"
_HAN = "〇零一二三四五六七八九十百千万萬亿億兆两兩"
_DIGITS = r"\d+(?:,\d{3})*(?:\.\d+)?"
# Digits with letters that multiply, in runs ("1조 2000억", "3만5천"), with 여 (odd) inside; Han letters too.
_KOREAN = re.compile(rf"{_DIGITS}(?:여\s?)?(?:[{_HANGUL}]+(?:\s?여)?(?:\s?{_DIGITS}(?=[{_HANGUL}])|\d+)?)*")
_CHINESE = re.compile(rf"(?:{_DIGITS}|[{_HAN}])(?:[{_HAN}]|[多余餘](?=[万萬亿億兆千百])|\d+(?:\.\d+)?)*")
_STEP = re.compile(rf"{_DIGITS}|[{_HANGUL}{_HAN}]")
_VAGUE = re.compile(rf"(?:(?<![가-힣])수|몇\s?|数|數|几|幾)([{_HANGUL}十百千万萬亿億]+)")
_PARTS = re.compile(rf"({_DIGITS}|[{_HAN}]+|百)\s?(?:분의|分之|分の)\s?({_DIGITS}|[{_HAN}]+)")
_AMONG = re.compile(
    r"(?P<below>\d+|[가-힣]{1,2})\s?(?P<counter>[명개곳대건번])\s?(?:중|가운데)\s?(?P<above>\d+|[가-힣])\s?(?P=counter)"
)
_HALF = re.compile(r"절반|一半|半数|半數|半分|过半|過半|과반")
_AND_HALF = re.compile(r"\s?반(?=[\s이의에은가을으,.만]|$)")
_TENTHS = re.compile(rf"({_DIGITS}|[{_HAN}])(?:成|割|할)")
_ORDINAL = re.compile(rf"(?:제|第)\s?(\d+|[{_HAN}]+)|(\d+)(?=차\s|번째|위(?:\s|$))")
_WINDOW = 8
# Before a number: what its unit of length is in. 시속 100km is 100 km/h.
_RATE = re.compile(
    r"(?:(?P<hour>시속|时速|時速|每小时|每小時)|(?P<second>초속|秒速|每秒))\s?(?:약|约|約)?\s?\Z"
)
_SPEEDS = {
    ("hour", "kilometre"): "kmh", ("hour", "mile"): "mph", ("second", "metre"): "metre a second",
    ("second", "kilometre"): "kilometre a second",
}  # fmt: skip


def read_letters(text: str, language: str) -> Iterator[Quantity]:
    """Yield the quantities of a text in their order of kind: broken, vague, counted, then plain ones."""
    taken: list[tuple[int, int]] = []
    readers = (parts, vague, ordinals, native, plain)
    for reader in readers:
        for quantity in reader(text, language):
            if not any(a < quantity.end and quantity.start < b for a, b in taken):
                taken.append((quantity.start, quantity.end))
                yield quantity


def parts(text: str, language: str) -> Iterator[Quantity]:
    """Yield parts of a whole: 3분의 2, 三分之二, 百分之五十, 七成, 절반, 다섯 명 중 한 명."""
    for match in _PARTS.finditer(text):
        below, above = value_of(match[1]), value_of(match[2])
        span = match.span()
        if below == 100:  # noqa: PLR2004 -- hundredths are percent
            yield Quantity(*span, (above,), unit="percent", outer=span, scale="百分之")
        elif below:
            yield Quantity(*span, (above / below,), Kind.PART, outer=span)
    for match in _TENTHS.finditer(text):
        yield Quantity(
            *match.span(), (value_of(match[1]) * _TEN,), unit="percent", outer=match.span(), sure=False
        )
    for match in _AMONG.finditer(text) if language == "ko" else ():
        above, below = (
            float(match[n]) if match[n].isdecimal() else counts().get(match[n], 0.0)
            for n in ("above", "below")
        )
        if 0 < above < below:
            yield Quantity(
                *match.span("above"),
                (above / below,),
                Kind.PART,
                outer=match.span(),
                spelled=True,
                sure=False,
            )
    for match in _HALF.finditer(text):
        yield Quantity(*match.span(), (0.5,), Kind.PART, outer=match.span(), sure=False)


def vague(text: str, language: str) -> Iterator[Quantity]:
    """Yield vague numbers: 수십만 is hundreds of thousands."""
    for match in _VAGUE.finditer(text):
        low = value_of(match[1])
        unit, outer = unit_at(text, match.start(), match.end(), language)
        yield Quantity(*match.span(), (low, low * _TEN * 2), Kind.VAGUE, unit, outer, match[1])


def ordinals(text: str, language: str) -> Iterator[Quantity]:
    """Yield ordinals: 제2차, 第三."""
    del language
    for match in _ORDINAL.finditer(text):
        yield Quantity(
            *match.span(), (value_of(match[1] or match[2]),), Kind.ORDINAL, outer=match.span(), sure=False
        )


def native(text: str, language: str) -> Iterator[Quantity]:
    """Yield Korean numbers before counters, and days: 두 명, 스물네 시간, 닷새."""
    found = counted() if language == "ko" else None
    if found is None:
        return
    for match in found.finditer(text):
        unit, outer = unit_at(text, match.start(1), match.end(1), language)
        value = counts()[match[1]] + (half_after(text, outer[1], language) if unit else 0.0)
        yield Quantity(*match.span(1), (value,), unit=unit, outer=outer, spelled=True, sure=value > 1)
    for match in days().finditer(text):
        value = day_counts()[match[1]] + half_after(text, match.end(), language)
        yield Quantity(
            *match.span(1), (value,), unit="day", outer=match.span(1), spelled=True, sure=value > 1
        )


@cache
def counts() -> dict[str, float]:
    """Give the value of each native number: 세, 스물세."""
    rows = table()["ko"]["native"]
    single = {word: float(value) for value, row in rows.items() for word in row.split()}
    tens = {word: value for word, value in single.items() if value % _TEN == 0 and word != "스무"}
    ones = {word: value for word, value in single.items() if value < _TEN}
    return single | {a + b: tens[a] + ones[b] for a in tens for b in ones}


@cache
def day_counts() -> dict[str, float]:
    """Give the value of each word that counts days."""
    return {row: float(value) for value, row in table()["ko"]["days"].items()}


@cache
def days() -> re.Pattern[str]:
    """Give what finds words that count days; 닷새째 and 열흘날 are ordinals."""
    return re.compile(rf"(?<![가-힣])({'|'.join(day_counts())})(?!째|날)")


@cache
def counted() -> re.Pattern[str]:
    """Give what finds native numbers before their counters."""
    numbers = "|".join(sorted(counts(), key=len, reverse=True))
    counters = "|".join(sorted(table()["ko"]["counters"]["words"].split(), key=len, reverse=True))
    return re.compile(rf"(?<![가-힣])({numbers})\s?(?:{counters})")


def plain(text: str, language: str) -> Iterator[Quantity]:
    """Yield digits and letters with what multiplies them."""
    for match in (_KOREAN if language == "ko" else _CHINESE).finditer(text):
        written = match[0]
        if text.startswith(("百分", "零下"), match.end() - 1):
            continue
        unit, outer = unit_at(text, match.start(), match.end(), language)
        letters = [letter for letter in written if number_letters().get(letter, 0.0) >= _MYRIAD]
        sure = written[0].isdecimal() or (len(written) > 1 and bool(unit))
        is_code = re.search(r"[A-Za-z][-‑]?\Z", text[: match.start()][-2:]) is not None
        half = half_after(text, outer[1], language) if unit and not letters else 0.0
        value, below = value_of(written) + half, negative(text, outer, match.start(), unit, language)
        value, outer = (-value, below) if below else (value, outer)
        yield Quantity(
            *match.span(), (value,), Kind.CODE if is_code else Kind.CARDINAL, unit, outer,
            letters[-1] if letters else "", spelled=not written[0].isdecimal(), sure=sure and not is_code,
        )  # fmt: skip


def half_after(text: str, end: int, language: str) -> float:
    """Give the half that stands after a unit: 사흘 반, 3년 반."""
    return 0.5 if language == "ko" and _AND_HALF.match(text, end) else 0.0


def value_of(written: str) -> float:
    """Read digits and letters: each letter multiplies what stands before it, a myriad all before it."""
    total, section, digit = 0.0, 0.0, 0.0
    for step in _STEP.findall(written):
        value = (
            numeral(step) if step[0].isdecimal() and step not in number_letters() else number_letters()[step]
        )
        if step[0] in "0123456789":
            digit = value
        elif value < _TEN:
            digit = digit * _TEN + value
        elif value >= _MYRIAD:
            total, section, digit = (total + max(1.0, section + digit) * value, 0.0, 0.0)
        else:
            section, digit = section + max(1.0, digit) * value, 0.0
    return total + section + digit


def unit_at(text: str, start: int, end: int, language: str) -> tuple[str, tuple[int, int]]:
    """Give the unit before or after a number and the span with it; 명 and the like are none."""
    sign = before().search(text, max(0, start - _WINDOW), start)
    if sign:
        return unit_of(sign[0].strip(), language), (sign.start(), end)
    match = re.compile(r"\s?여\s?").match(text, end)
    found = after(language).match(text, match.end() if match else end)
    if found:
        unit = unit_of(found[1], language)
        rate = _RATE.search(text, max(0, start - _WINDOW), start)
        return _SPEEDS.get((str(rate and rate.lastgroup), unit), unit), (start, found.end())
    return "", (start, end)
