"""Stock phrases of machine translation, and verbs that rightly have an object of their own stem."""

import re
import tomllib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

_KNOWN_WORDS = 1 << 16  # more than the vocabulary of a novel
_GROUP, _LETTERS = re.compile(r"\([^()]*\)\??|\[[^\]]*\]"), re.compile(r"[a-z]{2,}")


@dataclass(frozen=True, slots=True)
class Stock:
    """One phrase: what finds it, what it comes from, what to write.

    A text without `key` in small letters has it not. `write` is a template with groups; None where that
    depends on the sentence.
    """

    key: str
    pattern: "re.Pattern[str]"
    origin: str
    write: str | None


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files("workbench.lang").joinpath("translationese.toml").read_text(encoding="utf-8"))


def stock_phrases(language: str, words: Collection[str]) -> Sequence[Stock]:
    """Give the phrases that a text may have, in the file's order, by its words in small letters."""
    known = all_phrases(language)
    places = {place for word in words for place in places_of(language, word)} if known else ()
    return [known[place] for place in sorted(places)]


@lru_cache(maxsize=_KNOWN_WORDS)
def places_of(language: str, word: str) -> tuple[int, ...]:
    """Give the places in the file of the phrases whose key a word holds."""
    return tuple(place for place, phrase in enumerate(all_phrases(language)) if phrase.key in word)


@cache
def all_phrases(language: str) -> Sequence[Stock]:
    """Give the phrases of a language (its first subtag); none if unknown."""
    rows = _table().get(language, ())
    return tuple(
        Stock(key_of(row["find"]), bounded(row["find"]), row["from"], row.get("write")) for row in rows
    )


def key_of(find: str) -> str:
    """Give the longest run of letters that every text has in which a pattern finds something."""
    plain = find
    while _GROUP.search(plain):
        plain = _GROUP.sub(" ", plain)
    return max(_LETTERS.findall(re.sub(r"\\.|.[?*]", " ", plain)), key=len, default="")


def bounded(find: str) -> "re.Pattern[str]":
    """Make a pattern of whole words."""
    return re.compile(rf"(?<!\w){find}(?!\w)" if find[-1].isalpha() else rf"(?<!\w){find}", re.IGNORECASE)


@cache
def cognates(language: str) -> frozenset[str]:
    """Give the words that may stand as verb and object side by side: sing a song."""
    return frozenset(_table()["cognates"].get(language, "").split())


@cache
def echoes(language: str) -> Mapping[str, frozenset[str]]:
    """Give the words between a word and itself that make it said twice, by kind; see the TOML file."""
    known = _table()["echoes"].get(language, {})
    return {kind: frozenset(words.split()) for kind, words in known.items()}
