"""Fidelity: what a reviewer should believe of a pair."""

from workbench.score.fidelity.explanation import Part, sentence
from workbench.score.fidelity.metric import Fidelity, Judge, fidelity
from workbench.score.fidelity.model import FEATURES, GROUPS
from workbench.score.fidelity.penalty import penalty

__all__ = ["FEATURES", "GROUPS", "Fidelity", "Judge", "Part", "fidelity", "penalty", "sentence"]
