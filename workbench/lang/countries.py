"""Countries, their peoples, capitals and governments, and points of the compass in a text, with their places.

From `countries.toml`, written by hand, and for languages other than English from CLDR by way of Babel.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from babel import Locale, UnknownLocaleError

from workbench.lang.vocabulary import vocabulary

_TEXTS = 8192
_CODE = 2  # letters of a country's code; CLDR's regions have three figures
# A capital begins either way, so that the search need not try both at every place: "U.S.", "America".
_CAPITAL = re.compile(r"[^\W\d_a-zà-ÿ](?:\.(?:[^\W\d_a-zà-ÿ]\.)+|[^\W\d_]*)")
_LETTERS = re.compile(r"[^\W\d_]+")
_POINT = re.compile(
    r"\b(?P<point>(?:north|south)(?:-?(?:east|west))?|east|west)(?P<ending>ern|wards?|erly|bound|ernmost)?\b"
)
_POINTS = {"north": "N", "south": "S", "east": "E", "west": "W"}
_POSSESSIVE = re.compile(r"[’'](?:s\b)?(?!\w)")


class Form(StrEnum):
    """As what a country is named."""

    NAME = "name"
    ADJECTIVE = "adjective"
    PERSON = "person"
    PEOPLE = "people"
    CAPITAL = "capital"
    SEAT = "seat"
    COMPASS = "compass"  # the North
    POINT = "point"  # no country: northern


@dataclass(frozen=True, slots=True)
class Country:
    """A mention in [start, end), without a possessive ending; `codes` are the countries it may stand for.

    Of a point of the compass the code is the point ("N", "SW").
    """

    start: int
    end: int
    codes: frozenset[str]
    form: Form

    @property
    def code(self) -> str:
        """Give the country, any of them where it may be several."""
        return min(self.codes)


Entry = tuple[frozenset[str], Form]


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files("workbench.lang").joinpath("countries.toml").read_text(encoding="utf-8"))


@cache
def wording(code: str) -> Mapping[Form, str]:
    """Give how English names a country: by form; empty if unknown."""
    row = _table()["en"]["countries"].get(code)
    if row is None:
        return {}
    forms = (Form.NAME, Form.ADJECTIVE, Form.PERSON, Form.PEOPLE, Form.CAPITAL)
    return {form: word for form, word in zip(forms, row.split("|"), strict=True) if word}


@cache
def homely(language: str) -> frozenset[str]:
    """Give the adjectives that may stand for any country's: national, local, foreign."""
    return frozenset(_table().get(language, {}).get("homely", {}).get("adjectives", "").split())


def has_article(code: str) -> bool:
    """Tell whether a country's English name takes "the"."""
    return wording(code).get(Form.NAME, "").startswith("the ")


def _listed(rows: Mapping[str, str], form: Form) -> Iterator[tuple[str, Entry]]:
    for codes, words in rows.items():
        for word in words.split("|"):
            yield word, (frozenset(codes.split(" ")), form)


@cache
def _english() -> Mapping[str, Sequence[tuple[str, Entry | None]]]:
    """Give the forms by their first word, the longest first; None for what only looks like a country."""
    known = _table()["en"]
    found: dict[str, Entry | None] = {}
    for code in known["countries"]:
        words = wording(code)
        for form in (Form.CAPITAL, Form.PEOPLE, Form.PERSON, Form.ADJECTIVE, Form.NAME):
            if form in words:
                found[words[form].removeprefix("the ")] = (frozenset({code}), form)
    for section, form in (("names", Form.NAME), ("adjectives", Form.ADJECTIVE), ("seats", Form.SEAT)):
        found |= dict(_listed(known[section], form))
    found |= dict.fromkeys(known["not"]["names"].split("|"))
    return _by_first_word(found)


def _by_first_word(found: Mapping[str, Entry | None]) -> Mapping[str, Sequence[tuple[str, Entry | None]]]:
    rows: dict[str, list[tuple[str, Entry | None]]] = {}
    for word, entry in sorted(found.items(), key=lambda row: -len(row[0])):
        first = _CAPITAL.match(word)
        if first:
            rows.setdefault(first[0], []).append((word, entry))
    return rows


@cache
def _beginnings() -> frozenset[str]:
    """Give the words of which every text has one that names a country, as `lang.vocabulary` reads them."""
    firsts = (_LETTERS.match(first) for first in _english())
    return frozenset({first[0].lower() for first in firsts if first} | {"north", "south"})


