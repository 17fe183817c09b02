"""XLIFF and TMX as files of segments: read into units, and written back by splicing.

What differs between the formats is where their segments are and how they say what was decided.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from workbench.errors import WorkbenchError
from workbench.formats.splicing import Edit, FileText, Ruler, expect_kept, file_text, spliced
from workbench.formats.xml_codes import Content, written
from workbench.formats.xml_tokens import charset_warning, xml_file
from workbench.formats.xml_tree import Node
from workbench.i18n import _
from workbench.model.document import Document, Unit
from workbench.model.status import Status, together


@dataclass(frozen=True, slots=True)
class Segment:
    """One segment: its two sides, and what must stand about the target where there is none yet.

    `holder` is the element that says what was decided about it, `number` that element's in the file.
    """

    place: str
    source: Content
    target: Content
    wrap: tuple[str, str]
    holder: Node
    number: int
    status: Status
    context: str | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """What a file holds; `unread` names the segments that are in it but no text to review."""

    segments: Sequence[Segment]
    unread: Sequence[str] = ()
    languages: tuple[str | None, str | None] = (None, None)  # of source and target


@dataclass(frozen=True, slots=True)
class Dialect:
    """A format of segments in XML.

    `find(text)` gives them; `decide(text, holder, status)` makes an element say this of its segments.
    """

    name: str
    find: Callable[[str], Found]
    decide: Callable[[str, Node, Status], Iterable[Edit]]


def read(data: bytes, charset: str | None, dialect: Dialect) -> Document:
    """Read the segments of a file."""
    file, codec = xml_file(data, charset)
    found = dialect.find(file.text)
    if not found.segments:
        raise WorkbenchError(_("The file holds no segments."))
    warning = charset_warning(data, codec)
    return Document(
        format=dialect.name,
        units=tuple(units(file, found.segments)),
        charset=codec,
        language=found.languages[1],
        source_language=found.languages[0],
        warnings=(warning,) if warning else (),
        unread=tuple(found.unread),
    )


def units(file: FileText, segments: Iterable[Segment]) -> Iterator[Unit]:
    """Make a unit of each segment."""
    ruler = Ruler(file)
    for segment in segments:
        yield Unit(
            text=segment.target.shown,
            place=segment.place,
            span=(ruler.at(segment.target.start), ruler.at(segment.target.end)),
            source=segment.source.shown,
            context=segment.context,
            status=segment.status,
            notes=segment.notes,
        )


def write(document: Document, original: bytes, dialect: Dialect) -> bytes:
    """Splice texts and decisions into the file; what was written is read again and compared."""
    file = file_text(original, document.charset)
    segments = dialect.find(file.text).segments
    data = spliced(file, edits(file, segments, document.units, dialect))
    if data != original:
        again, _codec = xml_file(data, document.charset)
        now = list(units(again, dialect.find(again.text).segments))
        expect_kept(list(settled(file, segments, document.units, now)), now)
    return data


def edits(
    file: FileText, segments: Sequence[Segment], wanted: Sequence[Unit], dialect: Dialect
) -> Iterator[Edit]:
    """Say what takes the place of which spans."""
    for old, new in by_holder(segments, wanted):
        decided = together(unit.status for unit in new)
        if decided is not together(segment.status for segment in old):
            yield from dialect.decide(file.text, old[0].holder, decided)
        for segment, unit in zip(old, new, strict=True):
            if unit.text != segment.target.shown:
                place = _("Segment %(place)s") % {"place": segment.place}
                inside = written(segment.place, unit.text, segment.target, segment.source, file.newline)
                before, after = segment.wrap
                yield Edit(segment.target.start, segment.target.end, before + inside + after, place)


def by_holder(
    segments: Sequence[Segment], wanted: Sequence[Unit]
) -> Iterator[tuple[list[Segment], list[Unit]]]:
    """Put together the segments that one decision is about."""
    both = zip(segments, wanted, strict=True)
    for _number, group in groupby(both, key=lambda pair: pair[0].number):
        members = list(group)
        yield [segment for segment, _unit in members], [unit for _segment, unit in members]


def settled(
    file: FileText, segments: Sequence[Segment], wanted: Sequence[Unit], now: Sequence[Unit]
) -> Iterator[Unit]:
    """Give what must read back: the sources as they were, the texts as wanted, the decisions nobody made."""
    statuses = (unit.status for unit in now)
    before = units(file, segments)
    for old, new in by_holder(segments, wanted):
        touched = together(unit.status for unit in new) is not together(segment.status for segment in old)
        for segment, unit in zip(old, new, strict=True):
            status = next(statuses, None)
            kept = status if touched and status else segment.status
            yield replace(next(before), text=unit.text, status=kept)
