"""Words of a source language that are written alike, and what English says for each of their senses.

`data/homonyms-<language>.tsv`, written for this: forms of the word separated by "|", then, after a tab each,
its senses, the words of one separated by commas. Where a machine took one sense for another, the translation
has a word of the one and a human's text a word of the other.

A sense behind "!" is one that the forms never have, or so seldom in news that its word alone tells a
misreading. A line behind "=" is a table: its first form has its first sense and no other, the second its
second. A line behind "~" counts only where the source holds one of its forms: without it its words may well
be said for each other. Forms in which only a part differs are written once, with what may stand there between
brackets: (hats/masks) (on/off).
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import product
from typing import NamedTuple

_NEVER, _TABLE, _HELD = "!", "=", "~"
_MOST_SENSES = 64  # more than any line has
_CHOICE = re.compile(r"\(([^)]*)\)")


class Sense(NamedTuple):
    """One sense of a homonym that a word of English stands for.

    `forms` are the homonym's stems in the source, `number` tells its senses apart, `words` are all that
    English says in this sense, the one looked up among them. `never` are those of the forms that do not have
    this sense. `line` is the homonym's place in the file, and `only_held` says that it counts only where the
    source holds a form.
    """

    forms: tuple[str, ...]
    number: int
    words: tuple[str, ...]
    never: tuple[str, ...] = ()
    line: int = 0
    only_held: bool = False

    @property
    def key(self) -> int:
        """Give a number that no other sense has; see `line_of`."""
        return self.line * _MOST_SENSES + self.number


def line_of(key: int) -> int:
    """Give the homonym that a sense's key is of."""
    return key // _MOST_SENSES


@cache
def senses(language: str, *, alone: bool = False) -> Mapping[str, Sequence[Sense]]:
    """Give the senses of a language's homonyms by each word (or words) of English; none without data.

    `alone` are those that count without a source.
    """
    path = files("workbench.lang").joinpath(f"data/homonyms-{language}.tsv")
    if not language.isalpha() or not path.is_file():
        return {}
    found: dict[str, list[Sense]] = {}
    for at, line in enumerate(path.read_text(encoding="utf-8").split("\n")):
        for sense in _of_line(line, at) if not (alone and line.startswith(_HELD)) else ():
            for word in sense.words:
                found.setdefault(word, []).append(sense)
    return found


def _of_line(line: str, at: int) -> list[Sense]:
    written, *rest = line.split("\t")
    only_held = written.startswith(_HELD)
    written = written.removeprefix(_HELD)
    forms = tuple(form for each in written.removeprefix(_TABLE).split("|") for form in _written_out(each))
    found = []
    for number, said in enumerate(rest):
        words = tuple(dict.fromkeys(said.removeprefix(_NEVER).replace("-", " ").split(", ")))
        never = forms if said.startswith(_NEVER) else ()
        if written.startswith(_TABLE):
            never = tuple(form for at, form in enumerate(forms) if at != number)
        found.append(Sense(forms, number, words, never, at, only_held))
    return found


def _written_out(form: str) -> list[str]:
    if "/" not in form and "(" not in form:
        return [form]
    pieces = [piece.split("/") for piece in _CHOICE.split(form)]  # every second stood between brackets
    return ["".join(chosen) for chosen in product(*pieces)]


@cache
def phrases(language: str, *, alone: bool = False) -> Mapping[str, Sequence[tuple[str, ...]]]:
    """Give what is said with several words, hunger strike, by the first of them."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for words in (tuple(said.split()) for said in senses(language, alone=alone) if " " in said):
        if len(words) > 1:  # not of "re-", a prefix, whose hyphen has become a space
            found.setdefault(words[0], []).append(words)
    return found
