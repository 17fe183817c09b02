"""In which ways a form may be read aloud: Han characters have Chinese, Korean and Japanese readings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import islice, product

from workbench.names.sounds.letters import folded
from workbench.names.sounds.units import ROMANISED

# Revised Romanisation of Korean (2000), syllable by syllable.
_ONSET = "kk|tt|pp|ss|jj|ch|[gndrmbsjktphl]"
_VOWEL = "yeo|yae|wae|eo|eu|ae|oe|ui|ya|ye|yo|yu|wa|wo|we|wi|[aeiou]"
_ROMANISED = re.compile(rf"(?:(?:{_ONSET})?(?:{_VOWEL})(?:ng|[gnklmbptds])?|_)+")
_TITLED, _LEAST = 1.0, 2  # what it costs to take the end of a form for a title; what must remain
_KOREAN = 1.0  # what a Korean reading costs a name in Han characters, which is Chinese first
_MOST = 12  # Japanese readings of one form that are tried
# In the South a family name or word does not begin with ㄹ, nor with ㄴ before i or y: 李 is 이, not 리.
_FIRST = str.maketrans(
    "라래로뢰루르락란람랑량려력련렬렴렵령례료룡류륙륜률륭륵름릉리린림립녀년념녕뉴니",
    "나내노뇌누느낙난남낭양여역연열염엽영예요용유육윤율융늑늠능이인임입여연염영유이",
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A form to spell out by a table, and what this way to read it costs against the first (logarithm)."""

    table: str
    form: str
    cost: float = 0.0


def readings_of(form: str, language: str | None) -> Iterator[Reading]:
    """Yield the ways to read a form, the likeliest first."""
    if language == "la":
        if _ROMANISED.fullmatch(folded(form)):
            yield Reading(ROMANISED, form)
        yield from (Reading("la", form), Reading("lh", form))
    elif language == "han":
        yield Reading("zh", form)
        yield from (Reading("ko", reading, _KOREAN) for reading in korean(form))
    elif language == "ko" and is_han(form):
        yield from (Reading("ko", reading) for reading in korean(form))
    elif language == "ja" and is_han(form):
        yield from (Reading("ja", reading) for reading in japanese(form))
    elif language:
        yield Reading(language, form)
        yield from (Reading(language, bare, _TITLED) for bare in untitled(form, language))


def untitled(form: str, language: str) -> Iterator[str]:
    """Yield a form without the title it ends with, if a name remains."""
    title = next((title for title in titles(language) if form.endswith(title)), "")
    bare = form.removesuffix(title).rstrip()
    if title and len(bare) >= _LEAST:
        yield bare


@cache
def titles(language: str) -> tuple[str, ...]:
    """Read the titles of a language that follow a name, the longest first."""
    file = files("workbench.names.sounds").joinpath(f"data/titles.{language}.txt")
    lines = file.read_text("utf-8").split("\n") if file.is_file() else []
    return tuple(sorted((line for line in lines if line and not line.startswith("#")), key=len, reverse=True))


def is_han(form: str) -> bool:
    """Tell whether a form is in Han characters alone."""
    return bool(form.strip()) and all("\u4e00" <= letter <= "\u9fff" or letter.isspace() for letter in form)


def korean(form: str) -> Iterator[str]:
    """Yield the Korean reading of Han characters, in the South and, where it differs, in the North."""
    ways = [read("hanja").get(letter, ("",)) for letter in form if not letter.isspace()]
    if ways and all(way[0] for way in ways):
        plain = "".join(way[-1] if place == 0 else way[0] for place, way in enumerate(ways))
        yield from dict.fromkeys((plain[:1].translate(_FIRST) + plain[1:], plain))


def japanese(form: str) -> Iterator[str]:
    """Yield Japanese readings of Han characters in kana."""
    ways = [read("kanji").get(letter, (letter,)) for letter in form if not letter.isspace()]
    yield from ("".join(way) for way in islice(product(*ways), _MOST))


@cache
def read(name: str) -> dict[str, tuple[str, ...]]:
    """Read a table of readings: the readings of each character in the order of the file."""
    lines = files("workbench.names.sounds").joinpath(f"data/{name}.tsv").read_text("utf-8").split("\n")
    found: dict[str, tuple[str, ...]] = {}
    for reading, characters in (line.split("\t") for line in lines if line and not line.startswith("#")):
        for character in characters:
            found[character] = (*found.get(character, ()), reading)
    return found
