"""What the aligner is given of a text."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """Sentences in order, their language (BCP 47), and where known the paragraph of each."""

    sentences: Sequence[str]
    language: str
    paragraphs: Sequence[int] | None = None
