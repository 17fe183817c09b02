"""Bands of the headline score, for colours and shapes alone: they guide the eye and are no verdict."""

# The window's own bands (ui/theme.py): a page sent after a review looks like the review.
GOOD, FAIR = 80.0, 65.0


def band(score: float | None) -> str:
    """Give the band of a score, which is also its class in the style sheet."""
    if score is None:
        return "none"
    return "good" if score >= GOOD else "fair" if score >= FAIR else "bad"
