"""A reviewer's own judgement: marks on spans of a pair, and what a pair is worth as a whole."""

from dataclasses import dataclass

from workbench.model.document import Role

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Reply:
    """One line of the talk beneath a mark; `time` is in seconds (UTC)."""

    author: str
    time: float | None
    text: str


@dataclass(frozen=True, slots=True)
class Annotation:
    """One error, marked on [start, end) in code points of one side of a pair.

    `pair` is the pair's id in a review. An empty span stands between two characters, where something is
    missing. `category` and `severity` are ids of the typology that was marked by, or the words of the file
    that was read. `text` is what stood there when it was marked; `gone` says that nothing of that is left.
    `finding` is the fingerprint of the finding it was made of. `id` is 0 before a review keeps it.
    """

    pair: int
    side: Role
    span: Span
    category: str
    severity: str
    text: str = ""
    note: str = ""
    author: str = ""
    time: float | None = None
    replies: tuple[Reply, ...] = ()
    finding: str | None = None
    gone: bool = False
    id: int = 0


@dataclass(frozen=True, slots=True)
class Assessment:
    """How good a reviewer finds a pair as a whole: 0 (no meaning kept) to 100 (perfect).

    The scale is ESA's (Kocmi et al. 2024, "Error Span Annotation"). `outdated` says that the translation was
    edited since.
    """

    pair: int
    author: str
    score: float
    time: float | None = None
    outdated: bool = False
