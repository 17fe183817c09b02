"""What checks are given of a pair: its sentences, what the machine wrote, what was decided."""

from dataclasses import dataclass

from workbench.model.status import Status

Sentences = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """One pair; a side that it has not is empty.

    `original` is the translation as the machine wrote it; None where that is not known. `paragraph` is the
    paragraph (from 0) of the translation that the pair begins in.
    """

    row: int
    translation: Sentences
    reference: Sentences = ()
    source: Sentences = ()
    original: str | None = None
    status: Status = Status.UNREVIEWED
    paragraph: int = 0
