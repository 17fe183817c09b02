"""A text as its file holds it: units of text with their place in the bytes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from workbench.model.status import Status


class Role(StrEnum):
    """What a text is in a review; only the translation is ever edited."""

    TRANSLATION = "translation"
    REFERENCE = "reference"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Unit:
    """What a file keeps as one piece: a paragraph of a plain text, an entry of a PO file.

    `place` is what a person needs to find it again ("12" for line 12). `span` is [start, end) in the bytes
    of the file, where the format splices. `source` and `context` are set in bilingual files; `status` is what
    the file itself says about the text, `notes` what it says to the translator. Inline codes stand in `text`
    and `source` as `model.code` writes them.
    """

    text: str
    place: str
    span: tuple[int, int] | None = None
    source: str | None = None
    context: str | None = None
    status: Status = Status.UNREVIEWED
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A file that was read: its units in order, and how it was written.

    `charset` is a Python codec name; `language` is what the file itself says, if it says anything, and
    `source_language` what it says of its source texts. `warnings` are sentences for the user; `unread` names
    the places of segments that are in the file and not among the units, since they cannot be read or are not
    to be translated. `columns` are the headings of a table's columns by what they hold ("text", "source", …).
    """

    format: str
    units: tuple[Unit, ...]
    charset: str = "utf-8"
    language: str | None = None
    source_language: str | None = None
    warnings: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_bilingual(self) -> bool:
        """Tell whether the file brings its own source texts."""
        return any(unit.source is not None for unit in self.units)
