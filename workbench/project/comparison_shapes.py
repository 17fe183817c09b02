"""The JSON shape of a comparison."""

from workbench.project.comparison import Comparison, Result, System
from workbench.project.rounding import rounded


def comparison_shape(comparison: Comparison) -> dict[str, object]:
    """Give a comparison as JSON."""
    return {
        "signature": dict(comparison.signatures),
        "segments": comparison.segments,
        "baseline": comparison.systems[0].name,
        "systems": [system_shape(one) for one in comparison.systems],
    }


def system_shape(system: System) -> dict[str, object]:
    """Give what is said of one system."""
    return {
        "name": system.name,
        "scores": {name: result_shape(one) for name, one in system.results.items()},
        "tallies": [
            {"segments": one.label, "wins": one.wins, "losses": one.losses, "ties": one.ties}
            for one in system.tallies
        ],
        "apart": [
            {
                "id": one.number,
                "difference": round(one.difference, 4),
                "baseline": one.texts[0],
                "translation": one.texts[1],
                "reference": one.reference,
            }
            for one in system.apart
        ],
    }


def result_shape(result: Result) -> dict[str, object]:
    """Give a score with its interval and its test."""
    shape: dict[str, object] = {
        "score": round(result.score, 4),
        "interval": [round(result.interval.low, 4), round(result.interval.high, 4)],
    }
    if result.paired:
        shape |= rounded({"difference": result.paired.difference}) | {"p": result.paired.p_value}
    return shape
