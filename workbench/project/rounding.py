"""Scores as they are written for users and their scripts."""

from collections.abc import Mapping

DECIMALS = 4  # of scores in JSON: far below what two runs of a human rater agree on


def rounded(values: Mapping[str, float]) -> dict[str, float]:
    """Round scores for people and scripts."""
    return {name: round(value, DECIMALS) for name, value in values.items()}