@cache
def _other(language: str) -> Mapping[str, Sequence[tuple[str, Sequence[Entry] | None]]]:
    """Give the forms of another language by their first letter, the longest first."""
    known = _table().get(language, {})
    found: dict[str, list[Entry] | None] = {}
    for name, code in _cldr(language):
        found[name] = [(frozenset({code}), Form.NAME)]
    for section, form in (("names", Form.NAME), ("capitals", Form.CAPITAL), ("directions", Form.POINT)):
        for word, entry in _listed(known.get(section, {}), form):
            entries = found.setdefault(word, []) or []
            if entry[0] not in [codes for codes, _form in entries]:
                found[word] = [*entries, entry]
    for word in filter(None, known.get("not", {}).get("names", "").split("|")):
        found[word] = None
    rows: dict[str, list[tuple[str, Sequence[Entry] | None]]] = {}
    for word, entries_ in sorted(found.items(), key=lambda row: -len(row[0])):
        rows.setdefault(word[0], []).append((word, entries_))
    return rows


def _cldr(language: str) -> Iterator[tuple[str, str]]:
    try:
        territories = Locale.parse(language).territories
    except (UnknownLocaleError, ValueError):
        return
    for code, name in territories.items():
        if len(code) == _CODE and code in _table()["en"]["countries"]:
            yield re.split(r"\s?[(（]", name)[0].replace("ʼ", "’"), code


@lru_cache(maxsize=_TEXTS)
def countries(text: str, language: str, *, compass: bool = False) -> tuple[Country, ...]:
    """Read the countries and points of the compass of a text in a language (its first subtag).

    `compass`: "the North" and "the South" are the Koreas there.
    """
    if language != "en":
        return tuple(_read_other(text, language))
    named = not _beginnings().isdisjoint(vocabulary(text))
    found = list(_read_english(text, compass=compass)) if named else []
    if not any(stem in text for stem in _POINTS):
        return tuple(found)
    taken = [(one.start, one.end) for one in found]
    points = [one for one in _read_points(text) if not any(a < one.end and one.start < b for a, b in taken)]
    return tuple(sorted(found + points, key=lambda one: one.start))


def _read_english(text: str, *, compass: bool) -> Iterator[Country]:
    forms, done = _english(), 0
    for match in _CAPITAL.finditer(text):
        start = match.start()
        if start < done:
            continue
        entry, end = _at(text, start, forms.get(match[0], ()))
        if end:
            done = end
            if entry is not None:
                yield Country(start, end, *entry)
        elif compass and match[0] in {"North", "South"} and _is_compass(text, start, match.end()):
            codes = {word: code for code, word in _table()["en"]["compass"].items()}
            yield Country(start, match.end(), frozenset({codes[match[0]]}), Form.COMPASS)


def _at(text: str, start: int, forms: Sequence[tuple[str, Entry | None]]) -> tuple[Entry | None, int]:
    for word, entry in forms:
        end = start + len(word)
        if (
            text.startswith(word, start)
            and not text[end : end + 1].isalnum()
            and not text[start - 1 : start].isalnum()
        ):
            return entry, end
    return None, 0


def _is_compass(text: str, start: int, end: int) -> bool:
    after = text[end:].lstrip("’'s")
    return text[max(0, start - 4) : start].lower() == "the " and not after[:2].strip()[:1].isupper()


def _read_points(text: str) -> Iterator[Country]:
    for match in _POINT.finditer(text):
        yield Country(*match.span(), frozenset({point_of(match["point"])}), Form.POINT)


def point_of(word: str) -> str:
    """Give the point of the compass of a stem: "southwest" is SW."""
    return "".join(letter for stem, letter in _POINTS.items() if stem in word)


def point_like(word: str, point: str) -> str:
    """Write a point of the compass in the form of another word of it: "westward" and E make "eastward"."""
    match = _POINT.fullmatch(word.lower())
    stems = {letter: stem for stem, letter in _POINTS.items()}
    ending = (match["ending"] or "") if match else ""
    made = "".join(stems[letter] for letter in point) + ending
    return made.capitalize() if word[:1].isupper() else made


def possessive(text: str, end: int) -> int:
    """Give where the possessive ending after a mention ends; where it begins if there is none."""
    found = _POSSESSIVE.match(text, end)
    return found.end() if found else end


def _read_other(text: str, language: str) -> Iterator[Country]:
    rows, at = _other(language), 0
    spaced = language not in {"zh", "ja"}
    while at < len(text):
        for word, entries in rows.get(text[at], ()):
            if text.startswith(word, at) and not (spaced and text[at - 1 : at].isalpha() and at):
                end = at + len(word)
                yield from (Country(at, end, *entry) for entry in entries or ())
                at = end - 1
                break
        at += 1
