"""What checks know of a language: its words of grammar, denial and person.

A language without data has none.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from workbench.lang.grammar import grammar_words
from workbench.lang.guess import function_words
from workbench.lang.persons import persons
from workbench.lang.polarity import negations


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Words in small letters; `language` is the tag's first subtag."""

    language: str
    grammar: frozenset[str]
    negations: frozenset[str]
    persons: Mapping[str, str]


@cache
def knowledge(language: str) -> Knowledge:
    """Give what is known of a language (a BCP 47 tag)."""
    tag = language.replace("_", "-").split("-")[0].casefold()
    kinds = grammar_words(tag).values()
    return Knowledge(
        language=tag,
        grammar=frozenset().union(*kinds)
        | (frozenset() if kinds else function_words().get(tag, frozenset())),
        negations=negations(tag),
        persons=persons(tag),
    )
