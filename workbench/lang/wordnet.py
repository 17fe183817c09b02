"""English words by meaning: base forms, kinship, opposites, parts of speech, from Princeton's WordNet 3.0.

`data/wordnet.npz` is made by `tests/bench/make_wordnet.py`; the licence lies beside it. A word is looked up
by halving in the sorted list, so that nothing but the arrays is loaded. All words are in small letters.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import as_file, files
from typing import Any

import numpy as np
from numpy.typing import NDArray

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
    lemmas: Sequence[bytes]
    arrays: Mapping[str, NDArray[Any]]


@cache
def _net() -> _Net:
    with as_file(_DATA.joinpath("wordnet.npz")) as path, np.load(path) as stored:
        arrays = {name: stored[name] for name in stored.files}
    return _Net(arrays.pop("lemmas").tobytes().split(b"\n"), arrays)


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
    arrays = _net().arrays

    def listed(name: str) -> frozenset[int]:
        ends = arrays[f"{name}_at"]
        return frozenset(arrays[name][ends[number] : ends[number + 1]].tolist())

    return Meaning(listed("own"), listed("near"), listed("other"), tuple(arrays["parts"][number].tolist()))


@lru_cache(maxsize=_KNOWN_WORDS)
def base_forms(word: str, parts: str = _PARTS) -> tuple[str, ...]:
    """Give the base forms a word may be a form of, the word itself among them if it is one; else just it."""
    return tuple(dict.fromkeys(base for part in parts for base in _bases(word, part))) or (word,)


@lru_cache(maxsize=4 * _KNOWN_WORDS)  # four parts of speech of each word
def _bases(word: str, part: str) -> tuple[str, ...]:
    """Give the base forms of one part of speech; none where a word is of another."""
    found, number = [], _PARTS.index(part)
    for base in (*_irregular().get((part, word), ()), word, *_detached(word, part)):
        known = meaning(base)
        if known is not None and known.parts[number]:
            found.append(base)
    return tuple(found)


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
    stems = [
        (word[: -len(ending)] + instead, not instead)
        for ending, instead in _DETACHED[part]
        if word.endswith(ending)
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
    ends, up = _net().arrays["up_at"], _net().arrays["up"]
    return frozenset(up[ends[number] : ends[number + 1]].tolist())


@remembered
def parts_of_speech(word: str) -> tuple[int, ...]:
    """Count how often a word is tagged as noun, verb, adjective, adverb; zeros if unknown."""
    totals = [0] * len(_PARTS)
    for index, part in enumerate(_PARTS):
        for base in base_forms(word, part):
            known = meaning(base)
            totals[index] += known.parts[index] if known else 0
    return tuple(totals)
