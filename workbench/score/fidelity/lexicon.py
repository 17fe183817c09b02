"""What fidelity knows of a language: its grammar words, number words, words of denial, and familiar words.

`familiar.txt` has the words that stand in small letters in the references of the training sets (see
`coefficients.toml` for their licence); a word outside it is rare, a term, a name or a slip. It exists for
English alone: in other languages nothing counts as unfamiliar.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from workbench.lang.guess import function_words
from workbench.lang.name_words import split, table
from workbench.lang.persons import persons
from workbench.lang.polarity import negations
from workbench.lang.spelled_numbers import tables


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words in small letters. `familiar` is empty where no list exists."""

    language: str
    grammar: frozenset[str]
    spelled: Mapping[str, float]
    negations: frozenset[str]
    persons: Mapping[str, str]
    familiar: frozenset[str]


@cache
def lexicon(language: str) -> Lexicon:
    """Give what is known of a language (a BCP 47 tag; its first part counts)."""
    tag = language.replace("_", "-").split("-")[0].casefold()
    listed = table("name_words.toml").get(tag, {}).get("function", "")
    return Lexicon(
        language=tag,
        grammar=split(listed) | function_words().get(tag, frozenset()),
        spelled=tables().get(tag, {}),
        negations=negations(tag),
        persons=persons(tag),
        familiar=familiar_words() if tag == "en" else frozenset(),
    )


@cache
def familiar_words() -> frozenset[str]:
    """Read the familiar English words; lines that begin with # are remarks."""
    text = files("workbench.score.fidelity").joinpath("familiar.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.split("\n") if not line.startswith("#") for word in line.split())
