"""Stock phrases of machine translation, and verbs that rightly have an object of their own stem."""

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from workbench.lang.remembered import remembered
from workbench.lang.vocabulary import vocabulary

_GROUP, _LETTERS = re.compile(r"\([^()]*\)\??|\[[^\]]*\]"), re.compile(r"[a-z]{2,}")
_LITERAL = re.compile(r"[a-z ]*[a-z]{2}[a-z ]*")


@dataclass(frozen=True, slots=True)
class Stock:
    """One phrase: what finds it, what it comes from, what to write.

    A text without one of the words `keys` and all `parts` in small letters has it not. `write` is a template
    with groups; None where that depends on the sentence.
    """

    keys: tuple[str, ...]
    parts: tuple[str, ...]
    pattern: "re.Pattern[str]"
    origin: str
    write: str | None


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files("workbench.lang").joinpath("translationese.toml").read_text(encoding="utf-8"))


def stock_phrases(language: str, text: str) -> Sequence[Stock]:
    """Give the phrases that a text may have, in the file's order."""
    known = all_phrases(language)
    if not known:
        return ()
    places = frozenset().union(*filter(None, map(lookup(language), vocabulary(text))))
    if not places:
        return ()
    small = plain(text)
    return [known[place] for place in sorted(places) if all(part in small for part in known[place].parts)]


@cache
def lookup(language: str) -> Callable[[str], frozenset[int]]:
    """Give what looks up the places in the file of the phrases of which a word holds a key."""
    known = all_phrases(language)
    # Texts bring new words for ever, few of which hold a key: one pattern tells that at once.
    any_key = re.compile("|".join({re.escape(key) for phrase in known for key in phrase.keys}))

    @remembered
    def places_of(word: str) -> frozenset[int]:
        if not any_key.search(word):
            return frozenset()
        return frozenset(at for at, phrase in enumerate(known) if any(key in word for key in phrase.keys))

    return places_of


def plain(text: str) -> str:
    """Give a text in small letters as a pattern that ignores case compares them with English ones."""
    small = text.lower()
    return small if small.isascii() else small.replace("\u0307", "").replace("ı", "i").replace("ſ", "s")


@cache
def all_phrases(language: str) -> Sequence[Stock]:
    """Give the phrases of a language (its first subtag); none if unknown."""
    return tuple(map(stock, _table().get(language, ())))


def stock(row: Mapping[str, str]) -> Stock:
    """Make a phrase of its row."""
    find = row["find"]
    longest = max(_LETTERS.findall(literal(find)), key=len, default="")
    keys = tuple(row.get("key", longest).split(" "))
    return Stock(keys, tuple(_LITERAL.findall(literal(find))), bounded(find), row["from"], row.get("write"))


def literal(find: str) -> str:
    """Give the lines of which every text has each in which a pattern finds something."""
    while _GROUP.search(find):
        find = _GROUP.sub("\n", find)
    return re.sub(r"\\.|.[?*]", "\n", find).lower()


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
