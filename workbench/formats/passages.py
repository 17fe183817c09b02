"""Passages: the units of a marked-up text file, read with their pieces and written back by splicing.

A format says how its passages are found and how a text is escaped; all else is here. What was written is
read again before anyone gets it: every passage must show what it should. Where a light hand with escapes did
not do (a line that now begins like a list), the passage is written again with more care.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from workbench.errors import WorkbenchError
from workbench.formats import splicing
from workbench.formats.characters import expect_storable
from workbench.formats.pieces import Kind, Piece, edits, shown
from workbench.formats.splicing import Edit, Ruler, file_text
from workbench.i18n import _
from workbench.model.document import Document, Unit

_TRIES = 40  # readings of the whole file to find the passages that need care, before all get it


class Care(IntEnum):
    """How a changed text is escaped."""

    LIGHT = 0  # what surely means markup
    STRICT = 1  # whatever could
    WHOLE = 2  # the same, and the passage's own markup makes room for it


@dataclass(frozen=True, slots=True)
class Passage:
    """One unit of a file's text: where it stands, markup included, and what is shown of it.

    `exact`: its white space is no layout. `syntax`: its own, where it differs from its file's.
    """

    place: str
    span: tuple[int, int]
    pieces: tuple[Piece, ...]
    exact: bool = False
    syntax: "Syntax | None" = None

    @property
    def text(self) -> str:
        """Give what a reader sees."""
        return shown(self.pieces)


@dataclass(frozen=True, slots=True)
class Syntax:
    """A text format that is spliced.

    `passages(text)` finds them, in order and disjoint; `escape(text, kind, care)` writes what was typed;
    `canonical(text)` is as much of a text as the format can hold, white space being layout in most;
    `references`: whether a character the charset lacks can be written by its number.
    """

    name: str
    passages: Callable[[str], Iterable[Passage]]
    escape: Callable[[str, Kind, Care], str]
    canonical: Callable[[str], str]
    references: bool = False


def read(data: bytes, codec: str, syntax: Syntax) -> Document:
    """Make a document of a file; each unit's span is in the bytes of the file."""
    file = file_text(data, codec)
    ruler = Ruler(file)
    units = tuple(
        Unit(
            text=passage.text,
            place=passage.place,
            span=(ruler.at(passage.span[0]), ruler.at(passage.span[1])),
        )
        for passage in filled(syntax.passages(file.text))
    )
    if not units:
        raise WorkbenchError(_("The file holds no text."))
    return Document(format=syntax.name, units=units, charset=codec)


def filled(passages: Iterable[Passage]) -> list[Passage]:
    """Leave out the passages that show nothing."""
    return [passage for passage in passages if passage.text.strip()]


def write(document: Document, original: bytes, syntax: Syntax) -> bytes:
    """Splice the document's texts into the bytes they were read from."""
    file = file_text(original, document.charset)
    passages = filled(syntax.passages(file.text))
    wanted = {
        number: replace(unit, text=due(unit.text, passage, syntax))
        for number, (passage, unit) in enumerate(zip(passages, document.units, strict=True))
        if unit.text != passage.text and due(unit.text, passage, syntax) != due(passage.text, passage, syntax)
    }
    if not wanted:
        return original
    for number, unit in wanted.items():
        expect_storable(unit.text, passages[number].text, _("Paragraph %s") % unit.place)
    return splicing.spliced(file, careful_edits(file.text, passages, wanted, Writer(syntax, file.codec)))


def due(text: str, passage: Passage, syntax: Syntax) -> str:
    """Give as much of a text as can stand in a passage."""
    return text if passage.exact else (passage.syntax or syntax).canonical(text)


@dataclass(frozen=True, slots=True)
class Writer:
    """A syntax in a charset."""

    syntax: Syntax
    codec: str

    def escape(self, passage: Passage, text: str, kind: Kind, care: Care) -> str:
        """Write a text as text; what the charset lacks by its number, where the syntax knows references."""
        written = (passage.syntax or self.syntax).escape(text, kind, care)
        if not self.syntax.references or self.codec.startswith("utf"):
            return written
        return written.encode(self.codec, "xmlcharrefreplace").decode(self.codec)

    def edits(self, passage: Passage, unit: Unit, care: Care) -> Iterable[Edit]:
        """Give the edits of one passage."""
        if care is Care.WHOLE:
            return [Edit(*passage.span, self.escape(passage, unit.text, Kind.TEXT, Care.STRICT), unit.place)]
        pieces = passage.pieces
        if care is Care.STRICT:  # what cannot be escaped makes room for what can
            pieces = tuple(
                replace(piece, kind=Kind.ATOM) if piece.kind is Kind.CODE else piece for piece in pieces
            )
        found = edits(pieces, unit.text, lambda typed, kind: self.escape(passage, typed, kind, care))
        return [Edit(*edit, unit.place) for edit in found]


def careful_edits(
    text: str, passages: Sequence[Passage], wanted: Mapping[int, Unit], writer: Writer
) -> list[Edit]:
    """Find edits after which every passage shows what it should."""
    care = dict.fromkeys(wanted, Care.LIGHT)
    expected = [
        wanted[number].text if number in wanted else due(passage.text, passage, writer.syntax)
        for number, passage in enumerate(passages)
    ]
    for attempt in range(_TRIES + len(Care)):
        found = sorted(
            edit
            for number, unit in wanted.items()
            for edit in writer.edits(passages[number], unit, care[number])
        )
        there = filled(writer.syntax.passages(spliced(text, found)))
        wrong = first_wrong(expected, [due(passage.text, passage, writer.syntax) for passage in there])
        if wrong is None:
            return found
        guilty = max((number for number in wanted if number <= wrong), default=min(wanted))
        if care[guilty] is Care.WHOLE:
            raise unwritable(wanted[guilty], writer.syntax)
        for number in wanted if attempt >= _TRIES else [guilty]:
            care[number] = Care(min(care[number] + 1, Care.WHOLE))
    raise unwritable(wanted[min(wanted)], writer.syntax)


def unwritable(unit: Unit, syntax: Syntax) -> WorkbenchError:
    """Say which text the format cannot hold."""
    return WorkbenchError(
        _("Paragraph %(place)s cannot be written as %(format)s: it would read back differently; reword it.")
        % {"place": unit.place, "format": syntax.name}
    )


def spliced(text: str, found: Iterable[Edit]) -> str:
    """Put edits, in order, into a text."""
    pieces, done = [], 0
    for edit in found:
        pieces += [text[done : edit.start], edit.new]
        done = edit.end
    return "".join([*pieces, text[done:]])


def first_wrong(expected: Sequence[str], there: Sequence[str]) -> int | None:
    """Give the number of the first passage that does not show what it should; emptied ones are gone.

    The space at a passage's edges is the format's.
    """
    left = [(number, text) for number, text in enumerate(expected) if text.strip()]
    for (number, text), found in zip(left, there, strict=False):
        if text.strip() != found.strip():
            return number
    return None if len(there) == len(left) else len(expected) - 1
