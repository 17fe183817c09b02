"""Words of a source language and what English says for them, from `data/lexicon-<language>.tsv`.

Written by hand for news prose; each line has forms of one word separated by "|", a tab, and what English
may say for it, separated by commas. The forms are strings to be found in running text, the longest first.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_KEY = 2  # characters that words are looked up by: the shortest form has as many


@dataclass(frozen=True, slots=True)
class Entry:
    """A form as it stands in a text, and what may stand for it: each a sequence of words."""

    form: str
    meanings: tuple[tuple[str, ...], ...]


@cache
def lexicon(language: str) -> Mapping[str, Sequence[Entry]]:
    """Give the entries of a language (its first subtag) by their first characters, the longest first."""
    path = files("workbench.lang").joinpath(f"data/lexicon-{language}.tsv")
    if not language.isalpha() or not path.is_file():
        return {}
    found: dict[str, list[Entry]] = {}
    for line in path.read_text(encoding="utf-8").split("\n"):
        forms, tab, meanings = line.partition("\t")
        if tab and not line.startswith("#"):
            said = tuple(tuple(meaning.split()) for meaning in meanings.split(", "))
            for form in forms.split("|"):
                found.setdefault(form[:_KEY], []).append(Entry(form, said))
    return {key: sorted(entries, key=lambda entry: -len(entry.form)) for key, entries in found.items()}


def entries_in(text: str, language: str) -> Iterator[tuple[int, Entry]]:
    """Yield the entries that stand in a text with their places; of several at one place the longest."""
    known = lexicon(language)
    at = 0
    while known and at < len(text) - 1:
        entry = next(
            (each for each in known.get(text[at : at + _KEY], ()) if text.startswith(each.form, at)), None
        )
        if entry is not None:
            yield at, entry
        at += len(entry.form) if entry else 1
