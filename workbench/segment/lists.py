"""Lists: where the items of a list begin that is written within one paragraph."""

import re
from collections.abc import Iterator

from workbench.segment.stops import Stop

# The number of an item or a section, when it is all a sentence has so far: "1. Introduction", "• 2.) Then".
MARKER = re.compile(r"\s*(?:[•◦▪●⁃]\s*)?(?:\d{1,3}|[A-Za-zА-Яа-я가나다라마바사]|[ivxIVX]{1,5})\Z")
LONGEST_MARKER = 10
NUMBERED = re.compile(r"\s*(?P<open>\(?)(?P<number>\d{1,3})(?P<close>\.\)|[.)])\s+\S")
BULLETED = re.compile(r"\s*[•◦▪●⁃]")
BULLET = re.compile(r"\s[•◦▪●⁃]")


def is_marker(text: str, start: int, end: int) -> bool:
    """Tell whether text[start:end], a sentence up to its stop, is nothing but the number of an item."""
    return end - start <= LONGEST_MARKER and MARKER.match(text[start:end]) is not None


def items(paragraph: str) -> Iterator[Stop]:
    """Give the places where the second and later items begin, in a paragraph that begins with the first.

    Bullets are all alike; numbers must count on by one and be written alike: "1) … 2) …".
    """
    if BULLETED.match(paragraph):
        return (_before(match.start() + 1) for match in BULLET.finditer(paragraph))
    first = NUMBERED.match(paragraph)
    return _numbered(paragraph, first) if first else iter(())


def _numbered(paragraph: str, first: re.Match[str]) -> Iterator[Stop]:
    number, at = int(first["number"]), first.end()
    while True:
        number += 1
        marker = f"{first['open']}{number}{first['close']}"
        at = paragraph.find(f" {marker} ", at)
        if at < 0:
            return
        yield _before(at + 1)
        at += len(marker)


def _before(start: int) -> Stop:
    return Stop(start, start, start, forced=True)
