"""A review as an export sees it: its pairs with what is known of each."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from workbench.model.document import Role
from workbench.model.pair import Status


@dataclass(frozen=True, slots=True)
class BitextPair:
    """One pair to export. A side that has no sentences is "".

    `original` is the translation as the machine wrote it; `places` are (file, paragraph from 1) of the
    translation's sentences, or of the source's where the translation has none; `scores` by metric name;
    `context` and `notes` are what the translation's own file says beside it.
    """

    translation: str
    original: str
    reference: str
    source: str
    status: Status
    places: tuple[tuple[str, int], ...]
    scores: Mapping[str, float] = field(default_factory=dict)
    context: str | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bitext:
    """All pairs in order; `languages` names each text's language; `revised` is in seconds (UTC).

    `paragraphs` is the corrected translation as running text, as its own file divides it. `is_reviewed`: a
    text nobody approved is not to be relied on; in a file that is merely converted it is as good as any.
    """

    title: str
    languages: Mapping[Role, str]
    pairs: tuple[BitextPair, ...]
    revised: float
    paragraphs: tuple[str, ...] = ()
    is_reviewed: bool = True
