"""What tells a woman from a man: pronouns and titles by language, given names, endings of names."""

import tomllib
import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any


class Gender(StrEnum):
    """Whom a pronoun stands for."""

    SHE = "she"
    HE = "he"

    @property
    def other(self) -> "Gender":
        """Give the other one."""
        return Gender.HE if self is Gender.SHE else Gender.SHE


@cache
def _table() -> Mapping[str, Mapping[str, Any]]:
    text = files("workbench.lang").joinpath("genders.toml").read_text(encoding="utf-8")
    return {
        section: {kind: frozenset(words.split()) for kind, words in rows.items()}
        for section, rows in tomllib.loads(text).items()
    }


@cache
def gendered_words(language: str) -> Mapping[str, Gender]:
    """Give the pronouns (in English), or the telling words (of a source), of a language's first subtag."""
    rows = _table().get(language, {})
    return {word: gender for gender in Gender for word in rows.get(gender.value, ())}


@cache
def gendered_nouns(language: str) -> Mapping[str, Gender]:
    """Give the titles and nouns that say a person's gender: spokeswoman, Mr, wife."""
    rows = _table().get(language, {})
    return {
        word: gender
        for gender, kind in ((Gender.SHE, "women"), (Gender.HE, "men"))
        for word in rows.get(kind, ())
    }


@lru_cache(maxsize=1 << 14)
def gender_of_name(given: str, family: str) -> Gender | None:
    """Tell the gender of a given name and a family name where one of them is sure; None where not."""
    names = _table()["names"]
    plain = plainly(given)
    if plain in names["women"]:
        return Gender.SHE
    if plain in names["men"]:
        return Gender.HE
    if plain not in names["not_women"] and plain.endswith(tuple(names["women_end"])):
        return Gender.SHE
    return Gender.SHE if plainly(family).endswith(tuple(names["women_family"])) else None


def plainly(name: str) -> str:
    """Give a name in small letters without marks on them."""
    letters = unicodedata.normalize("NFD", name.lower()).replace("ł", "l").replace("ø", "o").replace("ı", "i")
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
