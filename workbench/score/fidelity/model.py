"""From differences to a number: a weighted sum of counts, none of which can lower it.

A segment's major errors are taken for a Poisson process: each difference adds its weight to the number of
major errors to expect, and P(at least one) = 1 - exp(-sum). The weights maximise the likelihood of "has a
major-size penalty" under the constraint that none is negative; `tests/bench/train_fidelity.py` learns them.
From the sum come both numbers that are shown:

penalty    = points x sum, in MQM points (Freitag et al. 2021: minor 1, major 5)
fidelity   = 100 exp(-penalty per 100 words / scale), the words being the reference's and `evidence` more, so
             that one slip in a line of three words is not the worst of a document.

Both are functions of sums over segments, so a document is scored from its rows as well.
"""

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

Row = NDArray[np.float64]

# A row is the reference's words, 1 for the segment, and a column for each feature here.
HEAD = 2
GROUPS: Mapping[str, tuple[str, ...]] = {
    "omission": ("content_missing", "grammar_missing", "unfamiliar_missing"),
    "addition": ("content_added", "grammar_added", "unfamiliar_added"),
    "order": ("pairs_missing", "pairs_added"),
    "letters": ("letters",),
    "names": ("names_missing", "names_added", "names_respelled", "names_confirmed"),
    "capitals": ("capitals_missing", "capitals_added"),
    "numbers": ("amounts_missing", "amounts_added", "amounts_confirmed"),
    "denial": ("denials_missing", "denials_added"),
    "persons": ("persons_missing", "persons_added", "persons_swapped"),
    "slips": ("quotes", "small_start", "stray", "loose"),
    "empty": ("empty",),
    "judge": ("judge",),
}
FEATURES = tuple(name for names in GROUPS.values() for name in names)


@dataclass(frozen=True, slots=True)
class Model:
    """Weights in the order of FEATURES, and the constants of the two formulas."""

    weights: Row
    points: float
    evidence: float
    scale: float
    version: str

    def points_of(self, rows: Row) -> Row:
        """Give the penalty of each feature of each row, in MQM points."""
        return self.points * self.weights * rows[..., HEAD:]

    def penalties(self, rows: Row) -> Row:
        """Give the expected MQM penalty of each row."""
        penalties: Row = self.points_of(rows).sum(axis=-1)
        return penalties

    def fidelities(self, rows: Row) -> Row:
        """Give the fidelity of each row, 0 to 100; 100 where there is nothing to judge."""
        room = np.maximum(rows[..., 0] + self.evidence * rows[..., 1], 1.0)
        fidelities: Row = 100.0 * np.exp(-100.0 * self.penalties(rows) / room / self.scale)
        return fidelities


@cache
def shipped() -> Model:
    """Read `coefficients.toml`."""
    return model_from(files("workbench.score.fidelity").joinpath("coefficients.toml").read_bytes())


def model_from(data: bytes) -> Model:
    """Make a model of a file like `coefficients.toml`; its version is a hash of the file."""
    table = tomllib.loads(data.decode("utf-8"))
    weights = np.array([float(table["weights"][name]) for name in FEATURES])
    constants = table["constants"]
    version = hashlib.blake2b(data, digest_size=4).hexdigest()
    return Model(weights, constants["points"], constants["evidence"], constants["scale"], version)
