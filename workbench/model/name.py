"""A proper name in the texts, and the form it should have."""

from dataclasses import dataclass
from enum import StrEnum


class Judgement(StrEnum):
    """What is said of a name.

    It agrees with reference or glossary; it differs from them; the article itself writes it in several ways;
    it holds letters of another script or characters that cannot be seen; a gazetteer knows a name that sounds
    so; nothing speaks for or against it.
    """

    AGREES = "agrees"
    DIFFERS = "differs"
    INCONSISTENT = "inconsistent"
    STRANGE = "strange"
    PERHAPS = "perhaps"
    UNKNOWN = "unknown"


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
    judgement: Judgement = Judgement.UNKNOWN
