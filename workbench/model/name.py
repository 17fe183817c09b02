"""A proper name in the texts, and the form it should have."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a name stands: [start, end) in code points of the translation side of the pair in row `pair`."""

    pair: int
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Name:
    """A name of the translation with its mentions and, where there is evidence, the form proposed for it.

    `confidence` is 0 to 1; `origin` says where the proposal comes from ("reference", "source", "glossary",
    "gazetteer", "article"); `why` is one sentence for the reviewer.
    """

    form: str
    kind: str
    mentions: tuple[Mention, ...]
    variants: tuple[str, ...]
    proposal: str | None
    confidence: float
    origin: str | None
    why: str
