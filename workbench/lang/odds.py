"""Shares told as odds: one in five, 1-in-40, one chance in 40, two out of three, fifty-fifty, even odds."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from workbench.lang.amounts import numeral
from workbench.lang.spelled_numbers import tables
from workbench.lang.units import table

_NUMBER = r"\d{1,3}(?:,\d{3})+|[1-9]0{3,}|\d{1,3}|[a-z]+(?:-[a-z]+)?"  # a year is not one

_TEN = 10.0


@dataclass(frozen=True, slots=True)
class Odds:
    """A share that ends at `end`; `sure` that it is nothing but one: "three in 10" may count three things."""

    end: int
    share: float
    sure: bool


@cache
def _words(language: str) -> Mapping[str, str]:
    known: Mapping[str, str] = table().get(language, {}).get("odds", {})
    return known


@cache
def _pattern(language: str) -> re.Pattern[str]:
    known = _words(language)
    return re.compile(
        rf"(?P<above>\d{{1,3}}|[a-z]+)(?P<noun>[ -](?:{known['nouns']}))?[ -](?P<of>{known['of']})[ -]"
        rf"(?:(?:{known['fill']})[ -])?(?P<below>{_NUMBER})\b(?![.,]\d|-?\d| (?:{known['scales']}))",
        re.IGNORECASE,
    )


@cache
def _even(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{_words(language)['even']})\b", re.IGNORECASE)


def _even_phrases(language: str) -> list[list[str]]:
    """Give the phrases that say one half, word by word; not what is a number by itself: fifty-fifty."""
    return [phrase.split() for phrase in _words(language).get("even", "").split("|") if " " in phrase]


@cache
def odds_words(language: str) -> frozenset[str]:
    """Give the words that begin odds without a number, or stand behind an article there: an even chance."""
    return frozenset(word for *words, _noun in _even_phrases(language) for word in words)


@cache
def odds_nouns(language: str) -> frozenset[str]:
    """Give the nouns of such odds: a text without one has none of them."""
    return frozenset(noun for *_words, noun in _even_phrases(language))


def odds_at(text: str, start: int, before: str, language: str) -> Odds | None:
    """Read the odds that begin at `start`, after the word `before` (in small letters)."""
    if not _words(language):
        return None
    even = _even(language).match(text, start)
    if even:
        return Odds(even.end(), 0.5, sure=True)
    found = _pattern(language).match(text, start)
    if not found:
        return None
    plain = found["of"].lower() == "in" and not found["noun"] and "-" not in found[0]
    # "One" may stand for a thing: "the first one in 40 countries".
    if plain and before in _words(language)["counted"].split("|"):
        return None
    above, below = _amount(found["above"], language), _amount(found["below"], language)
    # Nine out of 22 counts things: shares are told in tens, or of a few.
    if not 0 < above < below or (above > 1.0 and below > _TEN and below % _TEN):
        return None
    return Odds(found.end(), above / below, not plain or above == 1.0)


def _amount(written: str, language: str) -> float:
    """Read a numeral or number words; 0 of other words."""
    if written[0].isdecimal():
        return numeral(written)
    known = tables().get(language, {})
    values = [known.get(word, 0.0) for word in written.lower().split("-")]
    return sum(values) if all(values) else 0.0
