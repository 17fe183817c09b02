"""What print writes in several ways: dashes, decades, offices with a capital."""

import re
from collections.abc import Iterator
from functools import cache

from workbench.checks.house_use import Use
from workbench.checks.side import Side
from workbench.lang.style import offices
from workbench.lang.vocabulary import DIGIT

_DASH = re.compile(r"(?<=[\w”’)?!.,%])(?: — | – | -- |—|--| - )(?=[\w“‘(])")
_DECADE = re.compile(r"\b(?P<years>(?:1[5-9]|20)\d0)(?P<mark>[’']?)s\b")


def marks(side: Side) -> Iterator[Use]:
    """Yield the places of an English side that print could show otherwise."""
    text, words = side.text, side.vocabulary
    if "—" in text or "–" in text or " - " in text or "--" in text:
        yield from dashes(text)
    if DIGIT in words and any(end in text for end in ("0s", "0’s", "0's")):
        for match in _DECADE.finditer(text):
            ways = {"plain": f"{match['years']}s", "mark": f"{match['years']}’s"}
            way = "mark" if match["mark"] else "plain"
            yield Use(match.span(), "decade", way, ways | {way: match[0]})
    if not words.isdisjoint(offices("en")):
        for match in office_pattern().finditer(text):
            small = match["office"].lower()
            way = "small" if match["office"][0].islower() else "capital"
            yield Use(
                match.span("office"), f"office {small}", way, {"small": small, "capital": small.title()}
            )


def dashes(text: str) -> Iterator[Use]:
    """Yield the dashes between words by their length and spaces."""
    for match in _DASH.finditer(text):
        yield Use(
            match.span(), "dash", match[0], {way: way for way in (" — ", "—", " – ", "--", " -- ", " - ")}
        )


@cache
def office_pattern() -> "re.Pattern[str]":
    """Give what finds an office without a name: the president, not the President of the Republic."""
    names = "|".join(sorted((re.escape(name) for name in offices("en")), key=len, reverse=True))
    either = "|".join(f"{name}|{name.title()}" for name in names.split("|"))
    return re.compile(rf"\b[Tt]he (?P<office>{either})\b(?![-’']?s? of\b|(?:[’']s)? [A-Z]|-)")
