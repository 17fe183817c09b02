"""How likely the first name found is the right one, when the right one may not be among the names at all."""

from collections.abc import Mapping
from math import exp

# Weights of: information per letter, log p of both per letter, lead over the next name (at most 8), the
# first unit of that lead, and one. Logistic regression on the development splits (Wikidata labels, CC0), the
# right name taken away for every second question; calibration error on the other half .03.
_WEIGHTS: Mapping[str, tuple[float, ...]] = {
    "ko": (3.10, 0.42, 0.51, -0.25, -6.00),
    "la": (2.82, 0.50, 0.44, -0.36, -4.25),
    "": (2.39, 1.11, 0.34, 0.02, -2.09),  # single words of other scripts
}
_LEAD = 8.0


def confidence(language: str, affinity: float, joint: float, lead: float) -> float:
    """Give the probability, 0 to 1, that the name found first for a form is the right one."""
    weights = _WEIGHTS.get(language, _WEIGHTS[""])
    lead = min(lead, _LEAD)
    features = (affinity, joint, lead, min(lead, 1.0), 1.0)
    return 1 / (1 + exp(-sum(weight * value for weight, value in zip(weights, features, strict=True))))
