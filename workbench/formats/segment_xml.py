"""Segments in TMX and XLIFF, unit by unit: what was read is thrown away, so that memory stays flat."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import chain

from workbench.errors import WorkbenchError
from workbench.formats.segment_rows import Row, Table, lacking, no_columns
from workbench.formats.streams import Stream
from workbench.formats.tmx_document import RECORDS as TMX_RECORDS
from workbench.formats.tmx_document import variants
from workbench.formats.xliff_document import RECORDS as XLIFF_RECORDS
from workbench.formats.xml_codes import plain_text
from workbench.formats.xml_stream import windows
from workbench.formats.xml_tokens import stream_codec
from workbench.formats.xml_tree import Node, Record, inherited
from workbench.i18n import _

Unit = tuple[int, Mapping[str, str]]  # its line, and its texts by column
Texts = Callable[[str, Record], Iterator[Mapping[str, str]]]


def read_tmx(stream: Stream, charset: str | None) -> Table:
    """Read translation units; the columns are the languages of the first, in its order."""
    return table_of(units(stream, charset, TMX_RECORDS, by_language), keyed=False)


def read_xliff(stream: Stream, charset: str | None) -> Table:
    """Read XLIFF 1.2 and 2: source, target, and another's translation of the unit as the reference."""
    return table_of(units(stream, charset, XLIFF_RECORDS, segments), keyed=True)


def units(stream: Stream, charset: str | None, names: Collection[str], texts: Texts) -> Iterator[Unit]:
    """Give the texts of each record with its line."""
    for window in windows(iter(stream.read, b""), stream_codec(stream.head, charset), names):
        line, done = window.line, 0
        for record in window.records:
            line += window.file.text.count("\n", done, record[0].start)
            done = record[0].start
            for found in texts(window.file.text, record):
                yield line, found


def table_of(units: Iterator[Unit], *, keyed: bool) -> Table:
    """Make a table of units; the columns are those of the first."""
    first = next(units, None)
    if first is None:
        raise WorkbenchError(_("The file holds no segments."))
    columns = tuple(first[1])

    def picked(names: Sequence[str]) -> Iterator[Row]:
        missing = [name for name in names if name not in columns]
        if missing:
            raise no_columns(missing, columns)
        for line, texts in chain([first], units):
            missing = [name for name in names if name not in texts]
            yield line, lacking(missing[0], line) if missing else tuple(texts[name] for name in names)

    return Table(columns, picked, keyed)


def by_language(text: str, record: Record) -> Iterator[Mapping[str, str]]:
    """Give the segments of a translation unit by language, the first of each."""
    found: dict[str, str] = {}
    for language, segment in variants(record[0]):
        found.setdefault(language.lower(), plain_text(text, segment))
    yield found


def segments(text: str, record: Record) -> Iterator[Mapping[str, str]]:
    """Give the segments of a unit: itself in XLIFF 1.2, its parts in XLIFF 2."""
    unit = record[0]
    parts = unit.elements("segment") or [unit]
    name = f"{inherited('original', record) or file_id(record)}#{unit.attributes.get('id')}"
    for number, part in enumerate(parts):
        own = f"/{part.attributes.get('id') or number}" if part is not unit else ""
        sides = {
            "source": part.own("source"),
            "translation": part.own("target"),
            "reference": reference_of(unit),
        }
        yield {"id": name + own} | {
            column: plain_text(text, node) for column, node in sides.items() if node is not None
        }


def file_id(record: Record) -> str:
    """Give the id of the file element that a unit stands in, whose units' ids are unique in it alone."""
    files = (node.attributes.get("id", "") for node in reversed(record[1]) if node.local == "file")
    return next(files, "")


def reference_of(unit: Node) -> Node | None:
    """Find another's translation of a unit."""
    matches = (match for list_ in unit.elements("matches") for match in list_.elements("match"))
    holders = chain(unit.elements("alt-trans"), matches)
    return next((target for holder in holders for target in holder.elements("target")), None)
