"""English words by meaning: base forms, kinship, opposites, parts of speech, from Princeton's WordNet 3.0.

`data/wordnet.npz` is made by `tests/bench/make_wordnet.py`; the licence lies beside it. A word is looked up
by halving in the sorted list, so that nothing but the arrays is loaded. All words are in small letters.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import as_file, files
from itertools import chain

import numpy as np

from workbench.lang.remembered import remembered

_DATA = files("workbench.lang").joinpath("data")
_KNOWN_WORDS = 1 << 16  # how many words' lookups are kept: more than the vocabulary of a novel
# Endings by part of speech and what stands in their place: morphy(7WN).
_DETACHED: Mapping[str, Sequence[tuple[str, str]]] = {
    "n": (("s", ""), ("ses", "s"), ("ves", "f"), ("xes", "x"), ("zes", "z"), ("ches", "ch"), ("shes", "sh"),
          ("men", "man"), ("ies", "y")),
    "v": (("s", ""), ("ies", "y"), ("es", "e"), ("es", ""), ("ed", "e"), ("ed", ""), ("ing", "e"),
          ("ing", "")),
    "a": (("er", ""), ("est", ""), ("er", "e"), ("est", "e"), ("iest", "y")),
    "r": (),
}  # fmt: skip
_PARTS = "nvar"
# The same by the last letter of the ending: most words end in none of these.
_ENDINGS = {
    part: {
        last: [each for each in rows if each[0][-1] == last] for last in {ending[-1] for ending, _ in rows}
    }
    for part, rows in _DETACHED.items()
}
_DOUBLED = 3  # letters at the end of "stopp", from "stopping": the shortest stem that may be doubled


@dataclass(frozen=True, slots=True)
class Meaning:
    """What WordNet knows of a word: its sets of synonyms, those one step away, its opposites by number.

    `parts` says how often it is tagged as noun, verb, adjective, adverb (0: is none; 1: seen in no text).
    """

    own: frozenset[int]
    near: frozenset[int]
    opposites: frozenset[int]
    parts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Net:
    """All base forms in order, and the arrays as views, from which a few numbers are cut sooner."""

    lemmas: Sequence[bytes]
    arrays: Mapping[str, "memoryview[int]"]

    def row(self, name: str, number: int) -> list[int]:
        """Give one row of an array of rows of any length."""
        ends = self.arrays[f"{name}_at"]
        return self.arrays[name][ends[number] : ends[number + 1]].tolist()


@cache
def _net() -> _Net:
    with as_file(_DATA.joinpath("wordnet.npz")) as path, np.load(path) as stored:
        arrays = {name: stored[name].ravel() for name in stored.files}
    lemmas = arrays.pop("lemmas").tobytes().split(b"\n")
    return _Net(lemmas, {name: memoryview(array) for name, array in arrays.items()})


@cache
def _irregular() -> Mapping[tuple[str, str], Sequence[str]]:
    found: dict[tuple[str, str], list[str]] = {}
    for line in _DATA.joinpath("irregular_forms.txt").read_text(encoding="utf-8").split("\n"):
        if line:
            part, form, base = line.split(" ")
            found.setdefault((part, form), []).append(base)
    return found


@remembered
def number_of(word: str) -> int | None:
    """Give the number by which opposites name a base form; None where it is no word of WordNet."""
    lemmas, key = _net().lemmas, word.encode("utf-8", "surrogatepass")
    at = bisect_left(lemmas, key)
    return at if at < len(lemmas) and lemmas[at] == key else None


@remembered
def meaning(word: str) -> Meaning | None:
    """Give what is known of a base form; None where it is no word of WordNet."""
    number = number_of(word)
    if number is None:
        return None
    net, at = _net(), number * len(_PARTS)
    own, near, other = (frozenset(net.row(name, number)) for name in ("own", "near", "other"))
    return Meaning(own, near, other, tuple(net.arrays["parts"][at : at + len(_PARTS)]))


@lru_cache(maxsize=4 * _KNOWN_WORDS)  # several parts of speech of each word
def base_forms(word: str, parts: str = _PARTS) -> tuple[str, ...]:
    """Give the base forms a word may be a form of, the word itself among them if it is one; else just it."""
    bases = _bases(word)
    found = bases if parts == _PARTS else [bases[_PARTS.index(part)] for part in parts]
    return tuple(dict.fromkeys(chain.from_iterable(found))) or (word,)


@remembered
def _bases(word: str) -> tuple[tuple[str, ...], ...]:
    """Give the base forms of each part of speech; none where a word is of others."""
    return tuple(
        tuple(base for base in _candidates(word, part) if (known := meaning(base)) and known.parts[number])
        for number, part in enumerate(_PARTS)
    )


def _candidates(word: str, part: str) -> Iterable[str]:
    """Give what may be the base form of a word that is of some part of speech."""
    irregular, detached = _irregular().get((part, word), ()), _detached(word, part)
    return (*irregular, word, *detached) if irregular or detached else (word,)


@cache
def _irregular_of() -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = {}
    for (_part, form), bases in _irregular().items():
        for base in bases:
            found.setdefault(base, []).append(form)
    return found


def forms_of(base: str) -> Iterator[str]:
    """Yield every word that `base_forms` may lead to a base, and some that it does not.

    A text that has none of them need not be asked word by word.
    """
    yield base
    yield from _irregular_of().get(base, ())
    for endings in _DETACHED.values():
        for ending, instead in endings:
            if base.endswith(instead):
                yield base.removesuffix(instead) + ending
            if not instead:
                yield base + base[-1:] + ending  # a letter is doubled: stopping


@cache
def _with_own_past() -> frozenset[str]:
    return frozenset(
        base
        for (part, form), bases in _irregular().items()
        if part == "v" and not form.endswith("ing")
        for base in bases
    )


def has_own_past(verb: str) -> bool:
    """Tell whether a verb's past is irregular: rise, rose; or doubles a letter: plan, planned."""
    return verb in _with_own_past()


def _detached(word: str, part: str) -> list[str]:
    endings = _ENDINGS[part].get(word[-1:])
    if not endings:
        return []
    stems = [
        (word[: -len(ending)] + instead, not instead) for ending, instead in endings if word.endswith(ending)
    ]
    doubled = [
        stem[:-1]
        for stem, bare in stems
        if bare and part != "n" and len(stem) >= _DOUBLED and stem[-1] == stem[-2]
    ]
    return [stem for stem, _bare in stems] + doubled


def spellings(bases: frozenset[str]) -> frozenset[str]:
    """Give the words that `forms_of` yields for any of some bases."""
    return frozenset(form for base in bases for form in forms_of(base))


def above(numbers: frozenset[int], steps: int) -> frozenset[int]:
    """Give the sets of synonyms that name kinds of what some sets name, up to so many steps above them."""
    level, found = numbers, frozenset[int]()
    for _step in range(steps):
        level = frozenset().union(*map(_up, level))
        found |= level
    return found


@remembered
def _up(number: int) -> frozenset[int]:
    return frozenset(_net().row("up", number))


@remembered
def parts_of_speech(word: str) -> tuple[int, ...]:
    """Count how often a word is tagged as noun, verb, adjective, adverb; zeros if unknown."""
    return tuple(
        sum(known.parts[number] for base in dict.fromkeys(bases) if (known := meaning(base)))
        for number, bases in enumerate(_bases(word))
    )
