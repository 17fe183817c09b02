"""What the search for names is given of a review."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Passage:
    """One aligned pair: its row and the text of each side, the sentences joined by one space."""

    pair: int
    translation: str
    reference: str | None
    source: str | None
