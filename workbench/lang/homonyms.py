"""Words of a source language that are written alike, and what English says for each of their senses.

`data/homonyms-<language>.tsv`, written by hand: forms of the word separated by "|", then, after a tab each,
its senses, the words of one separated by commas. Where a machine took one sense for another, the translation
has a word of the one and a human's text a word of the other.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Sense(NamedTuple):
    """One sense of a homonym that a word of English stands for.

    `forms` are the homonym's stems in the source, `number` tells its senses apart, `words` are all that
    English says in this sense, the one looked up among them.
    """

    forms: tuple[str, ...]
    number: int
    words: tuple[str, ...]


@cache
def senses(language: str) -> Mapping[str, Sequence[Sense]]:
    """Give the senses of a language's homonyms by each word (or words) of English; none without data."""
    path = files("workbench.lang").joinpath(f"data/homonyms-{language}.tsv")
    if not language.isalpha() or not path.is_file():
        return {}
    found: dict[str, list[Sense]] = {}
    for line in path.read_text(encoding="utf-8").split("\n"):
        forms, *rest = line.split("\t")
        for number, said in enumerate(rest):
            words = tuple(dict.fromkeys(said.replace("-", " ").split(", ")))  # texts are cut at hyphens
            for word in words:
                found.setdefault(word, []).append(Sense(tuple(forms.split("|")), number, words))
    return found


@cache
def phrases(language: str) -> Mapping[str, Sequence[tuple[str, ...]]]:
    """Give what is said with several words, hunger strike, by the first of them."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for said in senses(language):
        first, *others = said.split()
        if others:
            found.setdefault(first, []).append((first, *others))
    return found
