"""A gazetteer: a million names and more on disk, searched by sound from any script there is a table for."""

from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

import numpy as np

from workbench.names.gazetteer_build import Imported, build
from workbench.names.gazetteer_file import Arrays, open_arrays
from workbench.names.gazetteer_query import Query, Word, queries
from workbench.names.sounds.hearing import heard
from workbench.names.sounds.lattice import Floats
from workbench.names.sounds.model import MARGINAL, STRANGE, STRANGE_ALONE
from workbench.names.sounds.ranking import Heard, Names, Sound, fitted, gathered
from workbench.names.sounds.trie import Nodes, Trie
from workbench.names.sounds.walk import Width

__all__ = ["Gazetteer", "Hit", "Imported", "build"]

# Set on the development splits: how far below its worst word found a part counts that no word answers, what a
# word of a name costs that was not heard, names compared whole, postings looked at for each part.
_UNANSWERED, _UNHEARD, _WHOLE, _POSTINGS = 2.0, 3.0, 100, 30_000
_WORDS = 300  # spellings of one word
_WIDTH = Width(300, 10.0, -9.0)
_SURE = 1.9  # mutual information per letter with which no other cut is tried
_BEHIND = 14.0  # of the best sum; what lies further behind is not compared whole


@dataclass(frozen=True, slots=True)
class Hit:
    """A name of the gazetteer: how well it fits (logarithm), and by how much better than the next one.

    `joint` is log p(form, name) per letter, `affinity` the mutual information per letter.
    """

    name: str
    score: float
    margin: float
    joint: float
    affinity: float


@dataclass(frozen=True)
class Gazetteer:
    """An opened index; nothing is read before it is looked at."""

    arrays: Arrays
    names: Names = field(repr=False)
    tree: Trie = field(repr=False)

    @staticmethod
    def open(path: Path) -> "Gazetteer":
        """Open an index that `build` wrote."""
        arrays = open_arrays(path)
        return Gazetteer(
            arrays,
            Names(*(arrays[name] for name in Names._fields)),
            Trie(*(arrays[name] for name in Trie._fields)),
        )

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

    def search(self, form: str, language: str | None = None, n: int = 5, *, part: bool = False) -> list[Hit]:
        """Give the n names nearest in sound to a form, the best first.

        `language` tells in which language's reading (`ko`, `ja`, `zh` for Han); without it the script does.
        With `part` the form may be one word of a name, a surname alone, and what else a name holds costs nothing.
        """
        found: list[tuple[Nodes, Floats]] = []
        for query in queries(form, language):
            found.append(self.ranked(query, part=part))
            if is_sure(found[-1][1]):
                break
        numbers = np.concatenate([each for each, _ in found]) if found else np.empty(0, np.int32)
        if not numbers.size:
            return []
        rows = np.concatenate([each for _, each in found])
        order = np.argsort(-points(rows), kind="stable")
        once = np.sort(np.unique(numbers[order], return_index=True)[1])
        return self.hits(numbers[order][once], rows[order][once], n)

    def ranked(self, query: Query, *, part: bool) -> tuple[Nodes, Floats]:
        """Give the names that may be meant, each once, and how well each fits whole (see `fitted`)."""
        sound = Sound(query.model.chances, query.model.letter_chances, STRANGE, STRANGE_ALONE)
        numbers, rows = np.empty(0, np.int32), np.empty((0, 4))
        for cut in query.cuts:
            more = self.holding(cut, query, 0.0 if part else _UNHEARD)
            more = more[~np.isin(more, numbers)]
            numbers = np.concatenate([numbers, more])
            rows = np.concatenate([rows, fitted(query.ways, more, self.names, sound)])
            if is_sure(rows):
                break
        return numbers, rows

    def holding(self, cut: tuple[Word, ...], query: Query, unheard: float) -> Nodes:
        """Give the names that best hold words of the sound of a cut's words."""
        found = [heard(query.model, word, self.tree, _WIDTH, _WORDS) for word in cut]
        words = np.concatenate([each for each, _ in found])
        scores = np.concatenate([each for _, each in found])
        part = np.repeat(np.arange(len(found)), [each.size for each, _ in found])
        floors = np.array([each.min(initial=-10.0) - _UNANSWERED for _, each in found])
        names, sums = gathered(Heard(words, scores, part), self.names, floors, unheard, _POSTINGS)
        order = np.argsort(-sums)[:_WHOLE]
        return names[order[sums[order] > sums.max(initial=-np.inf) - _BEHIND]]

    def hits(self, numbers: Nodes, rows: Floats, n: int) -> list[Hit]:
        """Make hits of ranked names."""
        scores = points(rows).tolist()
        margins = [one - other for one, other in zip(scores, [*scores[1:], scores[-1] - 20], strict=True)]
        joint = rows[:, 0] / rows[:, 3]
        near = affinity(rows)
        return [
            Hit(self.name(int(number)), scores[k], margins[k], float(joint[k]), float(near[k]))
            for k, number in enumerate(numbers[:n])
        ]


def points(rows: Floats) -> Floats:
    """Rank names: log p(sound, name) - log p(sound) - 0.9 log p(name)."""
    return rows[:, 0] - rows[:, 1] - MARGINAL * rows[:, 2]


def is_sure(rows: Floats) -> bool:
    """Tell whether a name fits so well that no other cut or reading of the form needs to be tried."""
    return bool(affinity(rows).max(initial=-np.inf) > _SURE)


def affinity(rows: Floats) -> Floats:
    """Give the mutual information per letter."""
    information: Floats = (rows[:, 0] - rows[:, 1] - rows[:, 2]) / np.maximum(rows[:, 3], 1)
    return information
