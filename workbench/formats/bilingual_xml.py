"""XLIFF and TMX as files of segments: read into units, and written back by splicing.

What differs between the formats is where their segments are and how they say what was decided.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, islice

from workbench.errors import WorkbenchError
from workbench.formats.parts import whole
from workbench.formats.splicing import Edit, Ruler, expect_kept, spliced
from workbench.formats.xml_codes import Content
from workbench.formats.xml_codes import written as written_text
from workbench.formats.xml_stream import Window, windows
from workbench.formats.xml_tokens import charset_warning, codec_of
from workbench.formats.xml_tree import Node, Record
from workbench.i18n import _
from workbench.model.document import Document, Unit
from workbench.model.status import Status, together

Languages = tuple[str | None, str | None]  # of source and target


@dataclass(frozen=True, slots=True)
class Segment:
    """One segment: its two sides, and what must stand about the target where there is none yet.

    `holder` is the element that says what was decided about it.
    """

    place: str
    source: Content
    target: Content
    wrap: tuple[str, str]
    holder: Node
    status: Status
    context: str | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dialect:
    """A format of segments in XML.

    `records` names the elements that hold its segments; `languages(data, codec)` gives those of a file;
    `segments(text, record, number, languages)` reads a record, of that number in the file, and gives none
    where it is no text to review; `decide(text, holder, status)` makes an element say this of its segments.
    """

    name: str
    records: Collection[str]
    languages: Callable[[bytes, str], Languages]
    segments: Callable[[str, Record, str, Languages], Iterable[Segment]]
    decide: Callable[[str, Node, Status], Iterable[Edit]]


@dataclass(frozen=True, slots=True)
class Part:
    """A window of a file with the segments in it; `unread` names the records that are no text to review."""

    window: Window
    segments: Sequence[Segment]
    unread: Sequence[str]


def pieces(data: bytes, codec: str, dialect: Dialect, languages: Languages) -> Iterator[Part]:
    """Find the segments of a file, window by window."""
    number = 0
    for window in windows([data], codec, dialect.records):
        segments: list[Segment] = []
        unread: list[str] = []
        for record in window.records:
            number += 1
            name = name_of(record, number)
            found = list(dialect.segments(window.file.text, record, name, languages))
            segments += found
            unread += [] if found else [name]
        yield Part(window, segments, unread)


def name_of(record: Record, number: int) -> str:
    """Name a record by its id, or its number where it has none."""
    attributes = record[0].attributes
    return attributes.get("id") or attributes.get("tuid") or str(number)


def read(data: bytes, charset: str | None, dialect: Dialect) -> Document:
    """Read the segments of a file."""
    document = whole(parts(data, charset, dialect))
    if not document.units:
        raise WorkbenchError(_("The file holds no segments."))
    return document


def parts(data: bytes, charset: str | None, dialect: Dialect) -> Iterator[Document]:
    """Read the segments of a file part by part."""
    codec = codec_of(data, charset)
    languages = dialect.languages(data, codec)
    warning = charset_warning(data, codec)
    part = Document(dialect.name, (), codec, languages[1], languages[0], (warning,) if warning else ())
    for piece in pieces(data, codec, dialect, languages):
        yield replace(part, units=tuple(units(piece)), unread=tuple(piece.unread))
        part = replace(part, warnings=())


def units(part: Part) -> Iterator[Unit]:
    """Make a unit of each segment."""
    ruler, start = Ruler(part.window.file), part.window.start
    for segment in part.segments:
        yield Unit(
            text=segment.target.shown,
            place=segment.place,
            span=(start + ruler.at(segment.target.start), start + ruler.at(segment.target.end)),
            source=segment.source.shown,
            context=segment.context,
            status=segment.status,
            notes=segment.notes,
        )


def write(document: Document, original: bytes, dialect: Dialect) -> bytes:
    """Splice texts and decisions into the file; what was written is read again and compared."""
    languages = dialect.languages(original, document.charset)
    wanted = iter(document.units)
    written = []
    for part in pieces(original, document.charset, dialect, languages):
        changes = list(edits(part, list(islice(wanted, len(part.segments))), dialect))
        written.append(spliced(part.window.file, changes) if changes else part.window.file.data)
    data = b"".join(written)
    if data != original:
        before, after = (pieces(side, document.charset, dialect, languages) for side in (original, data))
        expect_read_back(before, document.units, (unit for part in after for unit in units(part)))
    return data


def expect_read_back(before: Iterable[Part], wanted: Iterable[Unit], now: Iterator[Unit]) -> None:
    """Compare what was written with what should be, window by window."""
    due = iter(wanted)
    for part in before:
        there = list(islice(now, len(part.segments)))
        expect_kept(list(settled(part, list(islice(due, len(there))), there)), there)
    expect_kept([], list(now))


def edits(part: Part, wanted: Sequence[Unit], dialect: Dialect) -> Iterator[Edit]:
    """Say what takes the place of which spans."""
    file = part.window.file
    for old, new in by_holder(part.segments, wanted):
        decided = together(unit.status for unit in new)
        if decided is not together(segment.status for segment in old):
            yield from dialect.decide(file.text, old[0].holder, decided)
        for segment, unit in zip(old, new, strict=True):
            if unit.text != segment.target.shown:
                place = _("Segment %(place)s") % {"place": segment.place}
                inside = written_text(segment.place, unit.text, segment.target, segment.source, file.newline)
                before, after = segment.wrap
                yield Edit(segment.target.start, segment.target.end, before + inside + after, place)


def by_holder(
    segments: Sequence[Segment], wanted: Sequence[Unit]
) -> Iterator[tuple[list[Segment], list[Unit]]]:
    """Put together the segments that one decision is about."""
    both = zip(segments, wanted, strict=True)
    for _holder, group in groupby(both, key=lambda pair: id(pair[0].holder)):
        members = list(group)
        yield [segment for segment, _unit in members], [unit for _segment, unit in members]


def settled(part: Part, wanted: Sequence[Unit], now: Sequence[Unit]) -> Iterator[Unit]:
    """Give what must read back: the sources as they were, the texts as wanted, the decisions nobody made."""
    statuses = (unit.status for unit in now)
    before = units(part)
    for old, new in by_holder(part.segments, wanted):
        touched = together(unit.status for unit in new) is not together(segment.status for segment in old)
        for segment, unit in zip(old, new, strict=True):
            status = next(statuses, None)
            kept = status if touched and status else segment.status
            yield replace(next(before), text=unit.text, status=kept)
