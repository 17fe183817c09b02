"""A gazetteer: a million names and more on disk, searched by sound from any script there is a table for."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

import numpy as np

from workbench.names.gazetteer_build import Imported, build
from workbench.names.gazetteer_file import open_arrays
from workbench.names.gazetteer_part import Found, Part, affinity
from workbench.names.gazetteer_query import queries
from workbench.names.sounds.confidence import confidence
from workbench.names.sounds.lattice import Floats
from workbench.names.sounds.trie import Nodes
from workbench.names.sounds.writing import language_of

__all__ = ["Gazetteer", "Hit", "Imported", "build"]

_SAME, _ALONE = 1e-6, 20.0  # a lead that is none; the lead of the last


@dataclass(frozen=True, slots=True)
class Hit:
    """A name of the gazetteer that a form may be.

    `score` ranks (a logarithm), `margin` is the lead over the next name of another sound; `affinity` is the
    mutual information per letter, `joint` log p(form, name) per letter. `confidence`: how likely it is that
    this is the name, calibrated for the first hit; those behind it share what it leaves by their scores.
    """

    name: str
    score: float
    margin: float
    affinity: float
    joint: float
    confidence: float


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """An opened index: its parts, and the number of the first name of each."""

    parts: tuple[Part, ...]
    starts: tuple[int, ...]

    @staticmethod
    def open(path: Path) -> "Gazetteer":
        """Open an index that `build` wrote; nothing is read before it is looked at."""
        parts = tuple(map(Part.of, open_arrays(path)))
        return Gazetteer(parts, tuple(accumulate(map(len, parts), initial=0)))

    def __len__(self) -> int:
        return self.starts[-1]

    def name(self, number: int) -> str:
        """Give a name as it was imported."""
        place = next(place for place, start in enumerate(self.starts[1:]) if number < start)
        return self.parts[place].name(number - self.starts[place])

    def exact(self, form: str) -> int:
        """Give the number of the name that is written like `form`, -1 when there is none."""
        for part, start in zip(self.parts, self.starts, strict=False):
            if (number := part.exact(form)) >= 0:
                return start + number
        return -1

    def search(self, form: str, language: str | None = None, n: int = 5, *, part: bool = False) -> list[Hit]:
        """Give the n names nearest in sound to a form, the best first.

        `language` tells in which language's reading (`ko`, `ja`, `zh` for Han); without it the script does.
        With `part` the form may be one word of a name, a surname alone; what else a name holds costs nothing.
        """
        asked = list(queries(form, language))
        found = [
            Found((each.numbers + start).astype(np.int32), each.rows)
            for one, start in zip(self.parts, self.starts, strict=False)
            for each in one.found(asked, part=part)
        ]
        return self.best(found, form, n, str(language or language_of(form)))

    def best(self, found: Iterable[Found], form: str, n: int, language: str) -> list[Hit]:
        """Give hits of the n names that fit best in any reading, the name that is written so first."""
        all_ = [Found(), *found]
        numbers = np.concatenate([each.numbers for each in all_])
        rows = np.concatenate([each.rows for each in all_])
        order = np.lexsort((-rows[:, 4], numbers != self.exact(form)))
        once = np.sort(np.unique(numbers[order], return_index=True)[1])
        return self.hits(numbers[order][once], rows[order][once], language, n)

    def hits(self, numbers: Nodes, rows: Floats, language: str, n: int) -> list[Hit]:
        """Make hits of the first n ranked names."""
        scores = rows[:, 4].tolist()
        leads = [lead(scores, place) for place in range(min(n, len(scores)))]
        near = affinity(rows).tolist()
        joint = (rows[:, 0] / np.maximum(rows[:, 3], 1)).tolist()
        first = confidence(language, near[0], joint[0], leads[0]) if scores else 0.0
        return [
            Hit(self.name(int(numbers[k])), score, leads[k], near[k], joint[k], sure)
            for k, (score, sure) in enumerate(zip(scores[:n], shared(first, scores)[:n], strict=True))
        ]


def lead(scores: list[float], place: int) -> float:
    """Say how far the next name lies behind; what sounds quite the same (Jung-Eun, Jung-eun) is not next."""
    behind = [scores[place] - other for other in scores[place + 1 :]]
    return next((far for far in behind if far > _SAME), _ALONE)


def shared(first: float, scores: list[float]) -> list[float]:
    """Give the confidence of all hits: that of the first, and what it leaves by the others' scores."""
    weights = np.exp(np.array(scores) - max(scores, default=0.0))
    rest = [(1 - first) * weight / weights.sum() for weight in weights[1:].tolist()]
    return [first, *(float(min(first, share)) for share in rest)][: len(scores)]
