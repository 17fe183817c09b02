"""What alignment gives: which sentences belong together."""

from dataclasses import dataclass

from workbench.model.document import Role


@dataclass(frozen=True, slots=True)
class Bead:
    """Sentences of text a (0-based indices) that say what these sentences of text b say; either may be empty.

    `score` is how sure the alignment is that the bead is exactly right, 0 to 1.
    """

    a: tuple[int, ...]
    b: tuple[int, ...]
    score: float


@dataclass(frozen=True, slots=True)
class ReviewBead:
    """A bead over all texts of a review: for each role the 0-based indices of its sentences."""

    sentences: dict[Role, tuple[int, ...]]
    score: float
