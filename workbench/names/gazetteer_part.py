"""One part of a gazetteer: an index of up to a million names, walked and ranked by itself."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from hashlib import blake2b

import numpy as np

from workbench.names.gazetteer_file import Arrays
from workbench.names.gazetteer_query import Query, Word
from workbench.names.sounds.hearing import heard
from workbench.names.sounds.lattice import Floats
from workbench.names.sounds.model import MARGINAL, STRANGE, STRANGE_ALONE, SoundModel
from workbench.names.sounds.ranking import Heard, Names, Sound, fitted, gathered
from workbench.names.sounds.trie import Nodes, Trie
from workbench.names.sounds.units import LATIN, ROMANISED
from workbench.names.sounds.walk import Width

# Set on the development splits: how far below its worst word found a part counts that no word answers, what a
# word of a name costs that was not heard, names compared whole, postings looked at for each part.
_UNANSWERED, _UNHEARD, _WHOLE, _POSTINGS = 2.0, 3.0, 100, 30_000
_WORDS = 300  # spellings of one word
# The walk through the tree, narrowly first, which finds a sure name for five of six Korean forms in half the
# time, then widely: for each word in Hangul, for mangled words, among a great many names, and for a word
# alone of a script that says less about how it sounds.
_HANGUL = Width(150, 8.0, -9.0), Width(420, 10.0, -9.0)
_MANGLED = Width(150, 8.0, -9.0), Width(600, 11.0, -9.0)
_AMONG_MANY = Width(500, 10.0, -9.0), Width(800, 11.0, -9.0)
_VAGUE = Width(600, 11.0, -9.0), Width(900, 12.0, -9.0)
NARROW, WIDE = 0, 1
_REMEMBERED = 4096  # words heard
_MANY, _PLAIN = 200_000, frozenset({"ko", *LATIN})
_RANKED = 0.85  # the share of log p(name) that is taken off
_LEFT_OUT = 4.0  # what it costs a name that some of its words were not heard
_SURE = 1.7  # mutual information per letter with which no other cut is tried
# Of the best sum; what lies further behind is not compared whole. Narrowly walked, and widely.
_BEHIND = 8.0, 14.0

Hearer = Callable[[SoundModel, Word, Width], tuple[Nodes, Floats]]


@dataclass(frozen=True, slots=True)
class Found:
    """Names found for a query: numbers, and rows of how well each fits (see `fitted`) with its points."""

    numbers: Nodes = field(default_factory=lambda: np.empty(0, np.int32))
    rows: Floats = field(default_factory=lambda: np.empty((0, 5)))


@dataclass(frozen=True)
class Part:
    """The arrays of an index; nothing is read before it is looked at."""

    arrays: Arrays
    names: Names = field(repr=False)
    heard: Hearer = field(repr=False)  # remembers: given names recur

    @staticmethod
    def of(arrays: Arrays) -> "Part":
        """Make ready to search."""
        tree = Trie(*(arrays[name] for name in Trie._fields))
        hear = lru_cache(_REMEMBERED)(partial(heard, tree, _WORDS))
        return Part(arrays, Names(*(arrays[name] for name in Names._fields)), hear)

    def __len__(self) -> int:
        return self.arrays["text_from"].size - 1

    def name(self, number: int) -> str:
        """Give a name as it was imported."""
        low, high = self.arrays["text_from"][number : number + 2]
        return self.arrays["text"][low:high].tobytes().decode()

    def exact(self, form: str) -> int:
        """Give the number of the name that is written like `form`, -1 when there is none."""
        text = " ".join(form.split()).encode()
        wanted = np.frombuffer(blake2b(text, digest_size=8).digest(), np.int64)[0]
        at = int(np.searchsorted(self.arrays["prints"], wanted))
        found = at < len(self) and self.arrays["prints"][at] == wanted
        return int(self.arrays["printed"][at]) if found else -1

    def found(self, asked: Sequence[Query], *, part: bool) -> list[Found]:
        """Give for each query the names that may be meant; `part` lets a name hold more than is asked for."""
        found = [Found()] * len(asked)
        for number, cut, how in self.walks(asked):
            query = asked[number]
            names = self.holding(cut, query, how, part=part)
            found[number] = self.further(found[number], query, names, part=part)
            if query.cost == 0 and is_sure(found[number].rows):
                break
        return found

    def walks(self, asked: Sequence[Query]) -> Iterator[tuple[int, tuple[Word, ...], int]]:
        """Yield what to walk for: each cut of each reading, narrowly, which does for most; then more widely.

        Widely a form is walked for as it stands alone, and not as Revised Romanisation of Korean, which the
        tables of mangled Latin know too.
        """
        for number, query in enumerate(asked):
            for cut in query.cuts:
                yield number, cut, NARROW
        for number, query in enumerate(asked):
            if query.model.language != ROMANISED or len(asked) == 1:
                yield number, query.cuts[0], WIDE

    def further(self, found: Found, query: Query, names: Nodes, *, part: bool) -> Found:
        """Add names that may be meant to those found, each once, with how well each fits whole."""
        left_out = 0.0 if part else _LEFT_OUT
        sound = Sound(query.model.chances, query.model.letter_chances, STRANGE, STRANGE_ALONE, left_out)
        new = names[~np.isin(names, found.numbers)]
        rows = fitted(query.ways, new, self.names, sound)
        rows[:, 0] -= query.cost
        rows = np.column_stack([rows, points(rows, query.model.language)])
        return Found(np.concatenate([found.numbers, new]), np.concatenate([found.rows, rows]))

    def holding(self, cut: tuple[Word, ...], query: Query, how: int, *, part: bool) -> Nodes:
        """Give the names that best hold words of the sound of a cut's words, walked for as `how` says."""
        width = self.widths(cut, query.model.language)[how]
        found = [self.heard(query.model, word, width) for word in cut]
        words = np.concatenate([each for each, _ in found])
        scores = np.concatenate([each for _, each in found])
        parts = np.repeat(np.arange(len(found)), [each.size for each, _ in found])
        floors = np.array([each.min(initial=-10.0) - _UNANSWERED for _, each in found])
        unheard = 0.0 if part else _UNHEARD
        names, sums = gathered(Heard(words, scores, parts), self.names, floors, unheard, _POSTINGS)
        order = np.argsort(-sums)[:_WHOLE]
        near: Nodes = names[order[sums[order] > sums.max(initial=-np.inf) - _BEHIND[how]]]
        return near

    def widths(self, cut: tuple[Word, ...], language: str) -> tuple[Width, Width]:
        """Give how wide to walk for each word of a cut, at first and where that finds nothing sure."""
        if len(cut) == 1 and language not in _PLAIN:
            return _VAGUE
        if len(self) > _MANY:
            return _AMONG_MANY
        return _MANGLED if language in LATIN else _HANGUL


def points(rows: Floats, language: str) -> Floats:
    """Rank names: log p(sound, name) - log p(sound) - 0.9 log p(name), 0.85 where a name is heard well."""
    share = _RANKED if language in _PLAIN else MARGINAL
    return rows[:, 0] - rows[:, 1] - share * rows[:, 2]


def is_sure(rows: Floats) -> bool:
    """Tell whether a name fits so well that no other cut or reading of the form needs to be tried."""
    return bool(affinity(rows).max(initial=-np.inf) > _SURE)


def affinity(rows: Floats) -> Floats:
    """Give the mutual information per letter."""
    information: Floats = (rows[:, 0] - rows[:, 1] - rows[:, 2]) / np.maximum(rows[:, 3], 1)
    return information
