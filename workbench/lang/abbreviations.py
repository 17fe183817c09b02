"""What a stop means after a word, by language."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

# Languages without a table, or no language at all: the Latin abbreviations in their texts are mostly English.
FALLBACK = "en"


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """The words of a language that decide whether a stop ends a sentence; the TOML file explains each."""

    joins: frozenset[str]
    numbered: frozenset[str]
    may_end: frozenset[str]
    ends: frozenset[str]
    words: frozenset[str]
    starters: frozenset[str]
    times: frozenset[str]
    after_times: frozenset[str]
    reports: frozenset[str]
    compounds: tuple[str, ...]
    finals: tuple[str, ...]
    quotative: re.Pattern[str] | None
    ordinal_digits: int
    number_stops: bool


def abbreviations(language: str) -> Abbreviations:
    """Give what is known about a language's stops.

    `language` is a tag as it comes ("en", "pt-BR", "zh_Hans", even "" or nonsense). One without a full table,
    like the scripts without case, has the English table beneath its own.
    """
    return _abbreviations(primary(language))


@lru_cache(maxsize=256)
def primary(language: str) -> str:
    """Give the primary subtag of a language tag, in lower case: "zh_Hans" gives "zh"."""
    return re.split(r"[-_.@]", language, maxsplit=1)[0].casefold()


@cache
def _tables() -> dict[str, dict[str, Any]]:
    return tomllib.loads((files(__package__) / "abbreviations.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=256)
def _abbreviations(language: str) -> Abbreviations:
    own = _tables().get(language, {})
    borrowed = {} if "starters" in own else _tables()[FALLBACK]

    def listed(key: str) -> list[str]:
        return [*own.get(key, ()), *borrowed.get(key, ())]

    return Abbreviations(
        joins=_forms(listed("joins")),
        numbered=_forms(listed("numbered")),
        may_end=_forms(listed("may_end")),
        ends=_forms(listed("ends")),
        words=frozenset(listed("words")),
        starters=frozenset(listed("starters")),
        times=frozenset(listed("times")),
        after_times=frozenset(listed("after_times")),
        reports=frozenset(listed("reports")),
        compounds=tuple(own.get("compounds", ())),
        finals=tuple(own.get("finals", ())),
        quotative=re.compile(own["quotative"]) if "quotative" in own else None,
        ordinal_digits=own.get("ordinal_digits", 0),
        number_stops=own.get("number_stops", False),
    )


def _forms(words: Iterable[str]) -> frozenset[str]:
    """Add how a word looks at the head of a sentence and in a headline: "vs", "Vs", "VS".

    A single letter gets no capital: "c. 1900" says nothing about "C. S. Lewis".
    """
    return frozenset(form for word in words for form in (_cased(word) if len(word) > 1 else (word,)))


def _cased(word: str) -> tuple[str, str, str]:
    return word, word[0].upper() + word[1:], word.upper()
